"""The strip of suggested groups above the board: what was found, why, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme
from facilitator.ui.widgets.insight_cards import LARGE_TEXT
from facilitator.ui.widgets.suggestion_card import SuggestionCard, SuggestionFace

MOST = 12
"""So many cards are shown at once; the next ones come when these are dealt with."""


class _Row(QScrollArea):
    """Cards side by side, as high as the highest, scrolling sideways."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.holder = QWidget()
        large = theme.scale >= LARGE_TEXT
        if large:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body: QHBoxLayout = row(self.holder, theme, (1, 10) if large else (2, 16, 6, 16), spacing=10)
        self.body.addStretch(1)
        self.setWidget(self.holder)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.holder.setAutoFillBackground(False)

    def fit(self) -> None:
        """Let no card be wider than what is seen of the row."""
        edges = self.body.contentsMargins()
        room = self.viewport().width() - edges.left() - edges.right()
        for card in self.holder.findChildren(
            SuggestionCard, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            card.fit(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        never = self.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar = 0 if never else self.horizontalScrollBar().sizeHint().height()
        return QSize(200, self.holder.sizeHint().height() + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())


class SuggestionStrip(Surface):
    """Looking, the cards of what was found, or that nothing was; it moves nothing by itself.

    Signals:
        accepted: A list of pairs of id and name.
        refused: The id of the one that is not wanted.
        looked_at: The id of the one that is looked at, empty when none is.
        stopped: Looking should stop.
        closed: The strip should go.
    """

    accepted = Signal(object)
    refused = Signal(str)
    looked_at = Signal(str)
    stopped = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("top", parent)
        self._theme = theme
        self._large = theme.scale >= LARGE_TEXT
        self.cards: list[SuggestionCard] = []
        self.setAccessibleName(self.tr("Suggested groups"))
        self.row = _Row(theme, self)
        if self._large:
            # Height is dear at large text: one line for everything.
            self._head(row(self, theme, (0, 8, 0, 0), spacing=6), self.row)
        else:
            whole = column(self, theme, (6, 0, 0, 0), spacing=4)
            head = row(None, theme, (0, 12, 4, 16), spacing=10)
            self._head(head)
            whole.addLayout(head)
            whole.addWidget(self.row)
        self._look_later = QTimer(self)
        self._look_later.setSingleShot(True)
        self._look_later.timeout.connect(self._tell_look)
        self._looked = ""
        self.hide()

    def _head(self, line: QHBoxLayout, between: QWidget | None = None) -> None:
        theme = self._theme
        self.title = PlainLabel("", self, font=theme.font(BODY, bold=True))
        self.hint = PlainLabel("", self, font=theme.font(SMALL), tone="quiet")
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setMaximumWidth(theme.gap(220))
        self.stop = Button(theme, self.tr("Stop"), self)
        self.all: Button = (
            Button(theme, self.tr("All"), self, icon="check")
            if self._large
            else Button(theme, self.tr("Accept all shown"), self)
        )
        close = self.tr("Close the suggestions")
        self.close_button = IconButton(theme, "close", close, self)
        plain_tooltip(self.close_button, f"{close} (Esc)")
        line.addWidget(self.title)
        line.addWidget(self.progress, 1)
        line.addWidget(self.hint, 1)
        if between is not None:
            line.addWidget(between, 1)
        line.addWidget(self.stop)
        line.addWidget(self.all)
        line.addWidget(self.close_button)
        self.stop.clicked.connect(self.stopped)
        self.all.clicked.connect(self._take_all)
        self.close_button.clicked.connect(self.closed)

    # --- its three states ---

    def show_looking(self) -> None:
        """Show that groups are being looked for."""
        self._clear()
        self._show(self.tr("Looking for groups…"), looking=True)
        self.set_progress(0.0)
        self.stop.setFocus()

    def set_progress(self, done: float) -> None:
        """Show how far looking is, 0..1."""
        self.progress.setValue(round(done * 1000))

    def show_nothing(self, title: str, hint: str = "") -> None:
        """Show that there is nothing (more) to suggest."""
        self._clear()
        self._show(title, hint)

    def show_cards(self, faces: Sequence[SuggestionFace], total: int) -> None:
        """Show these suggestions of ``total``; cards that stay keep what was typed in them."""
        had = self.focused()
        place = self.cards.index(had) if had is not None else 0
        stopping = self.stop.hasFocus()
        kept = {card.face.id: card for card in self.cards}
        self.cards = []
        for at, face in enumerate(faces[:MOST]):
            card = kept.pop(face.id, None) or self._card(face)
            card.show_face(face)
            self.row.body.insertWidget(at, card)
            card.show()
            self.cards.append(card)
        self.row.show()
        # The keyboard goes on first: a card that vanishes would send it anywhere.
        if self.cards and (stopping or (had is not None and had not in self.cards)):
            self.cards[min(place, len(self.cards) - 1)].setFocus()
        for card in kept.values():
            self._drop(card)
        shown = self.tr("%n group(s) suggested", "", total)
        if total > len(self.cards):
            shown = self.tr("{shown} of {total} groups").format(shown=len(self.cards), total=total)
        self._show(shown, self.tr("Nothing moves until you accept it."), cards=True)
        self.row.fit()
        self.row.updateGeometry()

    def _show(self, title: str, hint: str = "", *, looking: bool = False, cards: bool = False) -> None:
        self.title.setText(title)
        self.title.setVisible(not (self._large and cards))
        self.row.setAccessibleName(title)
        plain_tooltip(self.all, f"{self.tr('Accept all shown')} · {title}" if cards else "")
        self.hint.setText(hint)
        self.hint.setVisible(not (self._large and cards))
        self.progress.setVisible(looking)
        self.stop.setVisible(looking)
        self.all.setVisible(cards)
        self.all.setAccessibleName(self.tr("Accept all shown"))
        self.close_button.setVisible(not looking)
        self.row.setVisible(cards)
        self.show()

    def _clear(self) -> None:
        for card in self.cards:
            self._drop(card)
        self.cards = []

    def _drop(self, card: SuggestionCard) -> None:
        card.looked_at.disconnect()
        self.row.body.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _card(self, face: SuggestionFace) -> SuggestionCard:
        card = SuggestionCard(self._theme, face, self.row.holder)
        card.accepted.connect(self._take)
        card.refused.connect(self.refused)
        card.stepped.connect(self._step)
        card.closed.connect(self.closed)
        card.looked_at.connect(self._look)
        card.name.installEventFilter(self)
        return card

    # --- what people do ---

    def focused(self) -> SuggestionCard | None:
        """Return the card in which the keyboard is, or None."""
        now = self.window().focusWidget()
        if now is None:
            return None
        return next((card for card in self.cards if card is now or card.isAncestorOf(now)), None)

    def focus_cards(self) -> None:
        """Bring the keyboard to a card, or to the button that stops or closes."""
        if self.cards:
            (self.focused() or self.cards[0]).setFocus()
        else:
            (self.close_button if self.stop.isHidden() else self.stop).setFocus()

    def titles(self) -> dict[str, str]:
        """Return the names that were changed, by id."""
        return {card.face.id: card.title() for card in self.cards if card.title() != card.face.title}

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Give the cards the names somebody typed before."""
        for card in self.cards:
            if card.face.id in titles:
                card.set_title(titles[card.face.id])

    def _of(self, id: str) -> SuggestionCard:
        return next(card for card in self.cards if card.face.id == id)

    @Slot(str)
    def _take(self, id: str) -> None:
        self.accepted.emit([(id, self._of(id).title())])

    @Slot()
    def _take_all(self) -> None:
        self.accepted.emit([(card.face.id, card.title()) for card in self.cards])

    @Slot(str, int)
    def _step(self, id: str, by: int) -> None:
        place = self.cards.index(self._of(id)) + by
        card = self.cards[min(max(place, 0), len(self.cards) - 1)]
        card.setFocus()
        self.row.ensureWidgetVisible(card, self._theme.gap(20), 0)

    @Slot(str, bool)
    def _look(self, id: str, on: bool) -> None:
        self._looked = id if on else ""
        # From card to card nothing is looked at for a moment; that need not be seen.
        self._look_later.start()

    @Slot()
    def _tell_look(self) -> None:
        focused = self.focused()
        self.looked_at.emit(self._looked or (focused.face.id if focused is not None else ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A name that is being changed looks at its group as well.
        card = watched.parent()
        if isinstance(card, SuggestionCard) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._look(card.face.id, event.type() == QEvent.Type.FocusIn)
            self.row.ensureWidgetVisible(card, self._theme.gap(20), 0)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.stopped if self.stop.isVisible() else self.closed).emit()
            return
        super().keyPressEvent(event)
