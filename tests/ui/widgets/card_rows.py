"""Cards for tests of the views: plain rows with the faces that insights and goals have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel

from facilitator.ui.kit.group_face import GoalFace, GroupRole, InsightFace
from facilitator.ui.kit.note_face import NoteFace, NoteRole


def note(text: str = "Een notitie", kind: str = "worry") -> NoteFace:
    """Return the face of a note."""
    return NoteFace(text, kind, "Z", "Fatima · eigen ervaring", False, False, text)


def insight(title: str, goals: tuple[str, ...] = ("Doel 1",)) -> InsightFace:
    """Return the face of an insight."""
    return InsightFace(title, True, "3 notities", "Fatima 3", (note(),), goals, "Nog bij geen doel", title)


def goal(title: str) -> GoalFace:
    """Return the face of a goal."""
    return GoalFace(title, True, "4 inzichten · 37 notities", title)


def model_of(faces: Sequence[InsightFace | GoalFace]) -> QStandardItemModel:
    """Return rows with these faces; ids are "0", "1" and so on."""
    model = QStandardItemModel()
    for nth, face in enumerate(faces):
        item = QStandardItem(face.title)
        item.setData(str(nth), GroupRole.ID)
        item.setData(face, GroupRole.FACE)
        model.appendRow(item)
    return model


class Kept:
    """Stands for a note of the dialogue: all a list of notes asks of it is an id."""

    def __init__(self, id: str) -> None:
        self.id = id


def notes_model(number: int) -> QStandardItemModel:
    """Return that many notes with ids "n0", "n1" and so on."""
    model = QStandardItemModel()
    for nth in range(number):
        item = QStandardItem(f"Notitie {nth}")
        item.setData(Kept(f"n{nth}"), NoteRole.NOTE)
        item.setData(note(f"Notitie {nth}"), NoteRole.FACE)
        model.appendRow(item)
    return model
