"""Boards to look at: notes, plans and a canvas on the screen, in colours that pixels can be told by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Area, Frame, flow_plan, table_plan
from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.entities import KINDS, Entity, Goal, Insight, Note
from facilitator.domain.schema import ENTITY_NAMES
from facilitator.domain.state import State
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.note_face import NoteFace


def face(note: Note) -> NoteFace:
    return NoteFace(note.text, note.kind, note.kind[:1].upper(), "Fatima", note.starred, False, note.text)


def area_face(area: Area | Frame) -> AreaFace:
    return AreaFace(f"Titel van {area.key}", "3 notities", "Fatima 2", letter="1" if ":" in area.key else "")


def a_note(n: int, **fields: object) -> Note:
    given = {"text": f"Notitie {n}", "kind": KINDS[n % 6], "seq": n, **fields}
    return Note(id=f"n{n:05}", alive=True, **given)  # type: ignore[arg-type]


def state_of(entities: Sequence[Entity]) -> State:
    state = State()
    for entity in entities:
        state.tables.setdefault(ENTITY_NAMES[type(entity)], {})[entity.id] = entity
    return state


def everyone(_note: Note) -> bool:
    return True


def flow_model(state: State, key: str = "all|*", arrangement: str = "rows") -> BoardModel:
    model = BoardModel(face, area_face)
    model.show(flow_plan(state, key, state.notes, everyone, arrangement, "kind"))
    return model


def table_state(notes: int = 12) -> State:
    """Two goals with an insight each, an insight without a goal or notes, and loose notes."""
    return state_of(
        [
            *(Goal(id=f"g{n}", alive=True, title=f"Doel {n}", seq=n) for n in range(2)),
            *(
                Insight(id=f"i{n}", alive=True, title=f"Inzicht {n}", goals=(f"g{n}",), seq=n)
                for n in range(2)
            ),
            Insight(id="i2", alive=True, title="Leeg", seq=2),
            *(a_note(n, insights=((), ("i0",), ("i1",))[n % 3]) for n in range(notes)),
        ]
    )


def table_model(state: State) -> BoardModel:
    model = BoardModel(face, area_face)
    model.show(table_plan(state, with_tray=True))
    return model


def on_screen(
    qtbot: QtBot, context: Context, model: BoardModel, size: tuple[int, int] = (900, 600)
) -> BoardCanvas:
    canvas = BoardCanvas(context.theme, model)
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    canvas.show()
    canvas.setFocus()
    QApplication.processEvents()
    canvas.settle()
    return canvas


def picture(canvas: BoardCanvas) -> QImage:
    """Return what the canvas paints now, at rest."""
    canvas.settle()
    return canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def card_pixel(canvas: BoardCanvas, image: QImage, note_id: str) -> QColor:
    """Return the colour of the paper of a note: just inside its left edge, half way down."""
    box = canvas.model.plan.box(note_id)
    assert box is not None
    seen = canvas.to_view(box)
    return image.pixelColor(QPoint(int(seen.left() + seen.width() / 40) + 1, int(seen.center().y())))


def colours(image: QImage, rect: QRect) -> set[str]:
    held = rect & image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(held.left(), held.right() + 1)
        for y in range(held.top(), held.bottom() + 1)
    }


def change(state: State, after: Note) -> ChangeSet:
    """Put a changed or new note into the state and return what the store would tell."""
    before = state.tables["note"].get(after.id)
    state.tables["note"][after.id] = after
    return ChangeSet("note.changed", "edit", (RowChange("note", after.id, before, after),))
