"""The grouping page as a window of its own, with the keys of the action table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Entity
from facilitator.domain.evidence import gather
from facilitator.domain.state import State
from facilitator.store.session import SessionStore
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.actions import ActionBook
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers import keys
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context

_NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = "<b>vet</b> & =1+1 <img src=x> 😀 مرحبا"


@contextmanager
def group_page(
    store: SessionStore,
    qtbot: QtBot,
    *,
    size: tuple[int, int] = (1366, 700),
    language: str = "nl",
    theme: str = "light",
    scale: int = 100,
    look: str = "cards",
) -> Iterator[GroupPage]:
    """Show the page, in the look it opens with when none is given; keys work as in the main window."""
    context = make_context(store, language=language, theme=theme, scale=scale)
    page = GroupPage(context, "wegen")
    qtbot.addWidget(page)
    session = context.dialogue
    session.changed.connect(page.refresh)
    book = ActionBook(TABLE, context.theme, page)

    def do(id: str) -> None:
        known: dict[str, Callable[[], object]] = {"undo": session.undo, "redo": session.redo}
        known |= page.commands()
        if id in known:
            known[id]()

    def offer() -> None:
        book.enable_only({"undo", "redo", *page.commands()})

    book.triggered.connect(do)
    page.commands_changed.connect(offer)
    if look:
        page.show_look(look)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    page.first_focus().setFocus()
    offer()
    yield page
    page.commands_changed.disconnect(offer)
    session.changed.disconnect(page.refresh)
    book.triggered.disconnect(do)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press a key after the window has caught up, as it has when a person does."""
    QApplication.processEvents()
    keys.press(widget, key, modifiers)


def focus() -> QWidget:
    """Return where the keyboard is."""
    end = time.monotonic() + 2
    while time.monotonic() < end:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = QApplication.focusWidget()
        if found is not None and isinstance(found.window(), GroupPage):
            return found
        # Unlike real ones the offscreen system wakes no window when a dialog closes.
        for window in QApplication.topLevelWidgets():
            if isinstance(window, GroupPage) and window.isVisible():
                window.activateWindow()
    raise AssertionError("the keyboard is nowhere on the page")


def living(state: State) -> dict[str, dict[str, Entity]]:
    """Return all that is there, without what was deleted or whose making was undone."""
    return {name: {id: row for id, row in rows.items() if row.alive} for name, rows in state.tables.items()}


def when_asked(*answers: Callable[[QDialog], object]) -> list[str]:
    """Answer the coming dialogs one after the other; returns the titles of those answered."""
    seen: list[str] = []

    def answer(left: list[Callable[[QDialog], object]], patience: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            seen.append(dialog.windowTitle())
            left[0](dialog)
            if len(left) > 1:
                QTimer.singleShot(0, lambda: answer(left[1:], 400))
        elif patience:
            QTimer.singleShot(5, lambda: answer(left, patience - 1))

    QTimer.singleShot(0, lambda: answer(list(answers), 400))
    return seen


def accounted(store: SessionStore) -> bool:
    """Tell whether every captured note is grouped, parked or in the tray."""
    facts = gather(store.state)
    grouped = {note.id for notes in facts.by_insight.values() for note in notes}
    parts = (grouped, {n.id for n in facts.parked}, {n.id for n in facts.tray})
    return sum(map(len, parts)) == len(set().union(*parts)) == len(store.state.notes)


def typed_and_entered(text: str) -> Callable[[QDialog], None]:
    """Return an answer to a dialog: this text and Enter."""

    def answer(dialog: QDialog) -> None:
        field = dialog.focusWidget()
        assert field is not None
        type_text(field, text)
        press(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

    return answer


def pressed(key: Qt.Key) -> Callable[[QDialog], None]:
    """Return an answer to a dialog: this key."""
    return lambda dialog: press(dialog.focusWidget() or dialog, key)


def tray_says(page: GroupPage, number: int) -> bool:
    """Tell whether the tray counts and lists so many loose notes."""
    words = f"{number} notitie" if number == 1 else f"{number} notities"
    return page.tray.count.text() == words and page.desk.loose_model.rowCount() == number
