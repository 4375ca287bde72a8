"""Drawing the cards of insights and goals, and the small notes on them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from facilitator.ui.kit.group_face import GoalFace, InsightFace
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.note_paint import draw_text
from facilitator.ui.kit.theme import BODY, SMALL, Theme

TITLE_LINES = 3
_STICKY, _STICKY_HIGH = 108, 62


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands: chosen, where the keyboard is, opened beside, or about to be dropped on."""

    chosen: bool = False
    at: bool = False
    opened: bool = False
    target: bool = False


def text_lines(text: str, font: QFont, width: float, most: int) -> int:
    """Return the number of lines plain ``text`` takes, 1..most."""
    layout = QTextLayout(" ".join(text[:600].split()), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = 0
    while lines < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        lines += 1
    layout.endLayout()
    return max(1, lines)


class CardPainter:
    """Draws cards in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.bold = theme.font(BODY, bold=True)
        self.small = theme.font(SMALL)
        self.small_bold = theme.font(SMALL, bold=True)
        # Qt gives every laid out line whole pixels.
        self.line = ceil(QFontMetricsF(self.bold).lineSpacing())
        self.small_line = ceil(QFontMetricsF(self.small).lineSpacing())

    def insight_height(self) -> int:
        """Return the height of every insight card, so that cards stay where they were."""
        theme = self.theme
        words = TITLE_LINES * self.line + self.small_line * 2
        return round(words + theme.px(_STICKY_HIGH) + 2 * theme.gap(12) + 3 * theme.gap(6))

    def insight(self, painter: QPainter, box: QRectF, face: InsightFace, state: CardState) -> None:
        """Draw one insight: title, who said it, the first notes, its goals."""
        theme = self.theme
        self.ground(painter, box, state)
        inner = box.adjusted(theme.gap(14), theme.gap(12), -theme.gap(14), -theme.gap(12))
        lines = text_lines(face.title, self.bold, inner.width(), TITLE_LINES)
        painter.setPen(theme.ink if face.named else theme.quiet)
        title = QRectF(inner.left(), inner.top(), inner.width(), lines * self.line)
        draw_text(painter, title, face.title, self.bold)
        mix = QRectF(inner.left(), title.bottom() + 1, inner.width(), self.small_line)
        self._count_and_mix(painter, mix, face)
        foot = QRectF(inner.left(), inner.bottom() - self.small_line, inner.width(), self.small_line)
        self._goals(painter, foot, face)
        notes = QRectF(inner.left(), mix.bottom() + theme.gap(6), inner.width(), 0)
        notes.setBottom(foot.top() - theme.gap(8))
        self._stickies(painter, notes, face.notes)

    def _count_and_mix(self, painter: QPainter, box: QRectF, face: InsightFace) -> None:
        painter.setFont(self.small_bold)
        painter.setPen(self.theme.ink)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side, face.count)
        used = QFontMetricsF(self.small_bold).horizontalAdvance(face.count) + self.theme.px(8)
        rest = box.adjusted(used, 0, 0, 0)
        if rest.width() > self.theme.px(24) and face.mix:
            painter.setFont(self.small)
            painter.setPen(self.theme.quiet)
            elide = Qt.TextElideMode.ElideRight
            painter.drawText(rest, side, QFontMetricsF(self.small).elidedText(face.mix, elide, rest.width()))

    def _goals(self, painter: QPainter, box: QRectF, face: InsightFace) -> None:
        theme = self.theme
        metrics = QFontMetricsF(self.small)
        painter.setFont(self.small)
        side = theme.px(15)
        tone = theme.primary if face.goals else theme.quiet
        drawn = pixmap("goal", tone, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left(), box.center().y() - side / 2), drawn)
        words = " · ".join(face.goals) or face.no_goal
        place = box.adjusted(side + theme.px(6), 0, 0, 0)
        painter.setPen(theme.ink if face.goals else theme.quiet)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _stickies(self, painter: QPainter, box: QRectF, notes: tuple[NoteFace, ...]) -> None:
        theme = self.theme
        gap = theme.gap(8)
        columns = max(1, int((box.width() + gap) // (theme.px(_STICKY) + gap)))
        width = (box.width() - (columns - 1) * gap) / columns
        for nth, face in enumerate(notes[:columns]):
            place = QRectF(box.left() + nth * (width + gap), box.top(), width, box.height())
            self.sticky(painter, place, face, self.small)

    def sticky(self, painter: QPainter, box: QRectF, face: NoteFace, font: QFont) -> None:
        """Draw a small note: its paper, its words, the letter of its kind in the corner."""
        theme = self.theme
        self._paper(painter, box, face.kind)
        letter = theme.px(13)
        inner = box.adjusted(theme.px(8), theme.px(5), -theme.px(8), -theme.px(4))
        if face.kind == "quote":
            inner.setLeft(inner.left() + theme.px(3))
        painter.setPen(theme.note_ink)
        draw_text(painter, inner.adjusted(0, 0, -letter, 0), face.text, font)
        painter.setFont(self.small_bold)
        painter.setPen(theme.note_quiet)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, top, face.letter)

    def _paper(self, painter: QPainter, box: QRectF, kind: str) -> None:
        theme = self.theme
        if theme.shadow.alpha():
            shadow = QColor(theme.shadow)
            shadow.setAlphaF(shadow.alphaF() * 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            painter.drawRoundedRect(box.adjusted(-0.5, 1, 0.5, 2), 4, 4)
        framed = theme.contrast or kind == "quote"
        painter.setPen(QPen(theme.line, 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.note(kind))
        painter.drawRoundedRect(box, 3, 3)
        if kind == "quote":
            bar = theme.note_ink if theme.contrast else theme.primary.darker(200 if theme.dark else 100)
            painter.fillRect(QRectF(box.left(), box.top(), theme.px(5), box.height()), bar)

    def loose(
        self, painter: QPainter, box: QRectF, face: NoteFace, foot_lines: int, *, chosen: bool, at: bool
    ) -> None:
        """Draw a note of the tray: two lines of words, below them who it is about or why it is parked."""
        theme = self.theme
        body = theme.font(BODY)
        self._paper(painter, box, face.kind)
        inner = box.adjusted(theme.gap(12), theme.gap(8), -theme.gap(10), -theme.gap(6))
        if face.kind == "quote":
            inner.setLeft(inner.left() + theme.px(2))
        foot = QRectF(inner.left(), inner.bottom() - foot_lines * self.small_line, inner.width(), 0)
        foot.setBottom(inner.bottom())
        painter.setPen(theme.note_ink)
        words = QRectF(inner.left(), inner.top(), inner.width(), foot.top() - inner.top())
        draw_text(painter, words, face.text, body)
        letter = theme.px(18)
        badge = QRectF(foot.right() - letter, foot.bottom() - letter, letter, letter)
        self._badge(painter, badge, face.letter)
        painter.setPen(theme.note_quiet)
        draw_text(painter, foot.adjusted(0, 0, -letter - theme.px(6), 0), face.footer, self.small)
        self.marks(painter, box, chosen=chosen, at=at, radius=3)

    def _badge(self, painter: QPainter, box: QRectF, letter: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.note_ink, 1.2))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self.small_bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def goal_height(self, face: GoalFace, width: float) -> int:
        """Return how high the card of a goal is at this width."""
        theme = self.theme
        lines = text_lines(face.title, self.bold, width - 2 * theme.gap(12) - 2 * theme.gap(4), TITLE_LINES)
        return lines * self.line + self.small_line + 2 * theme.gap(10) + 3 * theme.gap(4)

    def goal(self, painter: QPainter, box: QRectF, face: GoalFace, state: CardState) -> None:
        """Draw one goal: number, title, what rests on it."""
        theme = self.theme
        self.ground(painter, box, state)
        if state.opened:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.primary)
            painter.drawRoundedRect(QRectF(box.left(), box.top(), theme.px(5), box.height()), 2, 2)
        inner = box.adjusted(theme.gap(12), theme.gap(10), -theme.gap(12), -theme.gap(10))
        painter.setPen(theme.ink if face.named else theme.quiet)
        title = inner.adjusted(0, 0, 0, -self.small_line - theme.gap(4))
        draw_text(painter, title, face.title, self.bold)
        painter.setFont(self.small)
        painter.setPen(theme.quiet)
        foot = QRectF(inner.left(), inner.bottom() - self.small_line, inner.width(), self.small_line)
        shown = QFontMetricsF(self.small).elidedText(face.detail, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def ground(self, painter: QPainter, box: QRectF, state: CardState) -> None:
        """Draw the card itself with the marks of its state."""
        theme = self.theme
        painter.setBrush(theme.soft if state.target or state.chosen else theme.surface)
        painter.setPen(QPen(theme.line, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if state.target:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.primary, 3, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
            return
        self.marks(painter, box, chosen=state.chosen or state.opened, at=state.at, radius=8)

    def marks(self, painter: QPainter, box: QRectF, *, chosen: bool, at: bool, radius: float) -> None:
        """Draw the border of what is chosen and the ring of where the keyboard is."""
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(theme.primary, 2.5))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if at:
            painter.setPen(QPen(theme.primary, 2, Qt.PenStyle.SolidLine))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
