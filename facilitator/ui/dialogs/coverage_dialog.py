"""Who has been heard, per step and per goal, and who and which channels not yet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.coverage import EXPECTED_CHANNELS, NONE, Coverage, Heard, Voices
from facilitator.domain.entities import CHANNELS
from facilitator.ui.dialogs.coverage_view import CellFace, Column, CoverageView, Line
from facilitator.ui.kit.buttons import Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.page import Go, Where
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, LEAD, SMALL

SPOKEN_IN = frozenset(("meet", "capture"))
LARGE = 1.5


class CoverageDialog(Dialog):
    """Shows the tables live; a cell that is chosen closes it and leads to its notes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        theme = self.theme
        self.set_heading(self.tr("Who has been heard?"))
        self.set_width(1040)
        self._session = context.dialogue
        self._method = context.method()
        self._voices = Voices()
        self._voices.read(self._session.state)
        self._go: Go | None = None
        self.silent = PlainLabel("", font=theme.font(LEAD, bold=True), wrap=True)
        self.silent.setObjectName("silent")
        self.channels = PlainLabel("", font=theme.font(BODY), wrap=True)
        self.channels.setObjectName("channels")
        choices = [("steps", self.tr("Per step")), ("goals", self.tr("Per goal"))]
        self.switch = Segments(theme, choices, "steps", self)
        self.switch.setAccessibleName(self.tr("What the table shows"))
        self.table = CoverageView(theme, self)
        self.table.setObjectName("coverage")
        self.table.setAccessibleName(self.tr("Who has been heard where"))
        hint = self.tr(
            "Notes in people's own words, or said by someone near. What was only imagined is apart."
        )
        self._hint = PlainLabel(hint, font=theme.font(SMALL), tone="quiet", wrap=True)
        self._hint.setVisible(theme.scale < LARGE)
        for widget in (self.silent, self.channels, self.switch):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._hint)
        self.add_buttons(self.tr("Close"))
        self.switch.chosen.connect(self._show)
        self.table.chosen.connect(self._lead_to)
        self._session.changed.connect(self._on_change)
        self._show()
        self.table.setFocus()

    def sizeHint(self) -> QSize:
        rows = self.table.rows.rowCount() + 1
        high = super().sizeHint().height() + rows * self.table.verticalHeader().defaultSectionSize()
        screen = self.screen().availableGeometry()
        return QSize(super().sizeHint().width(), min(high, screen.height() - 64))

    @Slot(object)
    def _on_change(self, changes: ChangeSet) -> None:
        if changes.origin == "merge":
            self._voices.read(self._session.state)
        else:
            self._voices.apply(changes)
        self._show()

    @Slot()
    def _show(self) -> None:
        told = self._voices.coverage(self._session.state)
        self._tell_silent(told)
        self._tell_channels(told)
        if self.switch.value() == "steps":
            columns, cells, open_ = self._steps(told), told.steps, self._entered()
        else:
            columns, cells, open_ = self._goals(), told.goals, None
        lines: list[Line] = []
        for persona in self._session.state.personas:
            faces = [
                self._cell(
                    f"{persona.name}, {column.detail}",
                    cells.get((persona.id, column.id), NONE),
                    begun=open_ is None or column.id in open_,
                )
                for column in columns
            ]
            heard = told.personas.get(persona.id, NONE).voices
            lines.append(Line(persona.id, f"{persona.name} · {heard}", tuple(faces)))
        self.table.show_table(columns, lines)
        self.table.setVisible(bool(columns and lines))

    def _steps(self, told: Coverage) -> list[Column]:
        used = {step for _, step in told.steps}
        shown = [s for s in self._method.steps if SPOKEN_IN & set(s.activities) or s.id in used]
        return [Column(step.id, step.short, step.title) for step in shown]

    def _goals(self) -> list[Column]:
        goals = enumerate(self._session.state.goals, 1)
        return [
            Column(
                goal.id,
                f"{n}. {goal.title}",
                self.tr("Goal {number}: {title}").format(number=n, title=goal.title),
            )
            for n, goal in goals
        ]

    def _entered(self) -> set[str]:
        """Return the steps the group has come to."""
        order = [step.id for step in self._method.steps]
        furthest = self._session.state.dialogue.furthest
        return set(order[: order.index(furthest) + 1] if furthest in order else order[:1])

    def _cell(self, place: str, heard: Heard, *, begun: bool) -> CellFace:
        imagined = self.tr("%n imagined", "", heard.imagined) if heard.imagined else ""
        if heard.voices:
            voices = self.tr("%n note(s)", "", heard.voices)
            spoken = ", ".join(part for part in (voices, imagined) if part)
            return CellFace(heard.voices, imagined, "", False, f"{place}: {spoken}")
        silent = self.tr("nobody heard") if begun else self.tr("not yet begun")
        spoken = f"{silent}, {imagined}" if imagined else silent
        return CellFace(0, imagined, silent, begun, f"{place}: {spoken}")

    def _tell_silent(self, told: Coverage) -> None:
        names = [p.name for p in self._session.state.personas if p.id in told.silent]
        if names:
            self.silent.setText(self.tr("Nobody heard yet: {names}").format(names=", ".join(names)))
        elif self._session.state.personas:
            self.silent.setText(self.tr("Every persona has been heard."))
        else:
            self.silent.setText(self.tr("There are no personas yet."))

    def _tell_channels(self, told: Coverage) -> None:
        words = self.context.words
        parts: list[str] = []
        for channel in CHANNELS:
            heard = told.channels.get(channel, NONE).voices
            if heard:
                number = self.tr("%n note(s)", "", heard)
                parts.append(f"{words.channel(channel)}: {number}")
            elif channel in EXPECTED_CHANNELS:
                nobody = self.tr("nobody heard")
                parts.append(f"○ {words.channel(channel)}: {nobody}")
        self.channels.setText(" · ".join(parts))

    @Slot(str, str)
    def _lead_to(self, persona: str, column: str) -> None:
        if self.switch.value() == "steps":
            self._go = Go("step", column, Where(persona=persona))
        else:
            group = next((s.id for s in self._method.steps if "group" in s.activities), "")
            self._go = Go("step", group, Where(goal=column)) if group else None
        if self._go is not None:
            self.accept()

    def choice(self) -> Go | None:
        """Return where to go, once the dialog is closed."""
        return self._go if self.result() == QDialog.DialogCode.Accepted else None

    @classmethod
    def ask(cls, context: Context, parent: QWidget | None) -> Go | None:
        """Show who has been heard and return where the person wants to go, or None."""
        dialog = cls(context, parent)
        dialog.exec()
        choice = dialog.choice()
        dialog.deleteLater()
        return choice
