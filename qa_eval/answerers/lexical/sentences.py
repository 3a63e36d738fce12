"""A document as sentences, none of them longer than people read at once."""

from __future__ import annotations

from textwrap import wrap

from qa_eval.reading.sentences import sentence_spans

LONGEST = 1000  # characters


def sentences_of(document: str) -> tuple[str, ...]:
    r"""Return the sentences of a document, in order; the end of a line ends one.

    >>> sentences_of("Dr. J. Lund came at 5 p.m. on 3 May. She left.\nThe end")
    ('Dr. J. Lund came at 5 p.m. on 3 May.', 'She left.', 'The end')
    """
    return tuple(part for start, end in sentence_spans(document) for part in _parts(document[start:end]))


def _parts(sentence: str) -> list[str]:
    """Cut what is far longer than any sentence, such as a table or a text without punctuation, between words."""
    return wrap(sentence, LONGEST, break_on_hyphens=False) if len(sentence) > LONGEST else [sentence]
