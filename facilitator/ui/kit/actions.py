"""The one table of everything a person can do: menus, shortcuts and the help sheet are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.language import QT_TRANSLATE_NOOP
from facilitator.ui.kit.theme import Theme

CONTEXT = "Actions"

MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "dialogue": QT_TRANSLATE_NOOP("Actions", "&Dialogue"),
    "note": QT_TRANSLATE_NOOP("Actions", "&Notes"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
GROUPS = {
    "file": QT_TRANSLATE_NOOP("Actions", "Files"),
    "edit": QT_TRANSLATE_NOOP("Actions", "Editing"),
    "go": QT_TRANSLATE_NOOP("Actions", "Going through the dialogue"),
    "room": QT_TRANSLATE_NOOP("Actions", "In the room"),
    "capture": QT_TRANSLATE_NOOP("Actions", "Writing notes down"),
    "note": QT_TRANSLATE_NOOP("Actions", "Notes"),
    "group": QT_TRANSLATE_NOOP("Actions", "Grouping"),
    "advice": QT_TRANSLATE_NOOP("Actions", "Advice"),
    "view": QT_TRANSLATE_NOOP("Actions", "View"),
    "board": QT_TRANSLATE_NOOP("Actions", "On the board and in the outline"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help"),
}

MENU_PARTS = (("capture", "note"), ("group",), ("advice",))
"""Groups that are work of the same pages."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    Attributes:
        text: English, marked for translation; ``…`` when it asks something first.
        keys: Shortcuts in Qt's portable words, the one to show first; empty for none.
        menu: Key of ``MENUS``, or empty for an action that is only in the help sheet.
        group: Key of ``GROUPS``: its heading in the help sheet; a change of group makes a line in the menu.
        shown_only: The key is handled by a widget itself; the table only tells people about it.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    group: str = "view"
    checkable: bool = False
    shown_only: bool = False
    submenu: str = ""


KEY_NAMES = {"Return": "Enter", "Del": "Delete", "PgUp": "Page Up", "PgDown": "Page Down"}
"""What stands on the keys; the same on Dutch and English keyboards."""


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def action_text(spec: ActionSpec) -> str:
    """Return the words of an action in the language of the window."""
    return _translated(spec.text)


def menu_text(menu: str) -> str:
    """Return the title of a menu."""
    return _translated(MENUS[menu])


def group_text(group: str) -> str:
    """Return the heading of a group in the help sheet."""
    return _translated(GROUPS[group])


def keys_text(keys: str) -> str:
    """Return a shortcut as a key cap shows it: "Ctrl Shift Z"."""
    shown = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    text = shown.toString(QKeySequence.SequenceFormat.NativeText)
    parts = [part for part in text.replace("++", "+Plus").split("+") if part]
    return " ".join("+" if part == "Plus" else KEY_NAMES.get(part, part) for part in parts)


class ActionBook(QObject):
    """The QActions made from the table, on one window.

    Signals:
        triggered: The id of the action a person asked for.
    """

    triggered = Signal(str)

    def __init__(self, table: Iterable[ActionSpec], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.table = tuple(table)
        self._specs = {spec.id: spec for spec in self.table}
        self._actions: dict[str, QAction] = {}
        for spec in self.table:
            if not spec.shown_only:
                self._actions[spec.id] = self._make(spec, theme, window)

    def _make(self, spec: ActionSpec, theme: Theme, window: QWidget) -> QAction:
        action = QAction(action_text(spec), self)
        action.setObjectName(spec.id)
        action.setShortcuts(
            [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in spec.keys]
        )
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(spec.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.icon:
            action.setIcon(icon(spec.icon, theme.ink, theme.px(18)))
        action.triggered.connect(self._pass_on)
        window.addAction(action)
        return action

    def _pass_on(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.triggered.emit(sender.objectName())

    def action(self, id: str) -> QAction:
        """Return the QAction of ``id``."""
        return self._actions[id]

    def enable_only(self, ids: Iterable[str]) -> None:
        """Enable these actions and no others."""
        known = frozenset(ids)
        for id, action in self._actions.items():
            action.setEnabled(id in known)
        self._show_menu_parts(known)

    def _show_menu_parts(self, known: frozenset[str]) -> None:
        """Leave out of a long menu what belongs to another page, unless nothing can be done."""
        able = {self.spec(id).group for id in known if id in self._actions}
        shown = {part for part in MENU_PARTS if able.intersection(part)} or set(MENU_PARTS)
        for spec in self.table:
            if spec.id in self._actions and any(spec.group in part for part in MENU_PARTS):
                self._actions[spec.id].setVisible(any(spec.group in part for part in shown))

    def spec(self, id: str) -> ActionSpec:
        """Return the row of the table."""
        return self._specs[id]


Commands = dict[str, Callable[[], object]]
