"""What a view needs to know of a sticky note to draw and speak it; models give it, views only draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

MIME_NOTES = "application/x-facilitator-notes"
"""Clipboard and drag format of notes: their ids, one a line."""


class NoteRole(IntEnum):
    """Item roles of a list of notes."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    FACE = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3


class FacePicture(Protocol):
    """A picture on a note, decoded only when it is drawn; two of one picture are equal."""

    def pixmap(self, room: QSize, density: float) -> QPixmap:
        """Return it as large as fits in ``room`` (logical pixels), never enlarged; null when broken."""
        ...


@dataclass(frozen=True, slots=True)
class NoteFace:
    """The look of one note.

    Attributes:
        kind: Code of the kind; a quote has a bar at its side.
        letter: Letter beside the colour, in the language of the window.
        footer: Quiet line under the text, such as "Fatima · eigen ervaring".
        parked: Set apart: an icon says so.
        spoken: What a screen reader says of the whole note.
        paper: Code of the kind whose colour the paper has, when the colours tell something else
            than the kind.
        picture: The picture that hangs on it.
        places: Number of insights it lies with when there is more than one, else 0.
    """

    text: str
    kind: str
    letter: str
    footer: str
    starred: bool
    parked: bool
    spoken: str
    paper: str = ""
    picture: FacePicture | None = None
    places: int = 0

    @property
    def sheet(self) -> str:
        """Return the code to ask ``Theme.note`` for the colour of the paper."""
        return self.paper or self.kind
