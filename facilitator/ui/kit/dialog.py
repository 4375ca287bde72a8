"""The base of all dialogs: a calm form with verbs on its buttons that scrolls when it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, TITLE

_LARGE = 1.5


class Dialog(QDialog):
    """Put fields in ``body``, name the buttons, read the answer from the subclass when it is accepted.

    A dialog never writes to the dialogue: it holds a value and the page acts on it.
    """

    asked_button = Signal(str)

    def __init__(
        self, context: Context, title: str, parent: QWidget | None = None, *, lead: str = ""
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.theme = context.theme
        self.setModal(True)
        self.setWindowTitle(title)
        theme = self.theme
        whole = column(self, theme, spacing=0)
        # An edge of its own: not every desktop draws one, and black on black has none.
        self.setObjectName("framed")
        whole.setContentsMargins(1, 1, 1, 1)
        self._scroll = ScrollColumn(theme, self, (24, 32), spacing=12)
        self.body: QVBoxLayout = self._scroll.body
        self._heading = PlainLabel(title, font=theme.font(TITLE, bold=True), wrap=True)
        self._heading.setObjectName("heading")
        self._lead = PlainLabel(lead, tone="quiet", wrap=True)
        self._lead.setVisible(bool(lead))
        self.body.addWidget(self._heading)
        self.body.addWidget(self._lead)
        whole.addWidget(self._scroll, 1)
        self._refusal = PlainLabel("", self, tone="danger", wrap=True)
        self._refusal.setObjectName("refusal")
        self._refusal.setContentsMargins(theme.gap(32), theme.gap(8), theme.gap(32), theme.gap(8))
        self._refusal.hide()
        whole.addWidget(self._refusal)
        foot = Surface("bottom", self)
        self._buttons = row(foot, theme, (12, 32), spacing=12)
        self._buttons.addStretch(1)
        whole.addWidget(foot)
        self._primary: Button | None = None
        self._cancel: Button | None = None
        self._wide = 560

    def set_heading(self, title: str, lead: str = "") -> None:
        """Show another title and lead; for a dialog that translates them itself."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def lead_text(self) -> str:
        """Return the words below the title."""
        return self._lead.text()

    def set_width(self, pixels: int) -> None:
        """Set the wanted width at 100 %; it never grows wider than the screen."""
        self._wide = pixels

    def add_buttons(self, primary: str, cancel: str = "", *, danger: bool = False) -> Button:
        """Add the cancelling and the doing button (a verb); return the doing one."""
        if cancel:
            quiet = Button(self.theme, cancel, self)
            quiet.clicked.connect(self.reject)
            self._cancel = quiet
            self._buttons.addWidget(quiet)
        button = Button(self.theme, primary, self, variant="danger" if danger else "primary")
        button.setObjectName("primary")
        button.setDefault(True)
        button.clicked.connect(self.accept)
        self._buttons.addWidget(button)
        self._primary = button
        return button

    def add_button(self, name: str, text: str) -> Button:
        """Add another choice at the left; ``asked_button`` tells its name when pressed."""
        button = Button(self.theme, text, self)
        button.clicked.connect(lambda: self.asked_button.emit(name))
        self.put_left(button)
        return button

    def put_left(self, button: QWidget) -> None:
        """Put a widget at the left of the row of buttons."""
        self._buttons.insertWidget(0, button)

    def add_field(self, label: str, field: QWidget, hint: str = "") -> PlainLabel:
        """Add a labelled field, with a hint below it if given; return the label."""
        name = PlainLabel(label, font=self.theme.font(BODY, bold=True), wrap=True)
        name.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        group = QVBoxLayout()
        group.setSpacing(self.theme.gap(4))
        group.addWidget(name)
        group.addWidget(field)
        if hint:
            group.addWidget(PlainLabel(hint, font=self.theme.font(SMALL), tone="quiet", wrap=True))
            field.setAccessibleDescription(hint)
        self.body.addLayout(group)
        return name

    def bring_up(self, part: QWidget) -> None:
        """Scroll until a part of the body that grew just now stands at the top."""
        self.body.activate()
        bar = self._scroll.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(part.y()))

    def show_refusal(self, error: UserError) -> None:
        """Say above the buttons what was refused; the dialog stays as it is."""
        self._refusal.setText(self.context.words.error(error))
        self._refusal.show()

    def accept(self) -> None:
        """Close the dialog, unless a field holds more than can be kept: nothing typed may get lost."""
        for field in [*self.findChildren(LineField), *self.findChildren(TextField)]:
            try:
                field.check()
            except UserError as error:
                self.show_refusal(error)
                field.setFocus()
                return
        super().accept()

    def sizeHint(self) -> QSize:
        inner = self._scroll.inner
        screen = self.screen().availableGeometry()
        width = min(self.theme.px(self._wide), screen.width() - 48)
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        foot = self._buttons.sizeHint().height()
        # On a low screen every line counts.
        above = 64 if self.theme.scale < _LARGE else 40
        return QSize(width, min(height + foot + 6, screen.height() - above))

    def bring_in(self, part: QWidget) -> None:
        """Scroll until a part of the body can be seen, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(part, 0, self.theme.gap(24)))

    def _settle_focus(self) -> None:
        """Begin where there is something to do, but never so far down that nobody saw what it is about."""
        shown = self._scroll.viewport().height()
        focused = self.focusWidget()
        if focused is not None and self._bottom(focused) <= shown + self._heading.y():
            self.bring_in(focused)
            return
        tab = Qt.FocusPolicy.TabFocus
        first = self.nextInFocusChain()
        while first is not None and first is not self:
            there = self._scroll.inner.isAncestorOf(first) and first.isVisibleTo(self) and first.isEnabled()
            if there and first.focusPolicy() & tab and self._bottom(first) <= shown:
                first.setFocus()
                return
            first = first.nextInFocusChain()
        primary = self._primary
        if primary is not None and primary.isEnabled() and primary.variant == "primary":
            primary.setFocus()
        elif self._cancel is not None:
            self._cancel.setFocus()

    def _bottom(self, part: QWidget) -> int:
        """Return how far down in the body the end of a part is; 0 for one that stands outside it."""
        inner = self._scroll.inner
        return part.mapTo(inner, part.rect().bottomLeft()).y() if inner.isAncestorOf(part) else 0

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())
        super().showEvent(event)
        self._settle_focus()
        owner = self.parentWidget()
        window = owner.window() if owner is not None else None  # pyright: ignore[reportUnnecessaryComparison]
        if window is not None and window.isVisible():
            middle = window.frameGeometry().center()
            self.move(middle.x() - self.width() // 2, max(middle.y() - self.height() // 2, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._primary is not None:
            typing = isinstance(self.focusWidget(), QPlainTextEdit)
            if self._primary.isEnabled() and (control or not typing):
                self._primary.click()
            return
        super().keyPressEvent(event)


def ask(
    context: Context,
    parent: QWidget | None,
    title: str,
    text: str,
    primary: str,
    cancel: str,
    *,
    danger: bool = False,
) -> bool:
    """Ask a yes-or-no question with verbs on the buttons; True when the doing one was pressed."""
    dialog = Dialog(context, title, parent, lead=text)
    dialog.add_buttons(primary, cancel, danger=danger)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
