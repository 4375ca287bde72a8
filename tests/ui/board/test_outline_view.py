"""The outline does everything the canvas does, by keyboard and by mouse, on the same model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.ui.board.model import BoardModel
from facilitator.ui.board.outline_view import OutlineView
from facilitator.ui.kit.note_face import MIME_NOTES
from tests.domain.board_world import World, said
from tests.helpers.keys import press
from tests.helpers.ui import make_context
from tests.ui.board.test_model import changes, made

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def table() -> World:
    world = World(6)
    for nth in (0, 1):
        world.put(e.Insight, f"i{nth}", alive=True, seq=nth)
    for number in (0, 1):
        world.put(e.Note, f"n{number}", insights=("i0",))
    world.put(e.Note, "n2", insights=("i0", "i1"))
    return world


@pytest.fixture
def world() -> World:
    return table()


@pytest.fixture
def view(qtbot: QtBot, world: World) -> OutlineView:
    made_view = OutlineView(make_context().theme, made(world, table=True))
    qtbot.addWidget(made_view)
    made_view.resize(700, 700)
    made_view.show()
    qtbot.waitExposed(made_view)
    made_view.setFocus()
    return made_view


def chosen_rows(view: OutlineView) -> list[str]:
    rows = view.selectionModel().selectedIndexes()
    return sorted(str(row.data(Qt.ItemDataRole.DisplayRole)) for row in rows)


def at(view: OutlineView, item: str, inside: str = "") -> QPoint:
    index = view.rows.index_of(item, inside)
    return view.visualRect(index).center()


def test_arrows_walk_row_by_row_and_the_board_goes_along(view: OutlineView) -> None:
    board = view.board
    press(view, KEY.Key_Home)
    assert (board.current, board.chosen) == ("tray", ())
    press(view, KEY.Key_Down)
    assert (board.current, board.chosen) == ("n3", ("n3",))
    press(view, KEY.Key_Down, SHIFT)
    assert board.chosen == ("n3", "n4")
    press(view, KEY.Key_End)
    assert board.current == "parked"
    press(view, KEY.Key_Up)
    assert (board.current, board.inside) == ("n2", "insight:i1")
    press(view, KEY.Key_Left)
    assert board.current == "insight:i1"


def test_left_folds_and_right_unfolds_and_it_stays_so(view: OutlineView, world: World) -> None:
    board = view.board
    board.choose([], "insight:i0")
    press(view, KEY.Key_Left)
    press(view, KEY.Key_Down)
    assert board.current == "insight:i1"
    board.apply(changes(world.put(e.Note, "n3", insights=("i0",))))
    board.show(world.table())
    assert view.save_view()["folded"] == ["insight:i0"]
    board.choose([], "insight:i0")
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Right)
    assert board.current == "n0"


def test_what_is_chosen_on_the_canvas_is_chosen_here(view: OutlineView) -> None:
    view.board.choose(["n2", "n4"], "n4")
    assert len(chosen_rows(view)) == 3
    assert view.currentIndex() == view.rows.index_of("n4")
    view.board.choose([], "insight:i0")
    assert (chosen_rows(view), view.currentIndex()) == ([], view.rows.index_of("insight:i0"))


def test_clicks_choose_as_on_the_canvas(view: OutlineView) -> None:
    board, port = view.board, view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(port, left, Qt.KeyboardModifier.NoModifier, at(view, "n0"))
    assert (board.chosen, board.current, board.inside) == (("n0",), "n0", "insight:i0")
    QTest.mouseClick(port, left, CTRL, at(view, "n4"))
    assert set(board.chosen) == {"n0", "n4"}
    QTest.mouseClick(port, left, Qt.KeyboardModifier.NoModifier, at(view, "n2", "insight:i1"))
    assert (board.chosen, board.inside) == (("n2",), "insight:i1")
    assert len(view.selectionModel().selectedIndexes()) == 2
    QTest.mouseClick(port, left, Qt.KeyboardModifier.NoModifier, at(view, "insight:i0"))
    assert board.chosen_areas() == ("insight:i0",)


@pytest.mark.parametrize(
    ("key", "held", "wish"),
    [
        (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete"),
        (KEY.Key_M, Qt.KeyboardModifier.NoModifier, "move"),
        (KEY.Key_M, SHIFT, "also"),
        (KEY.Key_G, Qt.KeyboardModifier.NoModifier, "new_insight"),
        (KEY.Key_P, Qt.KeyboardModifier.NoModifier, "park"),
        (KEY.Key_Slash, Qt.KeyboardModifier.NoModifier, "find"),
        (KEY.Key_C, CTRL, "copy"),
    ],
)
def test_keys_wish_what_they_wish_on_the_canvas(
    view: OutlineView, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, wish: str
) -> None:
    view.board.choose(["n0"], "n0")
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    override.ignore()
    view.event(override)
    assert override.isAccepted()
    with qtbot.waitSignal(view.asked) as asked:
        press(view, key, held)
    assert asked.args == [wish]


def test_f2_opens_and_escape_lets_go_and_then_leaves(view: OutlineView, qtbot: QtBot) -> None:
    view.board.choose(["n0"], "n0")
    with qtbot.waitSignal(view.opened) as opened:
        press(view, KEY.Key_F2)
    assert opened.args == ["n0"]
    with qtbot.assertNotEmitted(view.left):
        press(view, KEY.Key_Escape)
    assert view.board.chosen == ()
    with qtbot.waitSignal(view.left):
        press(view, KEY.Key_Escape)


def test_keys_of_the_canvas_alone_are_left_to_the_window(view: OutlineView) -> None:
    for key in (KEY.Key_Plus, KEY.Key_0):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        override.ignore()
        view.event(override)
        assert not override.isAccepted()


def test_ctrl_and_arrows_move_a_note_to_the_next_area(view: OutlineView, qtbot: QtBot) -> None:
    view.board.choose(["n0"], "n0")
    with qtbot.waitSignal(view.dropped) as moved:
        press(view, KEY.Key_Down, CTRL)
    assert moved.args == [["n0"], "insight:i1", False]
    view.readonly = True
    with qtbot.assertNotEmitted(view.dropped):
        press(view, KEY.Key_Down, CTRL)


def drop(view: OutlineView, ids: list[str], where: QPoint, held: Qt.KeyboardModifier) -> QDropEvent:
    data = QMimeData()
    data.setData(MIME_NOTES, "\n".join(ids).encode())
    button = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(where), Qt.DropAction.MoveAction, data, button, held)
    view.dropEvent(event)
    return event


def test_notes_dropped_on_an_area_or_on_one_of_its_notes_go_there(view: OutlineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.dropped) as moved:
        drop(view, ["n3", "n4"], at(view, "insight:i0"), Qt.KeyboardModifier.NoModifier)
    assert moved.args == [["n3", "n4"], "insight:i0", False]
    with qtbot.waitSignal(view.dropped) as also:
        drop(view, ["n0"], at(view, "n2", "insight:i1"), CTRL)
    assert also.args == [["n0"], "insight:i1", True]
    with qtbot.assertNotEmitted(view.dropped):
        assert not drop(view, ["n0"], at(view, "n1"), Qt.KeyboardModifier.NoModifier).isAccepted()


def test_a_note_that_moved_is_still_chosen_where_it_came(view: OutlineView, world: World) -> None:
    view.board.choose(["n3"], "n3")
    view.board.apply(changes(world.put(e.Note, "n3", insights=("i1",))))
    assert view.currentIndex() == view.rows.index_of("n3")
    assert view.rows.key_of(view.currentIndex()) == "insight:i1"
    assert view.selectionModel().isSelected(view.currentIndex())


def test_hits_alone_are_shown_while_something_is_looked_for(view: OutlineView) -> None:
    view.board.set_hits({"n0", "n4"})
    assert view.shown() == [("tray", ["n4"]), ("insight:i0", ["n0"])]
    assert view.isExpanded(view.rows.index(1, 0))
    view.board.set_hits(None)
    assert view.shown() == said(view.board.plan)


def test_a_screen_reader_hears_areas_and_notes(view: OutlineView) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name)
    names = [spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())]
    assert "tray, 3 stuks, Bram 1" in names
    assert view.board.face("n0").spoken in names


def test_the_menu_key_asks_for_a_menu_about_the_row(view: OutlineView, qtbot: QtBot) -> None:
    view.board.set_current("n1")
    with qtbot.waitSignal(view.menu_wanted) as wanted:
        press(view, KEY.Key_F10, SHIFT)
    assert view.board.chosen == ("n1",)
    assert wanted.args == [view.viewport().mapToGlobal(at(view, "n1"))]


@given(st.data())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_choice_and_current_are_in_step_after_anything(qtbot: QtBot, data: st.DataObject) -> None:
    world = World(12)
    board: BoardModel = made(world, table=True)
    view = OutlineView(make_context().theme, board)
    qtbot.addWidget(view)
    view.show()
    for _ in range(data.draw(st.integers(1, 8))):
        order = board.order()
        if order and data.draw(st.booleans()):
            board.choose(data.draw(st.lists(st.sampled_from(order))), data.draw(st.sampled_from(order)))
        else:
            press(view, data.draw(st.sampled_from([KEY.Key_Down, KEY.Key_Up, KEY.Key_Right, KEY.Key_Space])))
        board.apply(changes(*world.change(data)))
        assert view.shown() == said(board.plan)
        rows = view.selectionModel().selectedIndexes()
        wanted = [row for item in board.chosen for row in view.rows.indexes_of(item)]
        assert {view.rows.item_of(row) for row in rows} == set(board.chosen)
        assert len(rows) == len(wanted)
        assert view.rows.item_of(view.currentIndex()) == board.current
    view.close()


def test_an_outline_nobody_sees_sleeps_and_shows_everything_when_it_is_seen(
    view: OutlineView, world: World
) -> None:
    resets: list[str] = []
    inserted: list[int] = []
    view.hide()
    view.rows.modelReset.connect(lambda: resets.append("reset"))
    view.rows.rowsInserted.connect(lambda: inserted.append(1))
    view.board.apply(changes(world.put(e.Note, "n9", alive=True, seq=99, insights=("i1",))))
    view.board.choose(["n9"], "n9")
    assert not inserted
    assert view.rows.index_of("n9") == QModelIndex()
    view.show()
    assert view.shown() == said(view.board.plan)
    assert inserted
    assert not resets
    assert view.currentIndex() == view.rows.index_of("n9")
    assert len(view.selectionModel().selectedIndexes()) == 1


def test_a_search_during_sleep_is_seen_on_waking(view: OutlineView) -> None:
    view.hide()
    view.board.set_hits(frozenset({"n1"}))
    view.show()
    assert [ids for _key, ids in view.shown()] == [["n1"]]


def test_a_sleeping_outline_can_be_asked_and_sleeps_on(view: OutlineView, world: World) -> None:
    view.hide()
    view.board.apply(changes(world.put(e.Note, "n9", alive=True, seq=99, insights=("i1",))))
    assert view.shown() == said(view.board.plan)
    assert view.rows.asleep
