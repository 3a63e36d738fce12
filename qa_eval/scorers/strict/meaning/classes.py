"""Classes by which an accepted text names what the question does: "the fruit", where it is asked about an apple."""

from __future__ import annotations

from functools import cache, lru_cache

from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex

# a line each: a class, and what belongs to it
_CLASSES = """
fruit: apple pear plum peach cherry banana orange lemon lime grape apricot mango melon pineapple strawberry raspberry avocado tomato fig
vegetable: potato carrot onion cabbage pea bean leek beetroot turnip cauliflower spinach
metal: silver copper iron gold tin lead zinc aluminium steel brass bronze magnesium sodium nickel titanium mercury
animal: dog cat horse cow sheep goat pig fox wolf bear deer rabbit hare hedgehog badger otter seal whale elephant lion tiger mouse rat bat camel
bird: swan goose duck hen owl eagle hawk falcon crow raven robin swallow swift stork heron penguin pigeon gull parrot cuckoo kingfisher ostrich
fish: salmon trout eel cod herring pike carp shark tuna mackerel perch
insect: bee wasp ant beetle butterfly moth fly mosquito locust cricket dragonfly ladybird termite
tree: oak beech birch pine spruce elm ash willow maple chestnut lime poplar larch cedar yew
plant: rose tulip nettle fern cactus sunflower orchid ivy moss heather bramble
flower: rose tulip daffodil lily orchid daisy poppy snowdrop crocus sunflower
vehicle: car lorry truck van bus tram motorcycle bicycle tractor taxi
ship: ferry trawler yacht tanker barge tug liner freighter frigate
boat: ferry canoe yacht dinghy kayak barge
building: church school house mill barn tower castle theatre museum hotel hospital library factory
instrument: violin piano flute cello guitar trumpet organ harp clarinet drum oboe
planet: venus mars mercury jupiter saturn uranus neptune earth
drink: tea coffee beer wine milk lemonade cider juice
gas: oxygen nitrogen hydrogen helium methane argon neon chlorine
dish: soup stew souffle omelette curry casserole pie pudding
""".strip()
_NAMED = regex(r"\b(?:the|its|this|that) (?P<kind>[a-z]+)\b")
_WORD = regex(r"[a-z]+")


@cache
def _members() -> dict[str, frozenset[str]]:
    lines = (line.partition(":") for line in _CLASSES.splitlines())
    return {kind: frozenset(members.split()) for kind, _, members in lines}


@lru_cache(maxsize=1024)
def by_its_name(text: str, question: str) -> str:
    """Return a text with the class of the one thing of it that the question names as that thing.

    >>> by_its_name("enzymes in the fruit react", "Why does a cut apple turn brown?")
    'enzymes in the apple react'
    >>> by_its_name("the fruit was rotten", "Why were the apples and the pears thrown away?")
    'the fruit was rotten'
    """
    asked = {singular(word) for word in _WORD.findall(question.lower())}
    for found in _NAMED.finditer(text):
        of_it = _members().get(found["kind"], frozenset()) & asked
        if len(of_it) == 1 and found["kind"] not in asked:
            return text[: found.start("kind")] + next(iter(of_it)) + text[found.end("kind") :]
    return text
