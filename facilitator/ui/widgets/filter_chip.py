"""One filter as a chip: a menu of values to tick, what is ticked in words, and a cross that lets it go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.language import number_text
from facilitator.ui.kit.plain import escape_mnemonic
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import Theme

LONGEST = 220
"""Pixels a chip's words may take at 100 %; what is longer is shortened."""
_IN_WORDS = 2


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value to tick.

    Attributes:
        facet: What it filters on; ``value`` which one, as the index knows them.
    """

    facet: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class FilterKind:
    """One chip: its name, and the values in the order they are shown."""

    key: str
    words: str
    values: tuple[FilterValue, ...]


class TickMenu(QMenu):
    """A menu that stays while values are ticked; Escape and a press elsewhere close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            if action.isEnabled():
                action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        ticks = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ticks and action is not None and action.isCheckable():
            if action.isEnabled():
                action.trigger()
            return
        super().keyPressEvent(event)


class FilterChip(QWidget):
    """A chip; passive but for its own ticks.

    Signals:
        changed: A person ticked a value, or took one away.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        language: str,
        kind: FilterKind,
        ticked: Iterable[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._theme, self._language = theme, language
        inside = row(self, theme, spacing=2)
        self.button = Button(theme, kind.words, self, variant="chip")
        self.button.setFont(theme.font())
        self.button.setObjectName(f"filter-{kind.key}")
        self.menu = TickMenu(self)
        self.menu.setAccessibleName(kind.words)
        self.drop = IconButton(
            theme, "close", self.tr("No longer filter by: {name}").format(name=kind.words), self
        )
        inside.addWidget(self.button)
        inside.addWidget(self.drop)
        wanted = set(ticked)
        self._actions: list[tuple[FilterValue, QAction]] = []
        for value in kind.values:
            # Made here, not by the menu: Python would count what Qt makes as gone together with other
            # things it takes for its parents, and these are asked for as long as the chip is there.
            action = QAction(escape_mnemonic(value.words), self.menu)
            self.menu.addAction(action)
            action.setCheckable(True)
            action.setChecked((value.facet, value.value) in wanted)
            action.triggered.connect(self._on_tick)
            self._actions.append((value, action))
        self.menu.addSeparator()
        self._none = QAction(self.tr("Untick all"), self.menu)
        self.menu.addAction(self._none)
        self._none.triggered.connect(self.untick)
        self.button.setMenu(self.menu)
        self.drop.clicked.connect(self._let_go)
        self._show()

    def ticked(self) -> list[FilterValue]:
        """Return the ticked values in order."""
        return [value for value, action in self._actions if action.isChecked()]

    def set_ticked(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Tick these (facet, value) and no others, without telling anyone."""
        known = set(wanted)
        for value, action in self._actions:
            action.setChecked((value.facet, value.value) in known)
        self._show()

    def set_counts(self, facets: Mapping[str, Mapping[str, int]]) -> None:
        """Show beside each value how many notes it would leave; what would leave none cannot be ticked."""
        for value, action in self._actions:
            count = facets.get(value.facet, {}).get(value.value, 0)
            action.setText(f"{escape_mnemonic(value.words)}\t{number_text(count, self._language)}")
            action.setEnabled(count > 0 or action.isChecked())

    def spoken(self) -> str:
        """Return the chip in words, all ticked values included."""
        ticked = self.ticked()
        return (
            f"{self.kind.words}: {', '.join(value.words for value in ticked)}" if ticked else self.kind.words
        )

    @Slot()
    def untick(self) -> None:
        """Take all ticks away, as a person does."""
        if self.ticked():
            self.set_ticked(())
            self.changed.emit()

    @Slot()
    def _let_go(self) -> None:
        # The cross goes: the keyboard stays with the chip.
        self.button.setFocus()
        self.untick()

    @Slot()
    def _on_tick(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        ticked = self.ticked()
        words = self.kind.words
        if ticked:
            named = ", ".join(value.words for value in ticked[:_IN_WORDS])
            more = f" +{len(ticked) - _IN_WORDS}" if len(ticked) > _IN_WORDS else ""
            room = self._theme.px(LONGEST)
            words = QFontMetrics(self.button.font()).elidedText(
                f"{words}: {named}", Qt.TextElideMode.ElideRight, room
            )
            words += more
        self.button.set_words(words)
        self.button.set_tint(self._theme.primary if ticked else None)
        self.button.setAccessibleName(self.spoken())
        self.menu.setTitle(escape_mnemonic(words))
        self.drop.setVisible(bool(ticked))
        self._none.setEnabled(bool(ticked))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.ticked():
            self._let_go()
            return
        super().keyPressEvent(event)
