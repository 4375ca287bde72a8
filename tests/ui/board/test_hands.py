"""Mouse and keys on a board."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from tests.helpers.keys import press, type_text
from tests.ui.board.table import CTRL, FLOW, LEFT, MIDDLE, NONE, SHIFT, flow, grouping


def test_a_click_chooses_ctrl_adds_and_shift_chooses_up_to_there(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, model = table.canvas, table.model
    QTest.mouseClick(canvas, LEFT, pos=table.at("n1"))
    assert (model.chosen, model.current) == (("n1",), "n1")
    QTest.mouseClick(canvas, LEFT, CTRL, table.at("n3"))
    assert set(model.chosen) == {"n1", "n3"}
    QTest.mouseClick(canvas, LEFT, CTRL, table.at("n1"))
    assert model.chosen == ("n3",)
    QTest.mouseClick(canvas, LEFT, pos=table.at("n2"))
    QTest.mouseClick(canvas, LEFT, SHIFT, table.at("n5"))
    assert model.chosen_notes() == ("n2", "n3", "n4", "n5")
    QTest.mouseClick(canvas, LEFT, pos=table.ground())
    assert model.chosen == ()


def test_a_press_on_one_of_many_keeps_them_for_a_drag_and_a_click_leaves_one(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.model.choose(["n1", "n2"], "n1")
    QTest.mousePress(table.canvas, LEFT, pos=table.at("n2"))
    assert set(table.model.chosen) == {"n1", "n2"}
    QTest.mouseRelease(table.canvas, LEFT, pos=table.at("n2"))
    assert table.model.chosen == ("n2",)


def test_a_band_chooses_what_it_meets_and_ctrl_keeps_the_others(qtbot: QtBot) -> None:
    table = flow(qtbot)
    corner = table.at("n1") + QPoint(0, 5)
    table.press(table.ground())
    table.go(corner)
    assert set(table.model.chosen) == {"n0", "n1"}
    QTest.mouseRelease(table.canvas, LEFT, pos=corner)
    assert set(table.model.chosen) == {"n0", "n1"}
    table.model.choose(["n5"], "n5")
    table.drag(table.ground(), corner, held=CTRL)
    assert set(table.model.chosen) == {"n0", "n1", "n5"}


def test_escape_takes_a_band_back(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.press(table.ground(), held=CTRL)
    table.go(table.at("n1"), held=CTRL)
    assert table.model.chosen
    press(table.canvas, Qt.Key.Key_Escape)
    assert table.model.chosen == ()
    assert table.heard("left") == []


def test_the_middle_button_and_the_space_bar_move_the_view(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    start, end = QPoint(400, 300), QPoint(340, 260)
    before = canvas.to_board(QPointF(0, 0))
    table.drag(start, end, button=MIDDLE)
    after = canvas.to_board(QPointF(0, 0))
    assert (round(after[0] - before[0]), round(after[1] - before[1])) == (60, 40)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    table.drag(start, end)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert round(canvas.to_board(QPointF(0, 0))[0] - before[0]) == 120
    assert table.model.chosen == ()
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_wheel_scrolls_shift_goes_sideways_and_ctrl_zooms_about_the_pointer(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    at = QPointF(300, 200)
    x, y = canvas.to_board(at)
    wheel(canvas, at, -120)
    assert canvas.to_board(at)[1] > y
    assert canvas.to_board(at)[0] == x
    wheel(canvas, at, -120, SHIFT)
    assert canvas.to_board(at)[0] > x
    x, y = canvas.to_board(at)
    wheel(canvas, at, 120, CTRL)
    assert canvas.zoom > 1.1
    assert abs(canvas.to_board(at)[0] - x) <= 1
    assert abs(canvas.to_board(at)[1] - y) <= 1


def wheel(canvas: QWidget, at: QPointF, turned: int, held: Qt.KeyboardModifier = NONE) -> None:
    none, begin = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    globally = QPointF(canvas.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, globally, QPoint(0, 0), QPoint(0, turned), none, held, begin, False)
    QApplication.sendEvent(canvas, event)


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


def test_ctrl_and_arrows_lay_notes_further_one_wish_for_a_held_key(qtbot: QtBot) -> None:
    table = flow(qtbot)
    canvas, model = table.canvas, table.model
    table.change(
        *(table.put(e.Spot, f"{FLOW}/{id}", board=FLOW, note=id, x=480, y=960) for id in ("n1", "n2"))
    )
    model.choose(["n1", "n2"], "n1")
    press(canvas, Qt.Key.Key_Right, CTRL)
    assert table.heard("moved") == [({"n1": (504, 960), "n2": (504, 960)},)]
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, CTRL, "", autorep=True)
        QApplication.sendEvent(canvas, event)
    assert len(table.heard("moved")) == 1
    QTest.keyRelease(canvas, Qt.Key.Key_Down, CTRL)
    assert table.heard("moved")[1:] == [({"n1": (480, 1056), "n2": (480, 1056)},)]


def test_what_is_on_its_way_is_laid_down_when_the_keyboard_leaves_and_escape_takes_it_back(
    qtbot: QtBot,
) -> None:
    table = flow(qtbot)
    canvas = table.canvas
    table.model.choose(["n1"], "n1")
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    press(canvas, Qt.Key.Key_Escape)
    QTest.keyRelease(canvas, Qt.Key.Key_Down, CTRL)
    assert table.heard("moved") == []
    assert table.model.chosen == ("n1",)
    QTest.keyPress(canvas, Qt.Key.Key_Down, CTRL)
    table.field.setFocus()
    assert len(table.heard("moved")) == 1


def test_ctrl_and_arrows_put_notes_with_the_next_area(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.model.choose(["n0", "n1"], "n1", "insight:i0")
    press(table.canvas, Qt.Key.Key_Right, CTRL)
    assert table.heard("dropped") == [(["n0", "n1"], "insight:i1", False)]
    table.model.choose(["n0"], "n0", "insight:i0")
    press(table.canvas, Qt.Key.Key_Left, CTRL)
    assert table.heard("dropped")[1:] == [(["n0"], "tray", False)]
    assert table.heard("moved") == []


def test_ctrl_and_arrows_bring_an_area_to_the_next_goal(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    plan = table.model.plan
    way = {"right": Qt.Key.Key_Right, "down": Qt.Key.Key_Down, "left": Qt.Key.Key_Left, "up": Qt.Key.Key_Up}
    here, there = plan.frames["goal:g0"].box, plan.frames["goal:g1"].box
    key = way["right" if there.x >= here.right else "down"]
    table.model.choose([], "insight:i1")
    press(table.canvas, key, CTRL)
    assert table.heard("areas_dropped") == [(["insight:i1"], "goal:g1")]


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
