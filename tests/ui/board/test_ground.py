"""What lies under a pointer, and what a key works on."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.ui.board.ground import Under, card_box, in_hand, is_flow, under
from tests.ui.board.table import flow, grouping


def test_a_pointer_is_over_a_note_a_title_or_the_ground(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    canvas = table.canvas
    assert under(canvas, QPointF(table.at("n2"))) == Under("note", "n2", "insight:i1")
    assert under(canvas, QPointF(table.at("insight:i1"))) == Under("head", "insight:i1", "insight:i1")
    assert under(canvas, QPointF(table.at("goal:g0"))) == Under("frame", "goal:g0")
    assert under(canvas, QPointF(table.ground())) == Under("ground")
    area = table.model.plan.areas["insight:i1"]
    below = table.pixel(area.box._replace(y=area.box.bottom - 12, h=8))
    assert under(canvas, QPointF(below)) == Under("ground", "", "insight:i1")


def test_blocks_of_rows_have_no_title(qtbot: QtBot) -> None:
    table = flow(qtbot)
    assert is_flow(table.model)
    box = table.model.plan.box("n0")
    assert box is not None
    between = table.pixel(box._replace(x=box.right + 4, w=8))
    assert under(table.canvas, QPointF(between)).what == "ground"


def test_of_a_note_with_two_places_the_one_with_the_keyboard_is_meant(qtbot: QtBot) -> None:
    table = grouping(qtbot)
    table.change(table.put(e.Note, "n0", insights=("i0", "i1")))
    model = table.model
    boxes = model.plan.boxes("n0")
    model.choose(["n0"], "n0", "insight:i0")
    first = card_box(model, "n0")
    model.choose(["n0"], "n0", "insight:i1")
    assert {first, card_box(model, "n0")} == set(boxes)


def test_a_key_works_on_what_is_chosen_else_on_where_it_is(qtbot: QtBot) -> None:
    model = flow(qtbot).model
    assert in_hand(model) == ()
    model.set_current("n3")
    assert in_hand(model) == ("n3",)
    model.choose(["n5", "n1"])
    assert in_hand(model) == ("n1", "n5")
