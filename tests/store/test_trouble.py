"""What is wrong is named: the row, the edit, the event."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, trouble
from facilitator.store.engine import Database
from facilitator.store.session import SessionStore
from facilitator.store.trouble import Trouble
from tests.store.builders import add_note, new_store
from tests.store.damage import pages, without


@pytest.fixture
def store(tmp_path: Path) -> SessionStore:
    with new_store(tmp_path) as made:
        for text in ("een", "twee", "drie"):
            add_note(made, text)
    return made


def unlocked(path: Path) -> Database:
    """Open a file as somebody with a tool of their own would, its triggers off."""
    db = engine.connect(path)
    for name in ("event_is_fixed", "edit_is_fixed", "event_is_kept"):
        db.execute(f"DROP TRIGGER {name}")
    return db


def test_a_whole_file_has_no_trouble(store: SessionStore) -> None:
    assert trouble.look(store.path) == []


def test_a_changed_row_is_named(store: SessionStore) -> None:
    id = store.state.notes[1].id
    db = engine.connect(store.path)
    db.execute("UPDATE note SET text = 'iets anders' WHERE id = ?", [id])
    found = trouble.troubles(db)
    db.close()
    assert Trouble("check.changed", "note", id) in found
    assert [one.code for one in found] == ["check.changed", "check.projection", "check.changed"]


def test_a_changed_event_is_named_with_its_edit(store: SessionStore) -> None:
    id, edit = store.state.notes[1].id, store.state.notes[1]
    db = unlocked(store.path)
    stamps = db.execute("SELECT edit FROM event WHERE id = ? AND field = 'text'", [id]).fetchall()
    db.execute("""UPDATE event SET value = '"iets anders"' WHERE id = ? AND field = 'text'""", [id])
    found = trouble.troubles(db)
    db.close()
    wanted = Trouble("proof.value", "note", id, "text", "laptop-a", stamps[0][0], "note.added")
    assert wanted in found
    assert edit.text == "twee"
    assert [one for one in found if one.code.startswith("proof.")] == [wanted]


def test_an_edit_that_was_relabelled_or_lost_an_event_is_named(store: SessionStore) -> None:
    db = unlocked(store.path)
    first, second = (row[0] for row in db.execute("SELECT hlc FROM edit ORDER BY hlc LIMIT 2").fetchall())
    db.execute("UPDATE edit SET label = 'note.edited' WHERE hlc = ?", [first])
    db.execute("DELETE FROM event WHERE edit = ? AND field = 'seq'", [second])
    found = [one for one in trouble.troubles(db) if one.code == "proof.edit"]
    db.close()
    assert [(one.stamp, one.label) for one in found] == [(first, "note.edited"), (second, "note.added")]


def test_of_a_file_in_pieces_is_told_what_can_be(store: SessionStore, tmp_path: Path) -> None:
    damaged = without(store.path, pages(store.path)["event"], tmp_path / "stuk.dialoog")
    assert [one.code for one in trouble.look(damaged)][:1] == ["check.integrity"]
    nothing = without(store.path, [1], tmp_path / "niets.dialoog")
    with pytest.raises(UserError, match=r"store\.(foreign|damaged)"):
        trouble.look(nothing)


def test_the_moment_of_a_seal_is_the_edit_it_was_printed_after(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        printed = store.seal
        add_note(store, "twee")
        add_note(store, "drie")
        found = store.ask(lambda db: trouble.moment(db, printed))
        assert found is not None
        assert found == (store.history()[0], 2)
        assert store.ask(lambda db: trouble.moment(db, "0000-0000-0000-0000-0000")) is None
