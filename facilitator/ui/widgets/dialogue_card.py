"""One dialogue on the start page: title, where and when, how far, how many notes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.ui.kit.buttons import IconButton, presses
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import plain_tooltip
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme

_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card shows.

    Attributes:
        progress: Steps begun, steps in all.
        sign: Icon before ``notes``; a word beside it says the same.
        faulty: Whether ``notes`` is a warning.
        more: Whether a button on the card opens its menu; the menu key and the right button always do.
    """

    title: str
    where: str
    notes: str
    progress: tuple[int, int] = (0, 0)
    sign: str = ""
    faulty: bool = False
    more: bool = False


class DialogueCard(QAbstractButton):
    """A card that is pressed to open what it shows.

    Signals:
        menu_wanted: The QPoint on the screen where the menu of the card is to open.

    Attributes:
        more: The button that asks for the menu; hidden on most cards.
    """

    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, face: CardFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = _TITLE_LINES
        self.more = IconButton(theme, "more", "", self)
        self.more.setObjectName("more")
        self.more.clicked.connect(self._ask_menu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.face = face
        self._put_on(face)

    def show_face(self, face: CardFace) -> None:
        """Show something else; a card that has the focus keeps it."""
        if face != self.face:
            self._put_on(face)

    def _put_on(self, face: CardFace) -> None:
        self.face = face
        self.setText(face.title.replace("&", "&&"))
        begun, steps = face.progress
        said = self.tr("step {step} of {steps}").format(step=begun, steps=steps) if steps else ""
        self.setAccessibleName(", ".join(part for part in (face.title, face.where, said, face.notes) if part))
        plain_tooltip(self, face.title)
        name = self.tr("More about {title}").format(title=face.title)
        self.more.setAccessibleName(name)
        plain_tooltip(self.more, name)
        self.more.setVisible(face.more)
        self.updateGeometry()
        self.update()

    def title_lines(self) -> int:
        """Return how many lines the title takes."""
        inner = self.sizeHint().width() - 2 * self._theme.gap(16) - self._room()
        font = self._theme.font(LEAD, bold=True)
        return len(_wrap(QFontMetrics(font), self.face.title, inner, _TITLE_LINES))

    def _room(self) -> int:
        """Return what the button for the menu takes of the title."""
        return self.more.width() - self._theme.gap(8) if self.face.more else 0

    def reserve_lines(self, count: int) -> None:
        """Leave room for ``count`` lines of title, so that cards side by side are as high."""
        self._lines = count
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = self._theme
        lines = self._lines * QFontMetrics(theme.font(LEAD, bold=True)).height()
        lines += QFontMetrics(theme.font(SMALL)).height() + QFontMetrics(theme.font(BODY)).height()
        return QSize(
            theme.px(304) if theme.scale <= 1.25 else theme.px(260),
            lines + theme.px(6 + 18) + 2 * theme.gap(16),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    @Slot()
    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge = self._theme.gap(8)
        self.more.move(self.width() - self.more.width() - edge, edge)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = 2 if self.hasFocus() else 1
        edge = theme.primary if self.hasFocus() or self.underMouse() else theme.line
        inset = ring / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(edge, ring))
        painter.setBrush(theme.soft if self.isDown() else theme.surface)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        pad = theme.gap(16)
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        y = self._paint_title(painter, inner)
        y = self._paint_line(painter, inner, y, self.face.where, SMALL, quiet=True) + theme.px(6)
        y = self._paint_progress(painter, inner, y)
        self._paint_line(painter, self._paint_sign(painter, inner, y), y, self.face.notes, BODY, quiet=False)

    def _paint_title(self, painter: QPainter, inner: QRectF) -> float:
        painter.setFont(self._theme.font(LEAD, bold=True))
        painter.setPen(self._theme.ink)
        metrics = QFontMetrics(painter.font())
        lines = _wrap(metrics, self.face.title, int(inner.width()) - self._room(), _TITLE_LINES)
        for n, line in enumerate(lines):
            top = inner.y() + n * metrics.height()
            painter.drawText(QRectF(inner.x(), top, inner.width() + 1, metrics.height()), 0, line)
        return inner.y() + len(lines) * metrics.height() + self._theme.px(2)

    def _paint_sign(self, painter: QPainter, inner: QRectF, y: float) -> QRectF:
        """Paint the sign before the last line; return what is left beside it."""
        if not self.face.sign:
            return inner
        theme, side = self._theme, self._theme.px(18)
        tone = theme.danger if self.face.faulty else theme.ink
        middle = y + (QFontMetrics(theme.font(BODY)).height() - side) / 2
        picture = pixmap(self.face.sign, tone, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(inner.x(), middle), picture)
        return inner.adjusted(side + theme.px(8), 0, 0, 0)

    def _paint_line(
        self, painter: QPainter, inner: QRectF, y: float, text: str, size: int, *, quiet: bool
    ) -> float:
        painter.setFont(self._theme.font(size))
        metrics = QFontMetrics(painter.font())
        warn = self.face.faulty and not quiet
        painter.setPen(self._theme.danger if warn else self._theme.quiet if quiet else self._theme.ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(QRectF(inner.x(), y, inner.width() + 1, metrics.height()), 0, shown)
        return y + metrics.height()

    def _paint_progress(self, painter: QPainter, inner: QRectF, y: float) -> float:
        begun, steps = self.face.progress
        height, gap = self._theme.px(6), self._theme.px(6)
        if steps:
            width = min(self._theme.px(28), (inner.width() - gap * (steps - 1)) / steps)
            painter.setPen(Qt.PenStyle.NoPen)
            for n in range(steps):
                painter.setBrush(self._theme.primary if n < begun else self._theme.track)
                painter.drawRoundedRect(
                    QRectF(inner.x() + n * (width + gap), y, width, height), height / 2, height / 2
                )
        return y + height + self._theme.px(8)


def _wrap(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        count = 1
        while count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= width:
            count += 1
        lines.append(metrics.elidedText(" ".join(rest[:count]), Qt.TextElideMode.ElideRight, width))
        rest = rest[count:]
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines or [""]
