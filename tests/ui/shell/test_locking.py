from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.services import locking
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.keys import Key, random_key
from facilitator.ui.dialogs.recovery_dialog import RecoveryDialog
from facilitator.ui.dialogs.secure_dialog import SecureDialog
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.locked_page import LockedPage
from tests.helpers.answers import typing, when_asked
from tests.helpers.keyrings import MemoryKeyring
from tests.helpers.window import PlainPage, close_window, make_file, make_window

SECRET = "de buurvrouw is bang voor haar zoon"
WORDS = "paard batterij nietje correct"


@pytest.fixture(scope="module")
def key() -> Key:
    return locking.new_key(WORDS)


@pytest.fixture
def locked(tmp_path: Path, key: Key) -> Path:
    path = make_file(tmp_path, title="Zorg", notes=2)
    locking.encrypt(path, key)
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path)
    yield made
    close_window(made)


def giving_up(dialog: QDialog) -> None:
    dialog.reject()


def choosing(words: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, SecureDialog)
        dialog.first.field.setText(words)
        dialog.second.field.setText(words)
        dialog.accept()

    return act


def confirming(dialog: QDialog) -> None:
    """Type the two groups back that are asked for, as one reads them from the sheet."""
    assert isinstance(dialog, RecoveryDialog)
    dialog.accept()
    assert dialog.isVisible()
    for number, field in zip(dialog.asked, dialog.typed, strict=True):
        field.setText(locking.groups(dialog._key)[number - 1].lower())
    dialog.accept()


def page_of(window: MainWindow) -> LockedPage:
    page = window.page
    assert isinstance(page, LockedPage)
    return page


def notice(window: MainWindow) -> str:
    return " ".join(one.text for one in window.notice_bar.notices())


# ── opening ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("typed", [WORDS, "code"])
def test_a_locked_dialogue_opens_with_passphrase_or_code(
    window: MainWindow, locked: Path, key: Key, typed: str
) -> None:
    assert when_asked(typing(key.code if typed == "code" else typed)) == []
    window.open_any(locked)
    assert window.desk.session is not None
    assert len(window.desk.session.state.notes) == 2
    assert bool(notice(window)) is (typed == "code")


def test_wrong_words_are_told_calmly_and_asked_again(window: MainWindow, locked: Path) -> None:
    def wrong(dialog: QDialog) -> None:
        typing("iets heel anders hier")(dialog)
        assert dialog.isVisible()
        assert isinstance(dialog, UnlockDialog)
        assert "beschadigd" in dialog.fault.text()
        dialog.reject()

    when_asked(wrong)
    window.open_any(locked)
    assert window.desk.session is None
    assert window.here == Go("start")
    assert notice(window) == ""


def test_where_this_laptop_keeps_the_key_nothing_is_asked(
    window: MainWindow, tmp_path: Path, system_keys: MemoryKeyring
) -> None:
    path = make_file(tmp_path)
    locking.secure(path, None, random_key(), on_laptop=True)
    window.open_any(path)
    assert window.desk.session is not None


def test_this_laptop_keeps_the_key_when_asked_to(window: MainWindow, locked: Path, key: Key) -> None:
    def keeping(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.keep.setChecked(True)
        typing(WORDS)(dialog)

    when_asked(keeping)
    window.open_any(locked)
    assert locking.kept_by_laptop(key)


# ── locking, changing, taking off ───────────────────────────────────────────


def test_a_dialogue_is_locked_once_the_way_back_is_confirmed_and_work_goes_on_where_it_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = make_file(tmp_path, notes=2)
    window.open_any(path)
    window.go(Go("report"))
    met = when_asked(choosing(WORDS), confirming)
    window.do("secure")
    assert met == ["SecureDialog", "RecoveryDialog"]
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=5000)
    assert window.here == Go("report")
    store = window.context.dialogue.store
    assert store.key is not None
    assert len(store.state.notes) == 2
    window.desk.close()
    assert locking.is_locked(path)
    assert locking.key_from(WORDS, path) == store.key


def test_without_a_confirmed_way_back_nothing_is_locked(window: MainWindow, tmp_path: Path) -> None:
    path = make_file(tmp_path)
    window.open_any(path)
    when_asked(choosing(WORDS), giving_up)
    window.do("secure")
    assert window.context.dialogue.store.key is None
    window.desk.close()
    assert not locking.is_locked(path)


def test_the_lock_is_taken_off_after_a_question(
    qtbot: QtBot, window: MainWindow, locked: Path, key: Key
) -> None:
    window.desk.open(locked, key=key)

    def off(dialog: QDialog) -> None:
        button = dialog.findChild(Button, "unlock")
        assert isinstance(button, Button)
        button.click()

    def sure(dialog: QDialog) -> None:
        assert isinstance(dialog, Dialog)
        dialog.accept()

    when_asked(off, sure)
    window.do("secure")
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=5000)
    assert window.context.dialogue.store.key is None
    window.desk.close()
    assert not locking.is_locked(locked)


# ── away ────────────────────────────────────────────────────────────────────


def test_put_away_nothing_of_it_is_seen_and_it_comes_back_on_the_same_page(
    window: MainWindow, locked: Path, key: Key
) -> None:
    window.desk.open(locked, key=key)
    window.go(Go("step", "luisteren") if window.context.method().step("luisteren") else Go("report"))
    here = window.here
    add_note(window.context.dialogue.store, NoteDraft(text=SECRET, persona="fatima", step="ervaren"))
    page = window.page
    assert isinstance(page, PlainPage)
    page.draft.setText("half getypt")
    window.do("lock_now")
    assert window.desk.session is None
    assert window.here == Go("locked")
    assert window.windowTitle() == "Facilitator"
    assert window.context.session is None
    assert notice(window) == ""
    page_of(window).secret.field.setText("iets anders dan dit")
    page_of(window)._ask()
    assert window.here == Go("locked")
    page_of(window).secret.field.setText(WORDS)
    page_of(window)._ask()
    assert window.here == here
    assert SECRET in [note.text for note in window.context.dialogue.state.notes]
    back = window.page
    assert isinstance(back, PlainPage)
    assert back.draft.text() == "half getypt"


def test_after_the_minutes_of_the_settings_it_is_put_away_dialogs_and_all(
    qtbot: QtBot, window: MainWindow, locked: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.desk.open(locked, key=key)
    idle = window.commands._locking.idle
    assert idle.minutes == 15
    dialog = Dialog(window.context, "Notitie", window)
    field = QLineEdit(dialog)
    dialog.body.addWidget(field)
    dialog.add_buttons("Bewaar")
    dialog.open()
    field.insert(SECRET)
    field.setModified(True)
    monkeypatch.setattr(idle, "_touched", idle._touched - 15 * 60 - 1)
    idle.look()
    qtbot.waitUntil(lambda: window.desk.session is None, timeout=3000)
    assert not dialog.isVisible()
    dialog.deleteLater()
    assert window.here == Go("locked")
    assert idle.minutes == 0
    page_of(window).secret.field.setText(WORDS)
    page_of(window)._ask()
    assert window.desk.session is not None
    window.notice_bar.notices()[0].action()  # pyright: ignore[reportOptionalCall]
    assert QGuiApplication.clipboard().text() == SECRET
    QGuiApplication.clipboard().clear()


def test_a_plain_dialogue_is_never_put_away(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path))
    assert window.commands._locking.idle.minutes == 0
    assert "lock_now" not in window.commands.handlers()


def test_with_the_key_on_this_laptop_a_press_brings_it_back(window: MainWindow, tmp_path: Path) -> None:
    path = make_file(tmp_path)
    locking.secure(path, None, random_key(), on_laptop=True)
    window.open_any(path)
    window.do("lock_now")
    page = page_of(window)
    assert page.secret.isHidden()
    page._ask()
    assert window.desk.session is not None


def test_from_the_lock_page_one_can_go_to_the_start_page(window: MainWindow, locked: Path, key: Key) -> None:
    window.desk.open(locked, key=key)
    window.do("lock_now")
    page_of(window)._leave()
    assert window.here == Go("start")
    assert not window.desk.put_away


def test_in_other_colours_the_lock_page_still_asks(window: MainWindow, locked: Path, key: Key) -> None:
    window.desk.open(locked, key=key)
    window.do("lock_now")
    window.do("theme_dark")
    page_of(window).secret.field.setText(WORDS)
    page_of(window)._ask()
    assert window.desk.session is not None
