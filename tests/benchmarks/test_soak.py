from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import rows, soak

ROW = {"name": "lost", "value": 0, "unit": "", "floor": None, "ratio": None, "bar": 0, "ok": True}
KEPT = json.dumps({"skipped": "", "rows": [ROW]})
BELOW = json.dumps({"skipped": "", "rows": [{**ROW, "ok": False}]})
SKIPPED = json.dumps({"skipped": "needs a loop device", "rows": []})
WRITE = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"


@pytest.fixture(autouse=True)
def scale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(rows.SCALE, "1")


def command(name: str, into: Path) -> Sequence[str | Path]:
    """Return processes that keep to their bar, and some that do not or do not end well."""
    told = {"kill": BELOW, "stick": SKIPPED}.get(name, KEPT)
    script = {"power": "import os; os.kill(os.getpid(), 9)", "model": "import time; time.sleep(60)"}.get(
        name, WRITE
    )
    return [sys.executable, "-c", script, into, told]


def written(path: Path) -> dict[str, Any]:
    told = json.loads(path.read_text())
    return {trial["name"]: trial for trial in told["trials"]}


def test_every_trial_there_is_stands_in_the_list_of_promises() -> None:
    there = {name.removeprefix("soak_") for name in rows.modules("soak")}
    assert there == set(soak.TRIALS)


def test_each_promise_is_told_kept_broken_skipped_died_or_endless(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "soak.json"
    names = ["kill", "stick", "power", "model", "window"]
    assert soak.try_all(names, out, 0.25, command, seconds=2) == 1
    trials = written(out)
    assert {name: trial["verdict"] for name, trial in trials.items() if name != "model"} == {
        "kill": "BELOW THE BAR: lost",
        "stick": "SKIPPED: needs a loop device",
        "power": "DIED: exit code -9",
        "window": "kept",
    }
    assert trials["model"]["verdict"].startswith("NEVER ENDED")
    assert [trials[name]["ok"] for name in names] == [False, True, False, False, True]
    assert trials["window"]["rows"] == [ROW]
    said = capsys.readouterr().out
    assert "SHORTENED: only 0.25 of each trial was run" in said
    assert all(trial["verdict"] in said for trial in trials.values())


def test_what_was_tried_so_far_is_written_before_the_next_begins(tmp_path: Path) -> None:
    out = tmp_path / "soak.json"

    def looks(name: str, into: Path) -> Sequence[str | Path]:
        if name == "window":
            assert list(written(out)) == ["text"]
        return command(name, into)

    assert soak.try_all(["text", "window"], out, 1, looks) == 0
    assert list(written(out)) == ["text", "window"]


def test_nothing_tried_is_no_success(tmp_path: Path) -> None:
    assert soak.main(["--only", "no-such", "--out", str(tmp_path / "soak.json")]) == 2


def test_how_far_a_trial_is_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(rows.watched("ab", "letters", 2)) == ["a", "b"]
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(rows, "TELL_SECONDS", 0)
    assert list(rows.watched("ab", "letters", 2)) == ["a", "b"]
    assert (
        capsys.readouterr().out
        == "  letters: 1 of 2 in 0.0 min, 0.0 to go\n  letters: 2 of 2 in 0.0 min, 0.0 to go\n"
    )
