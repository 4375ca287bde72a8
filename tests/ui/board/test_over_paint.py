"""What lies over a board: the drop target, cards in hand, the rubber band, the ring around something."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from pytestqt.qtbot import QtBot

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.over_paint import LOOSE
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import (
    a_note,
    colours,
    flow_model,
    on_screen,
    picture,
    state_of,
    table_model,
    table_state,
)


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def table(qtbot: QtBot, context: Context) -> BoardCanvas:
    return on_screen(qtbot, context, table_model(table_state()), (1300, 900))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [1.0, 0.2])
def test_a_drop_target_has_a_thick_edge_a_tint_and_words(qtbot: QtBot, theme: str, zoom: float) -> None:
    context = make_context(theme=theme)
    canvas = table(qtbot, context)
    canvas.set_zoom(zoom)
    before = picture(canvas)
    canvas.set_drop("insight:i0")
    allowed = picture(canvas)
    box = canvas.to_view(canvas.model.plan.areas["insight:i0"].box).toAlignedRect()
    edge = QRect(box.left() - 4, box.top() + 10, 4, box.height() - 20)
    tone, danger = context.theme.primary.name(), context.theme.danger.name()
    assert tone in colours(allowed, edge)
    inside = QPoint(box.left() + 6, box.top() + box.height() // 2)
    assert allowed.pixelColor(inside) != before.pixelColor(inside)
    canvas.set_drop("insight:i0", allowed=False)
    refused = picture(canvas)
    assert danger in colours(refused, edge)
    # In words and in the line too, not by colour alone.
    assert context.theme.on_danger.name() in colours(refused, box.adjusted(-40, 0, 40, 40))
    assert refused != allowed
    canvas.set_drop("")
    assert picture(canvas) == before


def test_the_words_of_a_target_are_in_sight_even_when_most_of_it_is_not(
    qtbot: QtBot, context: Context
) -> None:
    canvas = table(qtbot, context)
    canvas.set_zoom(3.0)
    box = canvas.model.plan.areas["tray"].box
    canvas.centre_on(box.x + box.w / 2, box.y + box.h / 2)
    canvas.set_drop("tray")
    reach = canvas._over._sign(canvas.to_view(box))
    assert canvas.rect().toRectF().contains(reach)


def test_cards_in_hand_are_drawn_where_they_are_carried_and_pale_where_they_lay(
    qtbot: QtBot, context: Context
) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n, kind="worry") for n in range(3)])))
    canvas.set_drag(["n00000"], QPointF(300, 330))
    image = picture(canvas)
    box = canvas.model.plan.box("n00000")
    assert box is not None
    seen = canvas.to_view(box)
    carried = seen.translated(300, 330)
    spot = QPoint(8, 90)
    paper = context.theme.note("worry")
    assert image.pixelColor(carried.topLeft().toPoint() + spot) == paper
    assert image.pixelColor(seen.topLeft().toPoint() + spot) != paper


def test_a_pile_says_how_many_it_is_and_covers_no_more_than_a_card(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(60)])), (1300, 800))
    ids = canvas.model.order()
    canvas.set_drag(ids[:LOOSE], QPointF(10, 10))
    assert len(canvas._over.hand_reach()) == LOOSE
    canvas.set_drag(ids[:40], QPointF(500, 300))
    reach = canvas._over.hand_reach()
    assert len(reach) == 3
    whole = QRectF()
    for place in reach:
        whole = whole.united(place)
    assert whole.width() < 320
    corner = canvas._over._in_hand()[-1][1].topRight().toPoint()
    badge = QRect(corner.x() - 14, corner.y() - 14, 28, 28)
    assert {context.theme.primary.name(), context.theme.on_primary.name()} <= colours(picture(canvas), badge)


def test_an_area_in_hand_shows_its_title(qtbot: QtBot, context: Context) -> None:
    canvas = table(qtbot, context)
    before = picture(canvas)
    canvas.set_drag(["insight:i0"], QPointF(-200, 500))
    carried = canvas.to_view(canvas.model.plan.areas["insight:i0"].box).translated(-200, 500)
    title = carried.toAlignedRect().adjusted(10, 4, -60, 0)
    title.setHeight(30)
    assert colours(picture(canvas), title) != colours(before, title)


def test_something_pointed_out_has_a_ring(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(3)])))
    canvas.reveal("n00001", flash=True)
    reach = canvas._over.flash_reach()
    assert reach is not None
    canvas._marks.glow = 1.0
    ring = QRect(int(reach.left()) + 5, int(reach.center().y()), 4, 1)
    assert context.theme.primary.name() in colours(picture(canvas), ring)
