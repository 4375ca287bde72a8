from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.pages.group_menu import Wish, card_menu


def test_a_line_does_its_wish_and_shows_its_key(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[str] = []
    wishes = [
        Wish("merge", "Samenvoegen…", "merge", "Ctrl+E", lambda: done.append("merge")),
        Wish("delete", "Verwijderen", "trash", "", lambda: done.append("delete")),
    ]
    menu = card_menu(load_theme("light"), owner, wishes)
    assert [action.text() for action in menu.actions()] == ["Samenvoegen…\tCtrl E", "Verwijderen"]
    menu.actions()[1].trigger()
    assert done == ["delete"]
