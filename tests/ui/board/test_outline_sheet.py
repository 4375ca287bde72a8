"""Writing in the rows of an outline, with the editor of the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.ui.board.outline_view import OutlineView
from tests.domain.board_world import World
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context
from tests.ui.board.test_model import changes, made

KEY = Qt.Key


@pytest.fixture
def world() -> World:
    world = World(40)
    world.put(e.Insight, "i0", alive=True)
    world.put(e.Note, "n1", insights=("i0",))
    return world


@pytest.fixture
def view(qtbot: QtBot, world: World) -> OutlineView:
    found = OutlineView(make_context().theme, made(world, table=True))
    qtbot.addWidget(found)
    found.resize(700, 500)
    found.show()
    found.setFocus()
    return found


def test_enter_writes_on_the_row_and_enter_keeps_it(view: OutlineView, qtbot: QtBot) -> None:
    view.board.choose(["n30"], "n30")
    press(view, KEY.Key_Return)
    editor = view.sheet.editor
    row = view.visualRect(view.rows.index_of("n30"))
    assert editor.isVisible()
    assert row.contains(editor.geometry().topLeft())
    editor.selectAll()
    type_text(editor, "Anders")
    with qtbot.waitSignal(view.edited) as edited:
        press(editor, KEY.Key_Return)
    assert (edited.args, editor.isVisible()) == (["n30", "Anders"], False)


def test_f2_writes_the_title_of_an_insight_and_enter_opens_it_as_a_list(
    view: OutlineView, qtbot: QtBot
) -> None:
    view.board.choose([], "insight:i0")
    with qtbot.waitSignal(view.opened) as opened:
        press(view, KEY.Key_Return)
    assert opened.args == ["insight:i0"]
    press(view, KEY.Key_F2)
    editor = view.sheet.editor
    editor.selectAll()
    type_text(editor, "Tolk")
    with qtbot.waitSignal(view.renamed) as renamed:
        press(editor, KEY.Key_Return)
    assert renamed.args == ["insight:i0", "Tolk"]


def test_the_field_follows_its_row_while_others_come_and_the_tree_scrolls(
    view: OutlineView, world: World
) -> None:
    view.board.choose(["n6"], "n6")
    press(view, KEY.Key_Return)
    editor = view.sheet.editor
    before = editor.y()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 50)
    assert editor.y() == before - 50
    view.board.apply(changes(world.put(e.Note, "n1", insights=())))
    assert editor.y() > before - 50
    view.board.apply(changes(world.put(e.Note, "n6", alive=False)))
    assert not editor.isVisible()


def test_nobody_writes_in_a_dialogue_that_is_only_read(view: OutlineView, qtbot: QtBot) -> None:
    view.readonly = True
    view.board.choose(["n3"], "n3")
    with qtbot.waitSignal(view.opened):
        press(view, KEY.Key_Return)
    assert not view.sheet.editor.isVisible()


def test_a_row_that_is_not_shown_cannot_be_written_on(view: OutlineView) -> None:
    view.board.set_hits({"n3"})
    assert not view.sheet.start("n4")
