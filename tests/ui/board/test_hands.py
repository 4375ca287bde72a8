"""Keys on a board, and what hangs on the pointer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from tests.helpers.keys import press, type_text
from tests.ui.board.table import CTRL, FLOW, LEFT, NONE, SHIFT, flow, grouping


def test_twice_on_a_note_writes_on_it_on_a_title_opens_the_area(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    QTest.mouseDClick(table.canvas, LEFT, pos=table.at("insight:i0"))
    QTest.mouseDClick(table.canvas, LEFT, pos=table.at("goal:g1"))
    assert table.heard("opened") == [("insight:i0",), ("goal:g1",)]
    QTest.mouseDClick(table.canvas, LEFT, pos=table.at("n0"))
    assert table.canvas.hands.editor.item == "n0"


def test_the_menu_is_about_what_it_hangs_on(qtbot: QtBot) -> None:
    table = flow(qtbot)
    ask_menu(table.canvas, table.at("n4"))
    assert table.model.chosen == ("n4",)
    table.model.choose(["n1", "n2"], "n1")
    ask_menu(table.canvas, table.at("n2"))
    assert set(table.model.chosen) == {"n1", "n2"}
    ask_menu(table.canvas, table.ground())
    assert len(table.heard("menu_wanted")) == 2
    press(table.canvas, Qt.Key.Key_Menu)
    place = table.heard("menu_wanted")[2][0]
    box = table.model.plan.box("n2")
    assert box is not None
    assert table.canvas.to_view(box).contains(QPointF(table.canvas.mapFromGlobal(place)))


def ask_menu(canvas: QWidget, at: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, event)


def test_a_long_text_is_told_where_the_pointer_rests_and_never_as_markup(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.change(table.put(e.Note, "n1", text="<b>lang</b> " * 20))
    at = table.at("n1")
    QApplication.sendEvent(table.canvas, QHelpEvent(QEvent.Type.ToolTip, at, table.canvas.mapToGlobal(at)))
    assert "&lt;b&gt;lang" in QToolTip.text()
    at = table.at("n2")
    QApplication.sendEvent(table.canvas, QHelpEvent(QEvent.Type.ToolTip, at, table.canvas.mapToGlobal(at)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_arrows_go_shift_extends_space_toggles(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, model = table.canvas, table.model
    press(canvas, Qt.Key.Key_Home)
    assert model.current == "n0"
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Down)
    assert (model.current, model.chosen) == ("n7", ("n7",))
    press(canvas, Qt.Key.Key_Right, SHIFT)
    assert model.chosen_notes() == ("n7", "n8")
    press(canvas, Qt.Key.Key_Space)
    assert model.chosen_notes() == ("n7",)
    press(canvas, Qt.Key.Key_A, CTRL)
    assert len(model.chosen) == 12
    press(canvas, Qt.Key.Key_L)
    assert model.chosen_notes() == ("n0", "n2", "n4", "n6", "n8", "n10")
    press(canvas, Qt.Key.Key_Escape)
    assert (model.chosen, table.heard("left")) == ((), [])
    press(canvas, Qt.Key.Key_Escape)
    assert table.heard("left") == [()]


def test_area_titles_are_reached_by_arrows_opened_and_renamed(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    canvas, model = table.canvas, table.model
    model.choose(["n0"], "n0")
    press(canvas, Qt.Key.Key_Up)
    assert model.current == "insight:i0"
    press(canvas, Qt.Key.Key_Return)
    assert table.heard("opened") == [("insight:i0",)]
    press(canvas, Qt.Key.Key_F2)
    assert canvas.hands.editor.item == "insight:i0"
    type_text(canvas.hands.editor, "Dicht bij huis\n")
    assert table.heard("renamed") == [("insight:i0", "Dicht bij huis")]


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Delete, NONE, "delete"),
        (Qt.Key.Key_P, NONE, "park"),
        (Qt.Key.Key_M, NONE, "move"),
        (Qt.Key.Key_M, SHIFT, "also"),
        (Qt.Key.Key_S, NONE, "star"),
        (Qt.Key.Key_C, CTRL, "copy"),
        (Qt.Key.Key_D, NONE, "duplicate"),
        (Qt.Key.Key_G, NONE, "new_insight"),
        (Qt.Key.Key_Slash, NONE, "find"),
    ],
)
def test_letters_are_wishes(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, wanted: str) -> None:
    table = flow(qtbot)
    table.model.choose(["n1"], "n1")
    press(table.canvas, key, held)
    assert table.heard("asked") == [(wanted,)]
    assert table.model.chosen == ("n1",)


def test_keys_zoom(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    press(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom > 1
    press(canvas, Qt.Key.Key_1)
    assert canvas.zoom == 1
    press(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom < 1
    press(canvas, Qt.Key.Key_0)
    bounds = table.model.plan.bounds
    assert canvas.visible_box().w >= bounds.w
    assert canvas.visible_box().h >= bounds.h


def test_only_keys_that_do_something_are_kept_from_the_window(qtbot: QtBot) -> None:
    table = flow(qtbot)
    fired: list[str] = []
    for keys in ("Ctrl+Up", "Ctrl+J", "Del", "F6"):
        QShortcut(QKeySequence(keys), table).activated.connect(lambda keys=keys: fired.append(keys))
    canvas = table.canvas
    press(canvas, Qt.Key.Key_Up, CTRL)
    assert fired == ["Ctrl+Up"]
    table.model.choose(["n1"], "n1")
    for key, held in ((Qt.Key.Key_Up, CTRL), (Qt.Key.Key_J, CTRL), (Qt.Key.Key_Delete, NONE)):
        press(canvas, key, held)
    press(canvas, Qt.Key.Key_F6)
    assert fired == ["Ctrl+Up", "Ctrl+J", "F6"]
    table.field.setFocus()
    press(table.field, Qt.Key.Key_Up, CTRL)
    assert fired[-1] == "Ctrl+Up"


def test_who_comes_by_tab_sees_where_the_keyboard_is(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.field.setFocus()
    table.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.model.current, table.model.chosen) == ("n0", ("n0",))


def test_nothing_can_be_changed_when_it_can_only_be_looked_at(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.canvas.hands.readonly = True
    table.drag(table.at("n1"), table.at("n8"))
    table.model.choose(["n1"], "n1")
    press(table.canvas, Qt.Key.Key_Right, CTRL)
    press(table.canvas, Qt.Key.Key_Return)
    assert table.heard("opened") == [("n1",)]
    assert {what[0] for what in table.told} == {"opened"}


KEYS = [
    (key, held)
    for key in (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    )
    for held in (NONE, SHIFT, CTRL)
]
KEYS += [
    (key, NONE) for key in (Qt.Key.Key_Space, Qt.Key.Key_L, Qt.Key.Key_Escape, Qt.Key.Key_0, Qt.Key.Key_1)
]
KEYS += [(Qt.Key.Key_A, CTRL)]


ACTS = st.lists(st.one_of(st.sampled_from(KEYS), st.integers(0, 7)), min_size=1, max_size=14)


@pytest.mark.parametrize("key", ["table", FLOW])
def test_after_any_keys_what_is_chosen_and_current_is_there(qtbot: QtBot, key: str) -> None:
    table = grouping(qtbot) if key == "table" else flow(qtbot, 9)
    model = table.model

    @settings(max_examples=40)
    @given(ACTS)
    def check(acts: list[tuple[Qt.Key, Qt.KeyboardModifier] | int]) -> None:
        for number in range(8):
            table.put(e.Note, f"n{number}", alive=True)
        model.show(table.plan(key, "kind"))
        for act in acts:
            if isinstance(act, int):
                # Meanwhile somebody deletes a note, or brings it back.
                alive = table.state.tables["note"][f"n{act}"].alive
                table.change(table.put(e.Note, f"n{act}", alive=not alive))
            else:
                press(table.canvas, *act)
            here = {*model.plan.areas, *model.order()}
            assert set(model.chosen) <= here
            assert not model.current or model.current in here
            assert not table.canvas.hands.carry.active

    check()
