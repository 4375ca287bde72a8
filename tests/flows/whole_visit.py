"""One visit to the real program in a process of its own: people type, look for things, and meet a fault.

Run as a script with the folder for what is handed out; it prints one JSON object when it has closed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from facilitator import paths
from facilitator.services import erasing, handed_out
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.exporting import Wish
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.safekeeping import back_up
from facilitator.store.session import SessionStore
from facilitator.ui import application
from facilitator.ui.dialogs.crash_dialog import CrashDialog
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.shell.exporting import Exporting
from tests.flows.planting import TYPED, plant
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf

WAIT_MS = 60_000


class Visit:
    """Goes through the window step by step, and writes down what it sees of titles and drafts."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.titles: set[str] = set()
        self.drafts: list[tuple[str, int]] = []
        self.crash = ""
        self.failed = ""

    @property
    def window(self) -> MainWindow:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    def until(self, done: Callable[[], object]) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not done():
            if clock.elapsed() > WAIT_MS:
                raise TimeoutError
            QTest.qWait(20)
            self.look()

    def look(self) -> None:
        """Remember the titles of all windows, and what lies in the folder for temporary files."""
        self.titles |= {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()}
        for one in Path(tempfile.gettempdir()).iterdir():
            self.drafts.append((one.name, one.stat().st_mode & 0o777))

    def go(self) -> None:
        if self.window.waiting.busy:
            # It paints in the middle of something: nobody could press anything now either.
            QTimer.singleShot(20, self.go)
            return
        self._do(self.capture, self.change, self.search, self.report, self.export)
        # Outside of any call of ours: what is raised there is caught by the program alone.
        QTimer.singleShot(0, self.stumble)
        QTimer.singleShot(50, self.read_crash)

    def go_on(self) -> None:
        self._do(self.background_fault, self.merge)
        self.window.close()
        QApplication.quit()

    def _do(self, *acts: Callable[[], object]) -> None:
        for act in acts if not self.failed else ():
            try:
                act()
                self.look()
            except Exception as error:  # noqa: BLE001  (told to whoever started this)
                self.failed = f"{act.__name__}: {error!r}"  # pyright: ignore[reportFunctionMemberAccess]
                return

    def capture(self) -> None:
        self.window.open_any(paths.sessions() / "avond.dialoog")
        self.window.go(Go("step", self.window.context.method().steps[1].id))
        page = self.window.page
        assert isinstance(page, StepPage)
        field = page.capture.findChild(QPlainTextEdit) or page.capture.findChild(QLineEdit)
        assert field is not None
        field.setFocus()
        type_text(field, f"{TYPED['note']} woont hier\n")
        self.until(
            lambda: any(TYPED["note"] in note.text for note in self.window.context.dialogue.state.notes)
        )

    def change(self) -> None:
        def keep() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, NoteDialog)
            self.look()
            type_text(dialog.text, TYPED["edit"])
            dialog.accept()

        state = self.window.context.dialogue.state
        note = next(note for note in state.notes if TYPED["note"] in note.text)
        page = self.window.page
        assert isinstance(page, StepPage)
        QTimer.singleShot(50, keep)
        page.actions_on_notes.open(note.id)

    def search(self) -> None:
        field = self.window.page.findChild(QLineEdit, "search-notes")
        assert field is not None
        field.setFocus()
        type_text(field, TYPED["search"])
        QTest.qWait(300)

    def report(self) -> None:
        self.window.go(Go("report"))
        page = self.window.page
        assert isinstance(page, ReportPage)
        self.until(lambda: page.view.count > 0)
        page.export_to(self.out / "verslag.pdf")
        self.until((self.out / "verslag.pdf").exists)

    def export(self) -> None:
        exporting = self.window.findChild(Exporting)
        assert exporting is not None
        for kind in ("json", "docx", "html"):
            target = self.out / f"uit.{kind}"
            exporting.write(target, Wish(format=kind, made_on="2026-11-14"))
            self.until(target.exists)
            self.until(lambda: not exporting._busy)  # pyright: ignore[reportPrivateUsage]

    def stumble(self, *_: object) -> None:
        """Meet a fault of which the text quotes a note."""
        raise ValueError(self.window.context.dialogue.state.notes[0].text + TYPED["fault"])

    def read_crash(self, tries: int = 500) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashDialog):
            self.look()
            self.crash = "\n".join(one.toPlainText() for one in dialog.findChildren(QPlainTextEdit))
            QTimer.singleShot(50, self.go_on)
            dialog.accept()
        elif tries:
            QTimer.singleShot(20, lambda: self.read_crash(tries - 1))
        else:
            self.failed = self.failed or "no crash dialog"
            self.go_on()

    def background_fault(self) -> None:
        """Let work beside the window stumble, and open a file that is no dialogue."""
        self.window.context.tasks.start(self.stumble)
        QTest.qWait(300)
        self.window.open_any(self.out / "uit.docx")

    def merge(self) -> None:
        copy = self.out / "kopie.dialoog"
        assert self.window.desk.save_copy(copy)
        with SessionStore.open(copy, source="laptop-2") as other:
            add_note(other, NoteDraft(TYPED["merge"]))
        self.window.desk.merge(copy)
        store = self.window.context.dialogue.store
        back_up(store)
        gone = add_note(store, NoteDraft(TYPED["erase"]))
        erasing.erase_notes(store, [gone])
        erasing.carry_on(store)
        store.undo()
        self.window.commands.handlers()["language_en"]()
        QTest.qWait(100)


def main(out: Path) -> int:
    """Make a dialogue with words in every field, visit it, and tell what was seen."""
    file = paths.sessions() / "avond.dialoog"
    setup = DialogueSetup(title="Avond", question="Wat is er?")
    with create_dialogue(file, setup, shelf(), "laptop-1") as store:
        plant(store)
        identity = store.identity
    application.make_application()
    visit = Visit(out)
    QTimer.singleShot(200, visit.go)
    code = application.run_window(None)
    told = {
        "code": code,
        "failed": visit.failed,
        "titles": sorted(visit.titles),
        "drafts": sorted(set(visit.drafts)),
        "crash": visit.crash,
        "handed_out": [str(one.path) for one in handed_out.known(identity)],
    }
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
