"""What a view needs to know of a sticky note to draw and speak it; models give it, views only draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

MIME_NOTES = "application/x-facilitator-notes"
"""Clipboard and drag format of notes: their ids, one a line."""


class NoteRole(IntEnum):
    """Item roles of a list of notes."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    FACE = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class NoteFace:
    """The look of one note.

    Attributes:
        kind: Code of the kind, for the colour of the paper.
        letter: Letter of the kind in the language of the window.
        footer: Quiet line under the text, such as "Fatima · eigen ervaring".
        parked: Set apart: an icon says so.
        spoken: What a screen reader says of the whole note.
    """

    text: str
    kind: str
    letter: str
    footer: str
    starred: bool
    parked: bool
    spoken: str
