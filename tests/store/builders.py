"""Small sessions for the store's tests."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from facilitator.domain.entities import Insight, Note
from facilitator.domain.state import State
from facilitator.store import engine
from facilitator.store.session import SessionStore

START = 1_760_000_000_000_000


def ticking(start: int = START, step: int = 1_000) -> Callable[[], int]:
    """Return a clock in microseconds that moves by ``step`` at every look."""
    counter = itertools.count(start, step)
    return lambda: next(counter)


def new_store(folder: Path, name: str = "avond", source: str = "laptop-a", skew: int = 0) -> SessionStore:
    return SessionStore.create(folder / f"{name}.dialoog", source=source, now=ticking(START + skew))


def add_note(store: SessionStore, text: str, **fields: object) -> str:
    id = store.new_id()
    note = Note(id=id, text=text, seq=store.state.next_seq("note"), **fields)  # pyright: ignore[reportArgumentType]
    with store.edit("note.added") as edit:
        edit.create(note)
    return id


def living(state: State) -> dict[str, object]:
    """Return everything alive, for comparing."""
    return {
        f"{name}/{id}": row for name, rows in state.tables.items() for id, row in rows.items() if row.alive
    }


def random_edit(store: SessionStore, rnd: random.Random, n: int) -> None:
    """Do one random gesture over notes and insights."""
    notes, insights = store.state.notes, store.state.insights
    choice = rnd.random()
    if choice < 0.45 or not notes:
        add_note(store, f"noot {n}", persona=rnd.choice(["fatima", "bram", ""]))
    elif choice < 0.6:
        with store.edit("note.edited") as edit:
            edit.set("note", rnd.choice(notes).id, text=f"anders {n}", starred=rnd.random() < 0.5)
    elif choice < 0.7:
        with store.edit("notes.deleted") as edit:
            for note in rnd.sample(notes, min(len(notes), 2)):
                edit.delete("note", note.id)
    elif choice < 0.85 or not insights:
        with store.edit("insight.added") as edit:
            insight = Insight(id=store.new_id(), title=f"inzicht {n}", seq=n)
            edit.create(insight)
            for note in rnd.sample(notes, min(len(notes), 3)):
                edit.set("note", note.id, insights=(insight.id,), parked=None)
    else:
        with store.edit("note.parked") as edit:
            edit.set("note", rnd.choice(notes).id, insights=(), parked=rnd.choice(["past niet", None]))


def cut_off(path: Path, copy: Path) -> Path:
    """Leave ``copy`` as a killed writer leaves a file: half changed, with a journal to take it back."""
    copy.parent.mkdir(exist_ok=True)
    db = engine.connect(path)
    try:
        db.execute("PRAGMA cache_size=1").fetchall()
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE note SET text = text || 'y'")
        db.execute("UPDATE note SET seq = 7")
        journal = path.with_name(path.name + "-journal")
        assert journal.exists()
        shutil.copy(path, copy)
        shutil.copy(journal, copy.with_name(copy.name + "-journal"))
        db.execute("ROLLBACK")
    finally:
        db.close()
    return copy
