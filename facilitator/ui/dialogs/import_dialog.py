"""A survey table on its way in: look at it, and say which column holds the answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from facilitator.domain.entities import CHANNELS
from facilitator.exchange.csv_table import CsvTable
from facilitator.ui.kit.boxes import ChoiceBox
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, SMALL

_SHOWN_ROWS = 6
_PROBED_ROWS = 200


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """What to take from a table; an empty ``persona_column`` means no persona."""

    text_column: str
    persona_column: str
    channel: str
    meeting_name: str


class ImportDialog(Dialog):
    """Asks for column, persona column, channel and name; only those columns are read."""

    def __init__(self, context: Context, name: str, table: CsvTable, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self._table = table
        rows = self.tr("%n row(s)", "", len(table.rows))
        self.set_heading(
            self.tr("Import a survey"),
            self.tr("{name}: {rows}. Each answer becomes a note. Other columns are not kept.").format(
                name=name, rows=rows
            ),
        )
        self.set_width(760)
        self.sheet = ChoiceBox(self)
        for sheet in table.sheets:
            self.sheet.addItem(sheet, sheet)
        self.sheet.setCurrentIndex(max(self.sheet.findData(table.sheet), 0))
        self.sheet.setObjectName("sheet")
        columns = [column for column in table.columns if column and table.columns.count(column) == 1]
        self._text = self._combo("text_column", columns)
        self._text.setCurrentIndex(max(self._text.findData(_wordiest(table)), 0))
        self._persona = self._combo("persona_column", [])
        self._persona.addItem(self.tr("no persona"), "")
        for column in columns:
            self._persona.addItem(column, column)
        self._channel = ChoiceBox(self)
        for code in CHANNELS:
            self._channel.addItem(context.words.channel(code), code)
        self._channel.setCurrentIndex(self._channel.findData("survey"))
        self._name = LineField(self.theme, self)
        self._name.set_committed(name.rsplit(".", 1)[0])
        several = len(table.sheets) > 1
        self.sheet.setVisible(several)
        if several:
            self.add_field(self.tr("Sheet"), self.sheet)
        if table.hidden:
            hidden = self.tr("%n hidden sheet(s) are left out.", "", len(table.hidden))
            self.body.addWidget(PlainLabel(hidden, self, tone="quiet", wrap=True))
        self.add_field(self.tr("The answers are in column"), self._text)
        self.add_field(self.tr("The persona is in column"), self._persona)
        self.add_field(self.tr("Channel"), self._channel)
        self.add_field(self.tr("Name of this survey"), self._name)
        self.body.addWidget(PlainLabel(self.tr("The first rows"), font=self.theme.font(BODY, bold=True)))
        self._preview = self._make_preview()
        self.body.addWidget(self._preview)
        self._text.currentIndexChanged.connect(self._mark)
        button = self.add_buttons(self.tr("Add the answers as notes"), self.tr("Cancel"))
        button.setEnabled(bool(columns))
        self._mark()

    def _combo(self, name: str, columns: list[str]) -> QComboBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        for column in columns:
            box.addItem(column, column)
        return box

    def _make_preview(self) -> QTableWidget:
        table = self._table
        view = QTableWidget(min(len(table.rows), _SHOWN_ROWS), len(table.columns), self)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setFont(self.theme.font(SMALL))
        view.setHorizontalHeaderLabels(list(table.columns))
        for n, cells in enumerate(table.rows[:_SHOWN_ROWS]):
            for at, cell in enumerate(cells):
                view.setItem(n, at, QTableWidgetItem(" ".join(cell.split())[:200]))
        view.setMinimumHeight(self.theme.px(180))
        view.setAccessibleName(self.tr("The first rows of the table"))
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.verticalHeader().hide()
        return view

    @Slot()
    def _mark(self) -> None:
        if not self._text.count():
            return
        at = self._table.columns.index(self._text.currentData())
        header = self._preview.horizontalHeader()
        for column in range(len(self._table.columns)):
            self._preview.setColumnWidth(column, self.theme.px(380 if column == at else 120))
        header.moveSection(header.visualIndex(at), 0)
        self._preview.selectColumn(at)
        self._preview.horizontalScrollBar().setValue(0)

    def choice(self) -> ImportChoice:
        """Return what was chosen."""
        return ImportChoice(
            str(self._text.currentData() or ""),
            str(self._persona.currentData() or ""),
            str(self._channel.currentData()),
            self._name.text(),
        )


def _wordiest(table: CsvTable) -> str:
    """Return the heading of the column with the longest texts: most likely the answers."""
    lengths = [
        sum(len(row[at]) for row in table.rows[:_PROBED_ROWS] if not row[at].replace(".", "").isdigit())
        for at in range(len(table.columns))
    ]
    return table.columns[lengths.index(max(lengths))] if lengths else ""
