"""What speaks against answers: for which questions it does, and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Applies: TypeAlias = Callable[[str], bool]
# takes an answer, the question and what is accepted, and returns what speaks against the answer, "" for nothing
Against: TypeAlias = Callable[[str, str, str], str]
Check: TypeAlias = tuple[Applies, Against]
