"""Values are made quickly, and are in every other way what frozen dataclasses with slots are."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from qa_eval.model import Prediction, Score, Verdict
from qa_eval.values import quick


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 3
    parts: dict[str, int] = field(default_factory=dict)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    size: int = 3
    parts: dict[str, int] = field(default_factory=dict)


MADE = {"by place": (("a", 4, {"b": 1}), {}), "by name": (("a",), {"parts": {"c": 2}}), "by default": (("a",), {})}


@pytest.mark.parametrize(("places", "names"), MADE.values(), ids=MADE)
def test_a_quick_value_holds_what_a_plain_one_holds(places, names):
    plain, value = Plain(*places, **names), Quick(*places, **names)
    assert asdict(value) == asdict(plain)
    assert repr(value) == repr(plain).replace("Plain", "Quick")
    assert type(value) is Quick
    assert value == Quick(*places, **names) != Quick("z")


@pytest.mark.parametrize("wrong", [((), {}), (("a", 1, {}, 2), {}), (("a",), {"colour": 1})])
def test_a_quick_value_takes_what_a_plain_one_takes(wrong):
    for kind in (Plain, Quick):
        with pytest.raises(TypeError):
            kind(*wrong[0], **wrong[1])


def test_the_parameters_of_a_quick_value_are_seen():
    plain, value = inspect.signature(Plain).parameters, inspect.signature(Quick).parameters
    assert list(value) == list(plain)
    assert [value[name].annotation for name in value] == [plain[name].annotation for name in plain]
    assert value["size"].default == plain["size"].default


def test_a_default_that_is_made_is_made_anew_for_each():
    assert Quick("a").parts is not Quick("b").parts


def test_a_quick_value_stays_as_it_is():
    value = Quick("a")
    with pytest.raises(FrozenInstanceError):
        value.size = 4
    with pytest.raises(FrozenInstanceError):
        del value.size
    with pytest.raises((AttributeError, TypeError, FrozenInstanceError)):
        value.colour = 1
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, replace, *(lambda v, n=n: pickle.loads(pickle.dumps(v, n)) for n in range(6))],  # noqa: S301 - what was just written
)
def test_a_copy_is_equal_and_of_the_same_kind(again):
    score = Score(Verdict.CORRECT, 1.0, "exact", "the same", "5 km")
    for value in (Quick("a", 1, {"b": 2}), Prediction("5 km", 0.5, details={"confidence": 1}), score):
        assert again(value) == value
        assert type(again(value)) is type(value)
    assert hash(again(score)) == hash(score)


def test_nothing_is_derived_from_a_quick_value():
    with pytest.raises(TypeError, match="Longer: no class is derived from Quick"):
        type("Longer", (Quick,), {})


def test_only_a_dataclass_of_slots_alone_can_be_quick():
    @dataclass(frozen=True)
    class Loose:
        name: str

    @dataclass(frozen=True, slots=True)
    class Checked:
        name: str

        def __post_init__(self):
            raise ValueError

    for kind in (Loose, Checked):
        with pytest.raises(TypeError, match="is no dataclass of slots alone"):
            quick(kind)
