"""Exporting: which kind of file, for whom, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS
from facilitator.services.exporting import BOARDS
from facilitator.services.sealing import Seal, check_seal
from facilitator.ui.dialogs.seal_part import SealPart
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic
from facilitator.ui.kit.theme import BODY, SMALL

PICTURES = ("png", "svg")
TOLD = ("docx", "html", "md")
"""Forms of the report: they hold the parts that were chosen for it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is chosen on the report page."""

    language: str
    parts: tuple[str, ...] = PARTS


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What somebody chose; ``board`` counts for pictures alone, without ``seal`` it stays in the open."""

    format: str
    language: str
    board: str
    seal: Seal | None = None


class ExportDialog(Dialog):
    """Lists the kinds of file, each with one line about what it is for."""

    def __init__(
        self,
        context: Context,
        steps: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        telling: Telling | None = None,
    ) -> None:
        """Make it; ``steps`` are ids and names of the steps, whose boards can be drawn."""
        lead = self.tr(
            "All these files keep your promise. Only JSON holds everything, also what is not printed."
        )
        super().__init__(context, self.tr("Export for other programs"), parent, lead=lead)
        self.set_width(640)
        self._telling = telling or Telling(context.dialogue.state.dialogue.language)
        self._add_choices(steps)
        self._group = QButtonGroup(self)
        self._formats: dict[int, str] = {}
        kinds = QVBoxLayout()
        kinds.setSpacing(self.theme.gap(2))
        self.body.addLayout(kinds)
        for format, name, about in self._kinds():
            self._add_kind(kinds, format, name, about)
        self.seal = SealPart(context, self)
        self.body.addWidget(self.seal)
        self.body.addStretch(1)
        self._go_on = self.add_buttons(self.tr("Choose a place…"), self.tr("Cancel"))
        self.seal.changed.connect(self._look)
        self.seal.on.toggled.connect(self._grow)
        self._group.idClicked.connect(self._look)
        first = self._group.button(0)
        first.setChecked(True)
        first.setFocus()
        self._look()

    def _add_choices(self, steps: Sequence[tuple[str, str]]) -> None:
        self._language = ChoiceBox(self)
        self._language.setObjectName("export_language")
        for code, name in (("nl", "Nederlands"), ("en", "English")):
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(self._language.findData(self._telling.language), 0))
        self._board = ChoiceBox(self)
        self._board.setObjectName("export_board")
        names = (self.tr("The grouping table"), self.tr("All notes"))
        for id, name in (*zip(BOARDS, names, strict=True), *steps):
            self._board.addItem(name, id)
        self.add_field(self.tr("Language"), self._language)
        self._board_label = self.add_field(self.tr("Which board"), self._board)
        count, most = len(self._telling.parts), len(PARTS)
        text = self.tr("The parts chosen for the report: {count} of {most}.").format(count=count, most=most)
        self._parts = PlainLabel(text, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        self._parts.setObjectName("export_parts")
        self.body.addWidget(self._parts)

    def _kinds(self) -> list[tuple[str, str, str]]:
        return [
            ("docx", self.tr("Word (.docx)"), self.tr("The text of the report, to edit and reuse.")),
            (
                "xlsx",
                self.tr("Excel (.xlsx)"),
                self.tr("Notes, insights, goals, advice and votes as tables."),
            ),
            ("csv", self.tr("CSV tables"), self.tr("The same tables for any program, in one folder.")),
            (
                "html",
                self.tr("Talking picture (.html)"),
                self.tr("One page to walk through, also without internet."),
            ),
            ("png", self.tr("Picture of a board (.png)"), self.tr("To show or print a board as it lies.")),
            ("svg", self.tr("Drawing of a board (.svg)"), self.tr("Sharp at any size, for designers.")),
            ("md", self.tr("Markdown (.md)"), self.tr("The text of the report for websites.")),
            (
                "qdpx",
                self.tr("Research project (.qdpx)"),
                self.tr("For ATLAS.ti, MAXQDA, NVivo and the like."),
            ),
            ("qdc", self.tr("Codebook (.qdc)"), self.tr("Goals and insights alone, as codes.")),
            ("json", self.tr("JSON (.json)"), self.tr("Everything with its history, without loss.")),
        ]

    def _add_kind(self, kinds: QVBoxLayout, format: str, name: str, about: str) -> None:
        number = len(self._formats)
        self._formats[number] = format
        button = QRadioButton(escape_mnemonic(name), self)
        button.setObjectName(f"export_{format}")
        button.setFont(self.theme.font(BODY, bold=True))
        button.setAccessibleDescription(about)
        self._group.addButton(button, number)
        kinds.addWidget(button)
        words = PlainLabel(about, font=self.theme.font(SMALL), tone="quiet", wrap=True)
        words.setContentsMargins(self.theme.px(36), 0, 0, self.theme.gap(6))
        kinds.addWidget(words)

    @Slot()
    def _look(self) -> None:
        is_picture = self.chosen() in PICTURES
        self._board.setVisible(is_picture)
        self._board_label.setVisible(is_picture)
        self._parts.setVisible(self.chosen() in TOLD and len(self._telling.parts) < len(PARTS))
        self._go_on.setEnabled(self.seal.is_ready())

    @Slot(bool)
    def _grow(self, on: bool) -> None:
        self.resize(self.sizeHint())
        if on:
            self.bring_up(self.seal)

    def chosen(self) -> str:
        """Return the format that is chosen."""
        return self._formats[max(self._group.checkedId(), 0)]

    def value(self) -> ExportChoice:
        """Return what is chosen."""
        language, board = str(self._language.currentData()), str(self._board.currentData())
        return ExportChoice(self.chosen(), language, board, self.seal.value())

    def accept(self) -> None:
        """Close the dialog, unless what is to open the sealed file later is no good."""
        seal = self.seal.value()
        try:
            if seal is not None:
                check_seal(seal)
        except UserError as error:
            self.show_refusal(error)
            return
        super().accept()

    @classmethod
    def ask(
        cls,
        context: Context,
        parent: QWidget,
        steps: Sequence[tuple[str, str]],
        telling: Telling | None = None,
    ) -> ExportChoice | None:
        """Return what to export, or None."""
        dialog = cls(context, steps, parent, telling)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
