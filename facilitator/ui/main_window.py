"""The main window: the frame with all it can do, files dropped on it, and closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent

from facilitator.services.settings import Settings
from facilitator.ui.shell import geometry
from facilitator.ui.shell.backing import Backing
from facilitator.ui.shell.commands import WindowCommands
from facilitator.ui.shell.frame import Frame
from facilitator.ui.shell.keeping import Keeping
from facilitator.ui.shell.leaving import may_leave
from facilitator.ui.shell.mending import Mending
from facilitator.ui.shell.raising import Raising
from facilitator.ui.shell.registry import Registry
from facilitator.ui.shell.saving import Saving
from facilitator.ui.shell.world import World
from facilitator.ui.widgets.drop_zone import dropped_file


class MainWindow(Frame):
    """The one window of the program."""

    def __init__(self, world: World, settings: Settings, registry: Registry) -> None:
        super().__init__(world, settings, registry)
        self.commands = WindowCommands(self)
        self.saving = Saving(self, self.commands.save_copy)
        self.keeping = Keeping(self)
        self.backing = Backing(self)
        self.mending = Mending(self)
        self.raising = Raising(self)
        self.setAcceptDrops(True)
        self.begin()

    def present(self) -> None:
        """Show the window; the first time it fills a screen that has no room to spare."""
        geometry.present(self, first_time=not self.settings.window)

    @Slot(object)
    def open_any(self, path: Path) -> None:
        self.commands.open_any(path)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return self.commands.handlers()

    def name_actions(self) -> None:
        self.commands.name_actions()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.page.show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.page.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.page.show_drop(False)
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_any(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.waiting.busy or not self.page.may_leave() or not may_leave(self, self.commands.save_copy):
            event.ignore()
            return
        self.clock.stop()
        self.tasks.stop()
        self.keep_window()
        event.accept()
