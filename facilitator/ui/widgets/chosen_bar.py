"""The bar under cards with what can be done with the chosen ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.surfaces import FlowLayout, Surface, row
from facilitator.ui.kit.theme import Theme
from facilitator.ui.widgets.insight_cards import LARGE_TEXT


class ChosenBar(Surface):
    """Buttons with words, or drawings alone at large text; not there while nothing is chosen.

    Signals:
        asked: The name of the button that was pressed.
    """

    asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        wishes: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
        *,
        for_one: Collection[str] = (),
        looking: Collection[str] = (),
    ) -> None:
        """Make a button of every name, icon and words.

        Args:
            for_one: Names of what can only be done with one card.
            looking: Names of what changes nothing.
        """
        super().__init__("bottom", parent)
        self._for_one, self._looking = frozenset(for_one), frozenset(looking)
        self._readonly = False
        inside = row(self, theme, (8, 10), spacing=4)
        holder = QWidget(self)
        flow = FlowLayout(holder, theme.gap(4))
        self.buttons: dict[str, Button] = {}
        for name, icon, words in wishes:
            button: Button = (
                IconButton(theme, icon, words, holder)
                if theme.scale >= LARGE_TEXT
                else Button(theme, words, holder, variant="quiet", icon=icon)
            )
            button.clicked.connect(lambda _on=False, wish=name: self.asked.emit(wish))
            flow.addWidget(button)
            self.buttons[name] = button
        inside.addWidget(holder, 1)

    def set_readonly(self) -> None:
        """Offer only what changes nothing."""
        self._readonly = True

    def show_for(self, number: int) -> None:
        """Show what can be done with so many chosen cards."""
        offered = {
            name
            for name in self.buttons
            if (number == 1 or name not in self._for_one) and (name in self._looking or not self._readonly)
        }
        for name, button in self.buttons.items():
            button.setVisible(name in offered)
        self.setVisible(number > 0 and bool(offered))
