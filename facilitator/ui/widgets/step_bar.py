"""Where the dialogue stands, and the way to any step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.ui.kit.buttons import presses
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import plain_tooltip
from facilitator.ui.kit.theme import BODY, SMALL, Theme

STATES = ("done", "now", "later")
REPORT = ":report"


class StepPill(QAbstractButton):
    """One step: a number (or a tick) in a circle, and its short name unless there is no room."""

    def __init__(self, theme: Theme, value: str, sign: str, name: str, parent: QWidget | None = None) -> None:
        """Make it; ``sign`` is a number or the name of an icon."""
        super().__init__(parent)
        self.value = value
        self._theme = theme
        self._sign = sign
        self._name = name
        self._state = "later"
        self.compact = False
        # Asked seven times at every edit; words and letters stay as they are.
        letters = QFontMetrics(theme.font(BODY, bold=True)).horizontalAdvance(name)
        self._wide = theme.px(24 + 8) + 2 * theme.gap(12) + letters
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def state(self) -> str:
        """Return one of ``STATES``."""
        return self._state

    def show_state(self, state: str, spoken: str) -> None:
        """Show one of ``STATES``; ``spoken`` is what a screen reader says."""
        self._state = state
        self.setAccessibleName(spoken)
        plain_tooltip(self, spoken)
        self.update()

    def wide(self) -> int:
        """Return the width with its name."""
        return self._wide

    def narrow(self) -> int:
        """Return the width without its name."""
        return self._theme.px(24) + 2 * self._theme.gap(6)

    def sizeHint(self) -> QSize:
        return QSize(self.narrow() if self.compact else self.wide(), self._theme.px(36))

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

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Return the colours of words, circle and sign."""
        theme = self._theme
        if self._state == "now":
            return theme.on_primary, theme.on_primary, theme.primary
        if self._state == "done":
            return theme.primary, theme.soft, theme.primary
        return theme.quiet, theme.surface, theme.quiet

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground, sign = self._colours()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self._state == "now":
            painter.setBrush(theme.primary)
            painter.drawRoundedRect(box, radius, radius)
        elif self.underMouse():
            painter.setBrush(theme.soft)
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink if self._state == "now" else theme.primary, 2))
            painter.drawRoundedRect(box, radius, radius)
        side = theme.px(24)
        circle = QRectF(
            theme.gap(6 if self.compact else 11), (self.height() - side) / 2, side, side
        ).adjusted(1, 1, -1, -1)
        painter.setBrush(ground)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(circle)
        self._paint_sign(painter, circle, sign)
        if not self.compact:
            painter.setPen(ink)
            painter.setFont(theme.font(BODY, bold=self._state == "now"))
            rest = QRectF(circle.right() + theme.px(8), 0, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)

    def _paint_sign(self, painter: QPainter, circle: QRectF, colour: QColor) -> None:
        name = "check" if self._state == "done" and self._sign.isdigit() else self._sign
        if name.isdigit():
            painter.setPen(colour)
            painter.setFont(self._theme.font(SMALL, bold=True))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name)
            return
        side = self._theme.px(15)
        drawn = pixmap(name, colour, side, self.devicePixelRatioF())
        painter.drawPixmap(circle.center() - QPointF(side / 2, side / 2), drawn)


class StepBar(QWidget):
    """The steps in a row, and the report behind them; names give way to numbers when there is no room.

    Signals:
        step_chosen: The id of the step, or ``REPORT``.
    """

    step_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pills: list[StepPill] = []
        self._steps: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """Show these steps, each (id, short name)."""
        if tuple(steps) == self._steps:
            return
        self._steps, self._shown = tuple(steps), None
        for pill in self._pills:
            pill.deleteLater()
        self._pills = []
        named = [(id, str(n), name) for n, (id, name) in enumerate(steps, 1)]
        for value, sign, name in (*named, (REPORT, "report", self.tr("Report"))):
            pill = StepPill(self._theme, value, sign, name, self)
            pill.clicked.connect(self._choose)
            pill.show()
            self._pills.append(pill)
        self.updateGeometry()
        self._place()

    def show_step(self, current: str, furthest: str) -> None:
        """Mark ``current`` (a step id, ``REPORT`` or nothing) and tick the steps before ``furthest``."""
        if (current, furthest) == self._shown:
            # Asked after every edit: telling six pills anew what they show would paint them all.
            return
        self._shown = current, furthest
        ids = [id for id, _name in self._steps]
        reached = ids.index(furthest) if furthest in ids else -1
        for n, pill in enumerate(self._pills):
            is_step = pill.value != REPORT
            name = pill.text()
            if pill.value == current:
                text = (
                    self.tr("Step {number}, {name}: you are here")
                    if is_step
                    else self.tr("Report: you are here")
                )
                state = "now"
            elif is_step and n < reached:
                text, state = self.tr("Step {number}, {name}: done"), "done"
            else:
                text, state = (
                    (self.tr("To step {number}, {name}") if is_step else self.tr("To the report")),
                    "later",
                )
            pill.show_state(state, text.format(number=n + 1, name=name))
        self._place()

    def pill(self, value: str) -> StepPill:
        """Return the pill of a step id or ``REPORT``."""
        return next(pill for pill in self._pills if pill.value == value)

    def pills(self) -> list[StepPill]:
        """Return all pills in order."""
        return list(self._pills)

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, StepPill):
            self.step_chosen.emit(sender.value)

    def full_width(self) -> int:
        """Return the width in which every name fits."""
        return sum(pill.wide() + self._theme.gap(4) for pill in self._pills)

    def short_width(self) -> int:
        """Return the width in which the name of the step on screen fits, and numbers for the others."""
        now = max((pill.wide() - pill.narrow() for pill in self._pills if pill.state == "now"), default=0)
        return sum(pill.narrow() + self._theme.gap(4) for pill in self._pills) + now

    def sizeHint(self) -> QSize:
        return QSize(self.full_width(), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(pill.narrow() for pill in self._pills), self._theme.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        gap = self._theme.gap(4)
        all_fit, one_fits = self.full_width() <= self.width(), self.short_width() <= self.width()
        for pill in self._pills:
            with_name = all_fit or (one_fits and pill.state == "now")
            pill.compact = not with_name
        widths = [pill.sizeHint().width() for pill in self._pills]
        gap = gap if sum(widths) + gap * len(widths) <= self.width() else 0
        x = max((self.width() - sum(widths) - gap * (len(widths) - 1)) // 2, 0)
        for pill, width in zip(self._pills, widths, strict=True):
            height = pill.sizeHint().height()
            pill.setGeometry(x, (self.height() - height) // 2, width, height)
            x += width + gap
