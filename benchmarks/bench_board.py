"""The board: frames while panning, zooming and dragging, from Enter to the painted note, memory.

Every frame is painted by Qt's software renderer into a window of 1920 x 1080 that nobody sees. The floor of a
frame is the same window filled with one colour.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QThreadPool
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.memory import resident_megabytes
from benchmarks.rows import Row
from benchmarks.synthetic import entities, make_session
from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.board import flow_plan, table_plan
from facilitator.domain.entities import Note
from facilitator.domain.schema import ENTITY_NAMES
from facilitator.domain.state import State
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.settings import Settings
from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.context import Context, build_context
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.theme import apply_theme

WIDE, HIGH = 1920, 1080
FRAME_MS = 16.7
MEMORY_MB = 250
WORST = 0.95
"""Share of the frames that must be quicker than the bar."""

Frames = dict[str, list[float]]


def rows() -> list[Row]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    context = build_context(Library(paths.resources()), Settings(language="nl"), None)
    apply_theme(app, context.theme)
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        found += _captured(context, Path(folder))
    floor = _at(_bare(), WORST)
    state = _state(10_000)
    small = _frames(context, state)
    found += [_frame_row(f"{name}, 10,000 notes", spent, floor) for name, spent in small.items()]
    table = _table_frames(context, state)
    found += [_frame_row(f"{name}, 10,000 notes", spent, floor) for name, spent in table.items()]
    large = _frames(context, _state(100_000))
    found += [_frame_row(f"{name}, 100,000 notes", spent, floor) for name, spent in large.items()]
    found += [
        Row(
            name=f"board {name}, 100,000 against 10,000, median",
            value=statistics.median(large[name]),
            unit="ms",
            floor=statistics.median(small[name]),
            bar=1.5,
        )
        for name in small
        if "whole" not in name
    ]
    return found


def _frame_row(name: str, spent: Sequence[float], floor: float) -> Row:
    value = _at(spent, WORST)
    return Row(name=f"board {name}, p95", value=value, unit="ms", floor=floor, bar=FRAME_MS, absolute=True)


def _at(spent: Sequence[float], share: float) -> float:
    return sorted(spent)[min(int(len(spent) * share), len(spent) - 1)]


class _Plain(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        painter.end()


def _bare() -> list[float]:
    plain = _Plain()
    plain.resize(WIDE, HIGH)
    plain.show()
    QApplication.processEvents()
    spent = _timed(60, lambda _n: plain.update())
    plain.close()
    return spent


def _timed(frames: int, step: Callable[[int], object]) -> list[float]:
    """Return the milliseconds each step takes until it is painted."""
    spent: list[float] = []
    for n in range(frames):
        start = time.perf_counter()
        step(n)
        QApplication.processEvents()
        spent.append(1_000 * (time.perf_counter() - start))
    return spent


def _state(notes: int) -> State:
    state = State()
    for entity in entities(notes):
        row = replace(entity, alive=True)
        state.tables.setdefault(ENTITY_NAMES[type(entity)], {})[row.id] = row
    return state


def _everyone(_note: Note) -> bool:
    return True


def _model(context: Context, state: State) -> BoardModel:
    def describe(note: Note) -> NoteFace:
        persona = state.persona(note.persona)
        footer = f"{persona.name if persona else ''} · {context.words.basis(note.basis)}"
        letter = context.words.kind_letter(note.kind)
        return NoteFace(
            note.text, note.kind, letter, footer, note.starred, note.parked is not None, note.text
        )

    return BoardModel(describe)


def _shown(context: Context, state: State, *, table: bool = False) -> BoardCanvas:
    model = _model(context, state)
    plan = (
        table_plan(state, with_tray=True)
        if table
        else flow_plan(state, "all|*", state.notes, _everyone, "rows", "kind")
    )
    model.show(plan)
    canvas = BoardCanvas(context.theme, model)
    canvas.resize(WIDE, HIGH)
    canvas.show()
    QApplication.processEvents()
    canvas.settle()
    return canvas


def _frames(context: Context, state: State) -> Frames:
    found: Frames = {}
    canvas = _shown(context, state)
    bounds = canvas.bounds
    x, y = bounds.x + bounds.w // 3, bounds.y + bounds.h // 3

    def at(zoom: float) -> None:
        canvas.set_zoom(zoom)
        canvas.centre_on(x, y)
        canvas.settle()
        QApplication.processEvents()

    for zoom in (1.0, 0.5):
        at(zoom)
        found[f"pan {zoom:.0%}"] = _timed(150, lambda _n: canvas.pan(24, 13))
    at(0.4)
    found["zoom 40-160 %"] = _timed(60, lambda n: canvas.set_zoom(0.4 * 1.0235**n))
    found["zoom 160-40 %"] = _timed(60, lambda n: canvas.set_zoom(1.6 / 1.0235**n))
    at(1.0)
    ids = [note_id for note_id, _box in canvas.model.plan.within(canvas.visible_box())]
    found["drag a note"] = _timed(120, lambda n: canvas.set_drag(ids[:1], QPointF(6.0 * n, 3.0 * n)))
    many = [*ids, *(note.id for note in state.notes[:200])]
    found["drag a pile"] = _timed(120, lambda n: canvas.set_drag(many, QPointF(6.0 * n, 3.0 * n)))
    canvas.set_drag((), None)
    canvas.fit()
    canvas.settle()
    least = canvas.zoom
    found["zoom whole board to 35 %"] = _timed(
        60, lambda n: canvas.set_zoom(least * (0.35 / least) ** (n / 60))
    )
    canvas.fit()
    canvas.settle()
    found["pan whole board"] = _timed(60, lambda n: canvas.pan(9 if n % 20 < 10 else -9, 4))
    found["drag, whole board"] = _timed(60, lambda n: canvas.set_drag(ids[:1], QPointF(9.0 * n, 5.0 * n)))
    canvas.close()
    canvas.deleteLater()
    QApplication.processEvents()
    return found


def _look_around(canvas: BoardCanvas) -> None:
    """Fill every cache as an evening does: near, in between and from afar."""
    for zoom in (1.0, 0.5, 0.2):
        canvas.set_zoom(zoom)
        _timed(60, lambda _n: canvas.pan(60, 90))
        canvas.settle()
    canvas.fit()
    canvas.settle()


def _table_frames(context: Context, state: State) -> Frames:
    """Measure the grouping table, with a search on and everything chosen: the most that is drawn at once."""
    found: Frames = {}
    canvas = _shown(context, state, table=True)
    canvas.model.set_hits(frozenset(note.id for note in state.notes[::3]))
    canvas.model.choose_all()
    bounds = canvas.bounds
    canvas.set_zoom(0.5)
    canvas.centre_on(bounds.x + bounds.w // 2, bounds.y + bounds.h // 2)
    canvas.settle()
    found["table pan 50%"] = _timed(120, lambda _n: canvas.pan(24, 13))
    canvas.set_zoom(0.4)
    canvas.settle()
    found["table zoom 40-160 %"] = _timed(60, lambda n: canvas.set_zoom(0.4 * 1.0235**n))
    ids, target = canvas.model.order(), list(canvas.model.plan.areas)

    def drag(n: int) -> None:
        canvas.set_drag(ids[:3], QPointF(9.0 * n, 5.0 * n))
        canvas.set_drop(target[n // 10 % 4])

    found["table drag onto areas"] = _timed(60, drag)
    canvas.set_drag((), None)
    canvas.fit()
    canvas.settle()
    least = canvas.zoom
    found["table zoom whole to 35 %"] = _timed(
        60, lambda n: canvas.set_zoom(least * (0.35 / least) ** (n / 60))
    )
    canvas.close()
    canvas.deleteLater()
    QApplication.processEvents()
    return found


def _captured(context: Context, folder: Path) -> list[Row]:
    """Return the time from Enter to the painted note, and the memory of it all."""
    store = make_session(folder / "groot.dialoog", 10_000)
    session = Session(store)
    canvas = _shown(context, session.state)
    model = canvas.model
    session.changed.connect(model.apply)
    _look_around(canvas)
    memory = resident_megabytes()
    canvas.full()
    spent: list[float] = []
    canvas.reveal(session.state.notes[-1].id)
    canvas.settle()
    for n in range(300):
        start = time.perf_counter()
        note = session.run(add_note, NoteDraft(text=f"een gewone notitie {n}", persona="fatima"))
        canvas.reveal(str(note))
        QApplication.processEvents()
        spent.append(1_000 * (time.perf_counter() - start))
    canvas.close()
    canvas.deleteLater()
    session.close()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    return [
        Row(name="Enter to painted note at 10,000, p99", value=_at(spent, 0.99), unit="ms", bar=FRAME_MS),
        Row(name="memory with 10,000 notes on the board", value=memory, unit="MB", bar=MEMORY_MB),
    ]
