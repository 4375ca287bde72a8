"""A place of a dialogue that goes away in the middle of an evening, for the model trial.

What is written meanwhile must be kept on the laptop, and be in the file again when the place is back: while
the program goes on, or after it was killed and what was kept was put together at the next start.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.plain_model import Different, Thing, Wish
from facilitator.domain.entities import Note
from facilitator.domain.schema import Value
from facilitator.services import rescuing
from facilitator.store.session import SessionStore

PATIENCE = 20.0
"""Seconds; it is a matter of milliseconds, unless the machine is very busy."""


def break_place(laptop: Any, chance: random.Random, word: Callable[[], str], *, killed: bool) -> None:  # noqa: ANN401
    """Take the file of a laptop away, write on, bring it back, and compare.

    Raises:
        Different: something is not kept, or not as the model says once it is back.
    """
    store: SessionStore = laptop.store
    store.wait_saved()
    away = laptop.path.with_name(f"{laptop.path.name}.weg")
    laptop.path.rename(away)
    wishes = _written(laptop, chance, word)
    _until(lambda: store.status.kept is not None, f"{laptop.plain.source}: nothing was kept")
    _compare(store, Path(str(store.status.kept)), laptop)
    if killed:
        store.abandon()
        away.rename(laptop.path)
        laptop.store = store = laptop.open()
        found = rescuing.waiting(store, laptop.kept)
        if found is None:
            raise Different(f"{laptop.plain.source}: what was kept is not found at the next start")
        rescuing.put_together(store, found)
    else:
        away.rename(laptop.path)
        store.retry()
        _until(
            lambda: not store.status.pending and not rescuing.all_rescued(laptop.kept),
            f"{laptop.plain.source}: what was kept does not get back",
        )
    if rescuing.waiting(store, laptop.kept) is not None:
        raise Different(f"{laptop.plain.source}: something waits still")
    laptop.follow([*wishes, *_mended(laptop, len(wishes))] if killed else wishes)
    laptop.compare_all()


def _written(laptop: Any, chance: random.Random, word: Callable[[], str]) -> list[Callable[[], Wish]]:  # noqa: ANN401
    """Write while nothing can be written, and return what the edits must tell."""
    wishes: list[Callable[[], Wish]] = []
    living = sorted(
        thing for thing in laptop.plain.things() if thing[0] == "note" and laptop.plain.lives(thing)
    )
    for _ in range(chance.choice((1, 2, 5))):
        what = chance.random()
        if what < 0.2 and wishes:
            laptop.store.undo()
            wishes.append(partial(laptop.plain.turn, "undo"))
            break
        given: dict[str, Value] = {"text": word()}
        if what < 0.5 and living:
            thing: Thing = chance.choice(living)
            with laptop.store.edit("note.edited") as edit:
                edit.set(*thing, **given)
        else:
            thing, given = ("note", laptop.store.new_id()), {**given, "alive": True}
            with laptop.store.edit("note.added") as edit:
                edit.create(Note(id=thing[1], text=str(given["text"])))
        wishes.append(partial(_wish, laptop, thing, given))
    return wishes


def _mended(laptop: Any, edits: int) -> list[Callable[[], Wish]]:  # noqa: ANN401
    """Return what putting together put right besides: where notes lie, and never a word."""
    wishes: list[Callable[[], Wish]] = []
    for _, kind, reverted, events in laptop.told()[edits:]:
        new = {place: value for _, place, value in events}
        if kind == "view" and {name for _, _, name in new} <= {"parked", "insights"}:
            wishes.append(partial(tuple, (kind, reverted, new)))
    return wishes


def _wish(laptop: Any, thing: Thing, given: dict[str, Value]) -> Wish:  # noqa: ANN401
    return laptop.plain.wish("edit", [(thing, given)])[0]


def _compare(store: SessionStore, kept: Path, laptop: Any) -> None:  # noqa: ANN401
    """Compare the rescue file with what the screen shows."""
    with SessionStore.open(kept, source="looks", readonly=True, key=laptop.key) as there:
        if there.state != store.state:
            raise Different(f"{laptop.plain.source}: the rescue file is not what the screen shows")
        if there.check():
            raise Different(f"{laptop.plain.source}: the rescue file is not whole: {there.check()}")


def _until(true: Callable[[], bool], fault: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > deadline:
            raise Different(fault)
        time.sleep(0.001)
