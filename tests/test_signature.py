"""Whatever could change a number is in the signature, and a difference is named."""

from dataclasses import dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import Plain, dataset

from qa_eval import signature
from qa_eval.engine import Settings, plan
from qa_eval.model import Document
from qa_eval.signature import Signature

ENTRIES = st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8), max_size=5).map(
    lambda found: Signature(tuple(found.items()))
)


def signed(of=None, answerers=("fixed:5",), scorer=None, **settings):
    return plan(of or dataset(), answerers, scorer or Plain(), Settings(**settings)).signature


def test_the_signature_of_a_run_in_full():
    made = signed(answerers=("fixed:5", "oracle"), tags=("odd", "even"), limit=3)
    assert [key for key, _ in made.entries] == [
        "qa_eval",
        "python",
        "scorer",
        "dataset",
        "documents",
        "answerer.1",
        "answerer.2",
        "timeout",
        "retries",
        "only",
        "tags",
        "limit",
        "repeat",
        "seed",
    ]
    found = dict(made.entries)
    assert found["dataset"] == f"small@1.0#{'0' * 64}"
    assert found["documents"] == dataset().documents["d0"].sha256
    assert (found["answerer.1"], found["answerer.2"]) == ("fixed:5", "oracle")
    assert (found["tags"], found["limit"], found["only"], found["seed"]) == ("odd,even", "3", "", "")


CHANGES = [
    ({"of": dataset(name="other")}, "dataset"),
    ({"of": dataset(version="2")}, "dataset"),
    ({"of": dataset(sha256="1" * 64)}, "dataset"),
    ({"of": replace(dataset(), documents={"d0": Document("d0", "another text")})}, "documents"),
    ({"answerers": ("fixed:6",)}, "answerer.1"),
    ({"answerers": ("fixed:5", "oracle")}, "answerer.2"),
    ({"timeout": 5.0}, "timeout"),
    ({"retries": 5}, "retries"),
    ({"only": ("q*",)}, "only"),
    ({"tags": ("odd",)}, "tags"),
    ({"limit": 2}, "limit"),
    ({"repeat": 2}, "repeat"),
    ({"seed": 1}, "seed"),
]


@pytest.mark.parametrize(("changes", "key"), CHANGES, ids=[key for _, key in CHANGES])
def test_what_can_change_a_number_changes_the_signature(changes, key):
    before, after = signed(), signed(**changes)
    assert [difference.key for difference in after.differences(before)] == [key]
    assert after.digest != before.digest
    assert after.text != before.text


@pytest.mark.parametrize("changes", [{"concurrency": 1}, {"rate": 5.0}, {"dry_run": True}])
def test_what_cannot_change_a_number_does_not(changes):
    assert signed(**changes) == signed()


def test_every_setting_is_in_the_signature_or_says_that_it_changes_no_number():
    silent = {part.name for part in fields(Settings) if part.metadata.get("signature") is False}
    shown = {key for key, _ in signed().entries}
    assert silent == {
        "concurrency",
        "rate",
        "dry_run",
        "executor",
        "cache",
        "judge",
        "gates",
        "reports",
    }  # a judge is there by its identity
    assert {part.name for part in fields(Settings)} == silent | (shown & {part.name for part in fields(Settings)})


def test_a_field_that_is_new_is_in_the_signature_unasked():
    @dataclass(frozen=True)
    class Later(Settings):
        temperature: float = 0.5
        colour: str = field(default="red", metadata={"signature": False})

    entries = dict(signature.of(dataset(), {}, "strict", Later()).entries)
    assert entries["temperature"] == "0.5"
    assert "colour" not in entries


def test_a_scorers_own_fields_are_in_its_name():
    @dataclass
    class Wide(Plain):
        width: int = 3

    assert dict(signed(scorer=Wide(4)).entries)["scorer"].endswith("Wide(width=4)")
    assert [d.key for d in signed(scorer=Wide(4)).differences(signed(scorer=Wide(5)))] == ["scorer"]


def test_many_documents_have_one_digest():
    one, other = dataset(4, documents=3), dataset(4, documents=4)
    found = [dict(signed(one).entries)["documents"], dict(signed(other).entries)["documents"]]
    assert found[0].startswith("3#")
    assert found[1].startswith("4#")
    changed = dict(one.documents) | {"d2": Document("d2", "changed")}
    assert dict(signed(replace(one, documents=changed)).entries)["documents"] != found[0]


def test_the_short_form_is_one_line_without_empty_entries_and_long_digests():
    made = Signature(
        (
            ("qa_eval", "1"),
            ("dataset", f"d@1#{'ab' * 32}"),
            ("only", ""),
            ("answerer.1", f"http:{'x' * 100}"),
            ("seed", "0"),
        )
    )
    text = made.text
    assert text.startswith("qa_eval=1|dataset=d@1#abababab|answerer.1=http:xxxx")
    assert text.endswith("|seed=0")
    assert "only" not in text
    assert all(len(part) < 80 for part in text.split("|"))
    changed = Signature((*made.entries[:3], ("answerer.1", f"http:{'x' * 99}y"), made.entries[4]))
    assert changed.text != text


@given(ENTRIES, ENTRIES)
def test_differences_are_what_it_takes_to_be_the_other(one, other):
    differences = one.differences(other)
    changed = dict(one.entries) | {difference.key: difference.other for difference in differences}
    assert {key: text for key, text in changed.items() if text} == {key: text for key, text in other.entries if text}
    assert {d.key for d in other.differences(one)} == {d.key for d in differences}
    assert one.differences(one) == ()
    assert one.differences(other, ignoring=[difference.key for difference in differences]) == ()


def test_a_difference_says_what_it_was_and_is():
    (difference,) = Signature((("limit", "2"),)).differences(Signature(()))
    assert str(difference) == "limit: (none) then, 2 now"
