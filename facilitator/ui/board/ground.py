"""What hands, editor and screen reader need of a board, and what lies under a pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRectF

from facilitator.domain.board import Box, FlowPlan
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.theme import Theme

Outlet: TypeAlias = Any
"""A signal: Qt's stubs know it as one thing on the class and as another on an instance."""


class Sheet(Protocol):
    """What the editor needs of a canvas or an outline to lie over a card or a row."""

    theme: Theme
    model: BoardModel

    @property
    def edited(self) -> Outlet: ...
    @property
    def renamed(self) -> Outlet: ...
    @property
    def view_changed(self) -> Outlet: ...
    @property
    def zoom(self) -> float: ...
    def set_zoom(self, zoom: float, about: QPointF | None = None, /) -> None: ...
    def pan(self, dx: float, dy: float, /) -> None: ...
    def to_view(self, box: Box, /) -> QRectF: ...


class Ground(Protocol):
    """A widget that shows a board; ``BoardCanvas`` documents the signals."""

    theme: Theme
    model: BoardModel

    @property
    def opened(self) -> Outlet: ...
    @property
    def edited(self) -> Outlet: ...
    @property
    def renamed(self) -> Outlet: ...
    @property
    def asked(self) -> Outlet: ...
    @property
    def moved(self) -> Outlet: ...
    @property
    def dropped(self) -> Outlet: ...
    @property
    def areas_dropped(self) -> Outlet: ...
    @property
    def menu_wanted(self) -> Outlet: ...
    @property
    def left(self) -> Outlet: ...
    @property
    def view_changed(self) -> Outlet: ...

    @property
    def zoom(self) -> float: ...
    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit(self) -> None: ...
    def full(self) -> None: ...
    def pan(self, dx: float, dy: float) -> None: ...
    def reveal(self, item: str, flash: bool = False) -> None: ...
    def to_board(self, point: QPointF) -> tuple[float, float]: ...
    def to_view(self, box: Box) -> QRectF: ...
    def item_at(self, point: QPoint) -> str: ...
    def visible_box(self) -> Box: ...
    def set_drop(self, item: str, allowed: bool = True) -> None: ...
    def set_drag(self, ids: Sequence[str], offset: QPointF | None) -> None: ...
    def set_band(self, band: QRectF | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Under:
    """What lies under a pointer.

    Attributes:
        what: ``note``, ``head`` (the title of an area), ``frame`` (the title of a goal) or ``ground``.
        item: Id of the note, key of the area or frame; empty on the ground.
        area: Key of the area around it, or empty.
    """

    what: str
    item: str = ""
    area: str = ""


def under(ground: Ground, point: QPointF) -> Under:
    """Return what lies under a pixel."""
    plan = ground.model.plan
    x, y = ground.to_board(point)
    key = plan.area_at(x, y) or ""
    note = plan.at(x, y)
    if note is not None:
        return Under("note", note, key if key in plan.areas_of(note) else "")
    if key:
        area = plan.areas[key]
        if area.head and area.head_box.contains(x, y):
            return Under("head", key, key)
        return Under("ground", "", key)
    frame = plan.frame_at(x, y)
    if frame is not None and y < plan.frames[frame].y + plan.frames[frame].head:
        return Under("frame", frame)
    return Under("ground")


def is_flow(model: BoardModel) -> bool:
    """Tell whether notes may be laid anywhere on this board."""
    return isinstance(model.plan, FlowPlan)


def card_box(model: BoardModel, item: str) -> Box | None:
    """Return the card of a note (of several the one with the keyboard), or the head of an area or frame."""
    plan = model.plan
    if item in plan.areas:
        area = plan.areas[item]
        return area.head_box if area.head else area.box
    if item in plan.frames:
        frame = plan.frames[item]
        return Box(frame.x, frame.y, frame.w, frame.head)
    if model.inside in plan.areas_of(item):
        area = plan.areas[model.inside]
        return area.box_of(plan.index_in(area.key, item))
    return plan.box(item)


def in_hand(model: BoardModel) -> tuple[str, ...]:
    """Return the notes a key works on: the chosen ones, else the one where the keyboard is."""
    chosen = model.chosen_notes()
    if chosen:
        return chosen
    return (model.current,) if model.note(model.current) is not None else ()
