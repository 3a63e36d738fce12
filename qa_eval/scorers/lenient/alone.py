"""Whether a text is a figure, or several, and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers.lenient.words import SMALL, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity

MOST_BESIDES = 3  # words beside the one figure of a text that is a figure


def are_figures(figures: Sequence[Quantity], text: str) -> bool:
    """Return whether a text says little besides its figures."""
    left = text
    for figure in reversed(figures):
        left = f"{left[: figure.start]} {left[figure.end :]}"
    return sum(word.form not in SMALL for word in words_of(left)) <= _most_besides(figures)


def _most_besides(figures: Sequence[Quantity]) -> int:
    """Return how many words may stand beside a text's figures; "before the first year begins" is no figure."""
    return 1 if all(figure.ordinal for figure in figures) else MOST_BESIDES


def is_a_title(text: str) -> bool:
    """Return whether a text is a title that has a number in words: names of two other things stand in it with capitals.

    >>> is_a_title("The Tale of Two Rivers"), is_a_title("Two Rivers"), is_a_title("two rivers of ice and one of mud")
    (True, False, False)
    """
    words = [word for word in words_of(text) if word.form not in SMALL]
    named = [word for word in words if not word.form.isdigit()]
    counts = [word for word in words if word.form.isdigit()]
    if not counts or any(text[word.start].isdigit() for word in counts):
        return False
    return len(named) > 1 and all(word.capital for word in words)


def is_a_figure(figure: Quantity, text: str) -> bool:
    """Return whether a text says little besides its one figure."""
    left = words_of(f"{text[: figure.start]} {text[figure.end :]}")
    return sum(word.form not in SMALL for word in left) <= _most_besides((figure,))
