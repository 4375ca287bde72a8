"""Text that means harm, through the real window and the PDF: shown as it is, or refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.state import State
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.goal_dialog import GoalDialog
from facilitator.ui.dialogs.paste_dialog import PasteDialog
from facilitator.ui.dialogs.persona_dialog import PersonaDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.setup_page import SetupPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.widgets.insight_pane import NewBar
from tests.flows.hostile import (
    CHANGED,
    LETTERS_400,
    LONG,
    SECRET,
    SHORT,
    flat,
    in_dialog,
    missing_on,
    paste,
    rich_places,
    said,
    to_front,
)
from tests.helpers.keys import press, type_text
from tests.helpers.pdf import pages_of
from tests.helpers.window import close_window, make_file, make_window

ALIVE = 3.0
"""Seconds a window may be busy with a paste of any size, on a slow and busy machine."""
PERSONA = {
    "name": "<b>Ada</b> & <img src=/etc/hostname>",
    "age": "a & b < c",
    "line": "=1+1 @SUM(A1) 😀",
    "story": "\n".join(SHORT.values()),
    "needs": SHORT["mixed"],
}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", sound=False))
    made.resize(1366, 768)
    made.open_any(make_file(tmp_path))
    yield made
    close_window(made)


def state(window: MainWindow) -> State:
    return window.context.dialogue.state


def capture(window: MainWindow) -> StepPage:
    window.go(Go("step", "ervaren"))
    return cast("StepPage", window.page)


def type_over(field: QWidget, text: str, *, by_key: bool = True) -> None:
    """Replace what a field holds, by keys or by the clipboard, and leave it."""
    field.setFocus()
    press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if by_key:
        type_text(field, text)
    else:
        paste(field, text)
    field.clearFocus()


def test_every_text_goes_through_all_pages_and_the_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _set_up(window)
    _capture(window)
    _group(window)
    _advise(window)
    _look_everywhere(window)
    pdf = _export(window, qtbot, tmp_path)
    _read(pdf, state(window))
    window.close_dialogue()
    assert missing_on(window.page, [SHORT["markup"]]) == []
    assert rich_places(window) == []


def _set_up(window: MainWindow) -> None:
    window.go(Go("setup"))
    page = cast("SetupPage", window.page)
    type_over(page.title, SHORT["markup"])
    type_over(page.question, "\n".join(SHORT.values()), by_key=False)
    type_over(page.asked_by, "Stad & <i>Land</i>, =1+1")
    page.meetings.add.click()
    type_over(page.meetings.name, SHORT["markup"])
    type_over(page.meetings.venue, SHORT["mixed"])

    def fill(dialog: QDialog) -> None:
        form = cast("PersonaDialog", dialog)
        for name, text in PERSONA.items():
            type_over(getattr(form, name), text, by_key=name != "story")
        assert rich_places(form) == []
        form._save.click()

    in_dialog(fill)
    page.new_persona()
    now = state(window)
    assert (now.dialogue.title, now.dialogue.question) == (SHORT["markup"], "\n".join(SHORT.values()))
    assert now.dialogue.commissioners == ("Stad & <i>Land</i>", "=1+1")
    assert (now.meetings[-1].name, now.meetings[-1].venue) == (SHORT["markup"], SHORT["mixed"])
    persona = now.personas[-1]
    assert {name: getattr(persona, name) for name in PERSONA} == PERSONA


def _capture(window: MainWindow) -> None:
    page = capture(window)
    page.capture.set_value("persona", state(window).personas[-1].id)
    field = page.capture.field
    for place, text in enumerate([*SHORT.values(), LETTERS_400]):
        if place % 2:
            paste(field, text)
        else:
            type_text(field, text)
        press(field, Qt.Key.Key_Return)
        assert (state(window).notes[-1].text, field.text()) == (text, "")
    for given, kept in CHANGED.values():
        type_text(field, given)
        press(field, Qt.Key.Key_Return)
        assert flat(state(window).notes[-1].text) == flat(kept)
    paste(field, LONG)
    press(field, Qt.Key.Key_Return)
    assert state(window).notes[-1].text == LONG
    assert said(window) == ""


def _group(window: MainWindow) -> None:
    window.go(Go("step", "wegen"))
    page = cast("GroupPage", window.page)
    for text in SHORT.values():
        window.do("new_insight")
        field = page.findChildren(NewBar)[0].field
        type_text(field, text)
        press(field, Qt.Key.Key_Return)

        def name_it(dialog: QDialog, text: str = text) -> None:
            form = cast("GoalDialog", dialog)
            form.title.setText("")
            type_text(form.title, text)
            paste(form.residents_say, text)
            assert rich_places(form) == []
            form.accept()

        in_dialog(name_it)
        window.do("new_goal")
        to_front(window)
    now = state(window)
    assert [insight.title for insight in now.insights] == list(SHORT.values())
    assert [(goal.title, goal.residents_say) for goal in now.goals] == [(t, t) for t in SHORT.values()]
    session = window.context.dialogue
    for note, insight in zip(now.notes, now.insights, strict=False):
        with session.store.edit("note.placed") as edit:
            edit.set("note", note.id, insights=(insight.id,))
            edit.set("insight", insight.id, goals=(now.goals[now.insights.index(insight)].id,))


def _advise(window: MainWindow) -> None:
    window.go(Go("step", "adviseren"))
    page = cast("AdvicePage", window.page)
    for goal, text in zip(state(window).goals, SHORT.values(), strict=True):
        page.show_goal(goal.id)
        window.do("new_advice")
        type_over(page.chapter.editor.text, text)
        type_over(page.chapter.editor.minority, text, by_key=False)
        type_over(page.chapter.editor.addressee, text)
    advices = state(window).advices
    assert [(a.text, a.minority, a.addressee) for a in advices] == [(t, t, t) for t in SHORT.values()]


def _look_everywhere(window: MainWindow) -> None:
    """Every page in both languages: what belongs there is there as it was typed, nothing is mark-up."""
    short = list(SHORT.values())
    wanted: dict[Go, list[str]] = {
        Go("setup"): [SHORT["markup"], SHORT["mixed"], "\n".join(short), PERSONA["name"]],
        Go("step", "ontmoeten"): [PERSONA["name"]],
        Go("step", "ervaren"): [*short, LETTERS_400, LONG, PERSONA["name"]],
        Go("step", "wegen"): short,
        Go("step", "adviseren"): short,
        Go("report"): [],
    }
    for language in ("en", "nl"):
        window.do(f"language_{language}")
        for go, texts in wanted.items():
            assert window.go(go)
            QApplication.processEvents()
            assert missing_on(window, [SHORT["markup"], *texts]) == [], f"{go} in {language}"
            assert rich_places(window) == [], f"{go} in {language}"


def _export(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    window.go(Go("report"))
    page = cast("ReportPage", window.page)
    out = tmp_path / "uit.pdf"
    page.export_to(out)
    qtbot.waitUntil(lambda: not page.is_saving(), timeout=30_000)
    assert out.is_file(), window.notice_bar.text()
    assert "uit.pdf" in said(window)
    return out


def _read(path: Path, now: State) -> None:
    read = flat("".join(pages_of(path))).replace("\ufffe", "").replace("\u00ad", "")
    literal = [SHORT[name] for name in ("markup", "signs", "formula", "function", "command", "word")]
    literal += [LETTERS_400, *PERSONA.values(), *(kept for _, kept in CHANGED.values()), *LONG.split()]
    lines = [line for text in literal for line in text.splitlines() if line.isascii()]
    assert [line for line in lines if flat(line) not in read] == []
    letters = {letter for name in ("arabic", "mixed") for letter in SHORT[name]} - {" "}
    assert letters - set(read) == set()
    assert {"😀", "👨", "👩", "👧", "👦"} - set(read) == set()
    assert "gezin" in read
    host = Path(SECRET)
    if host.is_file() and len(name := host.read_text("utf-8").strip()) > 5:
        assert name not in read
    reader = PdfReader(path)
    assert not reader.attachments
    raw = path.read_bytes()
    for word in (b"/EmbeddedFile", b"/JavaScript", b"/Launch", b"/GoToR"):
        assert word not in raw
    assert len(now.notes) == len(SHORT) + len(CHANGED) + 2


def test_a_note_that_is_too_long_stays_in_the_field(window: MainWindow) -> None:
    field = capture(window).capture.field
    text = "lang " * 2_001 + "!"
    field.setPlainText(text)
    press(field, Qt.Key.Key_Return)
    assert "10.000" in said(window)
    assert field.text() == text
    assert state(window).notes == []


def test_titles_that_are_too_long_stay_in_their_fields(window: MainWindow) -> None:
    window.go(Go("setup"))
    page = cast("SetupPage", window.page)
    page.meetings.add.click()
    for field in (page.title, page.meetings.name, page.meetings.venue):
        type_over(field, LETTERS_400, by_key=False)
        assert "300" in said(window)
        assert field.text() == LETTERS_400
    type_over(page.question, LONG, by_key=False)
    assert "2000" in said(window)
    assert page.question.text() == LONG
    # Also when something else changes, and after a walk to another page and back.
    page.threshold.setValue(60)
    page.threshold.editingFinished.emit()
    assert state(window).dialogue.threshold == 60
    capture(window)
    window.go(Go("setup"))
    assert (page.title.text(), page.question.text()) == (LETTERS_400, LONG)
    type_over(page.title, "Nu past het")
    assert state(window).dialogue.title == "Nu past het"
    press(page.question, Qt.Key.Key_Escape)
    assert page.question.text() == state(window).dialogue.question


def test_a_dialog_stays_open_with_what_does_not_fit(window: MainWindow) -> None:
    window.go(Go("setup"))
    seen: list[tuple[bool, str, str]] = []

    def fill(dialog: QDialog) -> None:
        form = cast("PersonaDialog", dialog)
        type_text(form.name, "Ada")
        paste(form.line, LETTERS_400)
        form._save.click()
        seen.append((form.isVisible(), form._refusal.text(), form.line.text()))
        type_over(form.line, "past")
        form._save.click()

    in_dialog(fill)
    cast("SetupPage", window.page).new_persona()
    assert [(shown, text) for shown, _, text in seen] == [(True, LETTERS_400)]
    assert "120" in seen[0][1]
    assert (state(window).personas[-1].name, state(window).personas[-1].line) == ("Ada", "past")


@pytest.mark.parametrize("unit", ["woord ", "regel met woorden\n", "x", "😀\n", "مرحبا "])
def test_ten_megabytes_are_offered_as_notes_and_the_window_lives(
    window: MainWindow, qtbot: QtBot, unit: str
) -> None:
    page = capture(window)
    field = page.capture.field
    type_text(field, "half af")
    text = unit * (10_000_000 // len(unit.encode()))
    counts: list[int] = []
    met = in_dialog(lambda dialog: counts.append(cast("PasteDialog", dialog).list.count()))
    assert paste(field, text) < ALIVE
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None, timeout=30_000)
    assert len(text.replace(" ", "").replace("\n", "")) / 10_000 <= counts[0] <= 5_000
    assert field.text() == "half af"
    press(field, Qt.Key.Key_Return)
    assert [note.text for note in state(window).notes] == ["half af"]


def test_ten_megabytes_do_not_freeze_any_other_field(window: MainWindow) -> None:
    text = "woord " * 1_700_000
    window.go(Go("setup"))
    page = cast("SetupPage", window.page)
    for field in (page.question, page.promise):
        assert paste(field, text) < ALIVE
        assert "100.000" in said(window)
    assert paste(page.title, text) < ALIVE
    page.title.clearFocus()
    assert "300" in said(window)
    assert state(window).dialogue.title == "Zorg voor morgen"


def test_thousands_of_lines_are_offered_as_notes_and_more_of_them_together(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = capture(window)
    counts: list[int] = []

    def look(dialog: QDialog) -> None:
        counts.append(cast("PasteDialog", dialog).list.count())
        dialog.accept() if len(counts) == 1 else dialog.reject()

    met = in_dialog(look)
    assert paste(page.capture.field, "Een <b>regel</b> & nog wat\n" * 5_000) < 2 * ALIVE
    qtbot.waitUntil(lambda: bool(met) and len(state(window).notes) == 5_000, timeout=30_000)
    said(window)
    met = in_dialog(look)
    assert paste(page.capture.field, "Een regel\n" * 5_001) < ALIVE
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None, timeout=30_000)
    assert counts == [5_000, 6]
    assert len(state(window).notes) == 5_000
