"""The bar that slides in to say what happened and what to do; it never stops anybody's work."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, Theme

INFO_MS = 8_000
_SLIDE_MS = 140
LARGE = 1.5
MOST_LINES = 2
_WEIGHT = {"error": 2, "warning": 1, "info": 0}


class NoticeBar(Surface):
    """Shows the weightiest notice there is; the next one comes when it is dismissed.

    An info goes by itself after ``INFO_MS``; warnings and errors wait for the person.

    Signals:
        notices_changed: A notice came or went.
    """

    notices_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._theme = theme
        self._notices: list[Notice] = []
        whole = column(self, theme, (8, 16, 8, 24), 4)
        line = self._line = row(None, theme, spacing=12)
        whole.addLayout(line)
        self._below = row(None, theme, spacing=12)
        self._below.addStretch(1)
        whole.addLayout(self._below)
        self._sign = PlainLabel()
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._text = PlainLabel(font=theme.font(BODY), wrap=True)
        self._text.setObjectName("notice_text")
        line.addWidget(self._text, 1)
        self._more = PlainLabel(tone="quiet")
        line.addWidget(self._more)
        self._first = Button(theme, "", self)
        self._first.setObjectName("notice_action")
        self._first.clicked.connect(self._do_first)
        self._second = Button(theme, "", self)
        self._second.setObjectName("notice_second")
        self._second.clicked.connect(self._do_second)
        self._close = IconButton(theme, "close", self.tr("Close the message"), self)
        self._close.setObjectName("notice_close")
        self._close.clicked.connect(self.dismiss_shown)
        for button in (self._first, self._second, self._close):
            line.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self._slide = QPropertyAnimation(self, b"maximumHeight", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._slid)
        self.hide()

    def add(self, notice: Notice) -> None:
        """Show ``notice``, or keep it until weightier ones are gone."""
        if notice.key:
            self._notices = [known for known in self._notices if known.key != notice.key]
        self._notices = [known for known in self._notices if known.kind != "info"]
        self._notices.append(notice)
        self._show_weightiest()

    def revise(self, notice: Notice) -> None:
        """Put other words into the notice with this key, without saying it anew; nothing when it is gone."""
        known = next((one for one in self._notices if one.key == notice.key), None)
        if known is None or known == notice:
            return
        shown = self.shown()
        self._notices[self._notices.index(known)] = notice
        if known is shown:
            self._dress(notice)
            self.setAccessibleName(notice.text)

    def notices(self) -> tuple[Notice, ...]:
        """Return all notices that wait, oldest first."""
        return tuple(self._notices)

    def shown(self) -> Notice | None:
        """Return the one on screen."""
        if not self._notices:
            return None
        return max(reversed(self._notices), key=lambda notice: _WEIGHT.get(notice.kind, 0))

    def take_over(self, notices: tuple[Notice, ...]) -> None:
        """Show the notices of an earlier bar."""
        self._notices = list(notices)
        self._show_weightiest()

    @Slot(str)
    def dismiss(self, key: str) -> None:
        """Take away the notices with ``key``."""
        left = [notice for notice in self._notices if notice.key != key]
        if len(left) != len(self._notices):
            self._notices = left
            self._show_weightiest()

    def dismiss_action(self, action: Callable[[], object]) -> None:
        """Take away the notices whose button does ``action``."""
        left = [notice for notice in self._notices if notice.action != action]
        if len(left) != len(self._notices):
            self._notices = left
            self._show_weightiest()

    @Slot()
    def dismiss_shown(self) -> None:
        """Take away the one on screen."""
        shown = self.shown()
        if shown is not None:
            self._notices.remove(shown)
            self._show_weightiest()

    def text(self) -> str:
        """Return the words on screen, or nothing."""
        shown = self.shown()
        return shown.text if shown else ""

    @Slot()
    def _do_first(self) -> None:
        shown = self.shown()
        self.dismiss_shown()
        if shown is not None and shown.action is not None:
            shown.action()

    @Slot()
    def _do_second(self) -> None:
        shown = self.shown()
        self.dismiss_shown()
        if shown is not None and shown.second_action is not None:
            shown.second_action()

    @Slot()
    def _expire(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
            return
        self._notices = [notice for notice in self._notices if notice.kind != "info"]
        self._show_weightiest()

    def _show_weightiest(self) -> None:
        shown = self.shown()
        self._timer.stop()
        if shown is None:
            self.hide()
            self.notices_changed.emit()
            return
        appears = self.isHidden()
        self._dress(shown)
        if shown.kind == "info":
            self._timer.start(INFO_MS)
        if appears:
            self._appear()
        self._say(shown)
        self.notices_changed.emit()

    def _dress(self, shown: Notice) -> None:
        theme = self._theme
        self.setProperty("surface", shown.kind)
        self.style().unpolish(self)
        self.style().polish(self)
        sign, colour = {
            "error": ("error", theme.danger),
            "warning": ("warning", theme.ink),
        }.get(shown.kind, ("info", theme.primary))
        self._sign.setPixmap(pixmap(sign, colour, theme.px(24), self.devicePixelRatioF()))
        self._text.setText(shown.text)
        others = len(self._notices) - 1
        self._more.setText(self.tr("%n more", "", others) if others else "")
        self._more.setVisible(others > 0)
        self._place_buttons(below=theme.scale >= LARGE and bool(shown.action_label))
        for button, label in ((self._first, shown.action_label), (self._second, shown.second_label)):
            button.set_words(label)
            button.setVisible(bool(label))
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """In large letters never take the place of the field below: what is left out is in the tooltip."""
        shown = self.shown()
        if shown is None or self._theme.scale < LARGE:
            return
        words = shown.text.split(" ")
        lines = MOST_LINES if shown.action_label else MOST_LINES + 2
        if not self._fits(shown.text, lines):
            counts = range(1, len(words))
            least = bisect_left(counts, True, key=lambda n: not self._fits(" ".join(words[:n]) + " …", lines))
            self._text.setText(" ".join(words[: max(least, 1)]) + " …")
        plain_tooltip(self._text, shown.text if self._text.text() != shown.text else "")

    def _fits(self, text: str, lines: int) -> bool:
        self._text.setText(text)
        most = lines * self._text.fontMetrics().lineSpacing() + self._theme.px(4)
        return self._text.heightForWidth(max(self._text.width(), 1)) <= most

    def _place_buttons(self, *, below: bool) -> None:
        """Put the buttons beside the words, or below them where both would leave these no room."""
        for button in (self._first, self._second):
            self._line.removeWidget(button)
            self._below.removeWidget(button)
        for place, button in enumerate((self._first, self._second)):
            if below:
                self._below.addWidget(button)
            else:
                self._line.insertWidget(self._line.indexOf(self._more) + 1 + place, button)

    def _appear(self) -> None:
        self.show()
        if QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu):
            self._slide.setStartValue(0)
            self._slide.setEndValue(self.sizeHint().height())
            self._slide.start()

    @Slot()
    def _slid(self) -> None:
        self.setMaximumHeight(16_777_215)

    def _say(self, shown: Notice) -> None:
        self.setAccessibleName(shown.text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
