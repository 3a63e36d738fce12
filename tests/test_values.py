"""Values are made quickly, and are in every other way what frozen dataclasses with slots are."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from qa_eval.model import Prediction, Score, Verdict
from qa_eval.values import value


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 3
    parts: dict[str, int] = field(default_factory=dict)


@value
class Quick:
    name: str
    size: int = 3
    parts: dict[str, int] = field(default_factory=dict)


MADE = {"by place": (("a", 4, {"b": 1}), {}), "by name": (("a",), {"parts": {"c": 2}}), "by default": (("a",), {})}


@pytest.mark.parametrize(("places", "names"), MADE.values(), ids=MADE)
def test_a_quick_value_holds_what_a_plain_one_holds(places, names):
    plain, made = Plain(*places, **names), Quick(*places, **names)
    assert asdict(made) == asdict(plain)
    assert repr(made) == repr(plain).replace("Plain", "Quick")
    assert type(made) is Quick
    assert made == Quick(*places, **names) != Quick("z")


@pytest.mark.parametrize("wrong", [((), {}), (("a", 1, {}, 2), {}), (("a",), {"colour": 1})])
def test_a_quick_value_takes_what_a_plain_one_takes(wrong):
    for kind in (Plain, Quick):
        with pytest.raises(TypeError):
            kind(*wrong[0], **wrong[1])


def test_the_parameters_of_a_quick_value_are_seen():
    plain, made = inspect.signature(Plain).parameters, inspect.signature(Quick).parameters
    assert list(made) == list(plain)
    assert [made[name].annotation for name in made] == [plain[name].annotation for name in plain]
    assert made["size"].default == plain["size"].default


def test_a_default_that_is_made_is_made_anew_for_each():
    assert Quick("a").parts is not Quick("b").parts


def test_a_quick_value_stays_as_it_is():
    made = Quick("a")
    with pytest.raises(FrozenInstanceError):
        made.size = 4
    with pytest.raises(FrozenInstanceError):
        del made.size
    with pytest.raises((AttributeError, TypeError, FrozenInstanceError)):
        made.colour = 1
    assert not hasattr(made, "__dict__")


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, replace, *(lambda v, n=n: pickle.loads(pickle.dumps(v, n)) for n in range(6))],  # noqa: S301 - what was just written
)
def test_a_copy_is_equal_and_of_the_same_kind(again):
    score = Score(Verdict.CORRECT, 1.0, "exact", "the same", "5 km")
    for made in (Quick("a", 1, {"b": 2}), Prediction("5 km", 0.5, details={"confidence": 1}), score):
        assert again(made) == made
        assert type(again(made)) is type(made)
    assert hash(again(score)) == hash(score)


def test_nothing_is_derived_from_a_quick_value():
    with pytest.raises(TypeError, match="Longer: no class is derived from Quick"):
        type("Longer", (Quick,), {})


def test_a_class_that_checks_its_fields_cannot_be_a_value():
    class Checked:
        name: str

        def __post_init__(self):
            raise ValueError

    with pytest.raises(TypeError, match="Checked has a __post_init__"):
        value(Checked)


def test_a_value_keeps_the_methods_of_its_class():
    @value
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

        def __eq__(self, other):
            return self.name.lower() == other.name.lower()

        def __hash__(self):
            return hash(self.name.lower())

    assert repr(Named("a")) == "<a>"
    assert Named("a") == Named("A")
    assert hash(Named("a")) == hash(Named("A"))


def test_values_of_different_classes_are_not_equal():
    @value
    class Other:
        name: str
        size: int = 3
        parts: dict[str, int] = field(default_factory=dict)

    assert Quick("a") != Other("a")
    assert Quick("a") != ("a", 3, {})


def test_a_reader_of_the_signature_sees_what_a_default_that_is_made_anew_is():
    assert "details: 'Mapping[str, JsonValue]' = dict()" in str(inspect.signature(Prediction))
    assert Prediction("one").details is not Prediction("two").details
