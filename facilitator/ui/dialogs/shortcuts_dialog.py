"""The help sheet: every action with its keys, found by typing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.domain.text import fold
from facilitator.ui.kit.actions import ActionSpec, action_text, group_text, keys_text
from facilitator.ui.kit.buttons import KeyCap
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, LEAD


class ShortcutsDialog(Dialog):
    """Lists the whole action table under its headings."""

    def __init__(self, context: Context, table: Iterable[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_heading(self.tr("Keys and actions"), self.tr("Everything can be done with the keyboard."))
        self.set_width(640)
        self._find = QLineEdit(self)
        self._find.setObjectName("find_action")
        self._find.setPlaceholderText(self.tr("Search: a word or a key"))
        self._find.setAccessibleName(self.tr("Search in the keys and actions"))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._filter)
        self.body.addWidget(self._find)
        self._rows: list[tuple[str, str, QWidget]] = []
        self._heads: dict[str, PlainLabel] = {}
        groups: dict[str, list[ActionSpec]] = {}
        for spec in table:
            groups.setdefault(spec.group, []).append(spec)
        for group, specs in groups.items():
            head = PlainLabel(group_text(group), font=self.theme.font(LEAD, bold=True))
            self._heads[group] = head
            self.body.addSpacing(self.theme.gap(4))
            self.body.addWidget(head)
            for spec in specs:
                self._add_row(group, spec)
        self._nothing = PlainLabel(self.tr("Nothing found. Try another word."), tone="quiet")
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"))

    def _add_row(self, group: str, spec: ActionSpec) -> None:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, self.theme.gap(8), 0)
        layout.setSpacing(self.theme.gap(8))
        text = action_text(spec).replace("&", "")
        words = PlainLabel(text, font=self.theme.font(BODY), wrap=True)
        words.setMinimumWidth(QFontMetrics(words.font()).averageCharWidth() * 16)
        layout.addWidget(words, 1)
        keys = [keys_text(key) for key in spec.keys]
        for key in keys:
            layout.addWidget(KeyCap(self.theme, key), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(line)
        self._rows.append((group, fold(" ".join([text, *keys, *spec.keys])), line))

    def texts(self) -> list[str]:
        """Return what the rows on screen can be found by."""
        return [text for _group, text, line in self._rows if not line.isHidden()]

    @Slot(str)
    def _filter(self, typed: str) -> None:
        wanted = fold(typed).split()
        alive: set[str] = set()
        for group, text, line in self._rows:
            fits = all(word in text for word in wanted)
            line.setVisible(fits)
            if fits:
                alive.add(group)
        for group, head in self._heads.items():
            head.setVisible(group in alive)
        self._nothing.setVisible(not alive)
