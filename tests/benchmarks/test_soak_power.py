"""Power cuts, a few of them; ``make soak`` makes thousands."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import soak_power
from benchmarks.soak_power import Disk, outcome
from facilitator.store.keys import random_key
from tests.helpers import vfs

pytestmark = pytest.mark.skipif(bool(vfs.refusal()), reason=vfs.refusal() or "-")


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak_power, "EDITS", 30)


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_no_power_cut_takes_what_was_ticked(encrypted: bool) -> None:
    with soak_power.fast_folder() as folder:
        found = outcome(folder, 60, key=random_key() if encrypted else None)
    assert (found.lost, found.damaged) == (0, 0)
    assert found.hot >= 15
    assert found.ticked >= soak_power.FIRST


@pytest.mark.parametrize("synchronous", [1, 0], ids=["NORMAL", "OFF"])
def test_with_fewer_syncs_loss_is_found(synchronous: int) -> None:
    with soak_power.fast_folder() as folder:
        found = outcome(folder, 60, synchronous=synchronous)
    assert found.lost + found.damaged > 0


def test_the_disk_keeps_what_was_synced_and_loses_what_was_not(tmp_path: Path) -> None:
    name, disk = str(tmp_path / "a"), Disk()
    disk.do(("write", name, 0, b"a" * 512))
    disk.do(("sync", name))
    disk.do(("write", name, 0, b"b" * 1024))
    seen = {bytes(disk.after_cut(random.Random(seed))[name]) for seed in range(40)}
    assert b"a" * 512 in seen
    assert b"b" * 1024 in seen
    assert b"a" * 512 + b"b" * 512 in seen
    assert b"b" * 512 in seen
    disk.do(("truncate", name, 256))
    disk.do(("sync", name))
    assert disk.after_cut(random.Random(1)) == {name: bytearray(b"b" * 256)}


def test_a_removal_that_was_not_synced_may_come_back(tmp_path: Path) -> None:
    name, disk = str(tmp_path / "a"), Disk()
    disk.do(("write", name, 0, b"x"))
    disk.do(("sync", name))
    disk.do(("delete", name, False))
    assert {name in disk.after_cut(random.Random(seed)) for seed in range(20)} == {True, False}
    disk.do(("sync", str(tmp_path / "b")))
    assert name not in disk.after_cut(random.Random(1))
