"""The entity tables are the projection of the log, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator.domain.entities import Advice, Dialogue, Gate, Participant, Persona
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES
from facilitator.store import engine, log, projection
from tests.store.builders import add_note, new_store, random_edit


def test_tables_rebuilt_from_the_log_equal_the_tables_after_random_work(tmp_path: Path) -> None:
    store, rnd = new_store(tmp_path), random.Random(3)
    for n in range(200):
        random_edit(store, rnd, n)
        if n % 5 == 0:
            store.undo()
        if n % 15 == 0:
            store.redo()
    memory = store.state.copy()
    store.close()
    db = engine.connect(store.path, readonly=True)
    assert projection.differences(db) == []
    assert projection.from_log(db) == projection.read(db) == memory.tables
    db.close()


def test_every_type_of_value_comes_back_as_it_was(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    persona = Persona(id="p", translations={"en": {"line": 'a "line" — é'}}, hidden=True, seq=-3)
    advice = Advice(id="a", insights=("x", "y"), votes_for=0, votes_abstain=None)
    with store.edit("x") as edit:
        for entity in (
            Dialogue(commissioners=("MST", "ZGT"), threshold=66),
            persona,
            advice,
            Gate(id="dromen", overruled="", checked=("c",)),
            Participant(id="q", traits={"age": "18-34"}),
        ):
            edit.create(entity)
    kept = store.state.copy()
    store.close()
    db = engine.connect(store.path, readonly=True)
    tables = projection.read(db)
    db.close()
    assert tables == kept.tables
    loaded = tables["persona"]["p"]
    assert isinstance(loaded, Persona)
    assert loaded.translations == persona.translations
    assert loaded.hidden is True


def test_a_table_that_differs_from_the_log_is_found(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    id = add_note(store, "zo is het gezegd")
    store.close()
    db = engine.connect(store.path)
    db.execute("UPDATE note SET text='zo is het niet gezegd'")
    assert projection.differences(db) == [("note", id)]
    db.close()


def test_an_event_with_a_value_no_field_allows_is_refused(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add_note(store, "een")
    store.close()
    db = engine.connect(store.path)
    db.execute("INSERT INTO edit VALUES ('z', 1, 'edit', 'x', NULL, x'', x'')")
    db.execute("INSERT INTO event VALUES ('z', 2, 1, 'note', 'n', 'starred', '\"ja\"', NULL)")
    with pytest.raises(UserError, match=r"data\.bad_value"):
        projection.from_log(db)
    db.close()


def test_each_table_has_exactly_the_fields_of_its_entity(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    db = engine.connect(store.path, readonly=True)
    for name in ENTITY_TYPES:
        columns = {row[1] for row in db.execute(f'PRAGMA table_info("{name}")')}
        assert columns == {"id", *DEFAULTS[name], "mark"}, name
    db.close()


def test_an_erased_payload_leaves_the_field_at_its_default(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    id = add_note(store, "iets wat weg moet")
    store.close()
    db = engine.connect(store.path)
    log.blank(db, "note", id, "text")
    note = projection.from_log(db)["note"][id]
    assert note.text == ""  # pyright: ignore[reportAttributeAccessIssue]
    db.close()


@pytest.mark.parametrize("value", [None, 5, b"x", "[5]", "geen lijst"])
def test_whatever_damage_leaves_in_a_column_is_named_and_no_fault(tmp_path: Path, value: object) -> None:
    store = new_store(tmp_path)
    id = add_note(store, "een")
    add_note(store, "twee")
    store.close()
    path = tmp_path / "los.db"
    db = engine.connect(path)
    other = engine.connect(store.path, readonly=True)
    for name in ENTITY_TYPES:
        columns = ", ".join(f'"{field}"' for field in ["id", *DEFAULTS[name], "mark"])
        db.execute(f'CREATE TABLE "{name}"({columns})')
        for row in other.execute(f'SELECT {columns} FROM "{name}"').fetchall():
            db.execute(f'INSERT INTO "{name}" VALUES ({",".join("?" * len(row))})', row)
    other.close()
    assert projection.changed(db) == []
    db.execute("UPDATE note SET insights = ?, text = ? WHERE id = ?", [value, value, id])
    assert projection.changed(db) == [("note", id)]
    with pytest.raises(UserError, match=r"data\.changed"):
        projection.read(db)
    db.close()
