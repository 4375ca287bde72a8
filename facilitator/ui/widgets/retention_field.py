"""The day on which everything is to be removed: chosen, or none."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.ui.kit.boxes import DateBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout, column
from facilitator.ui.kit.theme import SMALL

_A_YEAR = 12


class RetentionField(QWidget):
    """A box to tick, and then the day.

    Signals:
        committed: ISO date, or empty for none; only when somebody changed it.
    """

    committed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._now = context.now
        self._shown = ""
        whole = column(self, theme, spacing=4)
        line = QWidget(self)
        flow = FlowLayout(line, theme.gap(12))
        self.on = QCheckBox(self.tr("Remove everything on"), line)
        self.on.setObjectName("retention_on")
        self.on.setFont(theme.font())
        self.day = DateBox(line)
        self.day.setObjectName("retention_day")
        self.day.setAccessibleName(self.tr("Day on which everything is removed"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setFont(theme.font())
        flow.addWidget(self.on)
        flow.addWidget(self.day)
        whole.addWidget(line)
        hint = self.tr("The program reminds you two weeks before; nothing is removed by itself.")
        whole.addWidget(PlainLabel(hint, self, font=theme.font(SMALL), tone="quiet", wrap=True))
        self.set_day("")
        self.on.toggled.connect(self._turned)
        self.day.editingFinished.connect(self._commit)
        self.day.dateChanged.connect(self._picked)

    def set_day(self, day: str) -> None:
        """Show the day as the dialogue has it."""
        self._shown = day
        date = QDate.fromString(day, Qt.DateFormat.ISODate)
        for widget in (self.on, self.day):
            widget.blockSignals(True)
        self.on.setChecked(date.isValid())
        if date.isValid():
            self.day.setDate(date)
        elif not self.day.hasFocus():
            today = self._now().date()
            self.day.setDate(QDate(today.year, today.month, today.day).addMonths(_A_YEAR))
        for widget in (self.on, self.day):
            widget.blockSignals(False)
        self.day.setVisible(self.on.isChecked())

    def value(self) -> str:
        """Return the ISO date on screen, or empty."""
        return self.day.date().toString(Qt.DateFormat.ISODate) if self.on.isChecked() else ""

    @Slot()
    def _turned(self) -> None:
        self.day.setVisible(self.on.isChecked())
        self._commit()

    @Slot()
    def _picked(self) -> None:
        # Typing commits when it is done; the calendar has no such moment of its own.
        if not self.day.lineEdit().hasFocus():
            self._commit()

    @Slot()
    def _commit(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.committed.emit(self._shown)
