from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.suggest_quality import LABELS, imported, judge, main, names_of, read_labels, told

TABLE = Path(__file__).resolve().parents[1] / "data/polis-bowling-green-2018/comments.csv"


def test_purity_counts_labelled_notes_that_meet_in_a_group() -> None:
    labels = {"a": "bus", "b": "bus", "c": "tolk", "d": "huur", "x": "other", "y": "other"}
    quality = judge([["a", "b", "c"], ["d", "z"], ["x", "y"]], labels, 10)
    assert (quality.notes, quality.groups, quality.grouped) == (10, 3, 7)
    assert quality.judged == 5
    assert quality.purity == pytest.approx(2 / 5)
    assert quality.pairs == (1, 4)
    assert quality.chance == pytest.approx(1 / 15)
    assert "7 (70%) in 3 groups" in told("", quality)


def test_without_labelled_notes_that_meet_there_is_no_purity() -> None:
    quality = judge([["a", "z"]], {"a": "bus"}, 2)
    assert quality.purity is None
    assert "purity -" in told("", quality)


def test_the_sample_is_a_hundred_statements_with_themes_and_no_texts() -> None:
    labels = read_labels(LABELS)
    assert len(labels) == 100
    assert all(id.isdigit() and label.replace("_", "").isalpha() for id, label in labels.items())


def test_every_note_is_traced_to_its_statement(tmp_path: Path) -> None:
    with imported(TABLE, tmp_path) as store:
        names = names_of(store, TABLE)
        assert len(names) == len(set(names.values())) == len(store.state.notes) == 120
        note = next(note for note in store.state.notes if names[note.id] == "895")
        assert note.text.startswith("Smallhouse Rd")


def test_it_tells_how_good_the_groups_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("comment_id,label\n895,roads\n894,health\n", "utf-8")
    assert main([str(TABLE), "--labels", str(labels), "--show"]) == 0
    out = capsys.readouterr().out
    assert "statements 120, grouped" in out
    assert "[" in out
