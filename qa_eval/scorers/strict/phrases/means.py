"""By what means, in exchange for what and only whom, in other words: "took the train" for "by train", "nobody but members"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MEANS = regex(r"(?:with|using|by using|by means of|with the help of)\s+(?=[a-z])", re.IGNORECASE)
_EXCHANGED = regex(r"in (?:exchange|return) for\s+(?=\w)", re.IGNORECASE)
_ONLY = regex(r"(?:only|nobody but|no one but|none but|just|exclusively)\s+(?P<what>[a-z][^,;.]*)", re.IGNORECASE)
_ONLY_BEHIND = regex(r"(?P<what>[a-z]+(?: [a-z]+)?) only", re.IGNORECASE)
_PAID_WITH = frozenset(("cash", "card", "cheque", "coins", "cards", "credit card"))
_AT_A_TIME = regex(r"(?:an?|one) (?P<what>[a-z]{3,}) at a time", re.IGNORECASE)
_ASKS_HOW = regex(r"\bhow\b|\bby what\b|\bmeans of (?:transport|travel)\b", re.IGNORECASE)
_TRANSPORT = regex(
    r"(?:by|on the|on a|in a|with the)\s+(?P<what>train|bus|car|taxi|plane|ferry|boat|ship|tram|bike|bicycle|metro|underground|coach|helicopter|van|lorry|truck|horse|sledge)",
    re.IGNORECASE,
)
_MEDIUM = regex(
    r"(?:by|by means of|via|over|over the|on the|through the|using|using an?|using the|with an?|per)\s+(?P<what>radio|phone|telephone|telegraph|telegram|letter|e-?mail|post|mail|text message|text|SMS|fax|satellite|loudspeaker|walkie-talkie|intercom|internet|video link|courier)",
    re.IGNORECASE,
)
_ALSO_CALLED = {"phone": ("telephone",), "telephone": ("phone",), "post": ("mail",), "mail": ("post",), "email": ("e-mail",), "e-mail": ("email",), "text": ("text message",), "text message": ("text",)}  # fmt: skip
_VIA = regex(r"(?:via|by way of|through) (?P<where>(?:the )?[A-Z][\w'’-]*(?: (?:and )?[A-Z][\w'’-]*)*)")
_CONTRASTED = regex(
    r"(?P<one>(?:very |rather |quite )?(?!(?:nothing|all|anything|none|last|first|one|two|no|everyone|everything|everybody|nobody|never|not|and)\b)[a-z-]{3,}),? (?:but|yet|though|although|and yet|but also|if) (?:also )?(?P<two>(?:very |rather |quite )?(?!(?:not|never|no|one|two|to|for|only|also|very|rather|quite|any)\b)[a-z-]{3,})"
)
_WRITTEN_TO = regex(
    r"(?P<by>by |to |you |they )?(?P<what>e-?mail|phone|telephone|call|ring|text)(?:ing)? (?P<whom>(?:the )?[A-Za-z][\w'-]*(?: [\w'-]+){0,3})"
)
_ONES_OWN = regex(r"(?P<whose>their|his|her|your|its|one's|our|my) own (?P<what>[a-z].*)")
_UNTIL = regex(
    r"(?:until|till) (?:(?:it|they) (?:is|are|gets?|becomes?|turns?|goes) )?(?P<how>[a-z]+(?: (?:and|but) [a-z]+)?)"
)
_A_LITTLE = regex(
    r"(?P<lead>(?:(?:it|they|he|she) (?:is|are|was|were) )?)(?P<much>slightly|somewhat|a little|a bit|a little bit) (?P<how>[a-z]+er|(?:more|less) [a-z]+)(?P<rest>(?: than .*)?)"
)
_ALSO_MORE = {"cooler": "colder", "colder": "cooler", "bigger": "larger", "larger": "bigger"}
_DRIVING = {
    "car": ("driving", "drove", "they drove", "by driving"), "plane": ("flying", "flew", "they flew", "by air"), "bike": ("cycling", "cycled", "by bicycle"),
    "bicycle": ("cycling", "cycled", "by bike"), "ship": ("sailing", "sailed", "by sea"), "boat": ("sailing", "sailed"), "horse": ("riding", "rode", "on horseback"),
}  # fmt: skip


def by_other_means(texts: Sequence[str], question: str) -> Iterator[str]:
    """Yield other ways to tell means, exchanges and exclusions.

    >>> list(by_other_means(("in exchange for nectar",), ""))[0], "took the train" in by_other_means(("by train",), "How did he come?")
    ('nectar', True)
    >>> "took the train" in by_other_means(("on the train",), "Where did they meet?")
    False
    """
    yield from _by_means(texts)
    yield from _in_exchange(texts)
    yield from _nobody_else(texts)
    yield from _one_by_one(texts)
    yield from _by_way_of(texts)
    yield from _contrasted(texts)
    yield from _written_to(texts)
    yield from _ones_own(texts)
    yield from _until(texts)
    yield from _a_little(texts)
    if _ASKS_HOW.search(question):
        yield from _by_transport(texts)
        yield from _by_medium(texts)


def _by_means(texts: Sequence[str]) -> Iterator[str]:
    """Yield "using sand" and the like for "with sand"."""
    for text in texts:
        means = _MEANS.match(text)
        if means:
            yield from (
                f"{by} {text[means.end() :]}" for by in ("with", "using", "by using", "by means of", "with the help of")
            )


def _in_exchange(texts: Sequence[str]) -> Iterator[str]:
    """Yield "transport" and "in return for transport" for "in exchange for transport"."""
    for text in texts:
        given = _EXCHANGED.match(text)
        if given:
            yield from (f"{lead}{text[given.end() :]}" for lead in ("", "for ", "in return for ", "in exchange for "))


def _one_by_one(texts: Sequence[str]) -> Iterator[str]:
    """Yield "page by page" and the like for "a page at a time"."""
    for text in texts:
        found = _AT_A_TIME.fullmatch(text)
        if found:
            yield from (
                f"{found['what']} by {found['what']}",
                f"one {found['what']} at a time",
                f"a {found['what']} at a time",
            )


def _nobody_else(texts: Sequence[str]) -> Iterator[str]:
    """Yield "nobody but members" and the like for "only members"."""
    for text in texts:
        only = _ONLY.fullmatch(text) or _ONLY_BEHIND.fullmatch(text)
        if only:
            what = only["what"]
            if what.lower() in _PAID_WITH:
                yield from (
                    f"{lead} {way} {what}" for lead in ("only", "nothing but", "just") for way in ("in", "with", "by")
                )
                yield f"nothing but {what}"
            yield from (
                f"{lead} {what}" for lead in ("only", "nobody but", "no one but", "none but", "just", "exclusively")
            )
            yield f"{what} only"


def _by_transport(texts: Sequence[str]) -> Iterator[str]:
    """Yield "took the train" for "by train", "walking" for "on foot", "drove" for "by car"."""
    for text in texts:
        if text.lower() in ("on foot", "by foot"):
            yield from ("walking", "by walking", "walked", "you walk", "walk")
        by = _TRANSPORT.fullmatch(text)
        if by:
            what = by["what"].lower()
            yield from (
                f"{took} {which} {what}"
                for took in ("took", "take", "taking", "rode", "used")
                for which in ("the", "a", "his", "her", "their")
            )
            yield from _DRIVING.get(what, ())


def _by_way_of(texts: Sequence[str]) -> Iterator[str]:
    """Yield "by way of Cork" and "through Cork" for "via Cork"."""
    for text in texts:
        via = _VIA.fullmatch(text)
        if via:
            yield from (f"{way} {via['where']}" for way in ("via", "by way of", "through"))


def _by_medium(texts: Sequence[str]) -> Iterator[str]:
    """Yield "over the phone", "using the phone" and the like for "by phone"."""
    for text in texts:
        by = _MEDIUM.fullmatch(text)
        for what in (by["what"], *_ALSO_CALLED.get(by["what"].lower(), ())) if by else ():
            yield from (
                f"{way} {what}"
                for way in ("by", "via", "over the", "over", "on the", "through the", "by means of", "per")
            )
            yield from (
                f"{use} {which}{what}" for use in ("using", "used", "use") for which in ("", "the ", "a ", "their ")
            )
            yield f"with a {what}"


def _contrasted(texts: Sequence[str]) -> Iterator[str]:
    """Yield "fair but strict", "strict yet fair" and the like for "strict but fair"."""
    for text in texts:
        both = _CONTRASTED.fullmatch(text)
        for one, two in (both.groups(), both.groups()[::-1]) if both else ():
            yield from (
                f"{one} {joint} {two}" for joint in ("but", "yet", "and", "and yet", "but also", "though", "if")
            )


def _written_to(texts: Sequence[str]) -> Iterator[str]:
    """Yield "sending Ann an email" and the like for "by emailing Ann"."""
    for text in texts:
        to = _WRITTEN_TO.fullmatch(text)
        if to is None:
            continue
        what, whom = to["what"], to["whom"]
        if what in ("email", "e-mail", "text"):
            yield from (
                f"{verb} {whom} an email".replace("an email", "an email" if what != "text" else "a text message")
                for verb in ("send", "sending", "write", "writing")
            )
            yield from (
                f"{verb} an {what} to {whom}".replace("an text", "a text")
                for verb in ("send", "sending", "write", "writing", "with", "by")
            )
        else:
            yield from (f"{verb} {whom} a {noun}" for verb in ("give", "giving") for noun in ("call", "ring"))
            yield from (
                f"{verb} {whom}"
                for verb in ("call", "calling", "phone", "phoning", "ring", "ringing", "telephone", "telephoning")
            )
        yield from (f"{what} {whom}", f"by {what} to {whom}")


def _ones_own(texts: Sequence[str]) -> Iterator[str]:
    """Yield "their mug" and "a mug" for "their own mug"."""
    for text in texts:
        own = _ONES_OWN.fullmatch(text)
        if own:
            yield from (f"{led}{own['what']}" for led in (f"{own['whose']} ", "a ", "your ", ""))
            yield f"{own['what']} of {own['whose']} own"


def _until(texts: Sequence[str]) -> Iterator[str]:
    """Yield "till it is soft" and the like for "until soft"."""
    for text in texts:
        until = _UNTIL.fullmatch(text)
        if until:
            yield from (
                f"{led} {state}{until['how']}"
                for led in ("until", "till")
                for state in ("", "it is ", "it gets ", "it becomes ", "it turns ", "they are ", "they get ")
            )


def _a_little(texts: Sequence[str]) -> Iterator[str]:
    """Yield "a bit cooler" and the like for "slightly cooler"."""
    for text in texts:
        told = _A_LITTLE.fullmatch(text)
        for how in (told["how"], _ALSO_MORE.get(told["how"], "")) if told else ():
            if told and how:
                yield from (
                    f"{told['lead']}{much} {how}{told['rest']}"
                    for much in ("slightly", "somewhat", "a little", "a bit", "a little bit")
                )
