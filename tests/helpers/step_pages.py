"""A step page on a real dialogue, in a window of its own, with the keys of the action table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Note
from facilitator.services.dialogue import DialogueSetup, create_dialogue, new_meeting
from facilitator.store.session import SessionStore
from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.actions import ActionBook
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Page
from facilitator.ui.pages.step_page import StepPage
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context


def new_dialogue(folder: Path, *, packs: tuple[str, ...] = ("twente",), tables: int = 4) -> SessionStore:
    """Return an open dialogue of the shipped method, with one evening."""
    setup = DialogueSetup(title="Zorg voor morgen", question="Wat moet dichtbij blijven?", packs=packs)
    store = create_dialogue(folder / "avond.dialoog", setup, shelf(), "laptop-1")
    new_meeting(store, name="Eerste avond", tables=tables)
    return store


class Stage(QWidget):
    """Shows one page and does for it what the main window does: refresh, actions by key, refusals."""

    def __init__(self, context: Context, make: Callable[[Context], Page]) -> None:
        super().__init__()
        self.context = context
        self.refused: list[object] = []
        self.page = make(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.book = ActionBook(TABLE, context.theme, self)
        self.book.triggered.connect(self.do)
        context.dialogue.changed.connect(self.page.refresh)
        context.dialogue.refused.connect(self.refused.append)
        self.page.commands_changed.connect(self.enable)
        self.enable()
        self.resize(1366, 680)
        self.show()
        self.activateWindow()
        self.page.first_focus().setFocus()
        QApplication.processEvents()

    def enable(self) -> None:
        """Enable what the page answers to."""
        self.book.enable_only(self.page.commands())

    def do(self, action: str) -> None:
        """Do an action of the table on the page."""
        self.page.commands()[action]()


def answer(act: Callable[[QDialog], object]) -> list[QDialog]:
    """Let ``act`` answer the next modal dialog; the list holds the dialog once it was there."""
    met: list[QDialog] = []

    def look(tries: int = 200) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            met.append(dialog)
            act(dialog)
        elif tries:
            QTimer.singleShot(10, lambda: look(tries - 1))

    QTimer.singleShot(0, look)
    return met


def open_step(
    qtbot: QtBot, store: SessionStore, step: str = "ervaren", *, language: str = "nl", scale: int = 100
) -> Stage:
    context = make_context(store, language=language, scale=scale)
    made = Stage(context, lambda given: StepPage(given, step))
    qtbot.addWidget(made)
    return made


def page_of(shown: Stage) -> StepPage:
    return cast("StepPage", shown.page)


def notes(shown: Stage) -> list[Note]:
    return shown.context.dialogue.state.notes


def write(shown: Stage, text: str) -> None:
    type_text(page_of(shown).capture.field, text + "\n")


def choose(shown: Stage, *rows: int) -> None:
    board = page_of(shown).area.board
    board.choose([board.ids()[row] for row in rows])
