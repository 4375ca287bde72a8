"""Dragging cards and areas over a board, and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.ui.board import pointer
from facilitator.ui.board.drag import GRID, mime_of
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES
from tests.helpers.keys import press
from tests.ui.board.table import ALT, CTRL, FLOW, LEFT, NONE, flow, grouping


def test_a_note_is_laid_where_it_is_let_go_on_the_grid(qtbot: QtBot) -> None:
    table = flow(qtbot)
    box = table.model.plan.box("n1")
    assert box is not None
    start = table.at("n1")
    table.drag(start, start + QPoint(50, 301))
    ((places,),) = table.heard("moved")
    assert list(places) == ["n1"]
    x, y = places["n1"]
    assert (x % GRID, y % GRID) == (0, 0)
    assert abs(x - box.x - 50) <= GRID / 2
    assert abs(y - box.y - 301) <= GRID / 2


def test_alt_lays_it_exactly_there(qtbot: QtBot) -> None:
    table = flow(qtbot)
    box = table.model.plan.box("n1")
    assert box is not None
    start = table.at("n1")
    table.drag(start, start + QPoint(53, 301), held=ALT)
    assert table.heard("moved") == [({"n1": (box.x + 53, box.y + 301)},)]


def test_a_pile_moves_as_it_lies(qtbot: QtBot) -> None:
    table = flow(qtbot)
    plan = table.model.plan
    table.model.choose(["n0", "n2", "n7"], "n0")
    before = {id: plan.box(id) for id in ("n0", "n2", "n7")}
    start = table.at("n2")
    table.drag(start, start + QPoint(0, 400))
    ((places,),) = table.heard("moved")
    steps = {(places[id][0] - box.x, places[id][1] - box.y) for id, box in before.items() if box}
    assert set(places) == {"n0", "n2", "n7"}
    assert len(steps) == 1


def test_a_trembling_hand_moves_nothing(qtbot: QtBot) -> None:
    table = flow(qtbot)
    start = table.at("n1")
    table.drag(start, start + QPoint(3, 2))
    assert table.heard("moved") == []


def test_at_another_zoom_the_move_is_in_board_units(qtbot: QtBot) -> None:
    table = flow(qtbot)
    table.canvas.set_zoom(0.5)
    box = table.model.plan.box("n1")
    assert box is not None
    start = table.at("n1")
    table.drag(start, start + QPoint(60, 100), held=ALT)
    ((places,),) = table.heard("moved")
    assert abs(places["n1"][0] - box.x - 120) <= 2
    assert abs(places["n1"][1] - box.y - 200) <= 2


def test_escape_gives_a_drag_up(qtbot: QtBot) -> None:
    table = flow(qtbot)
    start = table.at("n1")
    table.press(start)
    table.go(start + QPoint(80, 80))
    assert table.canvas.hands.drag.active
    assert table.canvas._marks.dragged == ("n1",)
    press(table.canvas, Qt.Key.Key_Escape)
    assert table.canvas._marks.dragged == ()
    QTest.mouseRelease(table.canvas, LEFT, NONE, start + QPoint(80, 80))
    assert table.told == []


def test_the_area_under_the_pointer_lights_up_and_takes_what_is_let_go(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.model.choose(["n0", "n1"], "n0")
    table.press(table.at("n0"))
    table.go(table.at("n4"))
    assert (table.canvas._marks.drop, table.canvas._marks.allowed) == ("insight:i2", True)
    table.go(table.at("insight:i1"))
    assert table.canvas._marks.drop == "insight:i1"
    QTest.mouseRelease(table.canvas, LEFT, NONE, table.at("insight:i1"))
    assert table.heard("dropped") == [(["n0", "n1"], "insight:i1", False)]
    assert table.canvas._marks.drop == ""
    assert table.heard("moved") == []


def test_with_ctrl_it_stays_where_it_is_also(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    start = table.at("n0")
    table.press(start)
    table.go(table.at("insight:i1"), held=CTRL)
    QTest.mouseRelease(table.canvas, LEFT, CTRL, table.at("insight:i1"))
    assert table.heard("dropped") == [(["n0"], "insight:i1", True)]
    table.press(start)
    table.go(table.at("tray"), held=CTRL)
    assert (table.canvas._marks.drop, table.canvas._marks.allowed) == ("tray", False)
    QTest.mouseRelease(table.canvas, LEFT, CTRL, table.at("tray"))
    assert len(table.heard("dropped")) == 1


def test_on_its_own_area_it_goes_back_and_on_empty_ground_it_is_laid(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.drag(table.at("n0"), table.at("insight:i0"))
    assert table.told == []
    for end in (table.ground(), table.at("goal:")):
        table.drag(table.at("n0"), end)
    assert [set(places) for (places,) in table.heard("moved")] == [{"n0"}, {"n0"}]
    assert len(table.told) == 2


def test_notes_on_a_goal_are_told_as_such(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.drag(table.at("n0"), table.at("goal:g1"))
    assert table.heard("dropped") == [(["n0"], "goal:g1", False)]


def test_a_note_in_a_group_can_go_to_another_group_or_be_laid_in_its_own(qtbot: QtBot) -> None:
    table = flow(qtbot, 12, "kind")
    table.canvas.fit()
    table.drag(table.at("n0"), table.at("group:worry"))
    assert table.heard("dropped") == [(["n0"], "group:worry", False)]
    assert table.heard("moved") == []
    table.drag(table.at("n0"), table.at("n0") + QPoint(0, 60))
    assert len(table.heard("moved")) == 1


def test_an_area_is_dragged_by_its_title_onto_a_goal(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.model.choose(["insight:i0", "insight:i1"], "insight:i0")
    table.press(table.at("insight:i0"))
    table.go(table.at("goal:g1"))
    assert table.canvas._marks.drop == "goal:g1"
    QTest.mouseRelease(table.canvas, LEFT, NONE, table.at("goal:g1"))
    assert table.heard("areas_dropped") == [(["insight:i0", "insight:i1"], "goal:g1")]
    table.drag(table.at("insight:i2"), table.at("tray"))
    table.drag(table.at("tray"), table.at("goal:g1"))
    assert len(table.heard("areas_dropped")) == 1


def test_near_the_edge_the_view_goes_along(qtbot: QtBot) -> None:
    table = flow(qtbot, 300)
    canvas = table.canvas
    before = canvas.to_board(QPointF(0, 0))
    start, edge = table.at("n1"), QPoint(400, canvas.height() - 6)
    table.press(start)
    table.go(edge)
    qtbot.waitUntil(lambda: canvas.to_board(QPointF(0, 0))[1] > before[1] + 120)
    table.go(QPoint(400, 300))
    assert not canvas.hands.drag._scroll.is_active()
    box = table.model.plan.box("n1")
    assert box is not None
    QTest.mouseRelease(canvas, LEFT, NONE, QPoint(400, 300))
    ((places,),) = table.heard("moved")
    # It lies under the pointer, however far the view has come.
    seen = canvas.to_view(box._replace(x=places["n1"][0], y=places["n1"][1]))
    assert seen.contains(QPointF(400, 300))


def test_out_of_the_board_it_goes_on_to_other_lists(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = flow(qtbot)
    out: list[tuple[list[str], bool]] = []
    monkeypatch.setattr(
        pointer, "carry_out", lambda _g, _w, items, *, areas: out.append((list(items), areas))
    )
    table.model.choose(["n1", "n2"], "n2")
    table.press(table.at("n1"))
    table.go(table.at("n1") + QPoint(40, 0), QPoint(table.canvas.width() + 30, 300))
    assert out == [(["n1", "n2"], False)]
    assert not table.canvas.hands.drag.active
    assert table.told == []


def test_what_is_carried_out_is_what_other_lists_take(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    data = mime_of(table.canvas, ["n0", "n1"], areas=False)
    assert bytes(data.data(MIME_NOTES).data()) == b"n0\nn1"
    assert data.text() == "notitie 0\nnotitie 1"
    data = mime_of(table.canvas, ["insight:i0"], areas=True)
    assert bytes(data.data(MIME_INSIGHTS).data()) == b"i0"


def test_a_move_is_announced_once_it_has_happened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    table = grouping(qtbot)
    said: list[str] = []
    monkeypatch.setattr(table.canvas.hands.voice, "announce", said.append)
    table.drag(table.at("n0"), table.at("insight:i1"))
    assert said == []
    table.change(table.put(e.Note, "n0", insights=("i1",)))
    assert len(said) == 1
    assert "Inzicht 1" in said[0]
    table.change(table.put(e.Note, "n0", insights=("i0",)))
    assert len(said) == 1


def test_every_drag_has_a_twin_of_keys(qtbot: QtBot) -> None:
    """Laying, putting with an area, and bringing an area to a goal tell the same by keys as by mouse."""
    by_mouse, by_key = grouping(qtbot), grouping(qtbot)
    by_mouse.drag(by_mouse.at("n0"), by_mouse.at("insight:i1"))
    by_key.canvas.setFocus()
    by_key.model.choose(["n0"], "n0")
    press(by_key.canvas, Qt.Key.Key_Right, CTRL)
    by_mouse.drag(by_mouse.at("insight:i1"), by_mouse.at("goal:g1"))
    by_key.model.choose([], "insight:i1")
    press(by_key.canvas, Qt.Key.Key_Right, CTRL)
    assert by_mouse.told == by_key.told
    assert len(by_key.told) == 2
    laid, stepped = flow(qtbot), flow(qtbot)
    for table in (laid, stepped):
        table.change(table.put(e.Spot, f"{FLOW}/n1", board=FLOW, note="n1", x=480, y=480))
    laid.drag(laid.at("n1"), laid.at("n1") + QPoint(GRID, 0))
    stepped.model.choose(["n1"], "n1")
    press(stepped.canvas, Qt.Key.Key_Right, CTRL)
    assert laid.told == stepped.told == [("moved", {"n1": (504, 480)})]
