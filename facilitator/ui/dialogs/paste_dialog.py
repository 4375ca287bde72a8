"""Many notes at once: every line a note, to look over before they stick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from facilitator.domain.text import NOTE_LIMIT
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel

_SHOWN = 1_000
"""Characters of a note that can be shown and edited in its line."""
_BEGINNING = 200
_BATCH = 50


class PasteDialog(Dialog):
    """Lines with a tick each; a double click or F2 changes a line."""

    def __init__(
        self, context: Context, lines: Sequence[str], about: str, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "Every line becomes a note: {about}. Untick what should stay out. Edit a line with F2."
        )
        if any(len(line) > _SHOWN for line in lines):
            lead = self.tr(
                "Long text is parted into several notes: {about}. Nothing is left out; untick what should be."
            )
        title = self.tr("%n note(s) at once", "", len(lines))
        super().__init__(context, title, parent, lead=lead.format(about=about))
        self.set_width(720)
        theme = self.theme
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAlternatingRowColors(True)
        self.list.setMinimumHeight(theme.gap(300))
        self.list.setAccessibleName(self.tr("Notes to stick"))
        # Thousands of lines are laid out bit by bit; the window goes on meanwhile.
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        for line in lines:
            self.list.addItem(self._item(line))
        self.body.addWidget(self.list, 1)
        self._trouble = PlainLabel("", self, tone="danger", wrap=True)
        self.body.addWidget(self._trouble)
        self._stick = self.add_buttons("", self.tr("Cancel"))
        self.list.itemChanged.connect(self._look)
        self.list.setCurrentRow(0)
        self._look()

    def _item(self, line: str) -> QListWidgetItem:
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable
        if len(line) <= _SHOWN:
            item = QListWidgetItem(line)
            flags |= flag.ItemIsEditable
        else:
            length = self.tr("%n character(s)", "", len(line))
            item = QListWidgetItem(f"{line[:_BEGINNING]} … ({length})")
            item.setData(Qt.ItemDataRole.UserRole, line)
        item.setFlags(flags)
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def lines(self) -> list[str]:
        """Return the ticked lines that hold anything, as they are now."""
        items = (self.list.item(n) for n in range(self.list.count()))
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        texts = (str(item.data(Qt.ItemDataRole.UserRole) or item.text()).strip() for item in ticked)
        return [text for text in texts if text]

    @Slot()
    def _look(self) -> None:
        lines = self.lines()
        long = sum(len(line) > NOTE_LIMIT for line in lines)
        self._stick.set_words(self.tr("Stick %n note(s)", "", len(lines)))
        self._stick.setEnabled(bool(lines) and not long)
        words = self.tr("%n line(s) are too long for one note. Untick or shorten them.", "", long)
        self._trouble.setText(words if long else "")
        self._trouble.setVisible(long > 0)

    @classmethod
    def ask(cls, context: Context, parent: QWidget, lines: Sequence[str], about: str) -> list[str] | None:
        """Return the lines to make notes of, or None."""
        dialog = cls(context, lines, about, parent)
        dialog.list.setFocus()
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.lines() if done else None
