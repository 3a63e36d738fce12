"""The closed table of currencies: symbols, codes and names to ISO codes. They are never converted into each other."""

from __future__ import annotations

# Rows: code; symbols; names (plural in "s" by itself); the codes that a spelling without a country may also mean.
CURRENCIES = """
    USD; $, us$, =US$, u.s.$; dollar, us dollar, u.s. dollar, american dollar, united states dollar, buck; CAD AUD NZD HKD SGD TWD MXN
    EUR; €; euro
    GBP; £; pound sterling, british pound, quid, pounds sterling; EGP
    JPY; ¥, 円; yen, japanese yen; CNY
    CNY; 元, rmb, cn¥; yuan, chinese yuan, renminbi, kuai
    INR; ₹, rs; rupee, indian rupee; PKR LKR NPR
    CAD; c$, ca$, can$; canadian dollar
    AUD; a$, au$; australian dollar
    NZD; nz$; new zealand dollar
    HKD; hk$; hong kong dollar
    SGD; s$, sg$; singapore dollar
    TWD; nt$; new taiwan dollar, taiwan dollar
    CHF; sfr, fr.; franc, swiss franc; FRF BEF XOF XAF
    FRF; ; french franc
    BEF; ; belgian franc
    XOF; ; cfa franc
    RUB; ₽; rouble, ruble, russian rouble, russian ruble
    UAH; ₴; hryvnia, hryvnya
    KRW; ₩; south korean won, korean won; KPW
    KPW; ; north korean won
    BRL; r$; brazilian real, reais
    MXN; mx$, mex$; peso, mexican peso; ARS CLP COP PHP UYU
    ARS; ; argentine peso, argentinian peso
    CLP; ; chilean peso
    COP; ; colombian peso
    PHP; ₱; philippine peso
    ZAR; ; rand, south african rand
    TRY; ₺; turkish lira, lira; ITL LBP
    ITL; ; italian lira, italian lire, lire
    ILS; ₪; shekel, israeli shekel, new shekel
    SEK; kr; krona, kronor, swedish krona, swedish kronor, swedish crown, swedish crowns; ISK NOK DKK
    NOK; ; krone, kroner, norwegian krone, norwegian kroner, norwegian crown, norwegian crowns; DKK
    DKK; ; danish krone, danish kroner, danish crown, danish crowns
    PLN; zł; zloty, złoty, zlotys, złotych, zlotych, polish zloty, polish złoty
    CZK; kč; koruna, korunas, koruny, korun, czech koruna, czech korunas, czech koruny, czech korun, czech crown, czech crowns
    HUF; ; forint
    RON; ; lei, romanian leu
    THB; ฿; baht
    IDR; rp; rupiah
    MYR; rm; ringgit
    VND; ₫; dong
    PKR; ; pakistani rupee
    LKR; ; sri lankan rupee
    NPR; ; nepalese rupee
    BDT; ৳; taka
    NGN; ₦; naira
    KES; ; kenyan shilling, shilling; TZS UGX
    EGP; ; egyptian pound
    SAR; ; saudi riyal, riyal; QAR OMR YER
    IRR; ; iranian rial, rial; OMR YER
    AED; ; dirham, uae dirham; MAD
    KWD; ; kuwaiti dinar, dinar; IQD JOD RSD
    KZT; ₸; tenge
    GEL; ₾; lari
    LAK; ₭; kip
    CRC; ₡; colón, colon
    DEM; ; deutschmark, deutsche mark, german mark, d-mark, marks
    ESP; ; peseta
    PTE; ; escudo
    NLG; ; guilder, dutch guilder
    FIM; ; markka, finnish markka
    ATS; ; austrian schilling
    BTC; ₿; bitcoin
    ETH; ; ether
"""

# Hundredths: "50 cents" is half a dollar, or half a euro.
MINOR: dict[str, tuple[str, tuple[str, ...]]] = {
    "cent": ("cent, cents, ¢, us cent, us cents, eurocent, eurocents, euro cent, euro cents", ("USD", "EUR", "CAD", "AUD", "NZD", "HKD", "SGD", "ZAR", "TWD", "KES", "LKR")),
    "penny": ("penny, pence, pennies, =p", ("GBP",)),
    "øre": ("øre, öre", ("SEK", "NOK", "DKK")),
    "centime": ("centime, centimes, rappen", ("CHF", "EUR", "FRF", "BEF")),
    "grosz": ("grosz, groszy, grosze", ("PLN",)),
    "paisa": ("paisa, paise", ("INR", "PKR", "NPR")),
    "kopeck": ("kopeck, kopecks, kopek, kopeks", ("RUB", "UAH")),
    "centavo": ("centavo, centavos", ("MXN", "BRL", "PHP", "ARS", "COP", "CLP")),
    "haléř": ("haléř, haléře, haléřů, haler, halers", ("CZK",)),
    "fillér": ("fillér", ("HUF",)),
    "kuruş": ("kuruş, kurus", ("TRY",)),
    "agora": ("agora, agorot", ("ILS",)),
    "satang": ("satang", ("THB",)),
    "sen": ("sen", ("MYR", "IDR")),
    "fen": ("fen", ("CNY",)),
    "bani": ("bani", ("RON",)),
    "pfennig": ("pfennig, pfennigs, pfennige", ("DEM",)),
}  # fmt: skip

# What may stand before "$" to say whose dollar it is.
DOLLARS: dict[str, str] = {
    "us": "USD", "usd": "USD", "u.s": "USD", "u.s.": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD", "a": "AUD",
    "au": "AUD", "aud": "AUD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD",
    "nt": "TWD", "r": "BRL", "mx": "MXN", "mex": "MXN", "mxn": "MXN",
}  # fmt: skip

# Codes that are also English words count only as names: "ALL 5 solutions" is about no Albanian lek, nor is "TRY".
WORDS_NOT_CODES = frozenset({"TRY", "ALL", "TOP", "CUP", "MAD", "PEN", "SOS", "BAM", "GEL", "LAK", "RON", "ETH", "COP"})
