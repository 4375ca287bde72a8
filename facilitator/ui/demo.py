"""The example evening, played through the real window: pictures of every page and the report it ends in."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.text import slug
from facilitator.ui.application import make_application
from facilitator.ui.demo_files import MadeFiles
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.page import Go
from facilitator.ui.models.note_list import NoteListModel
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.setup_page import SetupPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.stage import Stage, StageError

SIZE = (1366, 768)
_SAID: dict[str, tuple[tuple[int, int, str], ...]] = {
    "ontmoeten": ((1, 1, "Bij de bakker hoort Fatima meer dan in de wachtkamer."),),
    "ervaren": (
        (1, 2, "De tolk kwam een half uur te laat. Toen was mijn tijd om."),
        (4, 1, "Ik bel ’s nachts niet, ik wil niemand wakker maken."),
        (7, 3, "Eén brief in gewone taal, dat zou al schelen."),
    ),
    "dromen": (
        (3, 1, "Iemand die belt: hoe gaat het nu, een week later?"),
        (6, 2, "Een bankje bij de ingang, en iemand die er naast gaat zitten."),
    ),
}
"""Step -> (place of the persona, place of the kind, words), all counted from 1."""
_INSIGHT = "Nazorg is ook: zelf even bellen"
_GOAL_BUTTON = "Doel 2"
_ADVICE = "Bel iedereen een week na het ontslag, zonder dat erom gevraagd is."
_VOTES = (61, 8, 4)


def play(out: Path) -> int:
    """Play the evening, leave pictures, reports and the dialogue in ``out``; return the exit code.

    Files of an earlier play are replaced, all others are left alone.
    """
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        out.mkdir(parents=True, exist_ok=True)
        with MadeFiles(out.resolve()) as made, tempfile.TemporaryDirectory() as aside:
            app = make_application()
            with Stage(app, made.folder, Path(aside) / "settings.json") as stage:
                _Evening(stage, made).play()
    except UserError as error:
        return _failed(Words("nl").error(error))
    except (StageError, OSError) as error:
        return _failed(str(error))
    for path in made.paths():
        print(path)  # noqa: T201 - the command line's answer
    return 0


def _failed(why: str) -> int:
    print(f"facilitator demo: {why}", file=sys.stderr)  # noqa: T201 - the command line's answer
    return 1


class _Evening:
    """One evening on one stage."""

    def __init__(self, stage: Stage, made: MadeFiles) -> None:
        self._stage = stage
        self._window = stage.window
        self._made = made
        self._number = 0

    def play(self) -> None:
        """Play it from the start page to the report."""
        stage, window = self._stage, self._window
        stage.show(*SIZE)
        self._open_example()
        stage.do("go_setup")
        self._expect(SetupPage)
        self._picture("opzet")
        for step in window.context.method().steps:
            window.go_to_step(step.id)
            stage.rest()
            self._scenes().get(step.activities[0], self._capture)()
            self._picture(slug(step.short))
        stage.do("go_report")
        self._report()

    def _scenes(self) -> dict[str, Callable[[], None]]:
        return {"meet": self._capture, "capture": self._capture, "group": self._group, "advise": self._advise}

    def _expect(self, kind: type[QWidget]) -> None:
        if not isinstance(self._window.page, kind):
            raise StageError(f"{kind.__name__} expected, {type(self._window.page).__name__} is shown")

    def _picture(self, name: str) -> None:
        self._number += 1
        self._window.notice_bar.dismiss_shown()
        self._stage.picture(self._made.file(f"{self._number:02d}-{name}.png"))

    def _open_example(self) -> None:
        """Open a fresh copy, close it so that the start page has it to show, and open it from there."""
        stage, window = self._stage, self._window
        self._made.clear("voorbeeld-twente*.dialoog")
        if not window.desk.open_example() or window.desk.session is None:
            stage.check()
            raise StageError("the example does not open")
        path = window.desk.session.store.path
        if not window.close_dialogue():
            raise StageError("the example does not close")
        self._made.add(path)
        self._picture("start")
        window.open_any(path)
        stage.wait_for(lambda: window.here != Go("start"), "the example")

    def _capture(self) -> None:
        stage, window = self._stage, self._window
        page = window.page
        if not isinstance(page, StepPage):
            raise StageError("the page to write notes on is not shown")
        people = window.context.dialogue.state.personas
        for persona, kind, words in _SAID.get(page.step.id, ()):
            before = len(window.context.dialogue.state.notes)
            for _ in people:
                if page.capture.value("persona") == people[persona - 1].id:
                    break
                stage.do("persona_on")
            page.first_focus().setFocus()
            stage.do(f"kind_{kind}")
            stage.type_text(words + "\n", page.first_focus())
            if len(window.context.dialogue.state.notes) != before + 1:
                raise StageError(f"the note was not stuck: {words}")
        self._saved()

    def _group(self) -> None:
        stage, page = self._stage, self._window.page
        if not isinstance(page, GroupPage):
            raise StageError("the page to group notes on is not shown")
        state = self._window.context.dialogue.state
        tray = page.tray.view
        model = page.desk.loose_model
        tray.setFocus()
        tray.select_rows(self._rows_about("bel", model))
        stage.do("new_insight")
        stage.type_text(_INSIGHT + "\n")
        made = [insight.id for insight in state.insights if insight.title == _INSIGHT]
        if not made:
            raise StageError("the insight was not made")
        tray.setFocus()
        tray.select_rows(self._rows_about("tolk", model))
        stage.in_dialog(self._take_first("tolk"))
        stage.do("place")
        page.desk.open_insight(made[0])
        stage.rest()
        for button in page.insights.detail.findChildren(Button):
            if button.isCheckable() and button.words() == _GOAL_BUTTON:
                button.setFocus()
                stage.press("Space", button)
        if not any(insight.id == made[0] and insight.goals for insight in state.insights):
            raise StageError("the insight was not linked to a goal")
        self._saved()

    def _rows_about(self, word: str, model: NoteListModel) -> list[int]:
        notes = [model.note_at(row) for row in range(model.rowCount())]
        return [row for row, note in enumerate(notes) if note is not None and word in note.text]

    def _take_first(self, letters: str) -> Callable[[QWidget], None]:
        def act(dialog: QWidget) -> None:
            field = dialog.findChild(QLineEdit)
            if field is None or not isinstance(dialog, QDialog):
                raise StageError("the dialog to choose a place has no field")
            self._stage.type_text(letters, field)
            self._stage.press("Return", field)

        return act

    def _tick_first(self, letters: str) -> Callable[[QWidget], None]:
        def act(dialog: QWidget) -> None:
            field, rows = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
            if field is None or rows is None:
                raise StageError("the dialog to choose insights has no list")
            self._stage.type_text(letters, field)
            rows.setFocus()
            rows.setCurrentRow(next(n for n in range(rows.count()) if not rows.isRowHidden(n)))
            self._stage.press("Space", rows)
            self._stage.press("Return", field)

        return act

    def _advise(self) -> None:
        stage, page = self._stage, self._window.page
        if not isinstance(page, AdvicePage):
            raise StageError("the page to write advice on is not shown")
        before = len(self._window.context.dialogue.state.advices)
        stage.do("goal_on")
        stage.do("new_advice")
        stage.type_text(_ADVICE)
        stage.do("votes")
        for count, box in zip(_VOTES, page.chapter.editor.votes, strict=True):
            box.setFocus()
            box.selectAll()
            stage.type_text(f"{count}\n", box)
        stage.in_dialog(self._tick_first("nazorg"))
        self._window.page.findChildren(Button, "advice_insights")[0].click()
        advices = self._window.context.dialogue.state.advices
        written = [advice for advice in advices if advice.text == _ADVICE and advice.insights]
        if len(advices) != before + 1 or len(written) != 1:
            raise StageError("the advice was not written")
        self._saved()

    def _report(self) -> None:
        stage, page = self._stage, self._window.page
        if not isinstance(page, ReportPage):
            raise StageError("the report is not shown")
        stage.wait_for(page.is_current, "the pages of the report")
        page.view.go_to(3)
        stage.wait_for(lambda: page.view.is_drawn(3), "a page of the report")
        stage.wait_for(lambda: page.view.is_drawn(4), "a page of the report")
        self._picture("rapport")
        for language in ("nl", "en"):
            page.options.set_choices(page.options.parts(), language)
            out = self._made.file(f"advies-{language}.pdf")
            page.export_to(out)
            stage.wait_for(lambda: not page.is_saving(), "the report")
            if not out.is_file():
                raise StageError(f"no report came: {out}")

    def _saved(self) -> None:
        self._window.context.dialogue.store.wait_saved()
        self._stage.rest(30)
