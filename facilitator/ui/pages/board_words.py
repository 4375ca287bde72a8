"""What the areas of a board of captured notes are called, in the language of the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from facilitator.domain.board import Area, FlowPlan, Frame
from facilitator.domain.entities import CHANNELS, Note
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.context import Context
from facilitator.ui.pages.note_faces import NoteFaces

_MIXED = 3


class BoardWords(QObject):
    """Describes areas for a ``BoardModel``; tell it the plan with ``look_at``."""

    def __init__(self, context: Context, faces: NoteFaces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._faces = faces
        self._steps = {step.id: step.short for step in context.method().steps}
        self._plan: FlowPlan | None = None

    def look_at(self, plan: FlowPlan) -> None:
        """Describe the areas of another plan from now on."""
        self._plan = plan

    def __call__(self, area: Area | Frame) -> AreaFace:
        """Return the face of one area."""
        plan = self._plan
        if plan is None or not isinstance(area, Area):
            return AreaFace(title=area.key)
        count = self.tr("%n note(s)", "", len(area.ids))
        if area.kind == "free":
            return AreaFace(self.tr("Laid by hand"), count)
        if area.kind == "flow":
            first = min(len(area.ids), 1)
            title = self.tr("Notes") if len(plan.areas) == 1 else self.tr("Notes, part {number}")
            number = int(area.group) + first if area.group.isdigit() else 1
            return AreaFace(title.format(number=number), count)
        by = plan.colouring if plan.arrangement == "colour" else plan.arrangement
        title, letter, paper = self._named(by, area.group)
        return AreaFace(title, count, "" if by == "persona" else self._mix(area), letter, paper)

    def _named(self, by: str, code: str) -> tuple[str, str, str]:
        """Return title, letter and paper of a group."""
        words, state = self._context.words, self._context.dialogue.state
        if by == "persona":
            return (self._faces.name(code) if code else self.tr("Nobody in particular")), "", ""
        if by == "kind":
            return words.kind(code), words.kind_letter(code), code
        if by == "basis":
            return words.basis(code), words.text("basis_letters", code, fallback=""), ""
        if by == "channel":
            return (words.channel(code) if code in CHANNELS else self.tr("No meeting")), "", ""
        if by == "table":
            return (self.tr("Table {number}").format(number=code) if code else self.tr("No table")), code, ""
        if by == "step":
            return self._steps.get(code, code or self.tr("No step")), "", ""
        meeting = state.meeting(code)
        return (meeting.name if meeting is not None and meeting.name else self.tr("No meeting")), "", ""

    def _mix(self, area: Area) -> str:
        """Return who most notes of an area are about: "Fatima 6 · Mieke 2"."""
        plan = self._plan
        counts: Counter[str] = Counter()
        for id in area.ids:
            note: Note | None = plan.note(id) if plan is not None else None
            if note is not None and note.persona:
                counts[note.persona] += 1
        return " · ".join(f"{self._faces.name(id)} {number}" for id, number in counts.most_common(_MIXED))
