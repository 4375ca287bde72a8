from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SaveStatus
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.widgets.step_bar import REPORT
from tests.helpers.window import PlainPage, PlainStep, make_file


def open_dialogue(window: MainWindow, tmp_path: Path) -> PlainPage:
    window.open_any(make_file(tmp_path, notes=1))
    assert isinstance(window.page, PlainPage)
    return window.page


def test_a_change_of_language_keeps_page_draft_and_focus(window: MainWindow, tmp_path: Path) -> None:
    page = open_dialogue(window, tmp_path)
    page.draft.setText("half een zin")
    page.draft.setFocus()
    window.change_settings(replace(window.settings, language="en"))
    assert window.page is not page
    assert isinstance(window.page, PlainStep)
    assert window.page.step_id == "ontmoeten"
    assert window.page.draft.text() == "half een zin"
    assert window.page.draft.hasFocus()
    assert window.header.save_words() == "All saved"
    assert window.page.draft.locale().language() == QLocale.Language.English
    assert window.header.steps.pill("ontmoeten").text() == window.context.method().steps[0].short


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_change_of_colours_shows_at_once(window: MainWindow, theme: str) -> None:
    window.change_settings(replace(window.settings, theme=theme))
    corner = window.page.grab().toImage().pixelColor(3, 3)
    assert corner.name() == window.context.theme.page.name()


def test_a_notice_survives_a_change_of_text_size(window: MainWindow) -> None:
    window.notify(Notice("error", "Dat lukte niet."))
    window.change_settings(replace(window.settings, text_scale=200))
    assert window.notice_bar.text() == "Dat lukte niet."
    assert window.context.theme.scale == 2.0


def test_any_step_can_be_chosen_forward_and_back(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    steps = window.header.steps
    steps.pill("adviseren").click()
    assert window.here == Go("step", "adviseren")
    assert window.context.dialogue.state.dialogue.step == "adviseren"
    steps.pill("ervaren").click()
    assert window.here == Go("step", "ervaren")
    assert steps.pill("wegen").state == "done"
    steps.pill(REPORT).click()
    assert window.here == Go("report")


def test_walking_through_steps_is_no_undo_step(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    before = window.context.dialogue.store.undo_label
    window.go_to_step("dromen")
    assert window.context.dialogue.store.undo_label == before


def test_an_edit_refreshes_the_page_on_screen_and_the_others_when_they_come_back(
    window: MainWindow, tmp_path: Path
) -> None:
    first = open_dialogue(window, tmp_path)
    window.go_to_step("ervaren")
    window.context.dialogue.run(add_note, NoteDraft(text="nog een", step="ervaren"))
    second = window.page
    assert isinstance(second, PlainPage)
    assert second.count.text() == "2"
    window.go_to_step("ontmoeten")
    assert window.page is first
    assert first.count.text() == "2"


def test_a_disk_that_refuses_shows_a_red_bar_that_goes_when_all_is_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    open_dialogue(window, tmp_path)
    session = window.context.dialogue
    session.saved.emit(SaveStatus(2, UserError("store.disk_full", path="x")))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert (shown.kind, shown.key) == ("error", "save")
    session.saved.emit(SaveStatus(0, None))
    after = window.notice_bar.shown()
    assert after is not None
    assert (after.kind, after.key) == ("info", "save")


def test_what_the_world_refuses_is_told_in_plain_words(window: MainWindow) -> None:
    window.show_refusal(UserError("note.empty"))
    assert window.notice_bar.text() == window.context.words.error(UserError("note.empty"))
    assert "note.empty" not in window.notice_bar.text()


def test_closing_the_dialogue_returns_to_the_start_page(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    window.header.home_requested.emit()
    assert window.here == Go("start")
    assert window.desk.session is None


def test_settings_are_written_when_they_change(window: MainWindow) -> None:
    window.change_settings(replace(window.settings, text_scale=125))
    assert '"text_scale": 125' in window.world.settings_file.read_text("utf-8")


def test_settings_that_cannot_be_written_are_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    window.change_settings(replace(window.settings, sound=False), rebuild=False)
    assert window.notice_bar.text()


def test_following_the_system_builds_anew_only_when_asked_to(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.follow_system()
    assert window.page is page
    window.change_settings(replace(window.settings, theme="system"), rebuild=False)
    window.follow_system()
    assert window.page is not page


def test_a_notice_that_offers_to_undo_goes_when_something_else_was_done(
    window: MainWindow, tmp_path: Path
) -> None:
    open_dialogue(window, tmp_path)
    session = window.context.dialogue
    session.run(add_note, NoteDraft("de bus rijdt niet"))
    window.notify(Notice("warning", "Iets anders."))
    window.notify(Notice("info", "1 notitie geplakt.", "Ongedaan maken", session.undo))
    session.run(add_note, NoteDraft("de apotheek is dicht"))
    assert [notice.text for notice in window.notice_bar.notices()] == ["Iets anders."]


def test_the_colours_of_the_system_wait_until_a_dialog_is_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_dialogue(window, tmp_path)
    window.change_settings(replace(window.settings, theme="system"), rebuild=False)
    dialog = QDialog(page)
    dialog.open()
    window.follow_system()
    assert window.page is page
    dialog.reject()
    qtbot.waitUntil(lambda: window.page is not page, timeout=3000)


def test_a_file_opened_again_shows_every_change_once(window: MainWindow, tmp_path: Path) -> None:
    page = open_dialogue(window, tmp_path)
    page.draft.setText("half een zin")
    window.open_any(window.context.dialogue.store.path)
    assert window.page is page
    told: list[object] = []
    window.page_shown.connect(told.append)
    seen: list[object] = []
    window.notice_bar.notices_changed.connect(lambda: seen.append(True))
    window.notify(Notice("info", "Nog één.", "Ongedaan maken", window.context.dialogue.undo))
    window.context.dialogue.run(add_note, NoteDraft("de bus rijdt niet"))
    assert (page.draft.text(), page.count.text()) == ("half een zin", "2")
    assert (told, len(seen)) == ([], 2)


def test_what_a_notice_offered_in_a_dialogue_is_gone_when_that_is_closed(
    window: MainWindow, tmp_path: Path
) -> None:
    open_dialogue(window, tmp_path)
    window.notify(Notice("error", "Het lukte niet."))
    window.notify(Notice("warning", "Weg.", "Ongedaan maken", window.context.dialogue.undo))
    assert window.close_dialogue()
    assert [notice.text for notice in window.notice_bar.notices()] == ["Het lukte niet."]


def test_a_button_of_a_notice_goes_with_the_page_it_needs(window: MainWindow, tmp_path: Path) -> None:
    page = open_dialogue(window, tmp_path)
    window.notify(Notice("error", "Het lukte niet.", "Kies een andere plek", page.first_focus))
    window.change_settings(replace(window.settings, theme="dark"))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert (shown.text, shown.action_label, shown.action) == ("Het lukte niet.", "", None)


def test_what_is_kept_without_building_anew_is_known_to_every_page(
    window: MainWindow, tmp_path: Path
) -> None:
    page, first = window.page, make_file(tmp_path, "zorg")
    elsewhere = first.rename(tmp_path / "elders.dialoog")
    settings = replace(window.settings, second_backup=str(tmp_path), known=(str(elsewhere),))
    window.change_settings(settings, rebuild=False)
    assert page.context.settings.second_backup == str(tmp_path)
    window.open_any(elsewhere)
    assert window.close_dialogue()
    page = window.page
    assert isinstance(page, StartPage)
    assert [card.property("file") for card in page.cards()] == [str(elsewhere)]
