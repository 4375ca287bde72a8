"""Typing fields that leave undo to the dialogue when they have nothing of their own to undo."""

from __future__ import annotations

from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.text import TEXT_LIMIT, TITLE_LIMIT, clean_block, clean_line, refuse_long_paste
from facilitator.ui.kit.notices import tell_refusal
from facilitator.ui.kit.theme import BODY, Theme

BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _is_foreign_undo(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo
    return undo or redo


def _leaves_files_to_window(event: QDragEnterEvent) -> bool:
    """Ignore a file that is dragged over a field, so that the window below gets it."""
    if event.mimeData().hasUrls():
        event.ignore()
        return True
    return False


class _Checked(Protocol):
    def check(self) -> None: ...


def is_refused(field: _Checked) -> bool:
    """Tell whether the dialogue would refuse what stands in a field; it stays there to be shortened then."""
    try:
        field.check()
    except UserError:
        return True
    return False


class LineField(QLineEdit):
    """One line of text; Enter and leaving commit it, Escape restores it.

    Signals:
        committed: The text, when it differs from what ``set_committed`` gave.

    Attributes:
        limit: Characters the text may have; a dialog is not left while there are more.
    """

    committed = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, size: int = BODY, bold: bool = False
    ) -> None:
        super().__init__(parent)
        self.limit = TITLE_LIMIT
        self._before = ""
        self.setFont(theme.font(size, bold))
        self.editingFinished.connect(self._commit)

    def set_committed(self, text: str) -> None:
        """Show ``text`` as it is in the dialogue, unless somebody is typing here."""
        if self._before == text and (self.text() == text or (text and is_refused(self))):
            return
        if self.hasFocus() and self.text() != self._before:
            self._before = text
            return
        self._before = text
        self.setText(text)
        if not self.hasFocus():
            # A long text shows its beginning.
            self.setCursorPosition(0)

    def check(self) -> None:
        """Refuse a text that has more than ``limit`` characters.

        Raises:
            UserError: ``text.too_long``.
        """
        clean_line(self.text(), self.limit)

    @Slot()
    def _commit(self) -> None:
        if self.text() != self._before:
            if not is_refused(self):
                self._before = self.text()
            self.committed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if _is_foreign_undo(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not _leaves_files_to_window(event):
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
            return
        super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """Several lines of plain text, as high as its text; Tab goes on.

    Leaving and Ctrl+Enter commit it, Escape restores it.

    Signals:
        committed: The text, when it differs from what ``set_committed`` gave.

    Attributes:
        limit: Characters the text may have; a dialog is not left while there are more.
    """

    committed = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, size: int = BODY, lines: int = 2, most: int = 12
    ) -> None:
        super().__init__(parent)
        self.limit = TEXT_LIMIT
        self._before = ""
        self._lines, self._most = lines, most
        self._edge = theme.px(5) + 2
        self.setFont(theme.font(size))
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(NO_BAR)
        self.setHorizontalScrollBarPolicy(NO_BAR)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return the whole text."""
        return self.toPlainText()

    def set_committed(self, text: str) -> None:
        """Show ``text`` as it is in the dialogue, unless somebody is typing here."""
        if self._before == text and (self.text() == text or (text and is_refused(self))):
            return
        if self.hasFocus() and self.toPlainText() != self._before:
            self._before = text
            return
        self._before = text
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted())

    def _shown_lines(self) -> int:
        # The layout of a QPlainTextEdit measures its height in lines.
        return round(self.document().documentLayout().documentSize().height())

    def _wanted(self) -> int:
        lines = min(max(self._shown_lines(), self._lines), self._most)
        # A last line that misses a fraction of a pixel would bring a scroll bar.
        line = QFontMetricsF(self.font()).lineSpacing()
        return ceil(lines * line + 2 * self.document().documentMargin()) + 2 * self._edge + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At another width other words wrap, and the layout does not tell.
        self._fit()

    def _overflows(self) -> bool:
        return self._shown_lines() > self._most

    @Slot()
    def _show_bar(self) -> None:
        # A bar that comes by itself would lie over the ends of the lines.
        self.setVerticalScrollBarPolicy(BAR if self._overflows() else NO_BAR)

    @Slot()
    def _fit(self) -> None:
        if self._overflows() != (self.verticalScrollBarPolicy() == BAR):
            # Not while Qt is at work on a size: the lines would stay wrapped for the old width.
            QTimer.singleShot(0, self, self._show_bar)
        if self.height() != self._wanted():
            self.setFixedHeight(self._wanted())

    def check(self) -> None:
        """Refuse a text that has more than ``limit`` characters.

        Raises:
            UserError: ``text.too_long``.
        """
        clean_block(self.text(), self.limit)

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            refuse_long_paste(source.text())
        except UserError as error:
            tell_refusal(self, error)
            return
        super().insertFromMimeData(source)

    def _commit(self) -> None:
        if self.text() != self._before:
            if not is_refused(self):
                self._before = self.text()
            self.committed.emit(self.text())

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if document is not None and _is_foreign_undo(
            event, document.isUndoAvailable(), document.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not _leaves_files_to_window(event):
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._commit()
            # What the field stands on may do more with it: a dialog is done.
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._before:
            self.setPlainText(self._before)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()
