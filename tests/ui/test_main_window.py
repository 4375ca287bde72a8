from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.note_dialog import NoteDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.setup_page import SetupPage
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.shell.geometry import FIRST_SIZE
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import answer
from tests.helpers.window import PlainPage, close_window, make_file, make_window

CTRL = Qt.KeyboardModifier.ControlModifier


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), action, data, button, keys))
    window.dropEvent(QDropEvent(QPointF(50, 50), action, data, button, keys))


def test_begins_on_the_start_page_without_a_header(window: MainWindow) -> None:
    assert isinstance(window.page, StartPage)
    assert window.header.isHidden()


def test_a_dropped_dialogue_opens_and_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=3)
    drop(window, path)
    assert window.here == Go("step", "ontmoeten")
    assert window.settings.recent == (str(path),)
    assert "Zorg voor morgen" in window.windowTitle()


def test_a_dropped_file_of_another_kind_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    stranger = tmp_path / "vakantie.jpg"
    stranger.write_bytes(b"x")
    drop(window, stranger)
    assert "vakantie.jpg" in window.notice_bar.text()
    assert window.desk.session is None


def test_a_survey_without_a_dialogue_says_what_to_do_first(window: MainWindow, tmp_path: Path) -> None:
    survey = tmp_path / "antwoorden.csv"
    survey.write_text("vraag\nja\n", "utf-8")
    drop(window, survey)
    assert "antwoorden.csv" in window.notice_bar.text()


def test_a_new_dialogue_without_meetings_begins_at_its_set_up(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path))
    assert window.here == Go("setup")


def test_a_damaged_file_leaves_the_open_dialogue_alone(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    bad = tmp_path / "kapot.dialoog"
    bad.write_text("geen dialoog")
    window.open_any(bad)
    assert window.notice_bar.text()
    assert window.context.dialogue.state.dialogue.title == "Zorg voor morgen"


def test_a_read_only_copy_shows_a_banner_and_offers_a_copy(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, notes=1)
    opened = window.desk.open(path)
    assert opened
    window.context.dialogue.store.readonly = True
    window.saving.tell_readonly()
    target = tmp_path / "kopie.dialoog"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.key == "readonly"
    assert shown.action is not None
    shown.action()
    assert target.is_file()


def test_closing_keeps_the_place_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = make_window(tmp_path)
    first.resize(800, 610)
    first.close()
    second = make_window(tmp_path, settings=first.settings)
    assert (second.width(), second.height()) == (800, 610)
    close_window(first)
    close_window(second)


def test_a_page_that_must_not_be_left_keeps_the_window_open(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    page = window.page
    assert isinstance(page, PlainPage)
    page.stays = True
    assert not window.close()
    assert not window.go(Go("setup"))
    page.stays = False


def test_ctrl_z_takes_back_the_last_note(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=2))
    page = window.page
    assert isinstance(page, PlainPage)
    page.count.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.count.setFocus()
    press(page.count, Qt.Key.Key_Z, CTRL)
    assert page.count.text() == "1"
    press(page.count, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.count.text() == "2"


def test_a_small_screen_is_filled_and_no_button_falls_off(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert room.width() < FIRST_SIZE.width(), "the screen of the tests is a small one"
    window.hide()
    window.present()
    assert window.isMaximized()
    window.showNormal()
    assert window.width() <= room.width()


def test_what_is_being_typed_is_kept_when_the_window_closes(tmp_path: Path) -> None:
    window = make_window(tmp_path, make_registry())
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    window.go(Go("step", "ervaren"))
    page = window.page
    assert isinstance(page, StepPage)
    type_text(page.capture.field, "de bus rijdt niet meer")
    window.go(Go("setup"))
    setup = window.page
    assert isinstance(setup, SetupPage)
    setup.title.setFocus()
    setup.title.selectAll()
    type_text(setup.title, "Zorg in Borne")
    window.do("theme_dark")
    assert window.close()
    close_window(window)
    with closing(SessionStore.open(path, source="laptop-2")) as store:
        assert store.state.dialogue.title == "Zorg in Borne"
        assert "de bus rijdt niet meer" in [note.text for note in store.state.notes]


def test_a_report_being_saved_is_told_after_a_change_of_language(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(tmp_path, make_registry())
    window.open_any(make_file(tmp_path, notes=1))
    window.go(Go("report"))
    page = window.page
    assert isinstance(page, ReportPage)
    page.export_to(tmp_path / "advies.pdf")
    window.do("language_en")
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.is_saving()
    qtbot.waitUntil(lambda: not page.is_saving(), timeout=15_000)
    assert "advies.pdf" in window.notice_bar.text()
    assert (tmp_path / "advies.pdf").is_file()
    close_window(window)


def test_colours_that_change_under_a_note_being_edited_keep_the_note(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(tmp_path, make_registry(), Settings(theme="system", source="laptop-1"))
    window.open_any(make_file(tmp_path, notes=1))
    window.go_to_step("ervaren")
    page = window.page
    assert isinstance(page, StepPage)
    page.area.board.choose(page.area.board.ids()[:1])

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, NoteDialog)
        dialog.text.setPlainText("de bus rijdt niet meer")
        window.follow_system()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        dialog.accept()

    answer(change)
    window.do("edit_selected")
    qtbot.waitUntil(lambda: window.page is not page, timeout=3_000)
    assert [note.text for note in window.context.dialogue.state.notes] == ["de bus rijdt niet meer"]
    close_window(window)
