"""Names of people, places and organisations: are two of them the same, and which are in a text?"""

from qa_eval.reading.names.initials import initials
from qa_eval.reading.names.known import familiar_forms, known_forms
from qa_eval.reading.names.matching import STRICT, NameMatch, same_name, without_titles
from qa_eval.reading.names.spans import Name, read_names
from qa_eval.reading.names.spelling import spelling

__all__ = [
    "STRICT",
    "Name",
    "NameMatch",
    "familiar_forms",
    "initials",
    "known_forms",
    "read_names",
    "same_name",
    "spelling",
    "without_titles",
]
