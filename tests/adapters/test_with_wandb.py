"""The script that the page shows hands a run to W&B, which keeps it on this machine."""

SECTION = "Weights & Biases, or anything else"


def test_each_answerer_is_a_run_of_wandb_with_figures_and_the_page(place):
    place.follow("trackers.md", SECTION, WANDB_MODE="offline")
    stored = [file.read_bytes() for file in sorted(place.folder.glob("wandb/offline-run-*/run-*.wandb"))]
    assert len(stored) == 2
    assert {name for name in (b"abstain", b"lexical") if any(name in kept for kept in stored)} == {
        b"abstain",
        b"lexical",
    }
    for kept in stored:
        assert all(name in kept for name in (b"accuracy_low", b"accuracy_high", b"north-korea-russia", b"report-"))
