"""Painted pixels of a board: cards, areas, what is looked for and what is chosen, near and from afar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facilitator.ui.board.scene import NEAR
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import (
    a_note,
    card_pixel,
    change,
    colours,
    flow_model,
    on_screen,
    picture,
    state_of,
    table_model,
    table_state,
)

ZOOMS = (1.0, 0.5, 0.2)


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_card_has_its_colour_where_the_plan_puts_it(qtbot: QtBot, theme: str, zoom: float) -> None:
    context = make_context(theme=theme)
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(6)])), (1400, 600))
    canvas.set_zoom(zoom)
    image = picture(canvas)
    for note_id in canvas.model.order():
        note = canvas.model.note(note_id)
        assert note is not None
        assert card_pixel(canvas, image, note_id) == context.theme.note(note.kind)


def test_at_twice_the_text_size_cards_are_twice_as_large_and_the_ground_is_not_covered(qtbot: QtBot) -> None:
    context = make_context(scale=200)
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(0), a_note(1)])))
    box = canvas.model.plan.box("n00001")
    assert box is not None
    seen = canvas.to_view(box)
    assert (seen.width(), seen.height()) == (400, 256)
    image = picture(canvas)
    assert card_pixel(canvas, image, "n00001") == context.theme.note(a_note(1).kind)
    between = QRect(int(seen.left()) - 16, int(seen.top()) + 40, 4, 40)
    assert colours(image, between) <= {context.theme.page.name(), context.theme.track.name()} | colours(
        image, QRect(int(seen.left()) - 16, int(seen.top()) + 200, 1, 1)
    )


@pytest.mark.parametrize("zoom", ZOOMS)
def test_what_is_looked_for_keeps_its_colour_and_the_rest_fades(
    qtbot: QtBot, context: Context, zoom: float
) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n, kind="worry") for n in range(4)])))
    canvas.set_zoom(zoom)
    canvas.model.set_hits(["n00001"])
    image = picture(canvas)
    paper, page = context.theme.note("worry"), context.theme.page
    assert card_pixel(canvas, image, "n00001") == paper
    faded = card_pixel(canvas, image, "n00002")
    assert faded != paper
    assert page.lightness() > faded.lightness() > paper.lightness()
    box = canvas.model.plan.box("n00001")
    assert box is not None
    # Not by colour alone: what was found has an edge too.
    around = canvas.to_view(box).toAlignedRect().adjusted(-2, -2, 2, 2)
    assert context.theme.primary.name() in colours(image, around)
    canvas.model.set_hits(None)
    assert card_pixel(canvas, picture(canvas), "n00002") == paper


@pytest.mark.parametrize("zoom", ZOOMS)
def test_what_is_chosen_is_framed(qtbot: QtBot, context: Context, zoom: float) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(3)])))
    canvas.set_zoom(zoom)
    canvas.setFocus()
    box = canvas.model.plan.box("n00001")
    assert box is not None
    around = canvas.to_view(box).toAlignedRect().adjusted(-4, -4, 4, 4)
    assert context.theme.primary.name() not in colours(picture(canvas), around)
    canvas.model.choose(["n00001"])
    frame = {context.theme.primary.name(), context.theme.edge.name()}
    assert frame & colours(picture(canvas), around)


def test_a_card_shows_that_it_is_being_saved_and_a_changed_text_is_drawn_anew(
    qtbot: QtBot, context: Context
) -> None:
    state = state_of([a_note(0), a_note(1)])
    canvas = on_screen(qtbot, context, flow_model(state))
    first = picture(canvas)
    canvas.model.set_state(["n00000"], "waiting")
    waiting = picture(canvas)
    assert waiting != first
    canvas.model.set_state(["n00000"], "")
    assert picture(canvas) == first
    canvas.model.apply(change(state, a_note(0, text="Iets heel anders")))
    assert picture(canvas) != first


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.1])
def test_areas_have_a_ground_a_frame_and_a_title_that_is_read_at_any_zoom(
    qtbot: QtBot, context: Context, zoom: float
) -> None:
    canvas = on_screen(qtbot, context, table_model(table_state()), (1300, 800))
    canvas.set_zoom(zoom)
    area = canvas.model.plan.areas["insight:i0"]
    box, head = canvas.to_view(area.box), canvas.to_view(area.head_box)
    image = picture(canvas)
    low = QRect(int(box.left()) + 6, int(box.bottom()) - 4, int(box.width()) // 2, 2)
    assert context.theme.surface.name() in colours(image, low)
    title = QRect(int(head.left()), int(head.top()), int(head.width()), max(24, int(head.height())))
    inks = [QColor(name).lightness() for name in colours(image, title)]
    assert min(inks) < 90


def test_an_area_without_notes_says_so(qtbot: QtBot, context: Context) -> None:
    canvas = on_screen(qtbot, context, table_model(table_state()), (1300, 800))
    canvas.reveal("insight:i2")
    box = canvas.to_view(canvas.model.plan.areas["insight:i2"].box)
    inside = box.toAlignedRect().adjusted(30, 80, -30, -30)
    # Letters are drawn softly: the darkest of their pixels tells.
    darkest = min(QColor(name).lightness() for name in colours(picture(canvas), inside))
    assert darkest < 150


def test_everything_settles_in_one_go_and_nothing_is_asked_for_any_more(
    qtbot: QtBot, context: Context
) -> None:
    canvas = on_screen(qtbot, context, flow_model(state_of([a_note(n) for n in range(500)])), (1600, 1000))
    for zoom in (1.0, NEAR, 0.3, 0.06, 2.0):
        canvas.set_zoom(zoom)
        canvas.settle()
        assert not canvas._scene.starved
        before = canvas.grab().toImage()
        qtbot.wait(30)
        assert canvas.grab().toImage() == before
        cache = canvas._scene.cards
        assert cache.used <= cache.limit
