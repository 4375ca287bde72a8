"""Where an arrow key leads: every card and every area head can be reached by arrows alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from facilitator.domain.board_area import AREA_GAP, CARD, GAP, PAD, Area, Box

_REACH = 4 * AREA_GAP + 2 * PAD
_FAR = 1 << 40
Stop = tuple[str, str]
"""A card or area head, and the area it was come to in (empty for a card laid by hand)."""


class _Plan(Protocol):
    areas: dict[str, Area]

    @property
    def free(self) -> Mapping[str, Box]: ...
    def has(self, note_id: str) -> bool: ...
    def areas_of(self, note_id: str) -> tuple[str, ...]: ...
    def index_in(self, area: str, note_id: str) -> int: ...
    def areas_within(self, box: Box) -> list[str]: ...
    def by_hand_in_rows(self) -> list[str]: ...


def near(plan: _Plan, item: str, direction: str, inside: str = "") -> Stop | None:
    """Return the card or area head that lies next to ``item``, with its area; None at the edge."""
    if direction in ("first", "last"):
        return _end(plan, direction)
    if item in plan.areas:
        return _from_head(plan, plan.areas[item], direction)
    if item in plan.free:
        return _from_free(plan, item, direction)
    keys = plan.areas_of(item)
    if not keys:
        return _end(plan, "first")
    area = plan.areas[inside if inside in keys else keys[0]]
    return _from_card(plan, area, plan.index_in(area.key, item), direction)


def _stops(area: Area) -> list[Stop]:
    """Return the first and last place to stop in an area: its head and its last card."""
    found = [area.key] if area.head else []
    found += [area.ids[0], area.ids[-1]] if area.ids else []
    return [(item, area.key) for item in found]


def _by_hand(plan: _Plan, place: int) -> Stop | None:
    return (plan.by_hand_in_rows()[place], "") if plan.free else None


def _end(plan: _Plan, direction: str) -> Stop | None:
    if direction == "last" and plan.free:
        return _by_hand(plan, -1)
    areas = list(plan.areas.values())
    for area in areas if direction == "first" else reversed(areas):
        stops = _stops(area)
        if stops:
            return stops[0] if direction == "first" else stops[-1]
    return _by_hand(plan, 0)


def _beside(plan: _Plan, area: Area, step: int) -> Area | None:
    """Return the next area in reading order that has a place to stop."""
    areas = list(plan.areas.values())
    place = areas.index(area) + step
    while 0 <= place < len(areas):
        if _stops(areas[place]):
            return areas[place]
        place += step
    return None


def _after(plan: _Plan, area: Area) -> Stop | None:
    following = _beside(plan, area, 1)
    if following is not None:
        return _stops(following)[0]
    return _by_hand(plan, 0)


def _before(plan: _Plan, area: Area) -> Stop | None:
    previous = _beside(plan, area, -1)
    return _stops(previous)[-1] if previous is not None else None


def _from_head(plan: _Plan, area: Area, direction: str) -> Stop | None:
    if direction == "down":
        return (area.ids[0], area.key) if area.ids else _after(plan, area)
    if direction == "up":
        box = area.box
        return _across(plan, area, Box(box.x, box.y, CARD, 1), "up") or _before(plan, area)
    neighbour = _beside(plan, area, 1 if direction == "right" else -1)
    if neighbour is not None:
        return _stops(neighbour)[0]
    return _after(plan, area) if direction == "right" else None


def _from_card(plan: _Plan, area: Area, index: int, direction: str) -> Stop | None:
    slot = area.slot_of(index)
    row, column = divmod(slot, area.columns)
    if direction in ("left", "right"):
        found = _along_row(area, row, column, 1 if direction == "right" else -1)
        if found is not None:
            return found
        across = _across(plan, area, area.slot_box(slot), direction)
        if across is not None:
            return across
        if direction == "right":
            return (area.ids[index + 1], area.key) if index + 1 < len(area.ids) else _after(plan, area)
        if index > 0:
            return area.ids[index - 1], area.key
        return (area.key, area.key) if area.head else _before(plan, area)
    found = _along_column(area, row, column, 1 if direction == "down" else -1)
    if found is not None:
        return found
    if direction == "up" and area.head:
        return area.key, area.key
    across = _across(plan, area, area.slot_box(slot), direction)
    if across is not None:
        return across
    return _after(plan, area) if direction == "down" else _before(plan, area)


def _along_row(area: Area, row: int, column: int, step: int) -> Stop | None:
    column += step
    while 0 <= column < area.columns and row * area.columns + column < area.slots:
        id = area.id_in(row * area.columns + column)
        if id:
            return id, area.key
        column += step
    return None


def _along_column(area: Area, row: int, column: int, step: int) -> Stop | None:
    """Return the card in the next row that has one, as close to the column as can be."""
    row += step
    while row >= 0 and row * area.columns < area.slots:
        start = row * area.columns
        taken = [n for n in range(area.columns) if start + n < area.slots and area.id_in(start + n)]
        if taken:
            return area.id_in(start + min(taken, key=lambda n: (abs(n - column), n))), area.key
        row += step
    return None


def _across(plan: _Plan, area: Area, card: Box, direction: str) -> Stop | None:
    """Return what lies next to a card past the edge of its area: a head, or a card of a headless one."""
    box = area.box
    if direction == "right":
        strip = Box(box.right, card.y, _REACH, card.h)
    elif direction == "left":
        strip = Box(box.x - _REACH, card.y, _REACH, card.h)
    elif direction == "down":
        strip = Box(card.x, box.bottom, CARD, _REACH)
    else:
        strip = Box(card.x, box.y - _REACH, CARD, _REACH)
    best: tuple[int, str] = (_FAR, "")
    for key in plan.areas_within(strip):
        other = plan.areas[key]
        if other is area or not _stops(other):
            continue
        there = other.box
        off = {
            "right": there.x - box.right,
            "left": box.x - there.right,
            "down": there.y - box.bottom,
            "up": box.y - there.bottom,
        }[direction]
        if 0 <= off < best[0]:
            best = (off, other.key)
    if not best[1]:
        return None
    other = plan.areas[best[1]]
    if other.head and (direction == "down" or not other.ids):
        return other.key, other.key
    there = other.box
    x = {"right": there.x, "left": there.right - 1}.get(direction, card.x + GAP)
    y = {"up": there.bottom - 1, "down": there.y}.get(direction, card.y + GAP)
    slot = other.nearest_slot(x, y)
    return (other.id_in(slot) if slot is not None else other.key), other.key


def _from_free(plan: _Plan, item: str, direction: str) -> Stop | None:
    chain = plan.by_hand_in_rows()
    place = chain.index(item)
    if direction in ("up", "down"):
        # What lies straight above or below, if anything; else the next in reading order.
        here = plan.free[item]
        side = -1 if direction == "up" else 1
        there = [
            ((other.y - here.y) * side + 2 * abs(other.x - here.x), id)
            for id, other in plan.free.items()
            if (other.y - here.y) * side > 0 and abs(other.x - here.x) <= (other.y - here.y) * side
        ]
        if there:
            return min(there)[1], ""
    place += 1 if direction in ("right", "down") else -1
    if 0 <= place < len(chain):
        return chain[place], ""
    if place < 0 and plan.areas:
        last = list(plan.areas.values())[-1]
        stops = _stops(last)
        return stops[-1] if stops else _before(plan, last)
    return None
