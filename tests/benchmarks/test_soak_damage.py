"""A few damaged files; ``make soak`` tries a thousand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import damaging, soak_damage
from benchmarks.damaging import WAYS
from benchmarks.soak_damage import WITHOUT_MARKS, Count, run, told
from facilitator.store.keys import random_key


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak_damage, "GESTURES", 40)


@pytest.mark.parametrize("encrypted", [False, True], ids=["open", "encrypted"])
def test_damaged_files_do_no_harm(encrypted: bool, tmp_path: Path) -> None:
    found = run(8, 5, tmp_path, key=random_key() if encrypted else None)
    assert found.files == 8
    assert (found.crashes, found.hangs, found.altered) == (0, 0, 0)
    assert (found.changed, found.unnoticed, found.invented, found.broken) == (0, 0, 0, 0)
    assert found.codes.total() > 0


def test_without_marks_changed_words_are_taken_for_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soak_damage, "WAYS", (damaging._letters,))
    assert run(10, 6, tmp_path, more=[WITHOUT_MARKS]).changed > 0


def test_every_way_of_damaging_changes_the_file() -> None:
    for way in WAYS:
        raw = bytearray(random.Random(1).randbytes(40_960))
        before = bytes(raw)
        for seed in range(5):
            way(raw, random.Random(seed))
            if raw != before:
                break
        assert raw != before, way


def test_whatever_went_wrong_is_below_the_bar() -> None:
    good = Count(files=8, opened=3, saved_notes=200)
    good.codes["refused: store.damaged"] = 5
    assert all(row.ok for row in told(good, ""))
    for name in ("crashes", "hangs", "altered", "changed", "invented", "broken", "unnoticed"):
        wrong = Count(files=8, saved_notes=200)
        setattr(wrong, name, 1)
        wrong.codes["refused: store.damaged"] = 5
        assert [row.ok for row in told(wrong, "")].count(False) == 1, name
    assert not all(row.ok for row in told(Count(files=8), ""))
