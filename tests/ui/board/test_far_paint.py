"""Cards from afar: patches in the colour of their paper, however many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Box
from facilitator.domain.entities import Note
from facilitator.ui.board.area_paint import AreaPainter, mixed
from facilitator.ui.board.far_paint import MANY, FarPainter
from facilitator.ui.board.marks import Marks
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.context import Context
from tests.helpers.ui import make_context
from tests.ui.board.boards import a_note, colours, flow_model, state_of, table_model, table_state

SCALE = 0.1


@pytest.fixture
def context(qtbot: QtBot) -> Context:
    return make_context()


def painted(context: Context, model: BoardModel, marks: Marks, painter: FarPainter | None = None) -> QImage:
    far = painter or FarPainter(context.theme, model, marks, AreaPainter(context.theme))
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(context.theme.page)
    pen = QPainter(image)
    far.paint(pen, Box(0, 0, 4000, 3000), SCALE)
    pen.end()
    return image


def middle(model: BoardModel, image: QImage, note: str) -> QColor:
    box = model.plan.box(note)
    assert box is not None
    return image.pixelColor(round((box.x + box.w / 2) * SCALE), round((box.y + 4) * SCALE) + 1)


def test_each_patch_has_the_colour_of_its_paper(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(12)]))
    image = painted(context, model, Marks())
    for id in model.order():
        note = model.note(id)
        assert note is not None
        assert middle(model, image, id) == context.theme.note(note.kind)


def test_colours_may_tell_something_else_than_the_kind(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(0, kind="idea")]))
    far = FarPainter(context.theme, model, Marks(), AreaPainter(context.theme))

    def other(_note: Note) -> str:
        return "need"

    far.tint = other
    assert middle(model, painted(context, model, Marks(), far), "n00000") == context.theme.note("need")


def test_white_paper_on_white_ground_has_an_edge(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(0, kind="quote")]))
    image = painted(context, model, Marks())
    box = model.plan.box("n00000")
    assert box is not None
    patch = QRect(round(box.x * SCALE), round(box.y * SCALE), 20, 13)
    found = colours(image, patch)
    assert context.theme.note("quote").name() in found
    assert min(QColor(name).lightness() for name in found) < 215


def test_what_is_not_looked_for_fades(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n, kind="worry") for n in range(3)]))
    image = painted(context, model, Marks(hits=frozenset({"n00000"})))
    assert middle(model, image, "n00000") == context.theme.note("worry")
    faded = middle(model, image, "n00001")
    assert faded == mixed(context.theme.note("worry"), context.theme.page, 0.72)


def test_very_many_chosen_cards_are_part_of_the_picture(qtbot: QtBot, context: Context) -> None:
    model = flow_model(state_of([a_note(n) for n in range(MANY + 50)]))
    everything = Marks(chosen=frozenset(model.order()))
    assert context.theme.primary.name() in colours(painted(context, model, everything), QRect(0, 0, 200, 100))
    few = Marks(chosen=frozenset(model.order()[:3]))
    assert context.theme.primary.name() not in colours(painted(context, model, few), QRect(0, 0, 200, 100))


def test_areas_and_frames_are_seen_from_afar(qtbot: QtBot, context: Context) -> None:
    model = table_model(table_state())
    image = painted(context, model, Marks())
    frame = model.plan.frames["goal:g0"].box
    edge = QRect(round(frame.x * SCALE) - 1, round((frame.y + 300) * SCALE), 4, 4)
    page = context.theme.page.lightness()
    assert min(QColor(name).lightness() for name in colours(image, edge)) < page - 60
