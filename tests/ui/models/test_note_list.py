"""The list model of notes: order, row-by-row changes, and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import RowChange
from facilitator.domain.entities import Note
from facilitator.ui.kit.note_face import MIME_NOTES, NoteFace, NoteRole
from facilitator.ui.models.note_list import NoteListModel

HOSTILE = '<b>vet</b><img src="/etc/passwd"> & =1+1 😀 العربية'


def note(number: int, **fields: object) -> Note:
    return Note(id=f"n{number:05}", alive=True, text=f"notitie {number}", seq=number, **fields)  # pyright: ignore[reportArgumentType]


def face(of: Note) -> NoteFace:
    return NoteFace(
        of.text, of.kind, "E", of.persona, of.starred, of.parked is not None, f"{of.text}. ervaring"
    )


def change(after: Note, before: Note | None = None) -> RowChange:
    return RowChange("note", after.id, before, after)


@pytest.fixture
def model(qtbot: QtBot) -> NoteListModel:
    made = NoteListModel(face)
    made.show([note(3), note(1), note(2)])
    # Lives as long as the model: it fails the test when a signal is missing or too many.
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def texts(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_notes_stand_in_reading_order(model: NoteListModel) -> None:
    assert texts(model) == ["notitie 1", "notitie 2", "notitie 3"]
    assert [model.row_of(f"n{n:05}") for n in (1, 2, 3, 4)] == [0, 1, 2, -1]


def test_a_new_note_becomes_a_row_without_a_reset(model: NoteListModel, qtbot: QtBot) -> None:
    inserted: list[tuple[int, int]] = []
    resets: list[None] = []
    model.rowsInserted.connect(lambda _p, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(None))
    assert model.apply([change(note(4))], lambda _note: True) == ["n00004"]
    assert inserted == [(3, 3)]
    assert resets == []


def test_changed_deleted_and_foreign_notes_are_told_apart(model: NoteListModel) -> None:
    changed = Note(id="n00002", alive=True, text="anders", seq=2)
    gone = Note(id="n00001", alive=False, text="notitie 1", seq=1)
    elsewhere = note(9, persona="bram")
    appeared = model.apply(
        [change(changed, note(2)), change(gone, note(1)), change(elsewhere)], lambda item: item.persona == ""
    )
    assert appeared == []
    assert texts(model) == ["anders", "notitie 3"]


def test_a_note_that_gets_another_place_moves_there(model: NoteListModel) -> None:
    moved = Note(id="n00001", alive=True, text="notitie 1", seq=9)
    model.apply([change(moved, note(1))], lambda _note: True)
    assert texts(model) == ["notitie 2", "notitie 3", "notitie 1"]


def test_ten_thousand_notes_take_one_more_as_one_row(qtbot: QtBot) -> None:
    model = NoteListModel(face)
    model.show(note(n) for n in range(10_000))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.apply([change(note(10_000)), change(note(10_001))], lambda _note: True)
    assert model.rowCount() == 10_002
    assert resets == []
    assert model.row_of("n10001") == 10_001


def test_very_many_at_once_give_the_same_as_one_by_one(qtbot: QtBot) -> None:
    before = [note(n) for n in range(400)]
    changes = [change(note(n, starred=True), before[n]) for n in range(0, 400, 3)]
    changes += [change(replace(before[n], alive=False), before[n]) for n in range(1, 400, 3)]
    changes += [change(note(n)) for n in range(400, 420)]
    at_once, one_by_one = NoteListModel(face), NoteListModel(face)
    for made in (at_once, one_by_one):
        made.show(before)
    with qtbot.waitSignal(at_once.modelReset):
        appeared = at_once.apply(changes, lambda _: True)
    singly = [id for one in changes for id in one_by_one.apply([one], lambda _: True)]
    assert appeared == singly == [note(n).id for n in range(400, 420)]
    rows = range(at_once.rowCount())
    assert [at_once.note_at(row) for row in rows] == [one_by_one.note_at(row) for row in rows]


def test_text_of_people_is_literal_everywhere(model: NoteListModel) -> None:
    model.show([Note(id="x", alive=True, text=HOSTILE * 3, seq=1)])
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == HOSTILE * 3
    assert index.data(NoteRole.FACE).text == HOSTILE * 3
    tooltip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tooltip
    assert "&lt;b&gt;vet" in tooltip


def test_a_row_speaks_the_whole_note(model: NoteListModel) -> None:
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "notitie 1. ervaring"


def test_dragging_carries_ids_and_text(model: NoteListModel) -> None:
    data = model.mimeData([model.index(0), model.index(2)])
    assert bytes(data.data(MIME_NOTES).data()).decode().split("\n") == ["n00001", "n00003"]
    assert data.text() == "notitie 1\nnotitie 3"


def test_the_state_of_saving_is_kept_per_note(model: NoteListModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    model.set_state(["n00002"], "waiting")
    assert model.index(1).data(NoteRole.STATE) == "waiting"
    model.set_state(["n00002"], "")
    assert model.index(1).data(NoteRole.STATE) == ""
    assert told == [1, 1]


def test_rows_have_no_children(model: NoteListModel) -> None:
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole) is None


def test_a_view_that_gave_notes_away_takes_no_rows_with_them() -> None:
    model = NoteListModel(face)
    model.show([note(1), note(2)])
    assert not model.removeRows(0, 1)
    assert model.ids() == ["n00001", "n00002"]
    model.apply([RowChange("note", "n00001", note(1), replace(note(1), alive=False))], lambda _note: True)
    assert model.ids() == ["n00002"]


def test_a_row_says_that_its_note_is_only_kept_on_this_laptop(model: NoteListModel) -> None:
    model.show_unsaved(frozenset({"n00001"}), "kept")
    assert model.index(0).data(NoteRole.STATE) == "kept"
    assert (
        model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "notitie 1. ervaring, op deze laptop bewaard"
    )
    model.show_unsaved(frozenset(), "")
    assert model.index(0).data(NoteRole.STATE) == ""
