"""Posts told in fewer words or turned round, "Head coach, women's relay", and somebody told with their post: "caretaker Ray" for the caretaker, Mr Ray."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.names.titles import ADDRESSES
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.alike import nearly_possible
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.phrases.reordered import owned_in, owners_turned
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

Words = tuple[str, ...]
_ASKED = regex(r"\b(?:position|role|job|post|job title|official title|capacity)\b", re.IGNORECASE)
_POST = regex(
    r"(?:as )?(?:the |an? )?(?P<role>[A-Za-z][\w -]*?) (?:of|for|at|in) (?:the |its |their )?(?P<what>[\w'’ -]+)"
)
_UNIT = regex(
    r"\s+(?:department|dept|faculty|section|division|team|squad|unit|branch|office|side|desk|programme|program)",
    re.IGNORECASE,
)
_IS = regex(
    r"\W*(?:(?:she|he|they|it)(?:['’]s| is| are| was| became| works as)(?: now| currently)? )?(?:as )?(?:the |an? )?",
    re.IGNORECASE,
)
_TITLE = "|".join(sorted(ADDRESSES))
_HOLDER = regex(
    rf"(?:the |our |your )?(?P<post>(?!(?:{_TITLE})\b)[a-z][a-z -]*?),? \(?(?:(?P<title>{_TITLE})\.? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)\)?",
    re.IGNORECASE,
)


class PostGold:
    """Accepted posts, as ``forms`` of words, or their ``holders``; ``plain`` judges ``texts`` first."""

    def __init__(
        self, texts: Sequence[str], forms: frozenset[Words], holders: tuple[re.Match[str], ...], plain: Gold
    ) -> None:
        self.shown = plain.shown
        self.turned = owners_turned(texts)
        self.forms, self.holders, self.plain = forms, holders, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted posts or whoever holds them."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        bare = strip_frame(text).strip(" .")
        if self.holders:
            return self._of_holder(bare, relation)
        if owned_in(bare) in self.turned:
            return relation  # "the chief lawyer's tenant"
        if relation.reason not in ACCEPTED and _told(_IS.sub("", bare, count=1)) in self.forms:
            return Relation(Reason.ALIAS, f"the same post, {self.shown}", shown(text), certain=True)
        return relation

    def _of_holder(self, bare: str, relation: Relation) -> Relation:
        """Relate an answer that may tell the accepted name with their post, or with another one."""
        said = _HOLDER.fullmatch(bare)
        own = [each for each in self.holders if said and key(each["name"]) == key(said["name"])]
        if said is None or not own:
            return relation
        if any(_is_same(said["post"], each["post"]) and _titled(said, each) for each in own):
            alike = Relation(Reason.ALIAS, f"the name with the post, {self.shown}", shown(bare), certain=True)
            return relation if relation.reason in ACCEPTED else alike
        return Relation(Reason.WRONG_NAME, f"the {said['post']}, accepted {self.shown}", shown(bare))


def _titled(said: re.Match[str], own: re.Match[str]) -> bool:
    return said["title"] is None or own["title"] is None or said["title"].lower() == own["title"].lower()


def _is_same(one: str, other: str) -> bool:
    """Return whether two posts are one by their last words, or by a word that means nearly the same."""
    mine, its = key(one), key(other)
    return bool(mine and its) and (mine == its or bool(nearly_possible(mine[-1]) & nearly_possible(its[-1])))


def _told(text: str) -> Words:
    return tuple(word for word in key(text) if word not in SMALL)


def _forms(text: str) -> Iterator[Words]:
    """Yield the words of a post in each order in which it may be told, with the unit that it leads and without."""
    post = _POST.fullmatch(text.strip(" ."))
    if post is None:
        return
    role, what = _told(post["role"]), post["what"]
    for of in (what, _UNIT.sub("", what) if _UNIT.search(what) and what.count(" ") else what):
        yield from ((*role, *_told(of)), (*_told(of), *role))


def post_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for a post that is asked for, or for somebody who is accepted with theirs, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    texts = [text for text in question.accepted if len(text) <= SHORT]
    forms = frozenset(form for text in texts for form in _forms(text)) if _ASKED.search(question.text) else frozenset()
    holders = tuple(
        found
        for text in texts
        if ("," in text or "(" in text) and (found := _HOLDER.fullmatch(text)) and _is_of_person(found)
    )
    return PostGold(texts, forms, holders, plain) if forms or holders else plain


def _is_of_person(found: re.Match[str]) -> bool:
    """Return whether a name beside a post is somebody's by its title."""
    return found["title"] is not None and found["post"].islower() and found["name"][:1].isupper()
