"""Where notes and insights may go in an outline: by a drop, or by Ctrl and an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from facilitator.domain.board import Frame
from facilitator.ui.board.ground import in_hand, is_flow
from facilitator.ui.board.model import BoardModel
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.kit.note_face import MIME_NOTES

_TARGETS = ("group", "insight", "tray", "parked")
"""Kinds of area that take notes."""
_INSIGHT = "insight:"
_STEPS = {"carry:up": -1, "carry:down": 1}


def carried(board: BoardModel, wanted: str) -> tuple[list[str], str] | None:
    """Return what Ctrl and an arrow moves, and to which area or frame; None when nothing."""
    step = _STEPS.get(wanted)
    if step is None or is_flow(board):
        return None
    insights = [key for key in board.chosen_areas() or (board.current,) if key.startswith(_INSIGHT)]
    if board.current in board.plan.areas:
        return _to_next_goal(board, insights, step) if insights else None
    ids = list(in_hand(board))
    keys = list(board.plan.areas)
    here = board.inside or next(iter(board.plan.areas_of(ids[0])), "") if ids else ""
    place = keys.index(here) + step if here in keys else -1
    return (ids, keys[place]) if 0 <= place < len(keys) else None


def _to_next_goal(board: BoardModel, insights: list[str], step: int) -> tuple[list[str], str] | None:
    plan = board.plan
    home = plan.areas[insights[0]].home
    frames = list(plan.frames)
    place = frames.index(home.key) + step if isinstance(home, Frame) else -1
    return (insights, frames[place]) if 0 <= place < len(frames) else None


def is_ours(data: QMimeData) -> bool:
    """Tell whether notes or insights are carried."""
    return data.hasFormat(MIME_NOTES) or data.hasFormat(MIME_INSIGHTS)


def landing(board: BoardModel, data: QMimeData, key: str, *, also: bool) -> tuple[list[str], str]:
    """Return what is carried, and the area or frame it would come to when let go above area ``key``.

    Nowhere (an empty text) when it cannot land there or is there already.
    """
    area = board.plan.areas.get(key)
    if area is None:
        return [], ""
    if data.hasFormat(MIME_NOTES):
        ids = _lines(data.data(MIME_NOTES).data())
        return ids, key if ids and _takes(board, key, ids, also=also) else ""
    keys = [_INSIGHT + id for id in _lines(data.data(MIME_INSIGHTS).data())]
    home = area.home
    if isinstance(home, Frame) and any(moving not in home.areas for moving in keys):
        return keys, home.key
    return keys, ""


def _takes(board: BoardModel, key: str, ids: Sequence[str], *, also: bool) -> bool:
    plan = board.plan
    area = plan.areas[key]
    if area.kind not in _TARGETS or (also and area.kind != "insight"):
        return False
    if is_flow(board) and not all(plan.has(id) for id in ids):
        return False
    return not all(plan.areas_of(id) == (key,) or (also and key in plan.areas_of(id)) for id in ids)


def _lines(data: bytes | bytearray | memoryview) -> list[str]:
    return [id for id in bytes(data).decode("utf-8", "replace").split("\n") if id]
