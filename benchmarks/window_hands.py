"""A hand at the real window until somebody kills it: it types, groups, undoes, erases, and tells what it saw.

Started once; every line on standard input names a dialogue and forks a process with a window of its own, so
that loading Qt is paid once. Each line on standard output is one JSON list: ``["born", pid]``;
``["will", …]`` before something is done; ``["did", …]`` once the window shows that it is safe;
``["gone", status]`` at the end.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note
from facilitator.services.settings import Settings
from facilitator.store.keys import Key
from facilitator.ui.application import make_application, make_registry
from facilitator.ui.dialogs.erase_notes_dialog import EraseNotesDialog
from facilitator.ui.dialogs.erased_dialog import ErasedDialog
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.language import Translators
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.shell.world import World
from tests.helpers.faults import FAULTS
from tests.helpers.keys import type_text

STEP = "ervaren"
PATIENCE_SECONDS = 20.0
GROUPED = "samen"
"""How the names of insights begin that are made here."""


def tell(*what: object) -> None:
    """Write one line in one piece, past every buffer."""
    os.write(1, (json.dumps(what) + "\n").encode())


class Hands:
    """Works in one window; a note counts as safe once the window shows its tick."""

    def __init__(self, window: MainWindow, number: int) -> None:
        self.window = window
        self.chance = random.Random(number)
        self.number = number
        self.count = self.groups = 0
        window.go(Go("step", STEP))
        self.page = cast("StepPage", window.page)
        self.board = self.page.area.board
        self.session = window.context.dialogue
        self.session.changed.connect(self._on_changed)
        self.board.model.states_changed.connect(self._on_ticks)
        self.new: list[str] = []
        self.mine: list[str] = []
        self.waiting: set[str] = set()
        self.told = False

    # ── what the window shows ───────────────────────────────────────────────

    def _on_changed(self, changes: ChangeSet) -> None:
        for row in changes.of("note"):
            if row.before is None and isinstance(row.after, Note):
                self.new.append(row.id)
                self.waiting.add(row.id)

    def _on_ticks(self, ids: frozenset[str]) -> None:
        for id in sorted(ids & self.waiting):
            if self.board.model.state(id) == "saved":
                self.waiting.discard(id)
                self.mine.append(id)
                note = self.session.state.note(id)
                tell("did", "note", id, note.text if note is not None else "")

    def _all_saved(self) -> bool:
        """Tell whether the head of the window says so; that is asked after it had the time to be painted."""
        button = self.window.header.findChild(QWidget, "save_state")
        return button is not None and button.accessibleName() == self.window.header.tr("All saved")

    def until(self, done: Callable[[], object]) -> None:
        """Let the window work until ``done``.

        Raises:
            TimeoutError: it did not come to that.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        QApplication.processEvents()
        while not done():
            QApplication.processEvents()
            time.sleep(0.0005)
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {done}")

    # ── what hands do ───────────────────────────────────────────────────────

    def type_note(self) -> None:
        """Type a note; now and then the next one before this one has its tick."""
        self.count += 1
        padding = "x" * self.chance.choice((0, 0, 60, 400))
        text = f"start {self.number} regel {self.count} — één zin {padding}".rstrip()
        type_text(self.page.capture.field, text)
        tell("will", "note", text)
        type_text(self.page.capture.field, "\n")
        if self.chance.random() < 0.5:
            self.until(lambda: not self.waiting)
        else:
            QApplication.processEvents()

    def group(self) -> None:
        """Make an insight of two or three notes of this evening."""
        chosen = self.chance.sample(self.mine, min(len(self.mine), self.chance.randint(2, 3)))
        chosen = [id for id in chosen if self.session.state.note(id) is not None]
        if len(chosen) < 2:
            return
        self.groups += 1
        title = f"{GROUPED} {self.number}-{self.groups}"
        tell("will", "group", title, chosen)
        self._answer(title)
        self.board.choose(chosen)
        self.page.commands()["new_insight"]()
        self.window.activateWindow()
        self.until(self._all_saved)
        tell("did", "group", title, chosen)

    def _answer(self, title: str) -> None:
        def answer() -> None:
            dialog, field = QApplication.activeModalWidget(), QApplication.focusWidget()
            if dialog is not None and field is not None and dialog.isAncestorOf(field):
                type_text(field, title + "\n")
                return
            if dialog is not None:
                # Offscreen nobody gives the keyboard to a dialog, nor back.
                dialog.activateWindow()
            QTimer.singleShot(2, self.window, answer)

        QTimer.singleShot(2, self.window, answer)

    def undo(self) -> None:
        """Take a note back that was just typed, and mostly bring it again."""
        self.until(lambda: not self.waiting)
        before = len(self.new)
        self.type_note()
        self.until(lambda: not self.waiting)
        id = self.new[before]
        for what in ("undo", "redo") if self.chance.random() < 0.7 else ("undo",):
            tell("will", what, id)
            self.window.do(what)
            self.until(self._all_saved)
            tell("did", what, id)
            self.mine = [one for one in self.mine if one != id or what == "redo"]

    def erase(self) -> None:
        """Erase a note of this evening for good, as the window asks and tells it."""
        id = self.chance.choice(self.mine)
        self.mine.remove(id)
        self.board.choose([id])
        tell("will", "erase", id)
        self._click_in(EraseNotesDialog)
        self.page.commands()["erase_notes"]()
        self.told = False
        # The backups follow; the window tells when they have.
        self._click_in(ErasedDialog)
        self.until(lambda: self.told or self._all_saved())
        self.until(self._all_saved)
        tell("did", "erase", id)
        self.until(lambda: self.told)
        self.window.activateWindow()

    def _click_in(self, kind: type[Dialog]) -> None:
        """Press the button that does it once such a dialog is there."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            self.told = True
            button = cast("QWidget", dialog.findChild(QWidget, "primary"))
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            QTimer.singleShot(2, self.window, lambda: self._click_in(kind))

    def work(self) -> None:
        """Go on for ever."""
        while True:
            choice = self.chance.random()
            if choice < 0.75 or len(self.mine) < 3:
                self.type_note()
            elif choice < 0.85:
                self.group()
            elif choice < 0.95:
                self.undo()
            else:
                self.erase()


def begin(given: dict[str, str], number: int) -> None:
    """Open the window on a dialogue as a start of the program does, and work in it."""
    folder = Path(given["folder"])
    app = make_application()
    world = World(
        library=Library(paths.resources()),
        settings_file=folder / "config" / "settings.json",
        sessions=folder,
        example=paths.example(),
        logs=folder / "logs",
        translators=app.findChild(Translators) or Translators(app),
    )
    window = MainWindow(world, Settings(language="nl", theme="light", sound=False), make_registry())
    window.present()
    window.activateWindow()
    raw = bytes.fromhex(given["key"])
    if not window.desk.open(Path(given["path"]), key=Key(raw[:32], raw[32:]) if raw else None):
        raise RuntimeError([notice.text for notice in window.notice_bar.notices()])
    hands = Hands(window, number)
    tell("ready")
    hands.work()


def main() -> None:
    """Fork a window for each line on standard input."""
    for number, line in enumerate(sys.stdin):
        given: dict[str, str] = json.loads(line)
        child = os.fork()
        if child == 0:
            os.environ.update({name: given[name] for name in given if name.startswith("FACILITATOR_")})
            if given["fault"]:
                FAULTS[given["fault"]]()
            try:
                begin(given, number)
            except BaseException:  # noqa: BLE001  (told to whoever asked)
                tell("failed", traceback.format_exc()[-1500:])
            os._exit(1)
        tell("born", child)
        _, status = os.waitpid(child, 0)
        # What the kill cut off ends here.
        os.write(1, b"\n")
        tell("gone", status)


if __name__ == "__main__":
    main()
