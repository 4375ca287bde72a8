"""The left side of grouping: the notes not yet placed, and below a fold those that fit nowhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.tray_view import TrayView

LONG = 8
"""From so many notes on there is a field to search them."""


class TrayPane(Surface):
    """Two lists of notes with their counts.

    Signals:
        filter_changed: What is searched for, a moment after the last letter.
        asked: What a button wants done: ``place``, ``park``, ``unpark``.
        suggest_wanted: Groups should be suggested.
    """

    filter_changed = Signal(str)
    asked = Signal(str)
    suggest_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("left", parent)
        self._theme = theme
        self._loose = self._shown = 0
        self._readonly = False
        self._large = theme.scale >= LARGE_TEXT
        self.setAccessibleName(self.tr("Notes still to be grouped"))
        self._whole = whole = column(self, theme, (8 if self._large else 16, 0, 0, 0), spacing=8)
        whole.addLayout(self._heading())
        self.field = LineField(theme, self)
        self.field.setPlaceholderText(self.tr("Search for a word or a name"))
        self.field.setAccessibleName(self.tr("Search in the loose notes"))
        self.field.setClearButtonEnabled(True)
        self._field_box = self._inset(self.field)
        whole.addLayout(self._field_box)
        self.hits = PlainLabel(font=theme.font(SMALL), tone="quiet", wrap=True)
        whole.addLayout(self._inset(self.hits))
        self.view = TrayView(theme, self)
        self.view.setAccessibleName(self.tr("Loose notes"))
        self.empty = PlainLabel(font=theme.font(BODY), tone="quiet", wrap=True)
        whole.addLayout(self._inset(self.empty))
        self._around = row(None, theme, (0, 8))
        self._around.addWidget(self.view)
        whole.addLayout(self._around, 3)
        whole.addWidget(self._chosen_bar())
        self.suggest = Button(theme, self.tr("Suggest groups"), self, icon="bulb")
        self.suggest.clicked.connect(self.suggest_wanted)
        self._offers = False
        self._suggest_box = row(None, theme, (0, 16, 8, 16))
        self._suggest_box.addWidget(self.suggest)
        whole.addLayout(self._suggest_box)
        whole.addWidget(self._parked_side(), 0)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._tell_filter)
        self.field.textChanged.connect(self._typed)
        self.view.chosen_changed.connect(self._look)
        self.parked.chosen_changed.connect(self._look)
        self.set_open(False)
        self.set_counts(0, 0, 0)

    def set_readonly(self) -> None:
        """Let the notes only be looked at."""
        self._readonly = True
        self._look()
        self._show_parked()

    def _inset(self, widget: QWidget) -> QHBoxLayout:
        line = row(None, self._theme, (0, 16))
        line.addWidget(widget)
        return line

    def _heading(self) -> QHBoxLayout:
        line = row(None, self._theme, (0, 16))
        self._title = ElidedLabel(self.tr("Still to group"), font=self._theme.font(LEAD, bold=True))
        self.count = PlainLabel(font=self._theme.font(BODY, bold=True))
        line.addWidget(self._title, 1)
        line.addWidget(self.count)
        if self._large:
            line.addStretch(1)
        return line

    def show_heading(self, on: bool) -> None:
        """Show title and count, or leave them to the switch above."""
        self._title.setVisible(on and not self._large)
        self.count.setVisible(on)

    def _chosen_bar(self) -> QWidget:
        theme = self._theme
        self._bar = Surface("bottom", self)
        inside = column(self._bar, theme, (8, 12), spacing=6)
        self._chosen = PlainLabel(font=theme.font(SMALL), tone="quiet", wrap=True)
        buttons = row(None, theme, spacing=8)
        place, park = self.tr("Put with…"), self.tr("Set aside…")
        place_told = f"{place} ({keys_text('Ctrl+G')})"
        park_told = f"{park} ({keys_text('Ctrl+K')})"
        if self._large:
            self.place: Button = IconButton(theme, "move", place_told, self._bar, variant="secondary")
            self.park: Button = IconButton(theme, "park", park_told, self._bar, variant="secondary")
            buttons.addWidget(self._chosen, 1)
        else:
            self.place = Button(theme, place, self._bar, variant="chip")
            self.park = Button(theme, park, self._bar, variant="chip")
            plain_tooltip(self.place, place_told)
            plain_tooltip(self.park, park_told)
            inside.addWidget(self._chosen)
        buttons.addWidget(self.place)
        buttons.addWidget(self.park)
        if not self._large:
            buttons.addStretch(1)
        inside.addLayout(buttons)
        self.place.clicked.connect(lambda: self.asked.emit("place"))
        self.park.clicked.connect(lambda: self.asked.emit("park"))
        return self._bar

    def _parked_side(self) -> QWidget:
        theme = self._theme
        self._side = Surface("bottom", self)
        inside = column(self._side, theme, (6, 0), spacing=4)
        self.fold = Button(theme, "", self._side, variant="row", icon="chevron-right")
        self.fold.setCheckable(True)
        self.fold.setFont(theme.font(BODY, bold=True))
        self.fold.setAcceptDrops(True)
        self.fold.installEventFilter(self)
        line = row(None, theme, (0, 6))
        line.addWidget(self.fold)
        inside.addLayout(line)
        self.parked = TrayView(theme, self._side, foot_lines=2)
        self.parked.setAccessibleName(self.tr("Notes that fit nowhere"))
        around = row(None, theme, (0, 8))
        around.addWidget(self.parked)
        inside.addLayout(around, 1)
        self.back = Button(theme, self.tr("Put back"), self._side, icon="undo")
        self.back.clicked.connect(lambda: self.asked.emit("unpark"))
        self._back_line = row(None, theme, (4, 12))
        self._back_line.addWidget(self.back)
        self._back_line.addStretch(1)
        inside.addLayout(self._back_line)
        self.fold.toggled.connect(self.set_open)
        return self._side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Folded, what fits nowhere is still a place to drop on.
        if watched is not self.fold or not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            if watched is self.fold and event.type() == QEvent.Type.DragLeave:
                self.fold.setDown(False)
            return super().eventFilter(watched, event)
        data = event.mimeData()
        if self._readonly or not data.hasFormat(MIME_NOTES):
            return False
        dropped = event.type() == QEvent.Type.Drop
        self.fold.setDown(not dropped)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if dropped:
            text = bytes(data.data(MIME_NOTES).data()).decode("utf-8", "replace")
            self.parked.notes_dropped.emit([id for id in text.split("\n") if id])
        return True

    @Slot(bool)
    def set_open(self, on: bool) -> None:
        """Show the parked notes, or only their count."""
        self.fold.setChecked(on)
        self.fold.set_icon_name("chevron-down" if on else "chevron-right")
        # First away with one list, then the other: together they would push the window higher.
        for do in (self._show_loose, self._show_parked) if on else (self._show_parked, self._show_loose):
            do()
        self._whole.setStretchFactor(self._side, 2 if on else 0)
        self._whole.setStretchFactor(self._around, 0 if on and self._large else 3)
        self._look()

    def is_open(self) -> bool:
        """Tell whether the parked notes are shown."""
        return self.fold.isChecked()

    def set_counts(self, loose: int, shown: int, parked: int) -> None:
        """Tell how many notes there are: loose, loose that the search lets through, parked."""
        number = self.tr("%n loose note(s)", "", loose) if self._large else self.tr("%n note(s)", "", loose)
        self.count.setText(number)
        self.fold.set_words(self.tr("Fits nowhere · {number}").format(number=parked))
        self.fold.setAccessibleName(self.tr("%n note(s) that fit nowhere, each with a reason", "", parked))
        searching = bool(self.field.text())
        if searching:
            self.hits.setText(self.tr("%n of these found", "", shown))
        if searching and not shown:
            self.empty.setText(self.tr("No loose note contains these words."))
        else:
            self.empty.setText(self.tr("Every note has a place. New notes appear here by themselves."))
        self._loose, self._shown = loose, shown
        self._show_loose()

    def _show_parked(self) -> None:
        self.parked.setVisible(self.is_open())
        self.back.setVisible(self.is_open() and not self._readonly)

    def _show_loose(self) -> None:
        """Show or hide the loose notes and their search, for what there is and for the room."""
        folded = self._large and self.is_open()
        searching = bool(self.field.text())
        wanted = searching or self._loose >= LONG or self.field.hasFocus()
        self.field.setVisible(wanted and not folded)
        self.hits.setVisible(searching and not folded)
        self.empty.setVisible(not self._shown and not folded)
        self.view.setVisible((bool(self._shown) or not self._loose) and not folded)

    def offer_suggestions(self, on: bool) -> None:
        """Offer to suggest groups, or not; the button makes way for what can be done with chosen notes."""
        self._offers = on
        self._look()

    def show_field(self) -> None:
        """Put the cursor in the search field."""
        if self._large:
            self.set_open(False)
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _typed(self) -> None:
        self._wait.start()

    @Slot()
    def _tell_filter(self) -> None:
        self.filter_changed.emit(self.field.text().strip())

    @Slot()
    def _look(self) -> None:
        number = len(self.view.selected_ids())
        self._bar.setVisible(number > 0 and not self._readonly)
        self.suggest.setVisible(self._offers and not number and not (self._large and self.is_open()))
        # At large text there is only room for one of the two.
        self._side.setVisible(not (self._large and number and not self.is_open()))
        self._chosen.setText(self.tr("%n note(s) chosen", "", number))
        self.back.setEnabled(bool(self.parked.selected_ids()))
