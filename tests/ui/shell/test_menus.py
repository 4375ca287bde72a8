from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.main_window import MainWindow


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]


def names(menu: QMenu) -> list[str]:
    found: list[str] = []
    for action in menu.actions():
        inner = action.menu()
        found += names(inner) if isinstance(inner, QMenu) else [action.objectName()]
    return found


def test_every_action_with_a_menu_is_in_it_once(window: MainWindow) -> None:
    shown = [name for menu in menus(window) for name in names(menu) if name]
    assert sorted(shown) == sorted(spec.id for spec in TABLE if spec.menu and not spec.shown_only)


def test_groups_are_parted_by_a_line(window: MainWindow) -> None:
    notes = menus(window)[3]
    assert any(action.isSeparator() for action in notes.actions())
    assert not notes.actions()[0].isSeparator()


def test_one_of_the_colours_is_ticked(window: MainWindow) -> None:
    window.do("theme_dark")
    groups = [group for menu in menus(window) for group in menu.findChildren(QActionGroup)]
    group = next(group for group in groups if group.objectName() == "theme")
    assert [action.objectName() for action in group.actions() if action.isChecked()] == ["theme_dark"]


def test_menus_do_not_pile_up_when_the_window_is_built_anew(window: MainWindow, qtbot: QtBot) -> None:
    before = len(window.menuBar().findChildren(QMenu))
    for _ in range(3):
        window.do("theme_next")
    qtbot.waitUntil(lambda: len(window.menuBar().findChildren(QMenu)) == before)
