"""Text and files that mean harm, and ways to look at everything a window shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from html import escape, unescape

from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.group_face import GroupRole
from facilitator.ui.kit.plain import ElidedLabel
from facilitator.ui.main_window import MainWindow
from facilitator.ui.widgets.dialogue_card import DialogueCard

SECRET = "/etc/hostname"
WRAPPING = "<p style='white-space:pre-wrap'>"
"""What ``plain_tooltip`` puts before an escaped text."""
SHORT = {
    "markup": f"<b>vet</b> <img src={SECRET}>",
    "signs": "a & b < c &amp; &lt;",
    "formula": "=1+1",
    "function": "@SUM(A1)",
    "command": "$(reboot) %s {0} {naam} \\n C:\\temp",
    "emoji": "blij 😀 gezin 👨‍👩‍👧‍👦 klaar",
    "arabic": "مرحبا بكم في هولندا",
    "mixed": "De dokter zei مرحبا tegen Ahmed",
    "word": "w" + "oo" * 120 + "rd",
}
"""Texts that fit in every field and must come out as they went in."""
CHANGED = {
    "controls": ("bel\x07 nul\x00 kleur\x1b[31m einde", "bel nul kleur[31m einde"),
    "surrogate": ("voor \ud83d na", "voor  na"),
    "bidi": ("einde \u202egnp.exe\u202c en \u2066dicht\u2069", "einde gnp.exe en dicht"),
}
"""Texts of which the harmful characters go: what is typed and what is kept."""
LONG = " ".join(f"woord{n:04d}" for n in range(1, 911))[:10_000].strip()
LETTERS_400 = "Q" + "abcdefghij" * 39 + "abcdefghZ"


def paste(field: QWidget, text: str) -> float:
    """Put ``text`` into ``field`` by the clipboard and return how many seconds the window was busy."""
    QGuiApplication.clipboard().setText(text)
    started = time.monotonic()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return time.monotonic() - started


def in_dialog(act: Callable[[QDialog], object]) -> list[QDialog]:
    """Let ``act`` have the next modal dialog; the list holds it once it was there."""
    met: list[QDialog] = []

    def look(tries: int = 400) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            met.append(dialog)
            try:
                act(dialog)
            finally:
                # Whatever went wrong, the window must not wait for an answer for ever.
                if dialog.isVisible():
                    dialog.reject()
        elif tries:
            QTimer.singleShot(5, lambda: look(tries - 1))

    QTimer.singleShot(0, look)
    return met


def to_front(window: QWidget) -> None:
    """Give the keyboard back to the window; offscreen nobody does so when a dialog closes."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)


def flat(text: str) -> str:
    """Return ``text`` without white space, for comparing what was broken into lines."""
    return "".join(text.split())


def _cells(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[QModelIndex]:
    parent = above or QModelIndex()
    for row in range(model.rowCount(parent)):
        column = 0
        while (cell := model.index(row, column, parent)).isValid():
            yield cell
            yield from _cells(model, cell)
            column += 1


def texts_of(root: QWidget) -> Iterator[str]:
    """Give every text the widgets of ``root`` show, as the eye reads it."""
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, ElidedLabel):
            yield widget.whole_text()
        elif isinstance(widget, QLabel):
            yield widget.text()
        elif isinstance(widget, DialogueCard):
            yield widget.accessibleName()
        elif isinstance(widget, QAbstractButton):
            yield widget.text().replace("&&", "&")
        elif isinstance(widget, QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for cell in _cells(widget.model()):
                yield str(cell.data(Qt.ItemDataRole.DisplayRole) or "")
                face = cell.data(GroupRole.FACE)
                yield str(getattr(face, "title", "") or "")
        elif isinstance(widget, BoardCanvas):
            for id in widget.model.order():
                yield widget.model.face(id).text
            for area in widget.model.plan.areas.values():
                yield widget.model.area_title(area)


def rich_places(root: QWidget) -> list[str]:
    """Return where ``root`` would read text of people as mark-up: labels, tooltips, help texts, cells."""
    wrong: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        name = f"{type(widget).__name__} {widget.objectName()!r}"
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            wrong.append(f"{name} guesses: {widget.text()[:60]!r}")
        if isinstance(widget, QTextEdit):
            wrong.append(f"{name} shows rich text")
        helps = (widget.toolTip(), widget.whatsThis())
        wrong += [f"{name} says {said[:80]!r}" for said in helps if _rich(said)]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            told = (str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in _cells(widget.model()))
            wrong += [f"{name} cell says {said[:80]!r}" for said in told if _rich(said)]
    return wrong


def _rich(said: str) -> bool:
    """Tell whether a tooltip would be read as mark-up other than the wrapping of ``plain_tooltip``."""
    inner = said.removeprefix(WRAPPING).removesuffix("</p>")
    if inner == said:
        return QtGui.Qt.mightBeRichText(said)
    return "<" in inner or escape(unescape(inner)) != inner


def missing_on(root: QWidget, wanted: list[str]) -> list[str]:
    """Return what of ``wanted`` no widget of ``root`` shows literally."""
    shown = [flat(text) for text in texts_of(root)]
    return [text for text in wanted if not any(flat(text) in there for there in shown)]


def said(window: MainWindow) -> str:
    """Return what the notice bar says, and take it away."""
    text = window.notice_bar.text()
    while window.notice_bar.shown() is not None:
        window.notice_bar.dismiss_shown()
    return text
