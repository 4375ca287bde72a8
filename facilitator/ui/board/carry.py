"""Moving with Ctrl and arrows: the twin of dragging for who has only keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QWidget

from facilitator.domain.board import Box
from facilitator.ui.board.drag import GRID, Told, shifted, snapped
from facilitator.ui.board.ground import Ground, in_hand, is_flow

_STEPS = {"left": (-GRID, 0), "right": (GRID, 0), "up": (0, -GRID), "down": (0, GRID)}
_ASIDE = 3
"""A place that lies aside counts as so many times farther than one straight ahead."""


class _Walk(NamedTuple):
    """Notes on their way, and how far they have come."""

    ids: tuple[str, ...]
    dx: int
    dy: int


class Carry(QObject):
    """Lays notes one step further, or puts them with the next area; areas go to the next goal."""

    def __init__(self, ground: Ground, widget: QWidget, told: Told) -> None:
        super().__init__(widget)
        self._ground, self._widget, self._told = ground, widget, told
        self._walk: _Walk | None = None

    @property
    def active(self) -> bool:
        """Tell whether notes are on their way and not laid yet."""
        return self._walk is not None

    def can(self) -> bool:
        """Tell whether there is something to move."""
        model = self._ground.model
        return bool(in_hand(model)) or (not is_flow(model) and bool(self._areas()))

    def step(self, direction: str) -> None:
        """Go one step; steps of a held key are laid down together by ``finish``."""
        model = self._ground.model
        on_head = model.current in model.plan.areas
        if is_flow(model):
            self._go(direction)
        elif on_head and self._areas():
            self._areas_over(direction)
        else:
            self._notes_over(direction)

    def finish(self) -> None:
        """Lay the notes down where they came."""
        walk, self._walk = self._walk, None
        if walk is None:
            return
        self._ground.set_drag((), None)
        places = shifted(self._ground, walk.ids, walk.dx, walk.dy)
        if places and (walk.dx, walk.dy) != (0, 0):
            self._ground.moved.emit(places)

    def give_up(self) -> bool:
        """Let the notes lie where they were; False when none were on their way."""
        on_the_way, self._walk = self._walk is not None, None
        if on_the_way:
            self._ground.set_drag((), None)
        return on_the_way

    def _go(self, direction: str) -> None:
        ground = self._ground
        ids = in_hand(ground.model)
        current = ground.model.current
        lead = ground.model.plan.box(current if current in ids else ids[0]) if ids else None
        if lead is None:
            return
        walk = self._walk if self._walk is not None and self._walk.ids == ids else _Walk(ids, 0, 0)
        step = _STEPS[direction]
        dx, dy = snapped(lead, walk.dx + step[0], walk.dy + step[1])
        # Only along the arrow: the other side snaps when it is moved itself.
        self._walk = _Walk(ids, dx if step[0] else walk.dx, dy if step[1] else walk.dy)
        scale = ground.zoom * ground.theme.scale
        ground.set_drag(ids, QPointF(self._walk.dx * scale, self._walk.dy * scale))
        self._keep_in_sight(Box(lead.x + self._walk.dx, lead.y + self._walk.dy, lead.w, lead.h))

    def _keep_in_sight(self, box: Box) -> None:
        seen, room = self._ground.to_view(box), QRectF(self._widget.rect())
        if not room.contains(seen):
            dx = min(seen.left(), 0.0) or max(seen.right() - room.width(), 0.0)
            dy = min(seen.top(), 0.0) or max(seen.bottom() - room.height(), 0.0)
            self._ground.pan(dx, dy)

    def _notes_over(self, direction: str) -> None:
        model = self._ground.model
        ids, plan = in_hand(model), model.plan
        here = model.inside or next(iter(plan.areas_of(ids[0])), "") if ids else ""
        if here not in plan.areas:
            return
        areas = ((key, area.box) for key, area in plan.areas.items())
        target = beside(plan.areas[here].box, direction, areas)
        if target:
            self._ground.dropped.emit(list(ids), target, False)
            self._told(ids, target)

    def _areas(self) -> tuple[str, ...]:
        model = self._ground.model
        keys = model.chosen_areas() or ((model.current,) if model.current in model.plan.areas else ())
        return tuple(key for key in keys if model.plan.areas[key].kind == "insight")

    def _areas_over(self, direction: str) -> None:
        plan, keys = self._ground.model.plan, self._areas()
        here = next((frame for frame in plan.frames.values() if keys[0] in frame.areas), None)
        if here is None:
            return
        target = beside(here.box, direction, ((key, frame.box) for key, frame in plan.frames.items()))
        if target:
            self._ground.areas_dropped.emit(list(keys), target)
            self._told(keys, target)


def beside(box: Box, direction: str, others: Iterable[tuple[str, Box]]) -> str:
    """Return the key of the box that lies closest in a direction, or an empty text."""
    best: tuple[int, str] = (1 << 60, "")
    for key, other in others:
        ahead, aside = {
            "right": (other.x - box.right, _apart(box.y, box.bottom, other.y, other.bottom)),
            "left": (box.x - other.right, _apart(box.y, box.bottom, other.y, other.bottom)),
            "down": (other.y - box.bottom, _apart(box.x, box.right, other.x, other.right)),
            "up": (box.y - other.bottom, _apart(box.x, box.right, other.x, other.right)),
        }[direction]
        if ahead >= 0 and ahead + _ASIDE * aside < best[0]:
            best = (ahead + _ASIDE * aside, key)
    return best[1]


def _apart(start: int, end: int, other_start: int, other_end: int) -> int:
    """Return the gap between two stretches, 0 when they share something."""
    return max(other_start - end, start - other_end, 0)
