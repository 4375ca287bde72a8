"""The menu bar, made from the action table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from facilitator.ui.kit.actions import MENUS, ActionBook, menu_text
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.theme import Theme

_ICONS = {"theme": "contrast", "language": "language"}


def fill_menus(bar: QMenuBar, book: ActionBook, theme: Theme) -> None:
    """Put every action of the table into its menu; another group or its submenu begins after a line."""
    old = [action.menu() for action in bar.actions()]
    bar.clear()
    for menu in old:
        if isinstance(menu, QMenu):
            menu.deleteLater()
    menus = {name: bar.addMenu(menu_text(name)) for name in MENUS}
    groups: dict[str, str] = {}
    submenus: dict[str, QMenu] = {}
    for spec in book.table:
        if not spec.menu or spec.shown_only:
            continue
        menu = menus[spec.menu]
        if groups.get(spec.menu, spec.group) != spec.group:
            menu.addSeparator()
        groups[spec.menu] = spec.group
        if spec.submenu:
            _submenu(menu, spec.submenu, submenus, theme).addAction(book.action(spec.id))
        else:
            menu.addAction(book.action(spec.id))
    for name, submenu in submenus.items():
        choices = QActionGroup(submenu)
        choices.setObjectName(name)
        for action in submenu.actions():
            choices.addAction(action)


def _submenu(menu: QMenu, name: str, known: dict[str, QMenu], theme: Theme) -> QMenu:
    if name not in known:
        words = {
            "theme": QCoreApplication.translate("Actions", "Colours"),
            "language": QCoreApplication.translate("Actions", "Language"),
        }
        known[name] = menu.addMenu(icon(_ICONS[name], theme.ink, theme.px(18)), words[name])
    return known[name]
