"""What a view needs to know of an insight or a goal to draw and speak it, and how they are dragged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from facilitator.ui.kit.note_face import NoteFace

MIME_INSIGHTS = "application/x-facilitator-insights"
MIME_GOALS = "application/x-facilitator-goals"
"""Drag formats of insights and goals: their ids, one a line."""


class GroupRole(IntEnum):
    """Item roles of a list of insights or goals."""

    ID = Qt.ItemDataRole.UserRole + 1
    FACE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class InsightFace:
    """The look of one insight.

    Attributes:
        named: False while it has no title of its own; ``title`` says so then.
        count: Number of notes in words.
        mix: Personas with their counts, such as "Fatima 6 · Mieke 2".
        notes: The first few notes under it.
        goals: Short names of its goals, such as "Doel 2".
        no_goal: What to say when it bears on none.
        spoken: What a screen reader says of the whole card.
    """

    title: str
    named: bool
    count: str
    mix: str
    notes: tuple[NoteFace, ...]
    goals: tuple[str, ...]
    no_goal: str
    spoken: str


@dataclass(frozen=True, slots=True)
class GoalFace:
    """The look of one goal; ``title`` begins with its number."""

    title: str
    named: bool
    detail: str
    spoken: str
