"""Other languages: what is read of a German, French, Spanish or Ukrainian answer, from the dataset's file to the verdict."""

import json
import tomllib
from pathlib import Path

import pytest
import yaml
from commandline import data, run

import qa_eval
from qa_eval import dataset
from qa_eval.check import check
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.engine.scoring import BothPolicies
from qa_eval.errors import DatasetError
from qa_eval.model import Question, Unanswerable
from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.languages import _language, in_english, known
from qa_eval.reporters.html.number_line import number_line
from qa_eval.scorers.lenient import Scorer as Lenient
from qa_eval.scorers.strict import Scorer as Strict

SPOKEN = {
    "de": {
        7: "sieben", 12: "zwölf", 21: "einundzwanzig", 99: "neunundneunzig", 100: "hundert", 132: "einhundertzweiunddreißig",
        1953: "neunzehnhundertdreiundfünfzig", 12_000: "zwölftausend", 22_300: "zweiundzwanzigtausenddreihundert", 8: "acht",
    },
    "fr": {
        7: "sept", 17: "dix-sept", 21: "vingt et un", 70: "soixante-dix", 77: "soixante-dix-sept", 80: "quatre-vingts",
        97: "quatre-vingt-dix-sept", 231: "deux cent trente et un", 12_000: "douze mille", 1_789: "mille sept cent quatre-vingt-neuf",
    },
    "es": {
        16: "dieciséis", 21: "veintiuno", 31: "treinta y uno", 100: "cien", 555: "quinientos cincuenta y cinco", 12_000: "doce mil",
        31_200: "treinta y un mil doscientos",
    },
    "uk": {
        5: "п'ять", 14: "чотирнадцять", 21: "двадцять один", 340: "триста сорок", 12_000: "дванадцять тисяч",
        21_300: "двадцять одна тисяча триста",
    },
}  # fmt: skip
# language, kind, answer, evidence that contains it, evidence that does not
EVIDENCE = [
    ("de", "quantity", "1,3 km", "Der Tunnel ist 1.300 Meter lang.", "Der Tunnel ist 1,3 Meter lang."),
    ("de", "date", "27.03.2023", "Es begann am 27. März 2023.", "Es begann am 27. Mai 2023."),
    ("de", "quantity", "12.000 Soldaten", "Zwölftausend Soldaten kamen.", "Zwölf Soldaten kamen."),
    ("fr", "quantity", "12 000 habitants", "Le village a douze mille habitants.", "Le village a deux mille habitants."),
    ("fr", "date", "14 juillet 1789", "C'était le 14/07/1789.", "C'était le 14 juin 1789."),
    ("es", "quantity", "31.200 habitantes", "Tiene treinta y un mil doscientos habitantes.", "Tiene 31,2 habitantes."),
    ("es", "date", "2023-04-03", "Ocurrió el 3 de abril de 2023.", "Ocurrió el 4 de marzo de 2023."),
    ("uk", "quantity", "1,3 км", "Тунель має 1 300 метрів.", "Тунель має 130 метрів."),
    ("uk", "date", "2023-03-27", "Це почалося 27 березня 2023 року.", "Це почалося 27 травня 2023 року."),
]
# language, question, accepted, answers that are right, answers that are not
ROWS = [
    ("de", "Wie groß ist das Gebiet?", "1.300 Quadratkilometer", ["1300 km²", "rund 1.300 Quadratkilometer", "tausenddreihundert Quadratkilometer"], ["1,3 Quadratkilometer", "1.300 Quadratmeilen", "130 km²"]),
    ("de", "Wie viele Soldaten wurden entsandt?", "bis zu 12.000 Soldaten", ["bis zu zwölftausend", "höchstens 12.000 Soldaten", "12.000"], ["mehr als 12.000", "1.200", "zwanzigtausend"]),
    ("de", "Welches Kaliber hat das Geschütz?", "170 Millimeter", ["17 cm", "Nicht 152 mm, sondern 170 mm.", "170 mm"], ["170 oder 152 Millimeter", "170 Zentimeter", "nicht 170 mm"]),
    ("de", "Wann begann es?", "27. März 2023", ["27.03.2023", "am 27. März 2023", "2023-03-27"], ["27. Mai 2023", "3. März 2023", "27.03.2022"]),
    ("de", "Wie hoch war der Anteil?", "12,5 Prozent", ["12,5 %", "12.5 Prozent"], ["125 Prozent", "1,25 %"]),
    ("de", "Wie hoch war der Gewinn?", "3,2 Mio. Euro", ["3.200.000 Euro", "3,2 Millionen Euro"], ["3,2 Mrd. Euro", "2,3 Mio. Euro"]),
    ("de", "Stimmt es?", "ja", ["Ja.", "ja"], ["Nein.", "nein"]),
    ("de", "Wer war es?", "Kyrylo Budanow", ["Kyrylo Budanow", "Es war Kyrylo Budanow."], ["Das steht nicht im Text.", "Ich weiß es nicht."]),
    ("fr", "Quelle est la superficie ?", "1 300,5 km²", ["1300,5 kilomètres carrés", "1.300,5 km²"], ["13 005 km²", "1,3 km²"]),
    ("fr", "Combien de soldats ?", "douze mille soldats", ["12 000", "12.000 soldats"], ["deux mille soldats", "12"]),
    ("fr", "Quand ?", "14 juillet 1789", ["le 14 juillet 1789", "14/07/1789"], ["14 juin 1789", "4 juillet 1789"]),
    ("fr", "Quelle part ?", "vingt et un pour cent", ["21 %", "21 pour cent"], ["20 %", "22 pour cent"]),
    ("es", "¿Cuántos habitantes?", "31.200 habitantes", ["31 200", "treinta y un mil doscientos habitantes"], ["31,2 habitantes", "3.120"]),
    ("es", "¿Cuándo?", "3 de abril de 2023", ["03/04/2023", "el 3 de abril de 2023"], ["4 de marzo de 2023", "3 de abril de 2022"]),
    ("uk", "Яка площа?", "1 300 км²", ["1300 квадратних кілометрів", "близько 1 300 км²"], ["130 км²", "1 300 м²"]),
    ("uk", "Скільки військових?", "до 12 000 військових", ["до дванадцяти тисяч", "не більше 12 000 військових"], ["понад 12 000", "1 200"]),
    ("de", "Um wie viel stieg der Pegel?", "35 cm", ["um 35 cm", "ein Anstieg um 35 cm", "Er stieg um 35 Zentimeter.", "35 cm höher", "Er nahm um 35 cm zu."], ["ein Rückgang um 35 cm", "Er sank um 35 Zentimeter.", "35 cm niedriger", "Er nahm um 35 cm ab.", "35 cm weniger"]),
    ("de", "Wie endete das Jahr?", "ein Gewinn von 9 Millionen Euro", ["9 Millionen Euro Gewinn"], ["ein Verlust von 9 Millionen Euro", "9 Millionen Euro Verlust"]),
    ("de", "Wie viel später kam die Post?", "3 Stunden später", ["drei Stunden später", "3 Stunden"], ["3 Stunden früher"]),
    ("fr", "De combien les prix ont-ils baissé ?", "6 %", ["une baisse de 6 %", "ils ont diminué de 6 %", "6 % de moins"], ["une hausse de 6 %", "ils ont augmenté de 6 %", "6 % de plus"]),
    ("es", "¿Cuánto subieron las tarifas?", "6 %", ["un aumento del 6 %", "subieron un 6 %", "6 % más"], ["una caída del 6 %", "bajaron un 6 %", "6 % menos"]),
    ("uk", "На скільки зросли ціни?", "6 %", ["на 6 %", "зростання на 6 %", "зросли на 6 %"], ["падіння на 6 %", "знизилися на 6 %"]),
    ("fr", "Quel était le budget ?", "2 450,5 millions d'euros", ["2450,5 M€", "2.450,5 millions €", "2,4505 milliards d'euros"], ["245,5 M€", "2.450,5 milliards d'euros"]),
    ("fr", "Quand ?", "1er août 1914", ["1er aout 1914"], ["2 aout 1914"]),
    ("fr", "Combien de pages ?", "97", ["quatre-vingt dix sept", "quatre-vingt-dix-sept"], ["quatre-vingt-sept", "quatre-vingt dix"]),
    ("de", "Wie lange dauert die Führung?", "anderthalb Stunden", ["90 Minuten", "eineinhalb Stunden"], ["zweieinhalb Stunden", "80 Minuten"]),
    ("de", "Wann war es?", "3. März 2025", ["am dritten März 2025", "3. Maerz 2025", "3.3.25"], ["am vierten März 2025", "4.3.25", "3. Mai 2025"]),
    ("de", "Wer leitet die Schule?", "Anja Groß", ["Frau Anja Groß"], ["Weiß ich nicht.", "Frau Anja Klein"]),
    ("uk", "Коли?", "27 березня 2023 року", ["27.03.2023", "27 березня 2023"], ["27 травня 2023 року", "7 березня 2023"]),
]  # fmt: skip
CURATED = """schema: 1
name: gebiet
version: 1.0.0
language: de
document: {text: "Das Gebiet ist 1.300 Quadratkilometer groß. Es begann am 27. März 2023."}
questions:
  - {id: area, question: "Wie groß ist das Gebiet?", type: quantity, answer: "1.300 Quadratkilometer", evidence: ["1.300 Quadratkilometer"]}
  - {id: begin, question: "Wann begann es?", type: date, answer: "27. März 2023"}
  - {id: cost, question: "Was hat es gekostet?", type: unanswerable}
"""


LANGUAGES = Path(qa_eval.__file__).parent / "reading" / "languages"
LONG_DAYS = set(map(str, range(21, 32)))  # days that Spanish counts
ASKED = [
    (file.stem, block)
    for file in sorted((Path(__file__).parent / "languages").glob("*.yaml"))
    for block in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def judged(language, question, accepted):
    if accepted is None:
        return Question("row", question, Unanswerable(), (), language=language)
    answers = [in_english(accepted, language)]
    kind = infer_type(answers, in_english(question, language))
    answer, texts = typed_answer([accepted] if kind != "yes_no" else answers, kind)
    return Question("row", question, answer, texts, language=language)


@pytest.mark.parametrize(("language", "value"), [(code, value) for code, table in SPOKEN.items() for value in table])
def test_number_words_are_read(language, value):
    assert in_english(SPOKEN[language][value], language) == str(value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[2]}")
@pytest.mark.parametrize("scorer", [Strict(), Lenient()], ids=["strict", "lenient"])
def test_answers_are_judged_in_their_language(row, scorer):
    language, asked, accepted, right, wrong = row
    question = judged(language, asked, accepted)
    for text in (accepted, *right):
        score = scorer.score(question, text)
        assert score.verdict == "correct", f"{text}: {score.message}"
    for text in wrong:
        score = scorer.score(question, text)
        assert score.verdict != "correct", f"{text}: {score.message}"


@pytest.mark.parametrize(
    ("language", "block"), ASKED, ids=[f"{code}: {block['question']} {block['answer']}" for code, block in ASKED]
)
def test_answers_are_judged_as_people_put_them(language, block):
    question = judged(language, block["question"], block["answer"])
    for key, wanted in (("accept", True), ("reject", False)):
        for text in block.get(key, []):
            for scorer in (BothPolicies("strict"), BothPolicies("lenient")):  # as in a run
                score = scorer.score(question, text)
                assert (score.verdict == "correct") == wanted, f"{text}: {score.message}"


def test_near_a_town_is_not_in_it():
    for language, asked, accepted, near in (
        ("de", "Wo?", "in Kiel", "in der Nähe von Kiel"),
        ("fr", "Où ?", "à Nantes", "à proximité de Nantes"),
        ("es", "¿Dónde?", "en Bilbao", "en los alrededores de Bilbao"),
    ):
        assert Strict().score(judged(language, asked, accepted), near).verdict != "correct"
        assert Strict().score(judged(language, asked, accepted), accepted).verdict == "correct"


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("de", "James Watt", "James Watt"),
        ("de", "60 Watt", "60 watts"),
        ("de", "fünf Mikrogramm", "5 micrograms"),
        ("de", "zwei Millionen", "2 million"),
        ("de", "zwei Millionen fünfzigtausend", "2050000"),
        ("de", "jeden dritten Tag", "every 3 days"),
        ("de", "am dreißigsten März", "on 30 March"),
        ("fr", "deux mètres carrés", "2 square metres"),
        ("fr", "trois heures et demie", "3h30"),
        ("fr", "à trois heures et demie", "at 3:30"),
        ("es", "las tres menos cuarto de la tarde", "14:45"),
        ("es", "cuatro décimos", "four tenths"),
        ("uk", "XVIII століття", "18th century"),
    ],
)
def test_measures_times_and_ranks_are_read(language, text, english):
    assert in_english(text, language) == english


@pytest.mark.parametrize("language", known()[1:])
@pytest.mark.parametrize("said", ["1 2 3 4 ", "a, ", ". ", " ", "Text ", "im ", "zwei"])
def test_a_long_text_is_read_in_time(language, said):
    assert isinstance(in_english(said * (20_000 // len(said)), language), str)


@pytest.mark.parametrize(
    ("language", "text", "verdict"),
    [
        ("fr", "Le document ne le dit pas.", "correct"),
        ("fr", "non mentionné", "correct"),
        ("fr", "Jean Martin", "incorrect"),
        ("de", "Weiß ich nicht.", "correct"),
        ("de", "Dazu finde ich im Text leider nichts.", "correct"),
        ("de", "Das steht nicht im Text, wohl aber 50 Millionen Euro.", "incorrect"),
    ],
)
@pytest.mark.parametrize("scorer", ["strict", "lenient"])
def test_what_is_not_told_is_declined_in_its_language(language, text, verdict, scorer):
    score = qa_eval.score(text, [], question="?", language=language, scorer=scorer)
    assert score.verdict.value == verdict, score.message


def test_python_may_name_the_language_of_one_answer():
    told = {"question": "Wie groß?", "language": "de"}
    assert qa_eval.score("1.300 m", ["1,3 km"], **told).verdict.value == "correct"
    assert qa_eval.score("1,3 m", ["1,3 km"], **told).verdict.value == "incorrect"
    with pytest.raises(DatasetError, match='cannot be "dee"'):
        qa_eval.score("1", ["1"], question="?", language="dee")


def test_the_same_digits_mean_what_the_language_says():
    english = Question("q", "How large is it?", *typed_answer(["1.3 km²"], infer_type(["1.3 km²"])))
    german = judged("de", "Wie groß ist es?", "1.300 km²")
    assert Strict().score(english, "1.300 km²").verdict == "correct"
    assert Strict().score(german, "1.300 km²").verdict == "correct"
    assert Strict().score(german, "1,3 km²").verdict == "incorrect"


@pytest.mark.parametrize("language", known()[1:])
def test_each_language_is_complete(language):
    read = _language(language)
    assert set(read._months.values()) == set(MONTH_NAMES)
    assert set(range(21)) <= set(read._spelled._values.values())
    data = tomllib.loads((LANGUAGES / f"{language}.toml").read_text(encoding="utf-8"))
    assert {*data} >= {"large", "fractions", "ordinals", "prefixes", "powers", "units", "alone", "clock", "patterns"}
    assert {*data["declines"]} == {"words", "not stated", "I don't know"}
    assert {*data["alone"]} >= {"yes", "no"}
    assert {*data["prefixes"]} >= {"nano", "micro", "milli", "centi", "kilo", "mega", "giga"}
    assert {*data["units"]} >= {
        "metres",
        "grams",
        "litres",
        "watts",
        "watt hours",
        "volts",
        "hertz",
        "bytes",
        "calories",
    }
    assert set(map(str, range(1, 32))) - {*data["ordinals"]} <= (LONG_DAYS if language == "es" else set())
    english = {said for said, _ in read._phrases.values()}
    limits = {"up to", "at most", "at least", "more than", "less than", "between"}
    assert {
        "yes",
        "no",
        "or",
        "and",
        "but",
        "not",
        "never",
        "about",
        "percent",
        "million",
        "times",
        "near",
        *limits,
    } <= english
    assert {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "per day", "daily"} <= english


def test_a_name_is_not_read_as_a_small_word():
    assert in_english("Frankfurt an der Oder", "de").endswith("Oder")
    assert in_english("anything at all", "en") == "anything at all"


def test_a_dataset_names_its_language(tmp_path):
    (tmp_path / "gebiet.yaml").write_text(CURATED, encoding="utf-8")
    loaded = dataset.load(tmp_path / "gebiet.yaml")
    assert {question.language for question in loaded.questions} == {"de"}
    said = {
        "area": "etwa tausenddreihundert Quadratkilometer",
        "begin": "27.03.2023",
        "cost": "Das steht nicht im Text.",
    }
    (tmp_path / "said.jsonl").write_text(
        "".join(f"{json.dumps({'id': key, 'answer': text})}\n" for key, text in said.items()), encoding="utf-8"
    )
    found = data("score", "gebiet.yaml", "said.jsonl", "--report", "json", cwd=tmp_path)
    rows = (tmp_path / found["folder"] / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert {row["id"]: row["verdict"] for row in map(json.loads, rows)} == dict.fromkeys(said, "correct")
    shown = run("score", "gebiet.yaml", "said.jsonl", "--explain", cwd=tmp_path).stdout
    assert "1,300 km²" in shown


@pytest.mark.parametrize("row", EVIDENCE, ids=lambda row: f"{row[0]}: {row[2]}")
def test_evidence_is_read_in_the_language_of_its_dataset(row, tmp_path):
    language, kind, answer, contains, other = row
    for quote, found in ((contains, []), (other, [f'q: the evidence does not contain "{answer}" [gold-in-evidence]'])):
        question = {"id": "q", "question": "?", "type": kind, "answer": answer, "evidence": [quote]}
        content = {"schema": 1, "name": "n", "version": "1.0.0", "language": language, "document": {"text": quote}}
        path = tmp_path / "set.json"
        path.write_text(json.dumps({**content, "questions": [question]}), encoding="utf-8")
        problems = check(dataset.load_with_marks(path), Strict())
        assert [problem.message for problem in problems if "gold-in-evidence" in problem.message] == found


def test_a_number_that_only_english_finds_ambiguous_is_not_remarked_on_in_another_language(tmp_path):
    question = {"id": "q", "question": "Wie groß?", "type": "quantity", "answer": "1.300 km²"}
    for language, ambiguous in (("de", 0), ("en", 1)):
        path = tmp_path / f"{language}.json"
        content = {"schema": 1, "name": "n", "version": "1.0.0", "language": language, "document": {"text": "Text."}}
        path.write_text(json.dumps({**content, "questions": [question]}), encoding="utf-8")
        problems = check(dataset.load_with_marks(path), Strict())
        assert sum("may be two numbers" in problem.message for problem in problems) == ambiguous


def test_the_number_line_of_a_report_is_drawn_from_what_the_language_says():
    drawn = number_line(judged("de", "Wie groß ist es?", "1.300 km²"), "rund 1,3 km²")
    assert drawn is not None
    assert (drawn["gold"], drawn["off"]) == ("1,300 km²", "1,298.7 km²")


def test_a_line_of_a_plain_file_may_name_its_language(tmp_path):
    row = {"id": "q", "question": "Wie groß ist es?", "answers": ["1.300 Quadratkilometer"], "language": "de"}
    (tmp_path / "set.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    question = dataset.load(tmp_path / "set.jsonl").questions[0]
    assert (question.answer.type, question.language) == ("quantity", "de")
    with_other = tmp_path / "other.jsonl"
    with_other.write_text(json.dumps({**row, "language": "dee"}) + "\n", encoding="utf-8")
    with pytest.raises(DatasetError, match='cannot be "dee"'):
        dataset.load(with_other)


def test_the_language_changes_the_digest(tmp_path):
    for name, text in (("de", CURATED), ("fr", CURATED.replace("language: de", "language: fr"))):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    one, other = (dataset.load(tmp_path / f"{name}.yaml").sha256 for name in ("de", "fr"))
    assert one != other


@pytest.mark.parametrize(
    ("language", "question", "accepted", "text"),
    [
        ("de", "Warum fiel der Zug aus?", "wegen eines Streiks", "Eine Weiche war defekt."),
        ("de", "Was fand der Taucher?", "eine Glocke und einen Anker", "ein Ruder"),
        ("fr", "Pourquoi le train a-t-il été annulé ?", "à cause de la neige", "à cause du vent"),
        ("es", "¿Por qué se canceló el tren?", "por la nieve y el viento", "por el humo"),
    ],
)
def test_messages_show_texts_as_they_were_written(language, question, accepted, text):
    for scorer in ("strict", "lenient"):
        score = qa_eval.score(text, accepted, question=question, language=language, scorer=scorer)
        assert f"accepted {accepted}" in score.message or score.verdict == "correct"
        assert score.read.rstrip(".") == text.rstrip(".")
