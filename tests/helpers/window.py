"""A main window for tests: real folders, real files, and closed without a trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from facilitator import paths
from facilitator.domain.changes import ChangeSet
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.language import Translators
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.shell.registry import Registry
from facilitator.ui.shell.world import World
from tests.helpers.shelf import shelf
from tests.helpers.ui import NOON


class PlainPage(Page):
    """The least a page can be: a draft field, the number of notes, and one command."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        layout = QVBoxLayout(self)
        self.draft = QLineEdit(self)
        self.draft.setObjectName("draft")
        self.other = QLineEdit(self)
        self.count = PlainLabel("", self)
        for widget in (self.draft, self.other, self.count):
            layout.addWidget(widget)
        self.stays = False
        self.done: list[str] = []

    def refresh(self, changes: ChangeSet | None) -> None:
        self.count.setText(str(len(self.context.dialogue.state.notes)))

    def first_focus(self) -> QWidget:
        return self.draft

    def panes(self) -> list[QWidget]:
        return [self.draft, self.other]

    def save_view(self) -> dict[str, object]:
        return {"draft": self.draft.text()}

    def restore_view(self, view: Mapping[str, object]) -> None:
        self.draft.setText(str(view["draft"]))

    def commands(self) -> dict[str, Callable[[], object]]:
        return {"star": lambda: self.done.append("star")}

    def may_leave(self) -> bool:
        return not self.stays


class PlainStep(PlainPage):
    """A step page that knows its step."""

    def __init__(self, context: Context, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.step_id = step_id


PLAIN = Registry(
    start=StartPage,
    setup=PlainPage,
    report=PlainPage,
    steps={activity: PlainStep for activity in ("meet", "capture", "group", "advise")},
)


def make_world(folder: Path) -> World:
    """Return places inside ``folder``."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translators = app.findChild(Translators) or Translators(app)
    return World(
        library=shelf(),
        settings_file=folder / "settings.json",
        sessions=folder / "sessions",
        example=paths.example(),
        logs=folder / "logs",
        translators=translators,
        now=lambda: NOON,
    )


def make_window(folder: Path, registry: Registry = PLAIN, settings: Settings | None = None) -> MainWindow:
    """Return a window on the start page, shown."""
    window = MainWindow(make_world(folder), settings or Settings(source="laptop-1"), registry)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)
    return window


def close_window(window: MainWindow) -> None:
    """Close and delete a window, whatever is unsaved in it."""
    window.desk.close(even_unsaved=True)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not window.close():
        window.deleteLater()
    QApplication.processEvents()


def make_file(folder: Path, name: str = "zorg", title: str = "Zorg voor morgen", notes: int = 0) -> Path:
    """Write a dialogue file and return its path."""
    path = folder / "sessions" / f"{name}.dialoog"
    path.parent.mkdir(parents=True, exist_ok=True)
    setup = DialogueSetup(title=title, question="Wat is goede zorg?")
    with create_dialogue(path, setup, shelf(), "laptop-1") as store:
        _add(store, notes)
    return path


def _add(store: SessionStore, notes: int) -> None:
    for n in range(notes):
        add_note(store, NoteDraft(text=f"notitie {n}", persona="fatima", step="ervaren"))
