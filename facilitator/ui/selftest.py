"""What the program tries on itself where it was installed: window, languages, file, note, PDF, groups."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontInfo

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS
from facilitator.report.preview import Preview
from facilitator.services.dialogue import DialogueSetup
from facilitator.services.suggesting import Question, Suggestion, SuggestJob
from facilitator.similarity.groups import Text
from facilitator.store.session import SessionStore
from facilitator.ui.application import make_application
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.theme import FAMILY, load_fonts
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.stage import Stage, StageError

_NOTE = "Één vast gezicht: <b>dat</b> helpt & scheelt €5 مرحبا"
_LEAST_PAGES = 3
_ALIKE = (
    "De bus rijdt niet op zondag",
    "Op zondag rijdt geen bus",
    "Ik slaap slecht",
    "Graag een tolk",
    "De huur is hoog",
    "Muziek helpt mijn vader",
)


def run() -> int:
    """Try everything once, print one line per check, and return 0 when all went well."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            _SelfTest(Path(folder).resolve()).run()
    except UserError as error:
        return _failed(Words("en").error(error))
    except (StageError, OSError, paths.MissingResourcesError) as error:
        return _failed(str(error))
    _say("self-test passed")
    return 0


def _say(line: str) -> None:
    # A program without a console has nowhere to write.
    if sys.stdout is not None:
        print(line, flush=True)  # noqa: T201 - this is what the self-test is asked for


def _failed(why: str) -> int:
    _say(f"self-test failed: {why}")
    return 1


class _SelfTest:
    """The checks in order, in a folder that goes afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "proef.dialoog"
        self._app = make_application()

    def run(self) -> None:
        """Do all checks.

        Raises:
            StageError: the first that fails.
        """
        self._check("font", self._font())
        with Stage(self._app, self._folder, self._folder / "settings.json") as stage:
            stage.show(1280, 720)
            self._check("window", f"{stage.window.width()} × {stage.window.height()}")
            self._check("languages", self._languages(stage))
            self._check("content", self._content(stage))
            self._check("note", self._note(stage))
            for language in ("nl", "en"):
                self._check(f"report in {language}", self._report(stage, language))
        self._check("suggested groups", self._groups())
        self._check("file read again", self._reopen())

    def _check(self, name: str, found: str) -> None:
        _say(f"ok  {name}: {found}")

    def _need(self, good: object, why: str) -> None:
        if not good:
            raise StageError(why)

    def _font(self) -> str:
        families = load_fonts(paths.resources() / "fonts")
        self._need(FAMILY in families, f"the font {FAMILY} does not load")
        return f"{FAMILY} and {len(families) - 1} more"

    def _languages(self, stage: Stage) -> str:
        seen: dict[str, str] = {}
        for language in ("en", "nl"):
            stage.do(f"language_{language}")
            seen[language] = QCoreApplication.translate("Actions", "New dialogue…")
            used = QFontInfo(stage.window.page.font()).family()
            self._need(used == FAMILY, f"the window writes in {used} instead of {FAMILY}")
        self._need(seen["en"] != seen["nl"], "Dutch and English say the same")
        return ", ".join(seen.values())

    def _content(self, stage: Stage) -> str:
        library = stage.window.context.library
        self._need(not library.faults, f"content is damaged: {library.faults[:1]}")
        self._need(library.methods and library.packs, "there are no methods or personas")
        return f"{len(library.methods)} methods, {len(library.packs)} persona packs"

    def _note(self, stage: Stage) -> str:
        desk, window = stage.window.desk, stage.window
        setup = DialogueSetup(title="Zelftest", question="Werkt alles?")
        self._need(desk.create(self._file, setup) and desk.session, "a new dialogue cannot be made")
        step = window.context.method().steps[1]
        window.go(Go("step", step.id))
        page = window.page
        if not isinstance(page, StepPage):
            raise StageError("the page to write notes on is not shown")
        page.capture.field.setFocus()
        stage.type_text(_NOTE + "\n", page.capture.field)
        session = window.context.dialogue
        session.store.wait_saved()
        self._need([note.text for note in session.state.notes] == [_NOTE], "the note was not written down")
        return "written down and on disk"

    def _report(self, stage: Stage, language: str) -> str:
        window = stage.window
        window.go(Go("report"))
        page = window.page
        if not isinstance(page, ReportPage):
            raise StageError("the report page is not shown")
        page.options.set_choices(PARTS, language)
        out = self._folder / f"rapport-{language}.pdf"
        page.export_to(out)
        stage.wait_for(lambda: not page.is_saving(), "the report", 60)
        preview = Preview(out)
        try:
            width, height, _stride, raw = preview.image(0, 1.0)
            self._need(preview.count >= _LEAST_PAGES and len(set(raw)) > 2, "the report is empty")
            return f"{preview.count} pages, the first is {width} × {height} pixels"
        finally:
            preview.close()

    def _groups(self) -> str:
        """Let a process of its own look for groups, as it must from an installed program too."""
        loose = tuple(Text(str(number), text) for number, text in enumerate(_ALIKE))
        found: list[list[Suggestion]] = []
        refused: list[UserError] = []
        job = SuggestJob(
            Question(loose, (), "nl", ()),
            on_progress=lambda _done, _total: None,
            on_done=found.append,
            on_error=refused.append,
        )
        job.start()
        self._need(job.join(60), "looking for groups takes too long")
        self._need(found and len(found[0]) == 1, f"no group was found {refused}")
        return found[0][0].title

    def _reopen(self) -> str:
        with SessionStore.open(self._file, source="selftest") as store:
            self._need([note.text for note in store.state.notes] == [_NOTE], "the note is gone")
            self._need(not store.check(), "the file contradicts itself")
            return f"{len(store.history())} edits"
