"""The report as one self-contained page without script, readable on a phone and in print."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.report import Report

FOLDER = Path(__file__).parent


class Reporter:
    """One self-contained HTML page: scores, slices, every question with its verdict, reason and evidence."""

    filename: ClassVar[str] = "report.html"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the page in pieces."""
        import jinja2  # noqa: PLC0415 - costs 60 ms, and the other reporters do without it

        from qa_eval.reporters.html.page import page  # noqa: PLC0415 - see above
        from qa_eval.reporters.html.view import shown  # noqa: PLC0415 - see above

        style = (FOLDER / "style.css").read_text(encoding="utf-8")
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["shown"] = shown
        template = environment.get_template("page.html.jinja")
        return template.generate(page=page(report), style=style, style_hash=_hash(style))


def _hash(text: str) -> str:
    """Return the source expression that lets a content-security policy allow exactly this text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
