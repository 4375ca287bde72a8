"""What is on screen while a dialogue is locked away: nothing of it but the name of its file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.secret_field import SecretField
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, TITLE


class LockedPage(Page):
    """Asks for the passphrase, or only for a press where this laptop keeps the key.

    Signals:
        unlock_requested: What was typed; empty where the laptop keeps the key.
    """

    unlock_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        scroll = ScrollColumn(theme, self, (32, 32), 0)
        column(self, theme).addWidget(scroll)
        scroll.body.addStretch(1)
        card = Surface("card", self)
        card.setMaximumWidth(theme.px(520))
        inner = column(card, theme, (32, 40), 14)
        sign = PlainLabel("", card)
        sign.setPixmap(pixmap("lock", theme.primary, theme.px(40)))
        inner.addWidget(sign)
        self._title = PlainLabel(self.tr("Locked"), card, font=theme.font(TITLE, bold=True), wrap=True)
        inner.addWidget(self._title)
        self._about = PlainLabel("", card, tone="quiet", wrap=True)
        self._about.setObjectName("locked_about")
        inner.addWidget(self._about)
        self._add_field(inner, card)
        middle = row(None, theme)
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        scroll.body.addLayout(middle)
        scroll.body.addStretch(2)

    def _add_field(self, inner: QVBoxLayout, card: QWidget) -> None:
        theme = self.context.theme
        words = self.tr("Passphrase or recovery code")
        self._label = PlainLabel(words, card, font=theme.font(BODY, bold=True), wrap=True)
        self.secret = SecretField(theme, card)
        self.secret.setObjectName("locked_secret")
        self.secret.setAccessibleName(words)
        self.secret.entered.connect(self._ask)
        self.secret.changed.connect(self._forget_fault)
        self._fault = PlainLabel("", card, tone="danger", wrap=True)
        self._fault.setObjectName("locked_fault")
        self._fault.hide()
        for widget in (self._label, self.secret, self._fault):
            inner.addWidget(widget)
        line = row(None, theme, spacing=12)
        self._open = Button(theme, self.tr("Go on"), card, variant="primary")
        self._open.setObjectName("locked_open")
        self._open.clicked.connect(self._ask)
        leave = Button(theme, self.tr("To the start page"), card)
        leave.setObjectName("locked_leave")
        leave.clicked.connect(self._leave)
        line.addWidget(self._open)
        line.addWidget(leave)
        line.addStretch(1)
        inner.addLayout(line)

    def show_file(self, name: str, minutes: int, *, by_laptop: bool) -> None:
        """Tell which file it is; ``minutes`` without a key touched, 0 when it was locked by hand."""
        if minutes:
            why = self.tr("Nobody touched a key for %n minute(s).", "", minutes)
        else:
            why = self.tr("You locked it.")
        text = self.tr("‘{name}’ is closed and everything is saved. {why}").format(name=name, why=why)
        self._about.setText(text)
        self._label.setVisible(not by_laptop)
        self.secret.setVisible(not by_laptop)

    def show_waiting(self) -> None:
        """Show that a key is being changed: nothing can be asked for now."""
        self._about.setText(self.tr("The dialogue is getting its key. This takes a moment."))
        for widget in (self._label, self.secret, self._open):
            widget.hide()

    def show_fault(self, text: str) -> None:
        """Say why it stays locked."""
        self.secret.show_fault(bool(text))
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        if text:
            self.secret.field.selectAll()
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _forget_fault(self) -> None:
        self.secret.show_fault(False)

    @Slot()
    def _ask(self) -> None:
        if not self.secret.isHidden() and not self.secret.text().strip():
            self.secret.setFocus()
            return
        self.unlock_requested.emit("" if self.secret.isHidden() else self.secret.text())

    @Slot()
    def _leave(self) -> None:
        self.navigate_requested.emit(Go("start"))

    def first_focus(self) -> QWidget:
        return self._open if self.secret.isHidden() else self.secret

    def panes(self) -> list[QWidget]:
        return [self.secret, self._open]

    def commands(self) -> dict[str, Callable[[], object]]:
        return {}
