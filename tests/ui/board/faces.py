"""Plain faces for boards under test."""

from __future__ import annotations

from facilitator.domain.board import Area, Frame
from facilitator.domain.entities import Note
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.note_face import NoteFace


def face(note: Note) -> NoteFace:
    return NoteFace(
        text=note.text,
        kind=note.kind,
        letter=note.kind[:1].upper(),
        footer=note.persona,
        starred=note.starred,
        parked=note.parked is not None,
        spoken=f"{note.text} ({note.kind})",
    )


def area_face(area: Area | Frame) -> AreaFace:
    count = len(area.ids) if isinstance(area, Area) else len(area.areas)
    return AreaFace(title=area.key, count=f"{count} stuks", mix="Bram 1")
