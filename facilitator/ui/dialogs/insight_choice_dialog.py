"""Choosing the insights an advice rests on: tick, filter, keep."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.domain.text import fold
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField

_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One insight to tick; ``mine`` when it bears on the advice's own goal."""

    id: str
    title: str
    notes: int
    mine: bool


class InsightChoiceDialog(Dialog):
    """Read ``chosen()`` when it was accepted; the order is that of the list."""

    def __init__(
        self,
        context: Context,
        choices: Sequence[Choice],
        chosen: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            "",
            parent,
            lead="",
        )
        title = self.tr("What does this advice rest on?")
        self.setWindowTitle(title)
        self.set_title(title)
        self.set_width(680)
        self.filter = LineField(self.theme, self)
        self.filter.setPlaceholderText(self.tr("Type to find an insight"))
        self.filter.textChanged.connect(self._filter)
        self.add_field(self.tr("Find"), self.filter)
        self.list = QListWidget(self)
        self.list.setFont(self.theme.font())
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Insights"))
        self.list.setMinimumHeight(self.theme.px(280))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for choice in sorted(choices, key=lambda choice: not choice.mine):
            notes = self.tr("%n note(s)", "", choice.notes)
            item = QListWidgetItem(f"{choice.title} · {notes}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = choice.id in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setData(_ROLE, choice.id)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._turn)
        self.body.addWidget(self.list, 1)
        self.add_buttons(self.tr("Use these insights"), self.tr("Cancel"))
        self.filter.setFocus()

    def set_title(self, title: str) -> None:
        """Show this heading."""
        heading = self.findChild(QWidget, "heading")
        if heading is not None:
            heading.setText(title)  # type: ignore[attr-defined]

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the ticked insights."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(item.data(_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked)

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            here = fold(item.text())
            item.setHidden(not all(word in here for word in wanted))

    @Slot(QListWidgetItem)
    def _turn(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
