"""What the kill trials share: the count of a trial, and what is wrong with a file after a kill."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.rows import Row
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.store.keys import Key
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.cli.program import ROOT

PER_FILE = 50
"""Kills before a new file is begun."""
ENOUGH = 5
"""Acknowledged gestures per kill, on average, below which a trial has proved nothing."""
_BROKEN = {"check.integrity", "check.references"}


@dataclass
class Count:
    """What came of a trial.

    Attributes:
        acknowledged: Gestures the program said were safe before it was killed.
        journals: Kills in the middle of a write: SQLite had to take something back.
        idle: Kills before anything was acknowledged in that run.
        backups: Backups that were left, looked at as well.
        lost, torn, corrupt: Gestures that are not there although acknowledged; files of which edits are there
            in part; files that are not whole or do not open.
        refused: Starts after a kill that did not come to life.
        faults: The first of all that, in words.
    """

    kills: int = 0
    acknowledged: int = 0
    journals: int = 0
    idle: int = 0
    backups: int = 0
    lost: int = 0
    torn: int = 0
    corrupt: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list[str])

    @property
    def bad(self) -> int:
        """Return how much is wrong."""
        return self.lost + self.torn + self.corrupt + self.refused

    def blame(self, what: str, words: str, number: int = 1) -> None:
        """Count a fault."""
        setattr(self, what, getattr(self, what) + number)
        if number and len(self.faults) < 5:
            self.faults.append(f"kill {self.kills}, {what}: {words}")

    def rows(self, name: str) -> list[Row]:
        """Return what must hold; a trial in which hardly anything was acknowledged fails."""
        for fault in self.faults:
            print(f"  {name}: {fault}", flush=True)
        least = self.kills * ENOUGH
        return [
            Row(name=f"{name}: kills", value=self.kills, unit="kills"),
            Row(name=f"{name}: in the middle of a write", value=self.journals, unit="kills"),
            Row(name=f"{name}: backups looked at", value=self.backups, unit="files"),
            Row(
                name=f"{name}: acknowledged",
                value=self.acknowledged,
                unit="gestures",
                bar=least,
                at_least=True,
            ),
            *(
                Row(name=f"{name}: {what}", value=getattr(self, what), unit=unit, bar=0, absolute=True)
                for what, unit in (
                    ("lost", "gestures"),
                    ("torn", "files"),
                    ("corrupt", "files"),
                    ("refused", "starts"),
                )
            ),
        ]


def control(name: str, count: Count, wanted: str) -> Row:
    """Return that a fault put in on purpose was caught."""
    return Row(name=f"{name}: caught", value=getattr(count, wanted), unit=wanted, bar=1, at_least=True)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a program that keeps everything in ``folder``."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
        "QT_QPA_PLATFORM": "offscreen",
        "FACILITATOR_SESSIONS": str(folder),
        "FACILITATOR_CONFIG": str(folder / "config"),
        "FACILITATOR_DATA": str(folder / "kept"),
    }


def look_at(
    count: Count, path: Path, key: Key | None, judge: Callable[[State], Mapping[str, Iterable[str]]]
) -> None:
    """Open a file after a kill as the next start does, check all of it, and count what is wrong.

    Args:
        judge: Returns lists of words under ``lost``, ``torn`` and ``corrupt``.
    """
    journal = journal_of(path)
    count.journals += journal.exists() and journal.stat().st_size > 0
    try:
        # Whoever only looks must find the same as whoever goes on writing.
        readonly = count.kills % 2 == 1
        with SessionStore.open(path, source="toets", readonly=readonly, key=key) as store:
            codes = set(store.check())
            found = judge(store.state)
    except UserError as error:
        # Marks, and the values in each row, are checked by opening.
        count.blame("corrupt", f"{error.code} {error.details.get('detail', '')}")
        return
    if codes & _BROKEN:
        count.blame("corrupt", " ".join(sorted(codes)))
    if codes - _BROKEN:
        count.blame("torn", " ".join(sorted(codes)))
    for what, words in found.items():
        for word in words:
            count.blame(what, word)
