"""How units are written: the first symbol of their row."""

from __future__ import annotations

from qa_eval.reading.units.measures import MEASURES, PREFIXES


def _symbols() -> dict[str, str]:
    found: dict[str, str] = {}
    for rows in MEASURES.values():
        for row in rows.strip().splitlines():
            name, symbols, _, prefixes = (*(field.strip() for field in row.split(";")), "")[:4]
            symbol = symbols.split(",")[0].strip().removeprefix("=")
            found[name] = symbol if symbol and symbol not in {"″", "′"} else name.replace("_", " ")
            if prefixes:
                found |= {
                    prefix + name: (letter + symbol if symbol else prefix + name)
                    for letter, (prefix, _) in PREFIXES.items()
                }
    return found


SYMBOLS = _symbols()
SYMBOLS |= {name: name for name in ("year", "month", "day", "week", "decade", "century", "cent", "penny")}
