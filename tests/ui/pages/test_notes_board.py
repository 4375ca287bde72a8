"""Board and outline of a step page: one model, wishes become edits, and what is seen stays in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.board import board_key
from facilitator.domain.entities import Note
from facilitator.services import boards
from facilitator.services.notes import NoteDraft, add_notes
from facilitator.store.session import SessionStore
from facilitator.ui.kit.notices import Notice
from facilitator.ui.pages.notes_board import NotesBoard
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context

KEY = board_key("*", step="ervaren")


def belongs(note: Note) -> bool:
    return note.step == "ervaren"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    drafts = [NoteDraft(f"n{n}", persona=("fatima", "bram")[n % 2], step="ervaren") for n in range(12)]
    add_notes(opened, drafts)
    yield opened
    opened.close()


@pytest.fixture
def board(qtbot: QtBot, store: SessionStore) -> NotesBoard:
    context = make_context(store)
    made = NotesBoard(context)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_board(KEY, belongs)
    context.dialogue.changed.connect(made.apply)
    QApplication.processEvents()
    return made


def ids(store: SessionStore) -> list[str]:
    return [note.id for note in store.state.notes]


def test_laying_tidying_and_recolouring_are_edits(board: NotesBoard, store: SessionStore) -> None:
    first = ids(store)[0]
    board.canvas.moved.emit({first: (1000, 40)})
    box = board.model.plan.box(first)
    assert box is not None
    assert (box.x, box.y) == (1000, 40)
    assert store.state.spots[0].board == KEY
    board.tidy("persona")
    assert store.state.spots == []
    assert list(board.model.plan.areas)[:1] == ["group:fatima"]
    board.recolour("basis")
    assert (board.model.face(first).letter, store.state.board(KEY).colouring) == ("Z", "basis")
    store.undo()
    assert board.model.face(first).letter == "E"
    store.undo()
    store.undo()
    assert board.model.plan.free == {}


@pytest.mark.parametrize("view", ["canvas", "outline"])
def test_a_note_is_rewritten_in_place_once(board: NotesBoard, store: SessionStore, view: str) -> None:
    first = ids(store)[0]
    getattr(board, view).edited.emit(first, "anders")
    note = store.state.note(first)
    assert note is not None
    assert note.text == "anders"
    label = store.undo_label
    board.canvas.edited.emit(first, "anders")
    assert store.undo_label == label
    store.undo()
    assert board.model.face(first).text == "n0"


@pytest.mark.parametrize(
    ("arrangement", "target", "field", "value"),
    [
        ("persona", "group:bram", "persona", "bram"),
        ("persona", "group:", "persona", ""),
        ("kind", "group:wish", "kind", "wish"),
        ("table", "group:4", "table", 4),
        ("step", "group:dromen", "step", "dromen"),
    ],
)
def test_what_is_dropped_on_a_group_belongs_to_it(
    board: NotesBoard, store: SessionStore, arrangement: str, target: str, field: str, value: object
) -> None:
    boards.tidy(store, KEY, arrangement)
    first, second = ids(store)[:2]
    board.canvas.dropped.emit([first, second], target, False)
    for id in (first, second):
        assert getattr(store.state.note(id), field) == value
    store.undo()
    note = store.state.note(first)
    assert note is not None
    assert (note.persona, note.kind, note.table, note.step) == ("fatima", "experience", 0, "ervaren")


def test_the_channel_of_a_note_is_not_changed_by_a_drop(board: NotesBoard, store: SessionStore) -> None:
    boards.recolour(store, KEY, "channel")
    boards.tidy(store, KEY, "colour")
    told: list[Notice] = []
    board.told.connect(told.append)
    label = store.undo_label
    board.canvas.dropped.emit(ids(store)[:1], "group:soft", False)
    assert [notice.key for notice in told] == ["board.channel"]
    assert store.undo_label == label


def test_outline_and_board_share_the_choice(board: NotesBoard, store: SessionStore) -> None:
    board.choose(ids(store)[2:4])
    board.set_outline(True)
    assert board.view is board.outline
    assert board.chosen_ids() == ids(store)[2:4]
    assert "board_fit" not in board.commands()
    board.set_outline(False)
    assert "board_fit" in board.commands()


def test_all_alike_are_chosen(board: NotesBoard, store: SessionStore) -> None:
    board.choose(ids(store)[:1])
    board.commands()["select_alike"]()
    assert board.chosen_ids() == ids(store)[::2]
    board.commands()["select_all"]()
    assert board.chosen_ids() == ids(store)


def test_the_rows_are_as_wide_as_the_view(board: NotesBoard, qtbot: QtBot, store: SessionStore) -> None:
    def columns() -> int:
        return len({board.model.plan.boxes(id)[0].x for id in ids(store)})

    assert columns() == 3
    board.resize(1400, 600)
    qtbot.waitUntil(lambda: columns() == 6)
    board.resize(300, 600)
    qtbot.waitUntil(lambda: columns() == 2)


def test_what_one_looks_at_stays_in_sight_when_the_rows_get_wider(
    board: NotesBoard, qtbot: QtBot, store: SessionStore
) -> None:
    add_notes(store, [NoteDraft(f"m{n}", step="ervaren") for n in range(60)])
    board.canvas.pan(0, 1500)
    first = board.model.plan.within(board.canvas.visible_box())[0][0]
    board.resize(1400, 600)
    qtbot.waitUntil(lambda: len(board.model.plan.within(board.canvas.visible_box())) > 0)
    qtbot.wait(120)
    box = board.model.plan.box(first)
    assert box is not None
    assert board.canvas.visible_box().meets(box)


def test_only_looking_lays_and_rewrites_nothing(qtbot: QtBot, store: SessionStore, tmp_path: Path) -> None:
    store.wait_saved()
    store.save_copy(tmp_path / "kopie.dialoog")
    with SessionStore.open(tmp_path / "kopie.dialoog", source="laptop-2", readonly=True) as looked_at:
        made = NotesBoard(make_context(looked_at))
        qtbot.addWidget(made)
        made.show_board(KEY, belongs)
        made.canvas.moved.emit({ids(looked_at)[0]: (5, 5)})
        made.canvas.dropped.emit(ids(looked_at)[:1], "group:bram", False)
        assert looked_at.state.spots == []
        assert "tidy" not in made.commands()


def test_a_saved_note_is_ticked_for_a_while(board: NotesBoard, store: SessionStore) -> None:
    first, second = ids(store)[:2]
    board.mark([first, second], "waiting")
    board.mark([first], "saved")
    assert (board.model.state(first), board.model.state(second)) == ("saved", "waiting")
    board._untick([first, second])
    assert (board.model.state(first), board.model.state(second)) == ("", "waiting")


def test_after_tidying_what_is_chosen_is_in_view_or_the_beginning(
    board: NotesBoard, store: SessionStore
) -> None:
    add_notes(store, [NoteDraft(f"m{n}", step="ervaren", kind="wish") for n in range(150)])
    board.canvas.pan(0, 2000)
    board.tidy("kind")
    assert board.canvas.visible_box().contains(0, 0)
    last = ids(store)[-1]
    board.choose([last])
    board.tidy("rows")
    box = board.model.plan.box(last)
    assert box is not None
    assert board.canvas.visible_box().meets(box)
