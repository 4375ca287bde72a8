"""Reading the log back: edits in order, and what each changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store import engine, log, migrations, past
from facilitator.store.log import FieldChange
from facilitator.store.session import SessionStore
from tests.store.builders import START, add_note, new_store, ticking


def test_changes_come_with_the_values_before_them(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        id = add_note(store, "een")
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="twee")
    db = engine.connect(store.path, readonly=True)
    first, second = log.edits(db, "laptop-a")
    told = past.contents(db, "laptop-a", [first.stamp, second.stamp])
    assert told[second.stamp] == (FieldChange("note", id, "text", "een", "twee"),)
    made = {change.field: (change.before, change.after) for change in told[first.stamp]}
    assert made == {"alive": (False, True), "text": ("", "een"), "seq": (0, 1)}
    assert log.edits(db, "iemand anders") == []
    assert log.last_stamp(db) > second.stamp
    assert second.at_ms == second.stamp // 1000
    db.close()


def test_the_last_stamp_is_that_of_any_laptop_and_what_was_erased_is_found(tmp_path: Path) -> None:
    empty = engine.wrapped(engine.dbapi.connect(":memory:", isolation_level=None))
    migrations.apply(empty)
    assert log.last_stamp(empty) == 0
    assert log.erasures(empty) == []
    empty.close()
    with new_store(tmp_path) as store:
        gone, part, stays = (add_note(store, text) for text in ("een", "twee", "drie"))
        store.wait_saved()
        store.save_copy(tmp_path / "ander.dialoog")
        with SessionStore.open(tmp_path / "ander.dialoog", source="aaa", now=ticking(START * 2)) as other:
            add_note(other, "later, op een laptop die eerder in het alfabet staat")
        store.merge(other.path)
        store.erase([("note", gone)], {("note", part, "text"): "[naam]"})
        add_note(store, f"na het wissen, {stays} blijft")
    db = engine.connect(store.path, readonly=True)
    stamps = [row[0] for row in db.execute("SELECT hlc FROM event UNION ALL SELECT hlc FROM edit").fetchall()]
    assert log.last_stamp(db) == max(stamps) > START * 2
    assert {row[:3] for row in log.erasures(db)} == {("note", gone, ""), ("note", part, "text")}
    db.close()


def test_erased_payloads_have_nothing_to_give_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        id = add_note(store, "een")
        with store.edit("note.edited") as edit:
            edit.set("note", id, text="twee")
    db = engine.connect(store.path)
    db.execute("UPDATE event SET value=NULL, proof=substr(proof, -16) WHERE field='text'")
    for edit in log.edits(db):
        told = past.contents(db, edit.source, [edit.stamp])[edit.stamp]
        assert "text" not in {change.field for change in told}
    db.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM event",
        "DELETE FROM edit",
        "UPDATE edit SET label='x'",
        "UPDATE event SET value='\"x\"'",
        "UPDATE event SET hlc=1",
        "UPDATE event SET value=NULL",
        "UPDATE event SET proof=NULL",
        "INSERT INTO identity VALUES (x'00')",
        "UPDATE identity SET id=x'00'",
        "DELETE FROM identity",
    ],
)
def test_the_log_cannot_be_rewritten(tmp_path: Path, sql: str) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
    db = engine.connect(store.path)
    with pytest.raises(engine.Error):
        db.execute(sql)
    db.close()


@pytest.mark.parametrize("left", [None, 5, "tekst"])
def test_an_identity_that_damage_made_something_else_tells_nothing(left: object) -> None:
    db = engine.wrapped(engine.dbapi.connect(":memory:", isolation_level=None))
    db.execute("CREATE TABLE identity(id)")
    db.execute("INSERT INTO identity VALUES (?)", [left])
    assert log.identity(db) == b""
    db.close()
