from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from facilitator.exchange.csv_table import CsvTable
from facilitator.ui.dialogs.import_dialog import ImportChoice, ImportDialog
from facilitator.ui.kit.buttons import Button
from tests.helpers.ui import make_context

TABLE = CsvTable(
    columns=("nummer", "antwoord", "wie"),
    rows=tuple((str(n), f"Ik wil dat er naar mij geluisterd wordt, {n} keer", "Fatima") for n in range(40)),
    encoding="utf-8",
    delimiter=";",
)


def dialog(qtbot: QtBot, table: CsvTable = TABLE) -> ImportDialog:
    made = ImportDialog(make_context(language="nl"), "wensen.csv", table)
    qtbot.addWidget(made)
    return made


def test_the_column_with_the_longest_texts_is_proposed(qtbot: QtBot) -> None:
    assert dialog(qtbot).choice() == ImportChoice("antwoord", "", "survey", "wensen")


def test_another_column_and_a_persona_can_be_chosen(qtbot: QtBot) -> None:
    made = dialog(qtbot)
    for name, value in (("text_column", "nummer"), ("persona_column", "wie")):
        box = made.findChild(QComboBox, name)
        assert box is not None
        box.setCurrentIndex(box.findData(value))
    assert made.choice().text_column == "nummer"
    assert made.choice().persona_column == "wie"


def test_the_first_rows_are_shown_as_text(qtbot: QtBot) -> None:
    table = CsvTable(("a",), (("<b>=1+1</b>",),), "utf-8", "")
    made = dialog(qtbot, table)
    view = made.findChild(QTableWidget)
    assert view is not None
    item = view.item(0, 0)
    assert item is not None
    assert item.text() == "<b>=1+1</b>"


def test_a_table_without_usable_headings_cannot_be_taken(qtbot: QtBot) -> None:
    made = dialog(qtbot, CsvTable(("", ""), (("a", "b"),), "utf-8", ";"))
    button = made.findChild(Button, "primary")
    assert button is not None
    assert not button.isEnabled()
