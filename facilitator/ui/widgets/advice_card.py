"""One piece of advice on a card: its words large, who and when, the votes, the verdict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme
from facilitator.ui.widgets.vote_bar import VoteBar

MIME_ADVICE = "application/x-facilitator-advice"


@dataclass(frozen=True, slots=True)
class AdviceFace:
    """One piece of advice in the words of the window.

    Attributes:
        votes: For, against, abstained, or None before the vote.
        verdict: Words for the outcome; ``tone`` one of ``good``, ``danger``, ``quiet``.
    """

    id: str
    number: str
    text: str
    detail: str
    votes: tuple[int, int, int] | None
    votes_words: str
    verdict: str
    tone: str
    threshold: int


class AdviceCard(Surface):
    """Shows one piece of advice; a click or Enter chooses it, dragging it onto another one reorders.

    Signals:
        chosen: Id of the advice.
        step_wanted: -1 or +1: the focus wants to go to the card above or below.
        dropped: Id of the advice dropped onto this one, and this one's id.
    """

    chosen = Signal(str)
    step_wanted = Signal(int)
    dropped = Signal(str, str)

    def __init__(self, theme: Theme, face: AdviceFace, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.id = face.id
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        whole = row(self, theme, (16,), spacing=12)
        self._number = PlainLabel("", self, font=theme.font(BODY, bold=True), tone="primary")
        self._number.setMinimumWidth(theme.px(28))
        whole.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget(self)
        inside = column(holder, theme, spacing=4)
        whole.addWidget(holder, 1)
        self._text = PlainLabel("", self, font=theme.font(LEAD), wrap=True)
        self._detail = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        inside.addWidget(self._text)
        inside.addWidget(self._detail)
        foot = row(None, theme, spacing=12)
        self._bar = VoteBar(theme, self)
        self._bar.setMaximumWidth(theme.px(260))
        self._votes = PlainLabel("", self, wrap=True)
        self._verdict = PlainLabel("", self, font=theme.font(BODY, bold=True))
        foot.addWidget(self._bar, 2)
        foot.addWidget(self._votes, 3)
        foot.addWidget(self._verdict)
        inside.addLayout(foot)
        self.set_face(face)

    def set_face(self, face: AdviceFace) -> None:
        """Show the advice as it is now."""
        self._number.setText(face.number)
        self._text.setText(face.text)
        self._detail.setText(face.detail)
        self._detail.setVisible(bool(face.detail))
        self._bar.setVisible(face.votes is not None)
        self._bar.set_votes(face.votes or (0, 0, 0), face.threshold, face.votes_words)
        self._votes.setText(face.votes_words)
        self._verdict.setText(face.verdict)
        self._verdict.set_tone(face.tone)
        spoken = (face.number, face.text, face.detail, face.votes_words, face.verdict)
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.id)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_chosen(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_chosen(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.id)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(advice_mime(self.id))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME_ADVICE):
            self.set_chosen(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        self.set_chosen(self.hasFocus())

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_chosen(self.hasFocus())
        moved = bytes(event.mimeData().data(MIME_ADVICE).data()).decode("utf-8", "replace")
        if moved and moved != self.id:
            event.acceptProposedAction()
            self.dropped.emit(moved, self.id)


def advice_mime(id: str) -> QMimeData:
    """Return what a dragged card carries."""
    data = QMimeData()
    data.setData(MIME_ADVICE, QByteArray(id.encode()))
    return data
