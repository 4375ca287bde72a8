"""What a screen reader finds on a board."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.board import flow_plan
from facilitator.domain.schema import ENTITY_TYPES
from facilitator.domain.state import State
from facilitator.ui.board import accessible
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.theme import load_theme
from tests.helpers import lint
from tests.helpers.keys import press
from tests.ui.board.table import FLOW, SHIFT, Table, face, flow, grouping

NAME, ABOUT = QAccessible.Text.Name, QAccessible.Text.Description


def board(table: Table) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(table.canvas)


def painted(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = [of.child(index) for index in range(of.childCount())]
    return [child for child in children if isinstance(child, accessible.PartVoice)]


def below(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for child in painted(of):
        yield child
        yield from below(child)


def test_a_board_is_a_list_of_groups_of_notes(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    found = board(table)
    assert (found.role(), found.text(NAME)) == (QAccessible.Role.List, "Bord")
    groups = painted(found)
    assert [group.text(NAME) for group in groups] == [
        "tray, 2 notities",
        "Inzicht 0, 2 notities",
        "Inzicht 1, 2 notities",
        "Inzicht 2, 2 notities",
        "parked, 0 notities",
    ]
    assert {group.role() for group in groups} == {QAccessible.Role.Grouping}
    assert [group.text(ABOUT) for group in groups][1] == "Dichtbij"
    notes = painted(groups[1])
    assert [note.text(NAME) for note in notes] == ["notitie 0. ervaring", "notitie 1. ervaring"]
    assert {note.role() for note in notes} == {QAccessible.Role.ListItem}
    assert all(note.isValid() and note.childCount() == 0 for note in notes)


def test_the_tree_hangs_together(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    found = board(table)
    for index in range(found.childCount()):
        child = found.child(index)
        assert child is not None
        assert found.indexOfChild(child) == index
        above = child.parent()
        assert above is not None
        assert above is found or above.object() is table.canvas
        for nth in range(child.childCount() if isinstance(child, accessible.PartVoice) else 0):
            note = child.child(nth)
            assert note is not None
            assert child.indexOfChild(note) == nth
            assert note.parent() is child
    assert found.child(found.childCount()) is None


def test_it_tells_exactly_what_the_outline_holds(qtbot: QtBot) -> None:
    table = flow(qtbot, 30)
    table.change(table.put(e.Spot, f"{FLOW}/n3", board=FLOW, note="n3", x=96, y=2400))
    told = [
        (group.area, [note.note for note in painted(group) if isinstance(note, accessible.PartVoice)])
        for group in painted(board(table))
        if isinstance(group, accessible.PartVoice)
    ]
    assert told == [(area.key, list(ids)) for area, ids in table.model.plan.outline()]


def test_what_is_painted_is_where_it_says(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    canvas = table.canvas
    for part in below(board(table)):
        middle = part.rect().center()
        assert QRect(canvas.mapToGlobal(canvas.rect().topLeft()), canvas.size()).contains(middle)
    group = painted(board(table))[1]
    note = painted(group)[1]
    middle = note.rect().center()
    assert board(table).childAt(middle.x(), middle.y()) is group
    assert group.childAt(middle.x(), middle.y()) is note
    assert note.childAt(middle.x(), middle.y()) is None
    corner = canvas.mapToGlobal(canvas.rect().topLeft())
    assert board(table).childAt(corner.x() + 1, corner.y() + 1) is None


def test_a_note_with_two_insights_is_told_in_both(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.change(table.put(e.Note, "n0", insights=("i0", "i1")))
    places = [p.rect() for p in below(board(table)) if p.text(NAME) == "notitie 0. ervaring"]
    assert len(places) == 2
    assert not places[0].intersects(places[1])


def test_it_tells_where_the_keyboard_is_and_what_is_chosen(qtbot: QtBot) -> None:
    table = flow(qtbot)
    press(table.canvas, Qt.Key.Key_Home)
    press(table.canvas, Qt.Key.Key_Right, SHIFT)
    found = board(table)
    current = found.focusChild()
    assert current.text(NAME) == "notitie 1. ervaring"
    states = {part.text(NAME): part.state() for part in below(found)}
    assert [name for name, state in states.items() if state.focused] == ["notitie 1. ervaring"]
    assert [name[:9] for name, state in states.items() if state.selected] == ["notitie 0", "notitie 1"]
    table.field.setFocus()
    assert found.focusChild() is None
    assert not current.state().focused


def test_what_is_out_of_sight_says_so(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    found = {part.text(NAME): part.state().offscreen for part in below(board(table))}
    assert not found["notitie 0. ervaring"]
    assert found["notitie 290. ervaring"]


def test_a_title_can_have_the_keyboard(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.model.choose([], "insight:i1")
    current = board(table).focusChild()
    assert (current.role(), current.text(NAME)) == (QAccessible.Role.Grouping, "Inzicht 1, 2 notities")
    assert current.state().focused


def test_while_writing_the_field_has_the_keyboard(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.model.choose(["n1"], "n1")
    press(table.canvas, Qt.Key.Key_Return)
    editor = QAccessible.queryAccessibleInterface(table.canvas.hands.editor)
    assert editor.text(NAME)
    found = board(table)
    children = [found.child(index) for index in range(found.childCount())]
    assert any(child.object() is table.canvas.hands.editor for child in children if child)
    middle = editor.rect().center()
    assert found.childAt(middle.x(), middle.y()).object() is table.canvas.hands.editor


def test_events_tell_of_focus_choice_and_moves(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = flow(qtbot)
    told: list[QAccessible.Event] = []

    class Listening:
        Event = QAccessible.Event

        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:
            told.append(event.type())

        @staticmethod
        def isActive() -> bool:
            return True

        def __getattr__(self, name: str) -> object:
            return getattr(QAccessible, name)

    monkeypatch.setattr(accessible, "QAccessible", Listening())
    press(table.canvas, Qt.Key.Key_Home)
    assert QAccessible.Event.Focus in told
    assert QAccessible.Event.Selection in told
    press(table.canvas, Qt.Key.Key_Right, SHIFT)
    assert QAccessible.Event.SelectionWithin in told
    table.canvas.hands.voice.announce("3 verplaatst")
    assert told[-1] == QAccessible.Event.Announcement
    told.clear()
    table.change(table.put(e.Note, "n1", alive=False))
    assert QAccessible.Event.ObjectReorder in told


def test_nothing_is_made_before_it_is_asked_for(qtbot: QtBot) -> None:
    table = flow(qtbot, 3000)
    voice = table.canvas.hands.voice
    assert voice.count == 0
    found = board(table)
    assert found.childCount() > 40
    assert voice.count == 0
    painted(found.child(0))
    assert 72 <= voice.count <= 80


def test_what_is_gone_is_let_go(qtbot: QtBot) -> None:
    table = flow(qtbot)
    voice = table.canvas.hands.voice
    parts = list(below(board(table)))
    assert voice.count == len(parts) == 13
    before = weakref.ref(parts[2])
    gone = parts[2]
    assert gone.text(NAME) == "notitie 1. ervaring"
    table.change(table.put(e.Note, "n1", alive=False))
    assert voice.count == 12
    del gone, parts
    gc.collect()
    assert before() is None
    table.change(table.put(e.Note, "n1", alive=True))
    assert "notitie 1. ervaring" in [part.text(NAME) for part in below(board(table))]


def shown_board(parent: QWidget | None, *, grouped: bool) -> BoardCanvas:
    state = State({name: {} for name in ENTITY_TYPES})
    for number in range(8):
        note = e.Note(id=f"n{number}", alive=True, text=f"notitie {number}", seq=number)
        state.tables["note"][note.id] = note
    canvas = BoardCanvas(load_theme("light"), BoardModel(face, parent=parent), parent)
    arrangement = "kind" if grouped else "rows"
    canvas.model.show(flow_plan(state, FLOW, state.notes, lambda _note: True, arrangement, "kind"))
    canvas.resize(600, 400)
    canvas.show()
    return canvas


@pytest.mark.parametrize("way", ["later", "dropped", "with its window"])
def test_boards_come_and_go_without_a_trace(qtbot: QtBot, way: str) -> None:
    left: list[weakref.ref[Any]] = []
    for round_ in range(30):
        window = QWidget() if way == "with its window" else None
        canvas = shown_board(window, grouped=bool(round_ % 2))
        parts = list(below(QAccessible.queryAccessibleInterface(canvas)))
        assert len(parts) > 8
        left += [weakref.ref(part) for part in parts]
        left += [weakref.ref(canvas.hands.voice), weakref.ref(canvas)]
        canvas.close()
        if way != "dropped":
            (window or canvas).deleteLater()
        del window, canvas, parts
        if round_ % 3 == 0:
            gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()
    assert [ref for ref in left if ref() is not None] == []


def test_the_factory_is_installed_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    flow(qtbot)
    installed: list[object] = []
    monkeypatch.setattr(accessible.QAccessible, "installFactory", installed.append)
    flow(qtbot)
    accessible.install()
    assert installed == []


@pytest.mark.parametrize("scale", [100, 200])
def test_a_window_with_a_board_passes_the_lint(qtbot: QtBot, scale: int) -> None:
    table = grouping(qtbot, scale=scale)
    assert len(list(lint.painted(table))) >= 13
    assert not lint.faults(table)
    table.canvas.full()
    assert not lint.faults(table)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_on_cards_stand_out(qtbot: QtBot, theme: str) -> None:
    table = flow(qtbot, 14, theme=theme)
    table.canvas.settle()
    assert len(list(lint.painted(table))) >= 8
    assert not lint.faint_painted(table, 7)
    assert lint.faint_painted(table, 22)


def test_the_lint_finds_painted_notes_that_are_wrong(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = flow(qtbot, 14)
    monkeypatch.setattr(table.model, "_describe", lambda note: replace(face(note), spoken=" ", text=""))
    table.model.forget_faces()
    table.canvas.set_zoom(0.1)
    found = "\n".join(lint.painted_faults(table))
    assert "no name" in found
    assert "small" in found
    table.canvas.setAccessibleName("")
    assert any("BoardCanvas" in line for line in lint.nameless(table))


def test_a_note_that_is_only_kept_on_this_laptop_says_so(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.model.show_unsaved(frozenset({"n0"}), "kept")
    said = [part.text(QAccessible.Text.Description) for part in below(board(table))]
    assert said.count("op deze laptop bewaard") == 1
