"""The middle of grouping: the insights as cards, the one that is opened beside them, naming a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.buttons import Button, IconButton, Segments
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, TITLE, Theme
from facilitator.ui.widgets.chosen_bar import ChosenBar
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.insight_detail import InsightDetail
from facilitator.ui.widgets.insight_view import InsightView

IN_WORDS = 960
"""From this width on the looks are named in words."""
BESIDE = 640
"""From this width on the opened insight stands beside the cards instead of over them."""


class _NewTitle(LineField):
    """The name of something new: Enter takes it, Escape lets it be."""

    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


class NewBar(Surface):
    """Asks the name of a new insight in place.

    Signals:
        named: The name, on Enter; may be empty.
        cancelled: Escape or the button.
    """

    named = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        inside = column(self, theme, (12, 16), spacing=6)
        self.lead = PlainLabel(font=theme.font(BODY, bold=True), wrap=True)
        self.field = _NewTitle(theme, self)
        self.field.setPlaceholderText(self.tr("Who needs what, and why?"))
        make = self.tr("Make the insight")
        cancel = self.tr("Cancel")
        inside.addWidget(self.lead)
        line = row(None, theme, spacing=8)
        if theme.scale >= LARGE_TEXT:
            self.take: Button = IconButton(theme, "check", make, self, variant="primary")
            drop: Button = IconButton(theme, "close", cancel, self)
            line.addWidget(self.field, 1)
        else:
            self.take = Button(theme, make, self, variant="primary", keys=keys_text("Return"))
            drop = Button(theme, cancel, self, variant="quiet")
            inside.addWidget(self.field)
        line.addWidget(self.take)
        line.addWidget(drop)
        if theme.scale < LARGE_TEXT:
            line.addStretch(1)
        inside.addLayout(line)
        self.field.returnPressed.connect(self._tell)
        self.field.cancelled.connect(self.cancelled)
        self.take.clicked.connect(self._tell)
        drop.clicked.connect(self.cancelled)
        self.hide()

    @Slot()
    def _tell(self) -> None:
        self.named.emit(self.field.text())

    def open(self, lead: str, text: str = "") -> None:
        """Show it with these words and put the cursor in the field."""
        self.lead.setText(lead)
        self.field.setAccessibleName(lead)
        self.field.setText(text)
        self.show()
        self.field.setFocus()


class InsightPane(QWidget):
    """Heading, the insights in one of several looks, and the opened insight.

    The look ``cards`` is its own; others are given with ``add_look``.

    Attributes:
        above: Layout between the heading and the insights, for strips that come and go.

    Signals:
        asked: ``new``, ``open``, ``link``, ``merge``, ``split`` or ``delete``.
        note_asked: ``move``, ``also``, ``new_insight``, ``park`` or ``unplace`` the notes chosen there.
        filter_dropped: Show the insights of all goals again.
        look_chosen: The name of another look.
        closed: The opened insight was closed.
    """

    asked = Signal(str)
    note_asked = Signal(str)
    filter_dropped = Signal()
    look_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        whole = column(self, theme, spacing=0)
        whole.addWidget(self._band(question))
        self.new_bar = NewBar(theme, self)
        whole.addWidget(self.new_bar)
        self.above = QVBoxLayout()
        self.above.setSpacing(0)
        whole.addLayout(self.above)
        both = row(None, theme, spacing=0)
        self._left = QWidget(self)
        self._looks: dict[str, tuple[QWidget, QWidget]] = {}
        self._look_holder = column(self._left, theme, spacing=0)
        card_side = QWidget(self._left)
        self._look_holder.addWidget(card_side, 1)
        left = column(card_side, theme, spacing=0)
        self.cards = InsightView(theme, card_side)
        self.cards.setAccessibleName(self.tr("Insights"))
        self.empty = PlainLabel(font=theme.font(LEAD), tone="quiet", wrap=True)
        self.empty.setContentsMargins(theme.gap(16), theme.gap(24), theme.gap(16), 0)
        left.addWidget(self.empty)
        around = row(None, theme, (6, 8, 0, 8))
        around.addWidget(self.cards)
        left.addLayout(around, 1)
        self._look_holder.addWidget(self._chosen_bar())
        self._looks["cards"] = (card_side, self.cards)
        self.detail = InsightDetail(theme, self)
        self.detail.hide()
        both.addWidget(self._left, 5)
        both.addWidget(self.detail, 8)
        self._both = both
        whole.addLayout(both, 1)
        whole.addWidget(self._note_bar())
        self.detail.closed.connect(self.close_detail)
        self.cards.chosen_changed.connect(self._look)
        self._look()

    def _band(self, question: str) -> QWidget:
        theme = self._theme
        band = Surface("top", self)
        large = theme.scale >= LARGE_TEXT
        line: QHBoxLayout = row(band, theme, (6, 16) if large else (12, 20), spacing=12)
        words = column(holder := QWidget(band), theme, spacing=0)
        if not large:
            words.addWidget(PlainLabel(question, font=theme.font(TITLE, bold=True), wrap=True))
        small = theme.font(SMALL)
        self.count = ElidedLabel(font=small) if large else PlainLabel(font=small, tone="quiet", wrap=True)
        words.addWidget(self.count)
        line.addWidget(holder, 1)
        self.looks = self._look_switch(band)
        self.only = Button(theme, "", band, variant="chip", icon="close")
        self.only.clicked.connect(self.filter_dropped)
        self.only.hide()
        line.addWidget(self.only)
        line.addWidget(self.looks)
        words, keys = self.tr("New insight"), keys_text("Ctrl+N")
        self.new: Button = (
            IconButton(theme, "plus", f"{words} ({keys})", band, variant="primary")
            if large
            else Button(theme, words, band, variant="primary", icon="plus", keys=keys)
        )
        self.new.clicked.connect(lambda: self.asked.emit("new"))
        line.addWidget(self.new)
        return band

    def _look_switch(self, band: QWidget) -> Segments:
        theme, large = self._theme, self._theme.scale >= LARGE_TEXT
        self._look_words: dict[str, str] = {}
        looks = Segments(
            theme,
            [
                ("board", "" if large else self.tr("Board"), "board"),
                ("cards", "" if large else self.tr("Cards"), "table"),
                ("outline", "" if large else self.tr("Outline"), "list"),
            ],
            "cards",
            band,
        )
        looks.setAccessibleName(self.tr("How the insights are shown"))
        for look, words in (
            ("board", self.tr("Show insights on the board")),
            ("cards", self.tr("Show insights as cards")),
            ("outline", self.tr("Show insights as an outline")),
        ):
            looks.button(look).setAccessibleName(words)
            plain_tooltip(looks.button(look), words)
            self._look_words[look] = looks.button(look).words()
        looks.chosen.connect(self.look_chosen)
        looks.hide()
        return looks

    def _chosen_bar(self) -> QWidget:
        wishes = (
            ("open", "eye", self.tr("Open")),
            ("link", "link", self.tr("Goals…")),
            ("merge", "merge", self.tr("Merge…")),
            ("split", "split", self.tr("Split…")),
            ("delete", "trash", self.tr("Delete")),
        )
        self._bar = ChosenBar(self._theme, wishes, self, for_one=("open", "split"), looking=("open",))
        self._bar.asked.connect(self.asked)
        self.actions_of = self._bar.buttons
        return self._bar

    def _note_bar(self) -> QWidget:
        wishes = (
            ("move", "move", self.tr("Move to…")),
            ("also", "places", self.tr("Also with…")),
            ("new_insight", "bulb", self.tr("New insight")),
            ("park", "park", self.tr("Set aside…")),
            ("unplace", "undo", self.tr("Loose again")),
        )
        self._notes = ChosenBar(self._theme, wishes, self)
        self._notes.asked.connect(self.note_asked)
        self._notes.show_for(0)
        self.note_actions = self._notes.buttons
        return self._notes

    def add_look(self, name: str, side: QWidget, focus: QWidget) -> None:
        """Offer ``board`` or ``outline`` as a look; ``focus`` is where the keyboard goes in it."""
        side.setParent(self._left)
        side.hide()
        self._look_holder.insertWidget(0, side, 1)
        self._looks[name] = (side, focus)
        self.looks.show()

    def set_look(self, name: str) -> None:
        """Show the insights in this look."""
        if name not in self._looks:
            return
        self.looks.set_value(name)
        # First away, then there: for a moment both would push the window wider.
        for other, (side, _focus) in self._looks.items():
            if other != name:
                side.hide()
        self._looks[name][0].show()
        wide = name != "cards"
        self._both.setStretch(0, 8 if wide else 5)
        self._both.setStretch(1, 7 if wide else 8)
        self._look()

    def look(self) -> str:
        """Return the name of the look that is shown."""
        return self.looks.value()

    def focus_look(self) -> QWidget:
        """Return where the keyboard goes in the look that is shown."""
        return self._looks[self.look()][1]

    def show_chosen(self, insights: int, notes: int) -> None:
        """Tell how many insights and notes are chosen in a look other than the cards."""
        if self.look() == "cards":
            return
        shown = insights if not self._open and not notes else 0
        # First away, then there: both together would push the window higher.
        if shown:
            self._notes.show_for(0)
        self._bar.show_for(shown)
        self._notes.show_for(notes)

    def set_readonly(self) -> None:
        """Let the insights only be looked at."""
        self.new.hide()
        self._bar.set_readonly()
        self._notes.set_readonly()
        self.detail.set_readonly()
        self._look()

    def set_counts(self, insights: int, shown: int, placed: int) -> None:
        """Tell how many insights there are, how many are seen, and how many notes they hold."""
        parts = [self.tr("%n insight(s)", "", insights), self.tr("%n note(s) grouped", "", placed)]
        self.count.setText(" · ".join(parts))
        self.empty.setVisible(not shown)
        self.cards.setVisible(True)
        if insights:
            self.empty.setText(self.tr("No insight belongs to this goal yet. Drag one onto the goal."))
        else:
            self.empty.setText(
                self.tr("Choose loose notes that belong together and make an insight. Dragging works too.")
            )

    def set_only(self, words: str) -> None:
        """Tell that only the insights of one goal are shown; empty for all."""
        self.only.setVisible(bool(words))
        self.count.setVisible(not words or self._theme.scale < LARGE_TEXT)
        self.only.set_words(words)
        self.only.setAccessibleName(self.tr("{words}: show all insights again").format(words=words))

    def open_detail(self) -> None:
        """Show the opened insight beside the cards, or over them when there is little room."""
        self._open = True
        self._arrange()

    @Slot()
    def close_detail(self) -> None:
        """Show the cards alone."""
        if not self._open:
            return
        self.detail.commit_typing()
        self._open = False
        self.cards.set_opened("")
        self._arrange()
        self.focus_look().setFocus()
        self.closed.emit()

    def is_open(self) -> bool:
        """Tell whether an insight is opened."""
        return self._open

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.gap(BESIDE)
        self.detail.setVisible(self._open)
        self._left.setVisible(beside or not self._open)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The question keeps its line; the drawings of the looks say enough where there is little room.
        narrow = self.width() < self._theme.gap(IN_WORDS)
        for look, words in self._look_words.items():
            self.looks.button(look).set_words("" if narrow else words)
        self._arrange()

    @Slot()
    def _look(self) -> None:
        if self.look() == "cards":
            self._notes.show_for(0)
            self._bar.show_for(0 if self._open else len(self.cards.selected_ids()))
