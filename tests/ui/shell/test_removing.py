"""The reminder of the day, and removing the open dialogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services import locking, removing
from facilitator.services.dialogue import update_dialogue
from facilitator.services.removing import Removal
from facilitator.services.safekeeping import back_up
from facilitator.services.settings import load
from facilitator.store.keys import random_key
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.kept_files import Deed, Unwanted
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.widgets.dialogue_card import DialogueCard
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import answer
from tests.helpers.window import make_file


def _due(tmp_path: Path, day: str) -> Path:
    path = make_file(tmp_path, notes=1)
    with SessionStore.open(path, source="laptop-1") as store:
        update_dialogue(store, retention=day)
    return path


def _notices(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notice_bar.notices()]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-11-20", "moet op 20 november"), ("2026-11-01", "Het is zover"), ("2026-12-20", ""), ("", "")],
)
def test_opening_reminds_of_the_day(window: MainWindow, tmp_path: Path, day: str, words: str) -> None:
    window.open_any(_due(tmp_path, day))
    told = [text for text in _notices(window) if "verwijderd" in text]
    assert [words in text for text in told] == ([True] if words else [])
    window.close_dialogue()
    assert not [text for text in _notices(window) if "verwijderd worden" in text]


def test_the_typed_title_removes_file_backups_and_recents(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    assert load(window.world.settings_file).recent
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: not path.exists(), timeout=10_000)
    qtbot.waitUntil(lambda: any("is weg" in text for text in _notices(window)), timeout=5_000)
    assert window.desk.session is None
    assert load(window.world.settings_file).recent == ()
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".zorg")]


def test_keeping_it_leaves_all_as_it_is(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: None)
    window.commands.handlers()["remove_dialogue"]()
    assert window.desk.session is not None
    assert path.exists()


def test_what_the_computer_refuses_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("store.in_use", path=str(path))

    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    monkeypatch.setattr(removing, "remove", refuse)
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: any("zorg.dialoog" in text or "open" in text for text in _notices(window)))
    assert path.exists()


def test_backups_in_the_second_place_go_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.change_settings(replace(window.settings, second_backup=str(stick)), rebuild=False)
    window.open_any(make_file(tmp_path, notes=1))
    back_up(window.context.dialogue.store, second=stick)
    assert list(stick.rglob("*.dialoog"))
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: any("is weg" in text for text in _notices(window)), timeout=10_000)
    assert not list(stick.rglob("*.dialoog"))


def _card(window: MainWindow, name: str) -> DialogueCard:
    page = window.page
    assert isinstance(page, StartPage)
    return next(card for card in page.cards() if Path(str(card.property("file"))).stem == name)


def _remove_by_card(window: MainWindow, qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch) -> Removal:
    """Choose Remove in the menu of a card, type the name in the dialog, and press its button."""
    shown: list[Removal] = []

    def answered(dialog: RemoveDialog) -> int:
        type_text(dialog.typed, name)
        assert dialog.remove.isEnabled()
        dialog.accept()
        return dialog.result()

    ask = RemoveDialog.ask

    def asked(context: Context, parent: QWidget, removal: Removal, title: str) -> tuple[Path, ...] | None:
        shown.append(removal)
        return ask(context, parent, removal, title)

    monkeypatch.setattr(RemoveDialog, "exec", answered)
    monkeypatch.setattr(RemoveDialog, "ask", asked)
    page = window.page
    assert isinstance(page, StartPage)
    page.list.menu_of(_card(window, name)).actions()[-1].trigger()
    qtbot.waitUntil(lambda: any("is weg" in text for text in _notices(window)), timeout=10_000)
    return shown[0]


def test_a_locked_dialogue_goes_from_its_card_with_backups_and_key(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, key = tmp_path / "sessions" / "dicht.dialoog", random_key()
    path.parent.mkdir(exist_ok=True)
    with SessionStore.create(path, source="laptop-1", key=key) as store:
        back_up(store)
    forgotten: list[str] = []
    monkeypatch.setattr(locking, "forget_key", forgotten.append)
    window.page.refresh(None)
    removal = _remove_by_card(window, qtbot, "dicht", monkeypatch)
    assert len(removal.kept) == 1
    assert forgotten == [key.name]
    assert not path.exists()
    assert not removal.kept[0].exists()
    qtbot.waitUntil(lambda: window.page.findChildren(DialogueCard) == [], timeout=5000)


def test_a_damaged_one_goes_alone_when_a_restored_one_is_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, "zorg", notes=2)
    with SessionStore.open(path, source="laptop-1") as store:
        made = back_up(store)
    assert made is not None
    whole = path.read_bytes()
    path.with_name("verder.dialoog").write_bytes(whole)
    path.write_bytes(whole[:3000] + b"x" * 500)
    window.page.refresh(None)
    asked: list[Removal] = []
    monkeypatch.setattr(RemoveDialog, "ask", lambda _c, _p, removal, _t: asked.append(removal) or ())
    qtbot.waitUntil(lambda: bool(window.page.findChildren(Button, "remove")), timeout=10_000)
    window.page.findChildren(Button, "remove")[0].click()
    qtbot.waitUntil(lambda: not path.exists(), timeout=10_000)
    assert [other.stem for other in asked[0].others] == ["verder"]
    assert made.path.exists()
    qtbot.waitUntil(lambda: not window.page.findChildren(Button, "remove"), timeout=5000)


def test_a_file_that_is_gone_meanwhile_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: pytest.fail("there is nothing to ask"))
    window.deed_requested.emit(Deed("remove", Unwanted(tmp_path / "weg.dialoog", "weg")))
    assert any("weg.dialoog" in text for text in _notices(window))


def test_by_keys_alone_a_locked_dialogue_goes_from_its_card(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "sessions" / "dicht.dialoog"
    path.parent.mkdir(exist_ok=True)
    SessionStore.create(path, source="laptop-1", key=random_key()).close()
    window.page.refresh(None)
    card = _card(window, "dicht")
    card.setFocus()
    press(card, Qt.Key.Key_Tab)
    assert window.focusWidget() is card.more

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RemoveDialog)
        assert dialog.focusWidget() is dialog.typed
        press(dialog.typed, Qt.Key.Key_Return)
        assert dialog.isVisible()
        type_text(dialog.typed, "DICHT")
        press(dialog.typed, Qt.Key.Key_Return)

    met = answer(fill)
    press(card.more, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(menu, key)
    qtbot.waitUntil(lambda: not path.exists(), timeout=10_000)
    assert len(met) == 1
    qtbot.waitUntil(lambda: not window.page.findChildren(DialogueCard), timeout=5000)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "start_new_dialogue"
