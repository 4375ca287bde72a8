"""A kill at any moment loses no note whose id was printed."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

import pytest

from facilitator.store.session import SessionStore
from tests.cli.program import PROGRAM, ROOT, dialogue, start

LINES = 1_000
ENOUGH = 20
CAPTURE = ("capture", "--persona", "fatima", "--step", "ervaren")
TOO_EARLY = (sys.executable, str(ROOT / "tests" / "cli" / "print_too_early.py"))


def killed_after(program: Sequence[str], file: Path, count: int, delay: float) -> list[str]:
    """Feed all lines, kill the program some time after it printed ``count`` ids, return the ids printed."""
    process = start([*program, *CAPTURE, file])
    stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)

    def feed() -> None:
        with suppress(OSError):
            for n in range(LINES):
                stdin.write(f"regel {n} — één zin\n".encode())
            stdin.flush()

    feeder = threading.Thread(target=feed)
    feeder.start()
    printed = [stdout.readline() for _ in range(count)]
    time.sleep(delay)
    process.kill()
    printed += stdout.readlines()
    process.wait()
    feeder.join()
    for pipe in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):
            cast("IO[bytes]", pipe).close()
    # A line the kill cut off tells no id.
    return [line.decode().strip() for line in printed if line.endswith(b"\n")]


def missing(file: Path, printed: Sequence[str], *, looking: bool = False) -> list[str]:
    """Return the printed ids whose note is not in the file with its own text."""
    with SessionStore.open(file, source="toets", readonly=looking) as store:
        assert store.check() == []
        texts = {note.id: note.text for note in store.state.notes}
    return [id for n, id in enumerate(printed) if texts.get(id) != f"regel {n} — één zin"]


def assert_nothing_lost(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    file = dialogue(tmp_path / f"{seed}.dialoog")
    printed = killed_after(PROGRAM, file, chance.randint(ENOUGH, LINES // 2), chance.uniform(0, 0.02))
    assert ENOUGH <= len(printed) < LINES, "killed too early or too late to prove anything"
    assert len(set(printed)) == len(printed)
    # Whoever only looks must find them as well as whoever goes on writing.
    assert missing(file, printed, looking=bool(seed % 2)) == []


@pytest.mark.parametrize("seed", range(4))
def test_every_printed_id_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    assert_nothing_lost(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 150))
def test_every_printed_id_is_there_after_many_kills(tmp_path: Path, seed: int) -> None:
    assert_nothing_lost(tmp_path, seed)


def test_this_trial_catches_a_program_that_prints_too_early(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    printed = killed_after(TOO_EARLY, file, LINES // 2, 0)
    assert len(printed) >= ENOUGH
    assert missing(file, printed)
