"""The meetings of a dialogue: a list at the left, the chosen one as a form at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from facilitator.domain.entities import CHANNELS, SPEAKER_GROUPS, Meeting
from facilitator.ui.kit.boxes import ChoiceBox, DateBox, NumberBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import column, row
from facilitator.ui.kit.theme import SMALL

ID_ROLE = Qt.ItemDataRole.UserRole
NO_DATE = QDate(2000, 1, 1)
LARGE_TEXT = 1.5


class MeetingEditor(QWidget):
    """Shows meetings and tells what the person wants changed; it changes nothing itself.

    Signals:
        changed: Meeting id, field and new value.
        added: A meeting is wanted; the channel it is to have.
        deleted: Meeting id.
    """

    changed = Signal(str, str, object)
    added = Signal(str)
    deleted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._meetings: dict[str, Meeting] = {}
        theme = context.theme
        # Two columns of large text do not fit side by side on a small screen.
        large = theme.scale >= LARGE_TEXT
        whole = column(self, theme, spacing=24) if large else row(self, theme, spacing=24)
        left = column(holder := QWidget(self), theme, spacing=8)
        self.list = QListWidget(holder)
        self.list.setObjectName("meetings")
        self.list.setFont(theme.font())
        self.list.setAccessibleName(self.tr("Meetings"))
        self.list.setMinimumHeight(theme.px(180))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(self._show_chosen)
        left.addWidget(self.list, 1)
        buttons = row(None, theme, spacing=8)
        self.add = Button(theme, self.tr("Add meeting"), self, icon="plus")
        self.add.setObjectName("add_meeting")
        self.add.clicked.connect(self._add)
        self.remove = Button(theme, self.tr("Delete"), self, variant="quiet", icon="trash")
        self.remove.clicked.connect(self._remove)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        left.addLayout(buttons)
        whole.addWidget(holder, 2)
        whole.addWidget(self._form(), 3)

    def _form(self) -> QWidget:
        theme, words = self._context.theme, self._context.words
        self.form = QWidget(self)
        grid = QGridLayout(self.form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.gap(16))
        grid.setVerticalSpacing(theme.gap(4))
        self.name = LineField(theme, self.form)
        self.venue = LineField(theme, self.form)
        self.channel = self._choice(CHANNELS, words.channel)
        self.group = self._choice(SPEAKER_GROUPS, words.speaker_group)
        self.date = DateBox(self.form)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setMinimumDate(NO_DATE)
        self.date.setSpecialValueText(self.tr("not known"))
        self.date.setFont(theme.font())
        self.tables = self._number(999)
        self.people = self._number(100_000)
        pairs: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((self.tr("Name"), self.name),),
            ((self.tr("Channel"), self.channel), (self.tr("Group"), self.group)),
            ((self.tr("Venue"), self.venue), (self.tr("Date"), self.date)),
            ((self.tr("Tables"), self.tables), (self.tr("People or replies"), self.people)),
        )
        if theme.scale >= LARGE_TEXT:
            pairs = tuple((pair,) for line in pairs for pair in line)
        for line, fields in enumerate(pairs):
            for place, (text, field) in enumerate(fields):
                label = PlainLabel(text, font=theme.font(SMALL), tone="quiet")
                label.setBuddy(field)
                field.setAccessibleName(text)
                span = 1 if len(fields) == 2 else 2
                grid.addWidget(label, 2 * line, place, 1, span)
                grid.addWidget(field, 2 * line + 1, place, 1, span)
        grid.setRowStretch(2 * len(pairs), 1)
        for number in range(2):
            grid.setColumnStretch(number, 1)
        self.name.committed.connect(self._name_committed)
        self.venue.committed.connect(self._venue_committed)
        self.channel.activated.connect(self._channel_chosen)
        self.group.activated.connect(self._group_chosen)
        self.date.editingFinished.connect(self._date_committed)
        self.tables.editingFinished.connect(self._tables_committed)
        self.people.editingFinished.connect(self._people_committed)
        return self.form

    def _choice(self, codes: Sequence[str], words: object) -> QComboBox:
        box = ChoiceBox(self.form)
        box.setFont(self._context.theme.font())
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code in codes:
            box.addItem(words(code), code)  # type: ignore[operator]
        return box

    def _number(self, most: int) -> QSpinBox:
        box = NumberBox(self.form)
        box.setRange(0, most)
        box.setFont(self._context.theme.font())
        box.setGroupSeparatorShown(True)
        box.lineEdit().setTextMargins(self._context.theme.px(8), 0, 0, 0)
        return box

    def set_meetings(self, meetings: Sequence[Meeting], chosen: str = "") -> None:
        """Show these meetings; keep the choice, or take ``chosen``."""
        wanted = chosen or self.chosen()
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self.list.blockSignals(True)
        self.list.clear()
        for meeting in meetings:
            item = QListWidgetItem(self._title(meeting))
            item.setData(ID_ROLE, meeting.id)
            self.list.addItem(item)
            if meeting.id == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._show_chosen()

    def _title(self, meeting: Meeting) -> str:
        name = meeting.name or meeting.venue or self.tr("Meeting without a name")
        return f"{name} · {self._context.words.channel(meeting.channel)}"

    def chosen(self) -> str:
        """Return the id of the meeting shown, or an empty text."""
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        meeting = self._meetings.get(self.chosen())
        self.form.setEnabled(meeting is not None)
        self.remove.setEnabled(meeting is not None)
        shown = meeting or Meeting(id="")
        self.name.set_committed(shown.name)
        self.venue.set_committed(shown.venue)
        self.channel.setCurrentIndex(self.channel.findData(shown.channel))
        self.group.setCurrentIndex(self.group.findData(shown.group))
        date = QDate.fromString(shown.date, Qt.DateFormat.ISODate)
        self.date.setDate(date if date.isValid() else NO_DATE)
        self.tables.setValue(shown.tables)
        self.people.setValue(shown.people)

    def _tell(self, field: str, value: object) -> None:
        meeting = self._meetings.get(self.chosen())
        if meeting is not None and getattr(meeting, field) != value:
            self.changed.emit(meeting.id, field, value)

    @Slot(str)
    def _name_committed(self, text: str) -> None:
        self._tell("name", text)

    @Slot(str)
    def _venue_committed(self, text: str) -> None:
        self._tell("venue", text)

    @Slot()
    def _channel_chosen(self) -> None:
        self._tell("channel", self.channel.currentData())

    @Slot()
    def _group_chosen(self) -> None:
        self._tell("group", self.group.currentData())

    @Slot()
    def _date_committed(self) -> None:
        date = self.date.date()
        self._tell("date", "" if date == NO_DATE else date.toString(Qt.DateFormat.ISODate))

    @Slot()
    def _tables_committed(self) -> None:
        self._tell("tables", self.tables.value())

    @Slot()
    def _people_committed(self) -> None:
        self._tell("people", self.people.value())

    @Slot()
    def _add(self) -> None:
        self.added.emit("large")

    @Slot()
    def _remove(self) -> None:
        if self.chosen():
            self.deleted.emit(self.chosen())
