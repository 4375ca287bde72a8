from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import xlsxwriter
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import make_file


def take(accept: bool) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        (dialog.accept if accept else dialog.reject)()

    QTimer.singleShot(50, act)


def survey(tmp_path: Path) -> Path:
    path = tmp_path / "wensen.csv"
    path.write_text("nr;antwoord\n1;Bel mij eens terug\n2;\n3;Meer tijd voor een gesprek\n", "utf-8")
    return path


def test_answers_become_notes_and_the_rest_is_counted(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    take(True)
    window.open_any(survey(tmp_path))
    notes = [note for note in window.context.dialogue.state.notes if note.source == "import"]
    assert [note.text for note in notes] == ["Bel mij eens terug", "Meer tijd voor een gesprek"]
    assert window.notice_bar.text() == "2 antwoorden toegevoegd. 1 rij overgeslagen."
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.action is not None
    shown.action()
    assert not [note for note in window.context.dialogue.state.notes if note.source == "import"]


def test_cancelling_adds_nothing(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    take(False)
    window.open_any(survey(tmp_path))
    assert len(window.context.dialogue.state.notes) == 1


def test_a_table_that_cannot_be_read_is_told_in_words(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    empty = tmp_path / "leeg.csv"
    empty.write_bytes(b"")
    window.open_any(empty)
    assert window.notice_bar.text()


def test_another_sheet_of_a_workbook_can_be_chosen(window: MainWindow, tmp_path: Path) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    path = tmp_path / "wensen.xlsx"
    book: Any = cast("Any", xlsxwriter).Workbook(str(path))
    for name, text in (("Eerste", "Niet deze"), ("Tweede", "Deze wel")):
        page = book.add_worksheet(name)
        page.write_column(0, 0, ["antwoord", text])
    book.add_worksheet("Verborgen").hide()
    book.close()
    seen: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        assert dialog.sheet.count() == 2
        seen.append(dialog.sheet.currentText())
        take(True)
        dialog.sheet.setCurrentIndex(1)

    QTimer.singleShot(50, choose)
    window.open_any(path)
    assert seen == ["Eerste"]
    assert [note.text for note in window.context.dialogue.state.notes][1:] == ["Deze wel"]
