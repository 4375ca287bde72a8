"""Kill the real window at random while somebody works in it, on one file again and again; count what is lost.

What the window showed as safe (the tick on a note; "all saved" after grouping, undo, redo or erasing) must be
so after the kill; what was being done must be there whole or not at all. Two windows with a fault put in (a
tick before the note is durable; an edit in pieces) must be caught. ``python -m benchmarks.soak_window 20``
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from benchmarks.killing import PER_FILE, Count, control, environment, look_at
from benchmarks.rows import Progress, Row, Skipped, scaled, table
from facilitator.content.library import Library
from facilitator.domain.entities import Note
from facilitator.domain.state import State
from facilitator.services.dialogue import DialogueSetup, create_dialogue, new_meeting
from facilitator.store.keys import Key, random_key
from facilitator.store.session import SessionStore
from tests.cli.program import ROOT

KILLS = 400
CONTROLS = 20
MOST = 20
EARLY = 0.05
DURING = 0.7
"""Share of the kills that come after something was begun, not after it was safe."""
START_SECONDS = 1.0
PATIENCE = 60
"""Seconds after which a window that shows nothing new hangs."""
COMMIT_SECONDS = (0.015, 0.06, 0.2)
"""A kill comes within one of these: a write lasts as long as the disk and the other programs let it."""


@dataclass
class Known:
    """What must be in a file, and what may be.

    Attributes:
        texts: Of every acknowledged note that is to be seen.
        gone: Notes that are not to be seen, each with whether its words must have gone for good.
        groups: Title of an insight -> its notes when it was made.
        open: What was being done when the kill came: kind and what it is about.
    """

    texts: dict[str, str] = field(default_factory=dict[str, str])
    gone: dict[str, bool] = field(default_factory=dict[str, bool])
    groups: dict[str, list[str]] = field(default_factory=dict[str, "list[str]"])
    open: list[Any] = field(default_factory=list[Any])
    words: dict[str, str] = field(default_factory=dict[str, str])

    def will(self, kind: str, *about: Any) -> None:  # noqa: ANN401
        """Take note of what is going to be done."""
        if kind != "note":
            self.open = [kind, *about]

    def did(self, kind: str, *about: Any) -> None:  # noqa: ANN401
        """Take note of what the window showed as safe."""
        if kind == "note":
            self.texts[about[0]] = self.words[about[0]] = about[1]
            return
        self.open = []
        if kind == "group":
            self.groups[about[0]] = list(about[1])
        elif kind == "redo":
            self.gone.pop(about[0], None)
            self.texts[about[0]] = self.words[about[0]]
        else:
            self.texts.pop(about[0], None)
            self.gone[about[0]] = kind == "erase"

    def judge(self, state: State) -> dict[str, list[str]]:
        """Return what is lost, torn or strange; what was being done may have been done or not."""
        self._settle(state)
        return {"lost": self._lost(state), "torn": self._torn(state), "corrupt": self._strange(state)}

    def _settle(self, state: State) -> None:
        """Let what was being done count as done when it is there."""
        if not self.open:
            return
        kind, *about = self.open
        self.open = []
        if kind == "group":
            if any(insight.title == about[0] for insight in state.insights):
                self.groups[about[0]] = list(about[1])
        elif (state.note(about[0]) is not None) == (kind == "redo"):
            self.did(kind, *about)

    def _lost(self, state: State) -> list[str]:
        there = {note.id: note.text for note in state.notes}
        titles = {insight.title for insight in state.insights}
        found = [id for id, text in self.texts.items() if there.get(id) != text]
        lost = [f"{id}: {self.texts.pop(id)[:60]}" for id in found]
        back = [id for id in self.gone if id in there]
        lost += [f"{id}: not {'erased' if self.gone.pop(id) else 'undone'}" for id in back]
        lost += [
            f"{id}: its words are there still"
            for id, for_good in self.gone.items()
            if for_good and isinstance(row := state.get("note", id), Note) and row.text
        ]
        for title in [title for title in self.groups if title not in titles]:
            lost.append(title)
            del self.groups[title]
        return lost

    def _torn(self, state: State) -> list[str]:
        torn: list[str] = []
        for insight in state.insights:
            wanted = {id for id in self.groups.get(insight.title, ()) if id in self.texts}
            placed = {note.id for note in state.notes if insight.id in note.insights}
            later = {id for id in wanted - placed if (note := state.note(id)) is not None and note.insights}
            if not wanted <= placed | later:
                torn.append(f"{insight.title}: {len(placed)} of {len(wanted)} notes")
        return torn

    def _strange(self, state: State) -> list[str]:
        """Return texts nobody typed: a note that has no tick yet may be there, but only as it was typed."""
        return [note.text[:60] for note in state.notes if not note.text.startswith("start ")]


@contextmanager
def _patience(pid: int, count: Count) -> Generator[None]:
    """Kill a window that does not answer at all, and blame it: the trial must end some day."""

    def give_up() -> None:
        count.blame("refused", f"no answer in {PATIENCE} s")
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(PATIENCE, give_up)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class Windows:
    """The process that forks a window for each kill."""

    def __init__(self, folder: Path, fault: str, key: Key | None) -> None:
        self._fault = fault
        self._key = key
        with (folder / "stderr.txt").open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.window_hands"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=ROOT,
                env=environment(folder),
            )
        self._in = cast("IO[bytes]", self._process.stdin)
        self._out = cast("IO[bytes]", self._process.stdout)

    def kill_one(self, file: Path, chance: random.Random, count: Count, known: Known) -> None:
        """Let a window work on ``file``, kill it at some moment, and take note of what it showed."""
        key = (self._key.raw + self._key.salt).hex() if self._key is not None else ""
        own = {
            name: value for name, value in environment(file.parent).items() if name.startswith("FACILITATOR_")
        }
        given = {"path": str(file), "folder": str(file.parent), "fault": self._fault, "key": key, **own}
        self._in.write((json.dumps(given) + "\n").encode())
        self._in.flush()
        pid = int(self._line()[1])
        early = chance.random() < EARLY
        if early:
            time.sleep(chance.uniform(0, START_SECONDS))
        else:
            with _patience(pid, count):
                self._watch(chance.randint(1, MOST), count, known, doing=chance.random() < DURING)
            time.sleep(chance.uniform(0, chance.choice(COMMIT_SECONDS)))
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        seen = self._watch(0, count, known)
        count.idle += not seen and early

    def _watch(self, wanted: int, count: Count, known: Known, *, doing: bool = False) -> int:
        """Read until so many gestures are safe (and one more begun), or to the end when none are wanted."""
        seen, what = 0, ""
        while not wanted or seen < wanted or (doing and what != "will"):
            what, *about = self._line()
            if what == "gone":
                break
            if what == "failed":
                count.blame("refused", about[0])
                break
            if what == "will":
                known.will(*about)
            elif what == "did":
                known.did(*about)
                seen += 1
        count.acknowledged += seen
        return seen

    def _line(self) -> list[Any]:
        """Return the next line; the one a kill cut off tells nothing."""
        while True:
            raw = self._out.readline()
            if not raw:
                raise RuntimeError("the process that makes windows has ended")
            try:
                return cast("list[Any]", json.loads(raw))
            except ValueError:
                continue

    def close(self) -> None:
        """End the process."""
        self._in.close()
        self._process.wait()
        self._out.close()


def kill_windows(kills: int, seed: int, *, fault: str = "", key: Key | None = None) -> Count:
    """Kill so many windows and return what came of it.

    Args:
        fault: Name of what is put in on purpose.
        key: Encrypts the files.
    """
    count, chance, progress = Count(), random.Random(seed), Progress("kills", kills)
    with tempfile.TemporaryDirectory() as name:
        windows = Windows(Path(name), fault, key)
        try:
            for number in range(-(-kills // PER_FILE)):
                file, known = _new_file(Path(name) / str(number), key), Known()
                for _ in range(min(PER_FILE, kills - count.kills)):
                    windows.kill_one(file, chance, count, known)
                    count.kills += 1
                    progress.step()
                    look_at(count, file, key, known.judge)
                count.backups += _backups(file.parent, key, count)
        finally:
            windows.close()
    return count


def _backups(folder: Path, key: Key | None, count: Count) -> int:
    """Return how many backups the killed windows left; each must be whole, whenever the kill came."""
    found = list((folder / "kept" / "backups").glob("*/*.dialoog"))
    for path in found:
        look_at(count, path, key, lambda _state: {})
    return len(found)


def _new_file(folder: Path, key: Key | None) -> Path:
    folder.mkdir()
    plain, secret = folder / "avond.dialoog", folder / "geheim.dialoog"
    setup = DialogueSetup(title="Zorg", question="Wat moet dichtbij blijven?")
    with create_dialogue(plain, setup, Library(ROOT / "resources"), "laptop-1") as store:
        new_meeting(store, name="Eerste avond", tables=4)
        store.wait_saved()
        rows = store.log_rows()
    if key is None:
        return plain
    with SessionStore.create(secret, source="laptop-1", key=key, identity=b"") as store:
        store.absorb(rows)
    return secret


def rows() -> list[Row]:
    """Try plain and encrypted, and both windows with a fault.

    Raises:
        Skipped: processes cannot be forked here.
    """
    if not hasattr(os, "fork"):
        raise Skipped("this system cannot fork a process")
    kills, controls = scaled(KILLS), max(scaled(CONTROLS), 3)
    plain = kill_windows(kills, 1)
    secret = kill_windows(-(-kills // 4), 2, key=random_key())
    early = kill_windows(controls, 3, fault="early")
    pieces = kill_windows(controls, 4, fault="pieces")
    return [
        *plain.rows("window"),
        *secret.rows("window, encrypted"),
        control("window, tick before the note is durable", early, "lost"),
        control("window, edits in pieces", pieces, "torn"),
    ]


def _main() -> int:
    found = kill_windows(int(sys.argv[1]), time.time_ns()).rows("window") if len(sys.argv) > 1 else rows()
    print(table(found))
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    sys.exit(_main())
