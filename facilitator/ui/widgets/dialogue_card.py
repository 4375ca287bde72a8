"""One dialogue on the start page: title, where and when, how far, how many notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.ui.kit.buttons import presses
from facilitator.ui.kit.plain import plain_tooltip
from facilitator.ui.kit.theme import BODY, LEAD, SMALL, Theme

_TITLE_LINES = 2


class DialogueCard(QAbstractButton):
    """A card that is pressed to open what it shows."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        where: str,
        notes: str,
        progress: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
        *,
        faulty: bool = False,
    ) -> None:
        """Make it; ``progress`` is (steps begun, steps in all), ``faulty`` shows ``notes`` as a warning."""
        super().__init__(parent)
        self._theme = theme
        self._title, self._where, self._notes = title, where, notes
        self._progress = progress
        self._faulty = faulty
        self._lines = _TITLE_LINES
        self.setText(title.replace("&", "&&"))
        said = (
            self.tr("step {step} of {steps}").format(step=progress[0], steps=progress[1])
            if progress[1]
            else ""
        )
        self.setAccessibleName(", ".join(part for part in (title, where, said, notes) if part))
        plain_tooltip(self, title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def title_lines(self) -> int:
        """Return how many lines the title takes."""
        inner = self.sizeHint().width() - 2 * self._theme.gap(16)
        return len(_wrap(QFontMetrics(self._theme.font(LEAD, bold=True)), self._title, inner, _TITLE_LINES))

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
        y = self._paint_line(painter, inner, y, self._where, SMALL, quiet=True) + theme.px(6)
        y = self._paint_progress(painter, inner, y)
        self._paint_line(painter, inner, y, self._notes, BODY, quiet=False)

    def _paint_title(self, painter: QPainter, inner: QRectF) -> float:
        painter.setFont(self._theme.font(LEAD, bold=True))
        painter.setPen(self._theme.ink)
        metrics = QFontMetrics(painter.font())
        lines = _wrap(metrics, self._title, int(inner.width()), _TITLE_LINES)
        for n, line in enumerate(lines):
            top = inner.y() + n * metrics.height()
            painter.drawText(QRectF(inner.x(), top, inner.width() + 1, metrics.height()), 0, line)
        return inner.y() + len(lines) * metrics.height() + self._theme.px(2)

    def _paint_line(
        self, painter: QPainter, inner: QRectF, y: float, text: str, size: int, *, quiet: bool
    ) -> float:
        painter.setFont(self._theme.font(size))
        metrics = QFontMetrics(painter.font())
        warn = self._faulty and not quiet
        painter.setPen(self._theme.danger if warn else self._theme.quiet if quiet else self._theme.ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(QRectF(inner.x(), y, inner.width() + 1, metrics.height()), 0, shown)
        return y + metrics.height()

    def _paint_progress(self, painter: QPainter, inner: QRectF, y: float) -> float:
        begun, steps = self._progress
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
