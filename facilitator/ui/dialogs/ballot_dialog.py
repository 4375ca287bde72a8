"""Setting up a round of voting: what about, with dots or hands, by how many people, counted where."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from facilitator.domain.entities import Ballot
from facilitator.domain.tally import units_of
from facilitator.ui.dialogs.count_words import BallotWords
from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.boxes import ChoiceBox, NumberBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, column, row
from facilitator.ui.kit.theme import BODY

MOST_PEOPLE, MOST_DOTS, MOST_TABLES = 100_000, 100, 60


class BallotDialog(Dialog):
    """Asks how a round is voted; ``counted`` ones keep what their piles rest on."""

    def __init__(
        self,
        context: Context,
        ballot: Ballot,
        parent: QWidget | None = None,
        *,
        counted: bool = False,
        verb: str = "",
    ) -> None:
        super().__init__(context, "", parent)
        self._given, self._counted = ballot, counted
        self._words = BallotWords(context, self)
        lead = self.tr("Something has been counted already, so what the counts rest on stays as it is.")
        self.set_heading(self.tr("Voting in the room"), lead if counted else "")
        self.set_width(640)
        self._boxes: dict[str, NumberBox] = {}
        self._made: dict[tuple[str, str], NumberBox] = {}
        self._attendance = dict(ballot.attendance)
        self._add_what()
        self._add_how()
        self._add_people()
        self._add_targets()
        self.add_buttons(verb or self.tr("Start counting"), self.tr("Cancel"))
        for fixed in (self.subject, self.method, self.unit, self.secret):
            fixed.setEnabled(not counted)
        self._follow()
        self.title.setFocus()

    # --- fields ---

    def _box(self, name: str, choices: Iterable[tuple[str, str]], value: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        for code, words in choices:
            box.addItem(words, code)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.currentIndexChanged.connect(self._follow)
        return box

    def _number(self, name: str, low: int, high: int, value: int) -> NumberBox:
        box = NumberBox(self)
        box.setObjectName(name)
        box.setRange(low, high)
        box.setValue(value)
        return box

    def _add_what(self) -> None:
        self.title = LineField(self.theme, self)
        self.title.setObjectName("ballot_title")
        self.title.setText(self._given.title)
        self.add_field(self.tr("Name of this round"), self.title)
        subjects = [("insight", self.tr("Insights")), ("advice", self.tr("Pieces of advice"))]
        self.subject = self._box("subject", subjects, self._given.subject)
        self.add_field(self.tr("What is voted on?"), self.subject)

    def _add_how(self) -> None:
        methods = [("dots", self.tr("Sticking dots")), ("hands", self.tr("Raising hands"))]
        self.method = self._box("method", methods, self._given.method)
        self.add_field(self.tr("How?"), self.method)
        self.dots = self._number("dots", 1, MOST_DOTS, self._given.dots)
        self._dots_name = self.add_field(self.tr("Dots per person"), self.dots)
        self.secret = QCheckBox(self.tr("Secret: only one total is counted"), self)
        self.secret.setChecked(self._given.secret)
        self.secret.toggled.connect(self._follow)
        self.body.addWidget(self.secret)
        units = [
            ("", self.tr("One total")),
            ("table", self.tr("Per table")),
            ("persona", self.tr("Per persona")),
        ]
        self.unit = self._box("unit", units, self._given.unit)
        self._unit_name = self.add_field(self.tr("How is it counted?"), self.unit)

    def _add_people(self) -> None:
        theme = self.theme
        self.people = self._number("people", 0, MOST_PEOPLE, self._given.people)
        self.people.setSpecialValueText(self.tr("not known"))
        hint = self.tr("The control total is the number of people times their dots.")
        self.add_field(self.tr("People who vote"), self.people, hint)
        self._there = QWidget(self)
        inside = column(self._there, theme, spacing=4)
        self._there_name = PlainLabel("", self._there, font=theme.font(BODY, bold=True))
        inside.addWidget(self._there_name)
        self._tables_line = QWidget(self._there)
        line = row(self._tables_line, theme, spacing=8)
        name = PlainLabel(self.tr("Tables"), self._tables_line)
        self.tables = self._number("tables", 1, MOST_TABLES, 1)
        self.tables.setAccessibleName(self.tr("Tables"))
        self.tables.valueChanged.connect(self._fill_units)
        name.setBuddy(self.tables)
        line.addWidget(name)
        line.addWidget(self.tables)
        line.addStretch(1)
        inside.addWidget(self._tables_line)
        self._flow_of = QWidget(self._there)
        self._flow = FlowLayout(self._flow_of, theme.gap(12))
        inside.addWidget(self._flow_of)
        self.body.addWidget(self._there)

    def _add_targets(self) -> None:
        self.targets = TickList(self.theme, 5, self)
        self.targets.setObjectName("targets")
        self.add_field(self.tr("Which of them?"), self.targets)
        self._shown_subject = ""

    # --- following ---

    @Slot()
    def _follow(self) -> None:
        """Show the fields that go with what was chosen."""
        dots = self.method.currentData() == "dots"
        for widget in (self.dots, self._dots_name):
            widget.setVisible(dots)
        secret = self.secret.isChecked()
        if secret:
            self.unit.setCurrentIndex(0)
        self.unit.setEnabled(not secret and not self._counted)
        unit = str(self.unit.currentData())
        self._there.setVisible(bool(unit))
        self._tables_line.setVisible(unit == "table")
        per = self.tr("People at each table") if unit == "table" else self.tr("People for each persona")
        self._there_name.setText(per)
        self._fill_tables(unit)
        self._fill_units()
        self._fill_targets()

    def _fill_tables(self, unit: str) -> None:
        if unit == "table" and self.tables.value() == 1 and not self._boxes:
            ballot = Ballot(id="", unit="table", attendance=self._attendance)
            numbers = [int(n) for n in units_of(self.context.dialogue.state, ballot) if n.isdigit()]
            self.tables.blockSignals(True)
            self.tables.setValue(max(numbers, default=1))
            self.tables.blockSignals(False)

    @Slot()
    def _fill_units(self) -> None:
        unit = str(self.unit.currentData())
        state = self.context.dialogue.state
        wanted: list[str] = []
        if unit == "table":
            wanted = [str(n) for n in range(1, self.tables.value() + 1)]
        elif unit == "persona":
            wanted = [persona.id for persona in state.personas]
        if wanted == list(self._boxes):
            return
        # Boxes are hidden, never taken out: what was typed in them stays.
        ballot = Ballot(id="", unit=unit)
        for key in wanted:
            if (unit, key) not in self._made:
                self._flow.addWidget(self._unit_box(unit, key, self._words.unit(ballot, key)))
        self._boxes = {key: self._made[unit, key] for key in wanted}
        shown = set(self._boxes.values())
        for box in self._made.values():
            holder = box.parentWidget()
            if holder is not None:
                holder.setVisible(box in shown)

    def _unit_box(self, unit: str, key: str, name: str) -> QWidget:
        one = QWidget(self._flow_of)
        inside = column(one, self.theme, spacing=0)
        label = PlainLabel(name, one)
        box = NumberBox(one)
        box.setObjectName(f"people_{key}")
        box.setRange(0, MOST_PEOPLE)
        box.setValue(int(self._attendance.get(key, "0") or 0))
        box.setSpecialValueText("–")
        box.setAccessibleName(name)
        label.setBuddy(box)
        inside.addWidget(label)
        inside.addWidget(box)
        self._made[unit, key] = box
        return one

    def _fill_targets(self) -> None:
        subject = str(self.subject.currentData())
        if subject == self._shown_subject:
            return
        self._shown_subject = subject
        lines = list(self._words.titles(subject).items())
        chosen = set(self._given.targets)
        known = chosen & {id for id, _ in lines}
        self.targets.set_lines(lines, [not known or id in known for id, _ in lines])

    # --- the answer ---

    def value(self) -> dict[str, object]:
        """Return the fields of the round."""
        subject, unit = str(self.subject.currentData()), str(self.unit.currentData())
        ticked = self.targets.ticked()
        all_ = list(self._words.titles(subject))
        return {
            "title": self.title.text(),
            "subject": subject,
            "method": str(self.method.currentData()),
            "dots": self.dots.value(),
            "secret": self.secret.isChecked(),
            "unit": unit,
            "people": self.people.value(),
            "attendance": {key: str(box.value()) for key, box in self._boxes.items()} if unit else {},
            "targets": [] if len(ticked) in (0, len(all_)) else ticked,
        }

    @classmethod
    def ask(
        cls,
        context: Context,
        ballot: Ballot,
        parent: QWidget | None,
        *,
        counted: bool = False,
        verb: str = "",
    ) -> dict[str, object] | None:
        """Ask for the fields of a round, starting from ``ballot``; None when cancelled."""
        dialog = cls(context, ballot, parent, counted=counted, verb=verb)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
