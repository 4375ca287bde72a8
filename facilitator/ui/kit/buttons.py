"""Buttons that paint themselves: icon, words and key cap in one row, and a focus ring that always shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic, plain_tooltip
from facilitator.ui.kit.theme import BODY, SMALL, Theme

VARIANTS = ("secondary", "primary", "quiet", "danger", "chip", "segment", "row")


@dataclass(frozen=True, slots=True)
class _Colours:
    ground: QColor | None
    border: QColor | None
    ink: QColor


def presses(event: QKeyEvent) -> bool:
    """Tell whether a key is a plain Enter."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button with words, and if wanted an icon before and a key cap behind them.

    The text is shown literally. Variants: ``primary`` (one per page), ``secondary``, ``quiet`` (no border),
    ``danger``, ``chip`` (a value that opens a choice), ``segment`` (one of a row), ``row`` (left aligned).
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget | None = None,
        *,
        variant: str = "secondary",
        icon: str = "",
        keys: str = "",
        swatch: QColor | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._keys = keys
        self._swatch = swatch
        self._tint: QColor | None = None
        self.variant = variant
        self.setProperty("variant", variant)
        self.setText(escape_mnemonic(text))
        self.setFont(theme.font(BODY, bold=variant not in ("quiet", "row")))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def words(self) -> str:
        """Return the text as it is shown."""
        return self.text().replace("&&", "&")

    def set_words(self, text: str) -> None:
        """Show another text, literally."""
        self.setText(escape_mnemonic(text))
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        """Show another icon, or none for an empty name."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show another key cap, or none."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def set_swatch(self, colour: QColor | None) -> None:
        """Show a small square of a colour before the words, or none."""
        self._swatch = colour
        self.updateGeometry()
        self.update()

    def set_tint(self, colour: QColor | None) -> None:
        """Write words and icon in a colour of their own, or not."""
        self._tint = colour
        self.update()

    def _pad(self) -> int:
        narrow = self.variant in ("chip", "segment", "row", "quiet")
        return self._theme.gap(12 if narrow else 16)

    def _parts(self) -> tuple[int, int, int, int]:
        """Return the widths, gaps included: before the words, words, key cap, menu arrow."""
        theme, gap = self._theme, self._theme.px(8)
        before = theme.px(20) + gap if self._icon_name else 0
        before += theme.px(12) + gap if self._swatch is not None else 0
        words = QFontMetrics(self.font()).horizontalAdvance(self.words())
        cap = (
            gap + QFontMetrics(theme.font(SMALL)).horizontalAdvance(self._keys) + theme.px(12)
            if self._keys
            else 0
        )
        arrow = gap + theme.px(14) if self.menu() is not None else 0
        if not words and before:
            before -= gap
        return before, words, cap, arrow

    def sizeHint(self) -> QSize:
        height = self._theme.px(40 if self.variant == "chip" else 36)
        height = max(height, QFontMetrics(self.font()).height() + self._theme.px(8))
        pad = self._pad() if self.words() else self._theme.px(8)
        return QSize(sum(self._parts()) + 2 * pad, height)

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        if self.variant == "row":
            size.setWidth(min(size.width(), self._theme.px(80)))
        return size

    def _colours(self) -> _Colours:
        theme = self._theme
        if not self.isEnabled():
            ground = theme.track if self.variant == "primary" else None
            return _Colours(ground, theme.line if self.variant != "quiet" else None, theme.edge)
        hot = self.underMouse() or self.isDown()
        if self.variant == "primary":
            ground = theme.primary.darker(115) if hot and not theme.contrast else theme.primary
            return _Colours(ground, ground, theme.on_primary)
        if self.variant == "segment" and self.isChecked():
            return _Colours(theme.primary, theme.primary, theme.on_primary)
        ink = self._tint or (theme.danger if self.variant == "danger" else theme.ink)
        if self.isChecked() or self.isDown():
            return _Colours(theme.soft, theme.primary, ink)
        if self.variant in ("quiet", "row"):
            return _Colours(theme.soft if hot else None, None, ink)
        border = theme.primary if hot else (theme.danger if self.variant == "danger" else theme.line)
        return _Colours(theme.surface, border, ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._colours()
        radius = theme.px(8)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QPen(colours.border, 1) if colours.border is not None else QPen(Qt.PenStyle.NoPen)
        if theme.contrast and not self.isEnabled() and colours.border is not None:
            # There is no grey here to say that it does nothing now.
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(colours.ground if colours.ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            self._paint_focus(painter, box, radius, colours)
        self._paint_content(painter, colours)

    def _paint_focus(self, painter: QPainter, box: QRectF, radius: float, colours: _Colours) -> None:
        filled = colours.ground is not None and colours.ground == colours.border
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.ink if filled else self._theme.primary, 2))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 1, radius - 1)
        if filled:
            painter.setPen(QPen(self._theme.surface, 1.5))
            painter.drawRoundedRect(box.adjusted(2.25, 2.25, -2.25, -2.25), radius - 3, radius - 3)

    def _paint_content(self, painter: QPainter, colours: _Colours) -> None:
        theme, gap = self._theme, self._theme.px(8)
        before, words, cap, arrow = self._parts()
        pad = self._pad() if words else theme.px(4)
        room = self.width() - 2 * pad
        if before + words + cap + arrow > room:
            cap = 0  # the words matter more than their key
        words = min(words, max(room - before - arrow - cap, 0))
        used = before + words + cap + arrow
        x = float(pad) if self.variant == "row" else max(float(pad), (self.width() - used) / 2)
        middle = self.height() / 2
        if self._swatch is not None:
            painter.setPen(QPen(theme.edge, 1))
            painter.setBrush(self._swatch)
            painter.drawRoundedRect(QRectF(x, middle - theme.px(6), theme.px(12), theme.px(12)), 3, 3)
            x += theme.px(12) + gap
        if self._icon_name:
            side = theme.px(20)
            drawn = pixmap(self._icon_name, colours.ink, side, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, middle - side / 2), drawn)
            x += side + gap
        painter.setPen(colours.ink)
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(self.words(), Qt.TextElideMode.ElideRight, words + 1)
        where = QRectF(x, 0, words + 2, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        x += words
        if cap:
            x = self.width() - pad - arrow - cap if self.variant == "row" else x
            self._paint_cap(painter, colours, x + gap, cap - gap)
            x += cap
        if arrow:
            side = theme.px(14)
            drawn = pixmap("chevron-down", colours.ink, side, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x + gap, middle - side / 2), drawn)

    def _paint_cap(self, painter: QPainter, colours: _Colours, x: float, width: float) -> None:
        filled = colours.ground is not None and colours.ground == colours.border
        ink = colours.ink if filled else self._theme.quiet
        painter.setFont(self._theme.font(SMALL, bold=filled))
        height = QFontMetrics(painter.font()).height()
        cap = QRectF(x, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(ink if filled else self._theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), self._theme.px(4), self._theme.px(4))
        painter.setPen(ink)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus, not the first one of a dialog.
        if presses(event):
            self.showMenu() if self.menu() is not None else self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class IconButton(Button):
    """A button with only an icon: its words are tooltip and accessible name."""

    def __init__(
        self, theme: Theme, icon: str, name: str, parent: QWidget | None = None, *, variant: str = "quiet"
    ) -> None:
        super().__init__(theme, "", parent, variant=variant, icon=icon)
        self.setAccessibleName(name)
        plain_tooltip(self, name)
        self.setFixedSize(theme.px(36), theme.px(36))


class KeyCap(PlainLabel):
    """A small bordered label with the name of a key."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent, font=theme.font(SMALL))
        self.setObjectName("keycap")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Segments(QWidget):
    """A row of buttons of which one is chosen; arrow keys move within the row.

    Signals:
        chosen: The value the person chose (a string).
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Iterable[tuple[str, str] | tuple[str, str, str]],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the row; a choice is (value, words) or (value, words, icon)."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap(4))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, Button] = {}
        for choice in choices:
            button = Button(
                theme, choice[1], self, variant="segment", icon=choice[2] if len(choice) == 3 else ""
            )
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[choice[0]] = button
            layout.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value or next(iter(self._buttons), ""))
        self._group.buttonToggled.connect(self._tell)

    def value(self) -> str:
        """Return the chosen value."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling anyone."""
        button = self._buttons.get(value)
        if button is not None:
            self._group.blockSignals(True)
            button.setChecked(True)
            self._group.blockSignals(False)
            self.setFocusProxy(button)

    def button(self, value: str) -> Button:
        """Return the button of one value."""
        return self._buttons[value]

    def values(self) -> Sequence[str]:
        """Return all values in order."""
        return tuple(self._buttons)

    @Slot(object, bool)
    def _tell(self, _button: object, on: bool) -> None:
        if on:
            value = self.value()
            self.setFocusProxy(self._buttons[value])
            self.chosen.emit(value)
