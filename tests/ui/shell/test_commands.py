from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.notes import NoteDraft, add_note, move_to_persona
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.new_dialogue_dialog import NewDialogueDialog
from facilitator.ui.dialogs.settings_dialog import SettingsDialog
from facilitator.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from facilitator.ui.dialogs.unsaved_dialog import UnsavedDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell.leaving import may_leave
from tests.helpers.keys import press, type_text
from tests.helpers.window import PlainPage, make_file

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def open_dialogue(window: MainWindow, tmp_path: Path) -> PlainPage:
    window.open_any(make_file(tmp_path, notes=1))
    assert isinstance(window.page, PlainPage)
    return window.page


def answer(act: object) -> None:
    """Call ``act(dialog)`` as soon as a dialog is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and callable(act):
            act(dialog)

    QTimer.singleShot(50, look)


def test_undo_says_what_it_undoes(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    session = window.context.dialogue
    note = session.run(add_note, NoteDraft(text="Wie past er op?", persona="fatima", step="ervaren"))
    assert note is not None
    session.run(move_to_persona, [note], "hennie")
    assert window.book.action("undo").text() == "Ongedaan maken: notitie verplaatsen"
    window.do("undo")
    assert [notice.text for notice in window.notice_bar.notices()] == [
        "Ongedaan gemaakt: notitie verplaatsen (Ervaren · Fatima · ‘Wie past er op?’)"
    ]
    window.do("redo")
    assert [notice.text for notice in window.notice_bar.notices()] == [
        "Opnieuw gedaan: notitie verplaatsen (Ervaren · Hennie · ‘Wie past er op?’)"
    ]
    window.do("undo")
    assert window.book.action("redo").text() == "Opnieuw doen: notitie verplaatsen"


def test_undo_is_off_when_there_is_nothing_to_undo(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path))
    assert not window.book.action("undo").isEnabled()
    assert window.book.action("undo").text() == "Ongedaan maken"


def test_only_commands_of_the_page_and_the_window_are_enabled(window: MainWindow, tmp_path: Path) -> None:
    assert not window.book.action("save_copy").isEnabled()
    page = open_dialogue(window, tmp_path)
    assert window.book.action("star").isEnabled()
    assert not window.book.action("park").isEnabled()
    window.do("star")
    window.do("park")
    assert page.done == ["star"]


def test_keys_walk_the_steps_and_stop_at_the_ends(window: MainWindow, tmp_path: Path) -> None:
    page = open_dialogue(window, tmp_path)
    press(page.draft, Qt.Key.Key_3, ALT)
    assert window.here == Go("step", "dromen")
    press(window.page.first_focus(), Qt.Key.Key_PageDown, CTRL)
    assert window.here == Go("step", "wegen")
    for _ in range(9):
        window.do("step_on")
    assert window.here == Go("report")
    for _ in range(9):
        window.do("step_back")
    assert window.here == Go("setup")


def test_steps_beyond_the_method_are_not_in_the_menu(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    assert window.book.action("step_5").isVisible()
    assert "Adviseren" in window.book.action("step_5").text()
    assert not window.book.action("step_6").isVisible()


def test_text_grows_and_shrinks_within_its_bounds(window: MainWindow) -> None:
    for _ in range(9):
        window.do("text_larger")
    assert window.settings.text_scale == 200
    window.do("text_smaller")
    assert window.settings.text_scale == 175
    window.do("text_normal")
    assert window.settings.text_scale == 100
    window.do("text_smaller")
    assert window.settings.text_scale == 100


def test_colours_go_round_and_are_ticked_in_the_menu(window: MainWindow) -> None:
    seen = []
    for _ in range(3):
        window.do("theme_next")
        seen.append(window.context.theme.name)
        assert window.book.action(f"theme_{seen[-1]}").isChecked()
    assert seen == ["dark", "contrast", "light"]


def test_f6_goes_round_the_panes(window: MainWindow, tmp_path: Path) -> None:
    page = open_dialogue(window, tmp_path)
    page.draft.setFocus()
    press(page.draft, Qt.Key.Key_F6)
    assert page.other.hasFocus()
    press(page.other, Qt.Key.Key_F6)
    assert page.draft.hasFocus()
    press(page.draft, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.other.hasFocus()


def test_a_new_dialogue_is_made_and_opens_at_its_set_up(window: MainWindow, qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDialogueDialog)
        field = dialog.first_field()
        field.setFocus()
        type_text(field, "Wonen & zorg in ’t Loo")
        dialog.accept()

    answer(fill)
    window.do("new_dialogue")
    assert window.here == Go("setup")
    state = window.context.dialogue.state
    assert state.dialogue.title == "Wonen & zorg in ’t Loo"
    assert len(state.personas) == 10
    assert window.context.dialogue.store.path.parent == window.world.sessions


def test_the_help_sheet_opens_with_f1(window: MainWindow) -> None:
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ShortcutsDialog)
        seen.append(len(dialog.texts()))
        dialog.reject()

    answer(look)
    press(window.page.first_focus(), Qt.Key.Key_F1)
    assert seen == [len(window.book.table)]


def test_settings_from_the_dialog_show_at_once(window: MainWindow) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.choose("theme", "dark")
        dialog.choose("language", "en")
        dialog.accept()

    answer(choose)
    window.do("settings")
    assert window.context.theme.name == "dark"
    assert window.context.language == "en"


def test_copy_and_export_go_where_the_person_says(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_dialogue(window, tmp_path)
    for id, name in (("save_copy", "kopie.dialoog"), ("export_json", "export.json")):
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, _t=target, **_k: (str(_t), ""))
        window.do(id)
        assert target.stat().st_size > 100
        assert str(target) in window.notice_bar.text()


def test_nothing_happens_when_the_file_dialog_is_cancelled(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_dialogue(window, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: ("", ""))
    for id in ("save_copy", "export_json", "open", "import_csv", "merge_file"):
        window.do(id)
    assert window.notice_bar.shown() is None


def test_a_copy_from_another_laptop_brings_its_notes(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_dialogue(window, tmp_path)
    copy = tmp_path / "tafel-2.dialoog"
    window.context.dialogue.store.save_copy(copy)
    with SessionStore.open(copy, source="laptop-2") as other:
        add_note(other, NoteDraft(text="van tafel 2", step="ervaren"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(copy), ""))
    window.do("merge_file")
    assert page.count.text() == "2"
    assert "tafel-2.dialoog" in window.notice_bar.text()


@pytest.mark.parametrize(("choice", "closes"), [("stay", False), ("drop", True)])
def test_closing_with_unsaved_notes_asks_first(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    closes: bool,
) -> None:
    open_dialogue(window, tmp_path)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=10_000)
    store = window.context.dialogue.store

    def refuse() -> None:
        raise UserError("store.disk_full", path=str(store.path))

    monkeypatch.setattr(store, "close", refuse)

    def decide(dialog: QDialog) -> None:
        assert isinstance(dialog, UnsavedDialog)
        dialog.answer = choice
        dialog.done(0)

    answer(decide)
    assert may_leave(window, window.commands.save_copy) is closes
    assert (window.desk.session is None) is closes


def test_words_about_saving_name_the_file(window: MainWindow, tmp_path: Path) -> None:
    open_dialogue(window, tmp_path)
    window.saving.tell()
    assert "zorg.dialoog" in window.notice_bar.text()


def test_the_log_folder_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", seen.append)
    window.do("open_logs")
    assert [Path(url.toLocalFile()) for url in seen] == [window.world.logs]


def test_about_names_the_version(window: MainWindow) -> None:
    titles: list[str] = []

    def look(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.accept()

    answer(look)
    window.do("about")
    assert titles[0].startswith("Facilitator ")


def test_full_screen_goes_on_and_off(window: MainWindow) -> None:
    window.do("fullscreen")
    assert window.isFullScreen()
    window.do("fullscreen")
    assert not window.isFullScreen()


def test_a_window_that_filled_the_screen_does_so_again_after_full_screen(window: MainWindow) -> None:
    window.showMaximized()
    window.do("fullscreen")
    window.do("fullscreen")
    assert window.isMaximized()
    assert not window.isFullScreen()
