"""The report as one self-contained file: an interactive page, and plain figures and failures where script is forbidden."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from qa_eval.history import History
    from qa_eval.model import Dataset, Result
    from qa_eval.report import Report
    from qa_eval.reporters.html.drawn import Coming, Drawn
    from qa_eval.reporters.html.rows import Rows

FOLDER = Path(__file__).parent
TEMPLATES = STATIC, HISTORY = "static.html.jinja", "history.html.jinja"
DETAILS = ("all", "failures", "none")


class Reporter:
    """One self-contained HTML file: scores, slices, every question with its verdict, reason and evidence."""

    filename: ClassVar[str] = "report.html"
    history: ClassVar[str] = "index.html"

    def __init__(
        self, *, details: Annotated[str, "rows that open in full: all, failures (not correct) or none"] = "all"
    ) -> None:
        if details not in DETAILS:
            raise UsageError(f"details must be one of {', '.join(DETAILS)}, got {details!r}")
        self._details = details
        self._coming: Coming | None = None

    def prepare(self) -> None:
        """Import the parts of a page and read its templates."""
        import html  # noqa: F401, PLC0415 - takes as long as a page's text to write

        from qa_eval.reporters.html import drawn, index, page, templates, trends  # noqa: F401, PLC0415 - what only this reporter needs

        for name in TEMPLATES:
            templates.environment(FOLDER).get_template(name)

    def take_ahead(self, dataset: Dataset, results: Sequence[Result]) -> None:
        """Take in results of a run that goes on, of one answerer which asks each question once, and do ahead what can be."""
        from qa_eval.reporters.html.drawn import Coming  # noqa: PLC0415 - what only this reporter needs

        if self._coming is None:
            self._coming = Coming(dataset, self._details)
        self._coming.take(results)

    def render(self, report: Report) -> Iterable[str]:
        """Return the file in pieces: the built template with the report's parts in its slots."""
        from html import escape  # noqa: PLC0415 - as below

        from qa_eval.report import ON_A_PAGE  # noqa: PLC0415 - to check a spec takes no page
        from qa_eval.reporters.html.drawn import Drawn  # noqa: PLC0415 - what only this reporter needs
        from qa_eval.reporters.html.rows import Rows  # noqa: PLC0415 - see above

        title = report.dataset.title
        if len(report.results) > ON_A_PAGE:
            return _plain(title, _static(report))
        rows = Rows(report)
        drawn = (self._coming and self._coming.drawn(rows, self._details)) or Drawn(
            report.dataset, len(rows.columns), self._details
        )
        self._coming = None  # it may be asked for another report next
        parts: dict[str, Callable[[], Iterable[str]]] = {
            "title": lambda: [escape(f"{title} · qa_eval")],
            "static": lambda: _static(report),
            "data": lambda: _data(rows, self._details, drawn),
            "details": lambda: chain(drawn.details, _articles(report)),
        }
        return _filled(parts)

    def render_history(self, history: History) -> Iterable[str]:
        """Return the page of a folder's runs in pieces: plain content in the same template."""
        from qa_eval.reporters.html.trends import overview  # noqa: PLC0415 - what only this reporter needs

        return _plain(f"Runs in {history.title}", _drawn(HISTORY, overview(history)))


def _filled(parts: Mapping[str, Callable[[], Iterable[str]]]) -> Iterator[str]:
    template = (FOLDER / "template.html").read_text(encoding="utf-8")
    for place, piece in enumerate(template.split("<!--qa:")):
        name, end, text = piece.partition("-->")
        if place:
            yield from parts[name]()
        yield text if place and end else piece


def _plain(title: str, content: Iterable[str]) -> Iterator[str]:
    """Yield a page without script: figures alone, where there are more rows than a browser can hold, or a list of runs."""
    from html import escape  # noqa: PLC0415 - to check a spec takes no page

    template = (FOLDER / "template.html").read_text(encoding="utf-8")
    head, _, rest = template.partition("<!--qa:title-->")
    style, _, end = rest.partition("<!--qa:static-->")
    yield head + escape(f"{title} · qa_eval") + style
    yield from content
    yield end.partition("<!--qa:data-->")[0] + "</body>\n</html>\n"


def _data(rows: Rows, which: str, drawn: Drawn) -> Iterator[str]:
    """Yield the index; the blocks of details, which stand behind it, are left in ``drawn``: rows are read once."""
    from qa_eval.reporters.html.blocks import block  # noqa: PLC0415 - what only this reporter needs
    from qa_eval.reporters.html.index import index  # noqa: PLC0415 - see above

    for window in rows.windows(drawn.rows):
        drawn.add(rows, window)
    yield block("index", index(rows, which, drawn.asked, drawn.answered, drawn.reasons))


def _articles(report: Report) -> Iterator[str]:
    from qa_eval.reading.sentences import sentence_spans  # noqa: PLC0415 - what only this reporter needs
    from qa_eval.reporters.html.blocks import block, json_of  # noqa: PLC0415 - see above
    from qa_eval.reporters.html.index import shelves  # noqa: PLC0415 - see above

    for number, shelf in enumerate(shelves(report.dataset.documents.values())):
        yield block(
            f"a{number}",
            [
                json_of(
                    {
                        document.id: {"text": document.text, "sentences": [*chain(*sentence_spans(document.text))]}
                        for document in shelf
                    }
                )
            ],
        )


def _static(report: Report) -> Iterator[str]:
    from qa_eval.reporters.html.page import page  # noqa: PLC0415 - what only this reporter needs

    return _drawn(STATIC, page(report))


def _drawn(name: str, page: object) -> Iterator[str]:
    from qa_eval.reporters.html.templates import environment  # noqa: PLC0415 - jinja2 costs, and the other reporters do without it

    return environment(FOLDER).get_template(name).generate(page=page)
