"""Pull the stick in the middle of writing, put it back, and count what was ticked and is gone.

A file system of its own on a loop device is shut down by the kernel's own call for that, the one file
systems are tested with: from then on every access fails and what was not synced is lost. Then a copy of the
device is mounted in the same place, as a stick that is put back. Linux, root.
"""

from __future__ import annotations

import importlib
import os
import random
import shutil
import struct
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from benchmarks.rows import Row, Skipped, scaled, watched
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import rescuing
from facilitator.store import engine, files, projection, writer
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.helpers import mounts
from tests.store.builders import add_note, living

PULLS = 120
CONTROL_PULLS = 15
SIZE = 24 << 20
SHUT_DOWN, WITHOUT_FLUSH = 0x8004587D, 2
"""FS_IOC_GOINGDOWN of the kernel, and its flag that loses what was not synced."""
ENOUGH = 3
"""Edits ticked per pull, on average, below which a trial has proved nothing."""


@dataclass
class Count:
    """What came of a number of pulls.

    Attributes:
        ticked: Edits ticked before a pull began.
        lost: Of those, gone from the stick when it was put back.
        damaged: Sticks whose dialogue was not whole when put back.
        not_kept: Pulls after which the rescue file did not hold everything with its history.
        not_healed: Sticks put back that did not hold everything, once, soon after.
        codes: What people were told, and how often.
    """

    pulls: int = 0
    ticked: int = 0
    lost: int = 0
    damaged: int = 0
    not_kept: int = 0
    not_healed: int = 0
    codes: Counter[str] = field(default_factory=Counter[str])


def refusal() -> str:
    """Return why no stick can be pulled here, empty when it can."""
    if why := mounts.refusal():
        return why
    missing = [name for name in ("mkfs.ext4", "mount", "umount") if shutil.which(name) is None]
    return f"there is no {missing[0]} here" if missing else ""


def _do(*words: str | Path) -> None:
    done = mounts.run(*words)
    if done.returncode:
        raise Skipped(f"{words[0]}: {done.stderr.strip()}")


@contextmanager
def _stick(folder: Path) -> Iterator[Path]:
    """Give a new stick, mounted; what is mounted there at the end goes."""
    image, place = folder / "stick.img", folder / "stick"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(SIZE)
    _do("mkfs.ext4", "-q", "-F", image)
    try:
        _do("mount", "-o", "loop", image, place)
        yield place
    finally:
        while os.path.ismount(place) and mounts.run("umount", "-l", place).returncode == 0:
            pass


def _put_back(folder: Path) -> None:
    """Mount what reached the device in the same place."""
    place, image = folder / "stick", folder / "back.img"
    _do("umount", "-l", place)
    # The device itself may still be held by what was open on it.
    shutil.copyfile(folder / "stick.img", image)
    _do("mount", "-o", "loop", image, place)


def _pull(place: Path) -> None:
    # Only where there are sticks to pull like this is there such a module.
    system = importlib.import_module("fcntl")
    handle = os.open(place, os.O_RDONLY)
    try:
        system.ioctl(handle, SHUT_DOWN, struct.pack("I", WITHOUT_FLUSH))
    finally:
        os.close(handle)


# ── one evening ─────────────────────────────────────────────────────────────


def pull(folder: Path, chance: random.Random, count: Count) -> None:
    """Work on a stick until it is pulled, look what was kept, put it back, and look at that too."""
    count.pulls += 1
    with _stick(folder) as place, ExitStack() as stack:
        file, kept = place / "avond.dialoog", folder / "laptop" / "rescued"
        store = _opened(file, kept, chance)
        stack.callback(store.abandon)
        os.sync()
        ticked = _work_until_pulled(store, place, chance)
        count.ticked += len(ticked)
        for n in range(3):
            add_note(store, f"na de storing {n}")
        if chance.random() < 0.5:
            # It is tried again while the stick is still away.
            store.retry()
        _until(lambda: store.status.kept)
        error = store.status.error
        count.codes[error.code if error is not None else "none"] += 1
        count.not_kept += not _is_kept(store)
        _put_back(folder)
        _judge_stick(file, folder / "gevonden", ticked, count)
        store.retry()
        _until(lambda: not store.status.pending and not rescuing.all_rescued(kept))
        count.not_healed += not _is_healed(store, kept)


def _until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5
    while not true() and time.monotonic() < deadline:
        time.sleep(0.005)


def _opened(file: Path, kept: Path, chance: random.Random) -> SessionStore:
    """Open a new dialogue, or one of an earlier evening of which there is a backup."""
    if chance.random() < 0.5:
        return SessionStore.create(file, source="laptop-1", rescue=kept)
    with SessionStore.create(file, source="laptop-1") as store:
        for n in range(5):
            add_note(store, f"vorige keer {n}")
        folder = kept.parent / "backups" / store.identity.hex()
        folder.mkdir(parents=True)
        store.save_copy(folder / "20260101T100000Z.dialoog")
    return SessionStore.open(file, source="laptop-1", rescue=kept)


def _work_until_pulled(store: SessionStore, place: Path, chance: random.Random) -> set[str]:
    """Return the notes that were ticked before the pull began."""
    began: list[float] = []

    def pulling() -> None:
        began.append(time.monotonic())
        _pull(place)

    timer = threading.Timer(chance.uniform(0.02, 0.35), pulling)
    timer.start()
    ticked: dict[str, float] = {}
    try:
        while len(ticked) < 10_000:
            id = add_note(store, "x" * chance.choice([20, 200, 1900]))
            store.wait_saved()
            ticked[id] = time.monotonic()
    except UserError:
        pass
    timer.join()
    return {id for id, moment in ticked.items() if moment < began[0]}


def _is_kept(store: SessionStore) -> bool:
    """Tell whether the rescue file is the whole dialogue: every note, and every edit that led to it."""
    kept = store.status.kept
    if kept is None:
        return False
    db = engine.connect(kept, readonly=True)
    try:
        same = living(State(projection.read(db))) == living(store.state)
        return same and not files.problems(db)
    finally:
        db.close()


def _judge_stick(file: Path, folder: Path, ticked: set[str], count: Count) -> None:
    """Look at a copy of what the stick holds, before the program puts anything right."""
    folder.mkdir()
    for one in (file, journal_of(file)):
        if one.exists():
            shutil.copy(one, folder / one.name)
    try:
        db, lock = files.open(folder / file.name)
    except UserError:
        count.damaged += 1
        return
    count.damaged += bool(files.problems(db))
    count.lost += len(ticked - {str(row[0]) for row in db.execute("SELECT id FROM note")})
    db.close()
    files.release(lock)


def _is_healed(store: SessionStore, kept: Path) -> bool:
    """Tell whether the stick holds everything, every note once, and the rescue file became a backup."""
    if store.status.pending or rescuing.all_rescued(kept):
        return False
    texts = Counter(note.text for note in store.state.notes if note.text.startswith("na de storing"))
    db = engine.connect(store.path, readonly=True)
    try:
        same = living(State(projection.read(db))) == living(store.state)
        return same and not files.problems(db) and set(texts.values()) == {1}
    finally:
        db.close()


# ── the trial ───────────────────────────────────────────────────────────────


def pulls(number: int, seed: int, *, synchronous: int = 3) -> Count:
    """Pull so many sticks.

    Raises:
        Skipped: it cannot be done here.
    """
    if why := refusal():
        raise Skipped(why)
    count, chance = Count(), random.Random(seed)
    pragmas = {**engine.PRAGMAS, "synchronous": synchronous}
    # Nothing is tried again by itself, so that the stick can be looked at in between.
    with patch.object(writer, "RETRY_SECONDS", 3_600), patch.dict(engine.PRAGMAS, pragmas):
        for _ in watched(range(number), "sticks", number):
            with tempfile.TemporaryDirectory() as folder:
                pull(Path(folder), chance, count)
    return count


def rows() -> list[Row]:
    """Pull sticks, and some that were never synced.

    Raises:
        Skipped: this is not Linux, or not root.
    """
    found = pulls(scaled(PULLS), 3)
    control = pulls(max(scaled(CONTROL_PULLS), 3), 5, synchronous=0)
    told = ", ".join(f"{code} {number}" for code, number in found.codes.most_common())
    print(f"  stick: people were told {told}")
    zero = {
        "ticked notes gone from the stick": found.lost,
        "sticks with a damaged dialogue": found.damaged,
        "pulls called damage": found.codes["store.damaged"],
        "pulls after which the rescued file was not whole": found.not_kept,
        "sticks put back that did not get everything once": found.not_healed,
    }
    return [
        Row(name="stick: pulls", value=found.pulls, unit="pulls"),
        Row(
            name="stick: notes ticked before the pulls",
            value=found.ticked,
            unit="notes",
            bar=found.pulls * ENOUGH,
            at_least=True,
        ),
        *(Row(name=f"stick: {name}", value=value, unit="times", bar=0) for name, value in zero.items()),
        Row(
            name=f"stick: control of {control.pulls} pulls without syncs: loss or damage caught",
            value=control.lost + control.damaged,
            unit="times",
            bar=1,
            at_least=True,
        ),
    ]
