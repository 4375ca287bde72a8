"""Drawing one sticky note, as paper on the board or as a row of a list."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.note_face import FacePicture, NoteFace
from facilitator.ui.kit.theme import BODY, SMALL, Theme

_MOST = 600
"""No note shows more characters than this; laying out ten thousand would be wasted."""


_SHADES = 12
"""So many shadows are kept, one for each size of paper."""


class _Line(NamedTuple):
    """One line of a text and how far below the top it stands; the layout keeps it alive."""

    paragraph: str
    layout: QTextLayout
    line: QTextLine
    y: float


def draw_text(painter: QPainter, box: QRectF, text: str, *fonts: QFont) -> bool:
    """Draw plain ``text`` wrapped in ``box``, each paragraph in its own direction; True when cut with "…".

    The first of ``fonts`` in which all of it fits is taken, else the last.
    """
    lines: list[_Line] = []
    cut, font = False, fonts[0]
    for font in fonts:
        lines, cut = _broken(text, font, box)
        if not cut:
            break
    for nth, (paragraph, _layout, line, y) in enumerate(lines):
        if cut and nth == len(lines) - 1:
            _draw_last(painter, QRectF(box.left(), y, box.width(), line.height()), paragraph, line, font)
        else:
            line.draw(painter, QPointF(box.left(), y))
    return cut


def _broken(text: str, font: QFont, box: QRectF) -> tuple[list[_Line], bool]:
    """Break ``text`` into the lines that fit in ``box``, and tell whether some did not."""
    found: list[_Line] = []
    paragraphs = text[:_MOST].split("\n")
    y = box.top()
    for nth, paragraph in enumerate(paragraphs):
        layout, lines = _lay_out(paragraph, font, box.width(), box.bottom() - y)
        length = len(paragraph.encode("utf-16-le", "surrogatepass")) // 2
        more = nth < len(paragraphs) - 1 or len(text) > _MOST
        for line in lines:
            # Lines of another script can be higher than those of the font itself.
            after = y + line.height()
            ends = line.textStart() + line.textLength() >= length
            found.append(_Line(paragraph, layout, line, y))
            if after + line.height() > box.bottom() + 1 and (more or not ends):
                return found, True
            y = after
    return found, False


def _lay_out(text: str, font: QFont, width: float, height: float) -> tuple[QTextLayout, list[QTextLine]]:
    """Break ``text`` into the lines that fit in ``height``, at least one; they live as long as the layout."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    right = is_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    if right:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    lines: list[QTextLine] = []
    layout.beginLayout()
    used = 0.0
    while used < height or not lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        used += line.height()
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _draw_last(painter: QPainter, box: QRectF, paragraph: str, line: QTextLine, font: QFont) -> None:
    # Qt counts in UTF-16.
    units = paragraph.encode("utf-16-le", "surrogatepass")
    rest = units[2 * line.textStart() :].decode("utf-16-le", "replace")
    metrics = QFontMetricsF(font)
    room = box.width() - metrics.horizontalAdvance(" …")
    short = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room).removesuffix("…")
    if not rest[len(short) : len(short) + 1].isspace() and " " in short.strip():
        # Half a word misleads; a line that is one long word is cut where it must be.
        short = short.rstrip()[: short.rstrip().rindex(" ")]
    short = short.rstrip()
    right = is_right_to_left(paragraph)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.save()
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, f"{short} …")
    painter.restore()


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    for letter in text:
        side = bidirectional(letter)
        if side in ("R", "AL"):
            return True
        if side == "L":
            return False
    return False


class NotePainter:
    """Draws notes in one theme; holds what does not change from note to note."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._body = theme.font(BODY)
        self._small = theme.font(SMALL)
        self._letter = theme.font(SMALL, bold=True)
        self._shades: dict[tuple[int, int, float], QPixmap] = {}

    def paper(
        self,
        painter: QPainter,
        box: QRectF,
        face: NoteFace,
        state: str,
        *,
        chosen: bool,
        at: bool,
        active: bool,
    ) -> None:
        """Draw a note as a sheet in ``box``; ``at`` marks where the keyboard is."""
        theme = self.theme
        self._shadow(painter, box)
        painter.setPen(QPen(theme.line, 1) if theme.contrast or face.kind == "quote" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.note(face.sheet))
        painter.drawRoundedRect(box, 3, 3)
        inner = box.adjusted(theme.px(14), theme.px(10), -theme.px(12), -theme.px(8))
        if face.kind == "quote":
            painter.fillRect(QRectF(box.left(), box.top(), theme.px(6), box.height()), self._bar())
            inner.setLeft(inner.left() + theme.px(4))
        badge = theme.px(20)
        painter.setPen(theme.note_ink)
        text_box = inner.adjusted(0, 0, 0, -badge - theme.px(2))
        if face.picture is not None:
            text_box.setTop(text_box.top() + self.hang(painter, text_box, face.picture))
        if draw_text(painter, text_box, face.text, self._body, self._small):
            self._turned(painter, box, theme.note(face.sheet))
        foot = QRectF(inner.left(), inner.bottom() - badge, inner.width(), badge)
        self._foot(painter, foot, face, state)
        self.marks(painter, box, chosen=chosen, at=at, active=active)

    def strip(
        self,
        painter: QPainter,
        box: QRectF,
        face: NoteFace,
        state: str,
        *,
        chosen: bool,
        at: bool,
        active: bool,
    ) -> None:
        """Draw a note as one row of a list, up to two lines of text."""
        theme = self.theme
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(theme.soft if chosen else theme.surface)
        painter.drawRoundedRect(box, 3, 3)
        patch = QRectF(box.left(), box.top(), theme.px(44), box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.note(face.sheet))
        painter.drawRoundedRect(patch, 3, 3)
        if face.kind == "quote":
            painter.fillRect(QRectF(patch.left(), patch.top(), theme.px(6), patch.height()), self._bar())
        side = theme.px(20)
        at_middle = QRectF(patch.center().x() - side / 2, patch.center().y() - side / 2, side, side)
        self._badge(painter, at_middle, face.letter)
        inner = box.adjusted(theme.px(56), theme.px(4), -theme.px(12), -theme.px(4))
        aside = min(inner.width() * 0.34, theme.px(220))
        text_box = QRectF(inner.left(), inner.top(), inner.width() - aside - theme.px(12), inner.height())
        lines = QFontMetricsF(self._body).lineSpacing()
        short = (
            QFontMetricsF(self._body).horizontalAdvance(face.text[:200]) <= text_box.width()
            and "\n" not in face.text
        )
        if short:
            text_box.setTop(text_box.center().y() - lines / 2)
        painter.setPen(theme.ink)
        draw_text(painter, text_box, face.text, self._body)
        foot = QRectF(inner.right() - aside, inner.top(), aside, inner.height())
        self._line(painter, foot, face, state, theme.quiet)
        self.marks(painter, box, chosen=chosen, at=at, active=active)

    def hang(self, painter: QPainter, box: QRectF, picture: FacePicture) -> float:
        """Draw a picture at the top of ``box``, at most half as high as that; return the height it took."""
        room = QSize(int(box.width()), int(box.height() / 2))
        if room.isEmpty():
            return 0
        scale = max(1.0, abs(painter.worldTransform().m11()))
        drawn = picture.pixmap(room, painter.device().devicePixelRatioF() * scale)
        if drawn.isNull():
            return 0
        size = drawn.deviceIndependentSize()
        painter.drawPixmap(QPointF(box.left(), box.top()), drawn)
        return size.height() + self.theme.px(6)

    def _shadow(self, painter: QPainter, box: QRectF) -> None:
        if self.theme.shadow.alpha() == 0:
            return
        density = painter.device().devicePixelRatioF() * max(1.0, abs(painter.worldTransform().m11()))
        size = (round(box.width()), round(box.height()), density)
        shade = self._shades.get(size)
        if shade is None:
            # Papers have few sizes: the soft shadow of each is drawn once.
            if len(self._shades) >= _SHADES:
                self._shades.clear()
            shade = self._shades[size] = self._soft(*size)
        painter.drawPixmap(QPointF(round(box.left()) - 4, round(box.top()) - 4), shade)

    def _turned(self, painter: QPainter, box: QRectF, paper: QColor) -> None:
        """Turn the upper corner over: there is more on this note than can be read."""
        side = self.theme.px(16)
        corner = box.topRight()
        low, high = QPointF(corner.x(), corner.y() + side), QPointF(corner.x() - side, corner.y())
        inside = QPointF(corner.x() - side, corner.y() + side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper.darker(140))
        painter.drawPolygon([corner, low, high])
        painter.setPen(QPen(self.theme.note_quiet, 1))
        painter.setBrush(paper.darker(106))
        painter.drawPolygon([inside, low, high])

    def _soft(self, width: int, height: int, density: float) -> QPixmap:
        drawn = QPixmap(round((width + 8) * density), round((height + 10) * density))
        drawn.setDevicePixelRatio(density)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(4, 4, width, height)
        for spread, share in ((4.0, 0.18), (3.0, 0.25), (1.5, 0.5)):
            colour = QColor(self.theme.shadow)
            colour.setAlphaF(colour.alphaF() * share)
            painter.setBrush(colour)
            painter.drawRoundedRect(box.adjusted(-spread / 3, spread / 2, spread / 3, spread), 4, 4)
        painter.end()
        return drawn

    def _foot(self, painter: QPainter, box: QRectF, face: NoteFace, state: str) -> None:
        self._badge(
            painter, QRectF(box.right() - box.height(), box.top(), box.height(), box.height()), face.letter
        )
        line = box.adjusted(0, 0, -box.height() - self.theme.px(6), 0)
        self._line(painter, line, face, state, self.theme.note_quiet)

    def _line(self, painter: QPainter, box: QRectF, face: NoteFace, state: str, ink: QColor) -> None:
        """Draw the footer with its marks: star, parked, with several insights, whether it is on disk."""
        marks = (("star-filled", face.starred), ("park", face.parked), ("places", face.places))
        names = [name for name, on in marks if on]
        names += {"saved": ["check"], "waiting": ["clock"], "kept": ["laptop"], "unsaved": ["warning"]}.get(
            state, []
        )
        side, gap = self.theme.px(15), self.theme.px(4)
        room = box.width() - len(names) * (side + gap)
        shown = QFontMetricsF(self._small).elidedText(face.footer, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._small)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        x = box.left() + QFontMetricsF(self._small).horizontalAdvance(shown) + gap
        density = painter.device().devicePixelRatioF()
        for name in names:
            painter.drawPixmap(QPointF(x, box.center().y() - side / 2), pixmap(name, ink, side, density))
            x += side + gap

    def _badge(self, painter: QPainter, box: QRectF, letter: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.note_ink, 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), self.theme.px(4), self.theme.px(4))
        painter.setFont(self._letter)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def marks(self, painter: QPainter, box: QRectF, *, chosen: bool, at: bool, active: bool) -> None:
        """Draw that a note is chosen, and where the keyboard is."""
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(theme.primary if active else theme.edge, 3))
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 5, 5)
        if at:
            painter.setPen(QPen(theme.note_ink, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2, 2)

    def mark_many(self, painter: QPainter, lit: list[QRectF], chosen: list[QRectF], *, active: bool) -> None:
        """Draw at once which notes were found and which are chosen: plain frames, there may be hundreds."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if lit:
            painter.setPen(QPen(self.theme.primary, 2, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRects([box.adjusted(-1, -1, 1, 1) for box in lit])
        if chosen:
            tone = self.theme.primary if active else self.theme.edge
            painter.setPen(QPen(tone, 3, j=Qt.PenJoinStyle.MiterJoin))
            painter.drawRects([box.adjusted(-4, -4, 3, 3) for box in chosen])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _bar(self) -> QColor:
        # On white paper the bright primary colours of the dark themes would not stand out.
        if self.theme.contrast:
            return self.theme.note_ink
        return self.theme.primary.darker(200) if self.theme.dark else self.theme.primary
