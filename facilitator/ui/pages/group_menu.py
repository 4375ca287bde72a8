"""The menu of the right mouse button for cards: the same wishes as the buttons, with their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Wish:
    """One line of a menu; ``keys`` in Qt's portable words, empty for none."""

    name: str
    words: str
    icon: str
    keys: str
    do: Callable[[], object]


def card_menu(theme: Theme, parent: QWidget, wishes: Sequence[Wish]) -> QMenu:
    """Return a menu with these lines; the caller shows it and lets it go."""
    menu = QMenu(parent)
    for wish in wishes:
        text = f"{wish.words}\t{keys_text(wish.keys)}" if wish.keys else wish.words
        action = QAction(icon(wish.icon, theme.ink, theme.px(18)), text, menu)
        action.setObjectName(wish.name)
        action.triggered.connect(lambda _on=False, do=wish.do: do())
        menu.addAction(action)
    return menu
