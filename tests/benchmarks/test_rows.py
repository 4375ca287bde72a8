from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import rows
from benchmarks.rows import Row


def test_a_bar_is_held_against_the_ratio_when_there_is_a_floor() -> None:
    assert Row(name="note", value=3.0, unit="ms", floor=2.0, bar=1.5).ok
    assert not Row(name="note", value=3.1, unit="ms", floor=2.0, bar=1.5).ok
    assert not Row(name="note", value=3.0, unit="ms", floor=2.0, bar=1.5, absolute=True).ok
    assert not Row(name="notes", value=900, unit="per s", bar=1000, at_least=True).ok


def test_the_table_says_what_every_bar_is_held_against() -> None:
    lines = rows.table(
        [
            Row(name="note durable", value=2.5, unit="ms", floor=2.0, bar=1.5),
            Row(name="window", value=900, unit="ms", bar=500),
            Row(name="size", value=12, unit="MB"),
        ]
    ).splitlines()
    assert lines[2].split() == ["note", "durable", "2.5", "ms", "2", "1.25", "≤", "1.5", "×", "yes"]
    assert lines[3].split() == ["window", "900", "ms", "≤", "500", "NO"]
    assert lines[4].split() == ["size", "12", "MB"]


@pytest.mark.parametrize(("bar", "code"), [(3.0, 0), (1.0, 1)])
def test_writes_every_row_and_tells_whether_all_bars_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bar: float, code: int
) -> None:
    row = Row(name="open", value=4.0, unit="s", floor=2.0, bar=bar)
    monkeypatch.setattr(rows, "measure", lambda _prefix, _only: [row])
    out = tmp_path / "new" / "bench.json"
    assert rows.main(["--out", str(out)]) == code
    assert json.loads(out.read_text("utf-8")) == [
        {"name": "open", "value": 4.0, "unit": "s", "floor": 2.0, "ratio": 2.0, "bar": bar, "ok": code == 0}
    ]


def test_nothing_measured_is_not_a_success(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    assert rows.main(["--only", "no such module", "--out", str(out)]) == 2
    assert not out.exists()


def test_a_long_trial_can_be_cut_short_but_never_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(rows.SCALE, raising=False)
    assert rows.scaled(400) == 400
    monkeypatch.setenv(rows.SCALE, "0.1")
    assert rows.scaled(400) == 40
    monkeypatch.setenv(rows.SCALE, "0.001")
    assert rows.scaled(400) == 1
