"""What happens in memory, and the job each change hands on, before any disk is asked."""

from __future__ import annotations

import random

import pytest

from facilitator.domain.entities import Note
from facilitator.domain.errors import UserError
from facilitator.store import engine, log, migrations, projection, proof
from facilitator.store.edit import Edit
from facilitator.store.engine import Database
from facilitator.store.log import Job
from facilitator.store.memory import Memory, as_damage, read
from tests.store.builders import ticking


class Desk:
    """A memory whose jobs are kept, and a file in memory to write them to."""

    def __init__(self, source: str = "laptop-a") -> None:
        self.jobs: list[Job] = []
        self.memory = Memory(source, ticking(), self.jobs.append)
        self.db: Database = engine.wrapped(engine.dbapi.connect(":memory:", isolation_level=None))
        migrations.apply(self.db)
        log.give_identity(self.db, b"i" * proof.DIGEST)
        self.memory.take(read(self.db, self.memory.source))

    def note(self, id: str, **fields: object) -> None:
        edit = Edit("note.added", self.memory.tables)
        edit.put("note", id, {"alive": True, **fields})  # pyright: ignore[reportArgumentType]
        assert self.memory.apply(edit, "edit", None)

    def write(self) -> None:
        for job in self.jobs:
            job.write(self.db)
        self.jobs.clear()

    def again(self) -> Memory:
        """Return what a fresh start reads."""
        fresh = Memory(self.memory.source, ticking(), self.jobs.append)
        fresh.take(read(self.db, fresh.source))
        return fresh


def text(memory: Memory, id: str) -> str:
    note = memory.state.get("note", id)
    assert isinstance(note, Note)
    return note.text


def test_every_job_is_made_upon_the_one_before_and_holds() -> None:
    desk = Desk()
    for n in range(5):
        desk.note(f"n{n}", text=f"notitie {n}", seq=n)
    before = [job.edit[5] for job in desk.jobs]
    assert before == [desk.memory.identity, *(job.edit[6] for job in desk.jobs[:-1])]
    edits = [job.edit for job in desk.jobs]
    events = [event for job in desk.jobs for event in job.events]
    assert proof.breaks(desk.memory.identity, edits, events) == []
    assert desk.memory.seal == proof.code(desk.memory.identity, [desk.jobs[-1].edit[6]])


def test_what_was_written_reads_back_as_it_is_in_memory() -> None:
    desk, rnd = Desk(), random.Random(2)
    for n in range(60):
        desk.note(f"n{rnd.randrange(20)}", text=f"tekst {n}", seq=n, starred=rnd.random() < 0.3)
    desk.write()
    fresh = desk.again()
    assert fresh.tables == desk.memory.tables
    assert (fresh.seal, fresh.identity) == (desk.memory.seal, desk.memory.identity)
    assert fresh.state.next_seq("note") == desk.memory.state.next_seq("note") == 60
    assert [done.label for done in fresh.stacks.undo] == [done.label for done in desk.memory.stacks.undo]


def test_an_edit_that_changes_nothing_makes_no_job() -> None:
    desk = Desk()
    desk.note("n", text="een")
    seal, jobs = desk.memory.seal, len(desk.jobs)
    edit = Edit("note.edited", desk.memory.tables)
    edit.set("note", "n", text="een")
    assert desk.memory.apply(edit, "edit", None) is None
    assert (desk.memory.seal, len(desk.jobs)) == (seal, jobs)


def test_taking_back_leaves_alone_what_changed_since() -> None:
    desk = Desk()
    desk.note("n", text="een", starred=False)
    edit = Edit("note.edited", desk.memory.tables)
    edit.set("note", "n", text="twee", starred=True)
    desk.memory.apply(edit, "edit", None)
    done = desk.memory.stacks.undo[-1]
    later = Edit("note.edited", desk.memory.tables)
    later.set("note", "n", text="drie")
    desk.memory.apply(later, "edit", None)
    assert done.changes is not None
    change = desk.memory.revert(done, done.changes, "undo")
    assert change is not None
    note = desk.memory.state.get("note", "n")
    assert isinstance(note, Note)
    assert (note.text, note.starred) == ("drie", False)


def test_what_was_erased_is_nowhere_in_memory_nor_in_the_file_and_undo_cannot_bring_it_back() -> None:
    desk = Desk()
    desk.note("weg", text="het geheim van de buurvrouw")
    desk.note("deel", text="Jan heeft pijn")
    desk.note("blijft", text="gewoon")
    done = desk.memory.stacks.undo[0]
    changes = done.changes
    desk.write()
    change = desk.memory.erase(
        [("note", "weg")], {("note", "deel", "text"): "[naam] heeft pijn"}, "note.erased"
    )
    assert change is not None
    assert change.origin == "erase"
    desk.write()
    everything = "\n".join(
        str(row) for t in ("event", "note") for row in desk.db.execute(f"SELECT * FROM {t}")
    )
    assert "geheim" not in everything
    assert "Jan" not in everything
    assert "gewoon" in everything
    assert all(done.changes is None for done in desk.memory.stacks.undo)
    assert changes is not None
    desk.memory.revert(done, changes, "undo")
    assert desk.memory.state.note("weg") is None
    assert text(desk.memory, "weg") == ""
    desk.write()
    whole = log.read_rows(desk.db)
    assert proof.breaks(whole.identity, whole.edits, whole.events) == []
    assert projection.differences(desk.db) == []
    assert desk.again().tables == desk.memory.tables


def test_erasing_what_is_not_there_does_nothing() -> None:
    desk = Desk()
    assert (
        desk.memory.erase([("note", "onbekend")], {("note", "onbekend", "text"): "x"}, "note.erased") is None
    )
    assert desk.jobs == []


def test_nothing_is_written_about_what_was_erased() -> None:
    """The next file that is brought together would take it away again, unseen."""
    desk = Desk()
    desk.note("weg", text="geheim")
    desk.note("blijft", text="gewoon")
    assert desk.memory.erase([("note", "weg")], {}, "note.erased")
    edit = Edit("note.edited", desk.memory.tables)
    edit.set("note", "weg", text="toch weer")
    edit.create(Note(id="weg", text="toch weer"))
    edit.set("note", "blijft", text="anders")
    change = desk.memory.apply(edit, "edit", None)
    assert change is not None
    assert [row.id for row in change.rows] == ["blijft"]
    desk.write()
    again = desk.again()
    for memory in (desk.memory, again):
        alone = Edit("note.edited", memory.tables)
        alone.set("note", "weg", alive=True)
        assert memory.apply(alone, "edit", None) is None
        assert memory.erase([("note", "weg")], {("note", "weg", "text"): "[naam]"}, "note.erased") is None
    assert text(again, "weg") == ""
    assert projection.differences(desk.db) == []


def test_erasing_a_thing_and_a_field_of_it_at_once_erases_the_thing() -> None:
    desk = Desk()
    desk.note("weg", text="geheim")
    assert desk.memory.erase([("note", "weg")], {("note", "weg", "text"): "[naam]"}, "note.erased")
    desk.write()
    assert text(desk.memory, "weg") == ""
    assert projection.differences(desk.db) == []


def test_a_row_that_is_not_as_it_was_written_is_not_read() -> None:
    desk = Desk()
    desk.note("n", text="dit is gezegd")
    desk.write()
    desk.db.execute("UPDATE note SET text = 'dit is niet gezegd'")
    with pytest.raises(UserError, match=r"data\.changed.*'n'") as told:
        desk.again()
    damage = as_damage(told.value, "zorg.dialoog")
    assert (damage.code, damage.details) == ("store.damaged", {"path": "zorg.dialoog", "detail": "text"})
    other = UserError("data.bad_value")
    assert as_damage(other, "zorg.dialoog") is other


def test_the_clock_goes_on_behind_the_last_stamp_of_the_file() -> None:
    desk = Desk()
    for n in range(3):
        desk.note(f"n{n}", text="x")
    last = max(event[1] for job in desk.jobs for event in job.events)
    desk.write()
    fresh = desk.again()
    edit = Edit("note.edited", fresh.tables)
    edit.set("note", "n0", text="later")
    fresh.apply(edit, "edit", None)
    assert desk.jobs[-1].edit[1] > last
