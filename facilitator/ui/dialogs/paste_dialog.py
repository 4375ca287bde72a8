"""Many notes at once: every line a note, to look over before they stick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from facilitator.domain.text import NOTE_LIMIT
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel


class PasteDialog(Dialog):
    """Lines with a tick each; a double click or F2 changes a line."""

    def __init__(
        self, context: Context, lines: Sequence[str], about: str, parent: QWidget | None = None
    ) -> None:
        lead = self.tr(
            "Every line becomes a note: {about}. Untick what should stay out. Edit a line with F2."
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
        flag = Qt.ItemFlag
        for line in lines:
            item = QListWidgetItem(line)
            item.setFlags(
                flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.body.addWidget(self.list, 1)
        self._trouble = PlainLabel("", self, tone="danger", wrap=True)
        self.body.addWidget(self._trouble)
        self._stick = self.add_buttons("", self.tr("Cancel"))
        self.list.itemChanged.connect(self._look)
        self.list.setCurrentRow(0)
        self._look()

    def lines(self) -> list[str]:
        """Return the ticked lines that hold anything, as they are now."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return [
            item.text().strip()
            for item in items
            if item.checkState() == Qt.CheckState.Checked and item.text().strip()
        ]

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
