from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import rows, soak
from benchmarks.rows import Row, Skipped


def test_every_trial_there_is_stands_in_the_list_of_promises() -> None:
    there = {name.removeprefix("soak_") for name in rows.modules("soak")}
    assert there <= set(soak.TRIALS)


def test_each_promise_is_told_kept_broken_skipped_or_not_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def rows_of(name: str) -> list[Row]:
        if name == "soak_stick":
            raise Skipped("needs a loop device")
        return [Row(name=f"lost by {name}", value=name == "soak_kill", unit="", bar=0, absolute=True)]

    monkeypatch.setenv(rows.SCALE, "1")
    monkeypatch.setattr(rows, "rows_of", rows_of)
    monkeypatch.setattr(rows, "modules", lambda _prefix: ["soak_kill", "soak_stick", "soak_window"])
    assert soak.main(["--scale", "0.25", "--out", str(tmp_path / "soak.json")]) == 1
    said = capsys.readouterr().out
    assert "BELOW THE BAR: lost by soak_kill" in said
    assert "SKIPPED: needs a loop device" in said
    assert said.count("kept (0.0 min)") == 1
    assert said.count("NOT TRIED") == len(soak.TRIALS) - 3
    assert "SHORTENED: only 0.25 of each trial was run" in said


def test_nothing_tried_is_no_success(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(rows.SCALE, "1")
    assert soak.main(["--only", "no-such", "--out", str(tmp_path / "soak.json")]) == 2
