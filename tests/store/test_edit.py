"""One gesture: only what really differs becomes an event."""

from __future__ import annotations

import pytest

from facilitator.domain.entities import Note
from facilitator.domain.errors import UserError
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.domain.state import Tables
from facilitator.store.edit import Edit


@pytest.fixture
def tables() -> Tables:
    found: Tables = {name: {} for name in ENTITY_TYPES}
    found["note"]["n"] = Note(id="n", alive=True, text="oud", kind="worry")
    return found


def test_only_fields_that_differ_are_told(tables: Tables) -> None:
    edit = Edit("x", tables)
    edit.set("note", "n", text="nieuw", kind="worry")
    rows, fields = edit.outcome()
    assert fields == (("note", "n", "text", "oud", "nieuw"),)
    assert (rows[0].before, rows[0].after.alive) == (tables["note"]["n"], True)


def test_creating_over_a_dead_one_leaves_nothing_of_it(tables: Tables) -> None:
    tables["note"]["n"] = Note(id="n", alive=False, text="oud", persona="bram")
    edit = Edit("x", tables)
    edit.create(Note(id="n", text="nieuw"))
    rows, _ = edit.outcome()
    assert rows[0].after == Note(id="n", alive=True, text="nieuw")


def test_later_settings_in_one_edit_win(tables: Tables) -> None:
    edit = Edit("x", tables)
    edit.create(Note(id="m", text="een"))
    edit.set("note", "m", text="twee")
    edit.delete("note", "n")
    rows, _ = edit.outcome()
    assert [(row.id, row.appeared, row.vanished) for row in rows] == [("m", True, False), ("n", False, True)]
    assert rows[0].after == Note(id="m", alive=True, text="twee")


def test_unknown_entities_and_wrong_types_are_refused(tables: Tables) -> None:
    edit = Edit("x", tables)
    with pytest.raises(KeyError):
        edit.set("note", "weg", text="x")
    with pytest.raises(UserError, match=r"data\.bad_value"):
        edit.set("note", "n", text=7)
    with pytest.raises(UserError, match=r"data\.unknown_field"):
        edit.set("note", "n", colour="red")
    assert edit.outcome() == ((), ())
