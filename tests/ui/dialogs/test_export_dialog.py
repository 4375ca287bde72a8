"""Choosing what to export: each kind of file says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from facilitator.domain.choices import FORMATS
from facilitator.domain.report_data import PARTS
from facilitator.services.sealing import Seal
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.export_dialog import ExportDialog, Telling
from tests.helpers.age import Holder
from tests.helpers.ui import make_context
from tests.helpers.window import make_file

STEPS = [("dromen", "Dromen")]
WORDS = "paard batterij nietje correct"
RECIPIENT = Holder().public


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with SessionStore.open(make_file(tmp_path, notes=1), source="test") as store:
        yield store


def radios(dialog: ExportDialog) -> dict[str, QRadioButton]:
    return {
        button.objectName().removeprefix("export_"): button
        for button in dialog.findChildren(QRadioButton)
        if button.objectName().startswith("export_")
    }


def test_every_format_but_the_report_s_own_is_there_with_a_line_about_it(
    qtbot: QtBot, store: SessionStore
) -> None:
    dialog = ExportDialog(make_context(store), STEPS)
    qtbot.addWidget(dialog)
    found = radios(dialog)
    assert set(found) == set(FORMATS) - {"pdf"}
    assert all(len(button.accessibleDescription()) > 15 for button in found.values())
    assert dialog.value().format == "docx"
    assert dialog.value().language == "nl"


def test_a_board_is_asked_for_pictures_alone(qtbot: QtBot, store: SessionStore) -> None:
    dialog = ExportDialog(make_context(store), STEPS)
    qtbot.addWidget(dialog)
    assert dialog._board.isHidden()
    radios(dialog)["svg"].click()
    assert not dialog._board.isHidden()
    dialog._board.setCurrentIndex(2)
    assert dialog.value().board == "dromen"
    radios(dialog)["xlsx"].click()
    assert dialog._board.isHidden()


def test_the_language_is_that_of_the_report_and_fewer_parts_are_told_for_its_forms_alone(
    qtbot: QtBot, store: SessionStore
) -> None:
    dialog = ExportDialog(make_context(store), STEPS, telling=Telling("en", ("summary", "goals")))
    qtbot.addWidget(dialog)
    assert dialog.value().language == "en"
    told = dialog.findChild(QLabel, "export_parts")
    assert told is not None
    assert f"2 van {len(PARTS)}" in told.text()
    shown = {format: button.click() or not told.isHidden() for format, button in radios(dialog).items()}
    assert {format for format, on in shown.items() if on} == {"docx", "html", "md"}


def test_with_all_parts_nothing_is_said_of_them(qtbot: QtBot, store: SessionStore) -> None:
    dialog = ExportDialog(make_context(store), STEPS)
    qtbot.addWidget(dialog)
    told = dialog.findChild(QLabel, "export_parts")
    assert told is not None
    assert told.isHidden()


def test_it_is_not_sealed_unless_somebody_wants_that(qtbot: QtBot, store: SessionStore) -> None:
    dialog = ExportDialog(make_context(store), STEPS)
    qtbot.addWidget(dialog)
    assert dialog.value().seal is None
    dialog.seal.on.click()
    assert not dialog._go_on.isEnabled()
    dialog.seal.words.first.field.setText(WORDS)
    dialog.seal.words.second.field.setText(WORDS)
    assert dialog._go_on.isEnabled()
    assert dialog.value().seal == Seal(passphrase=WORDS)
    dialog.seal.on.click()
    assert dialog.value().seal is None


def test_what_is_no_public_key_is_told_and_the_dialog_stays(qtbot: QtBot, store: SessionStore) -> None:
    dialog = ExportDialog(make_context(store), STEPS)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.seal.on.click()
    dialog.seal.by_key.click()
    dialog.seal.recipient.setText("age1niets")
    dialog.accept()
    refusal = dialog.findChild(QLabel, "refusal")
    assert refusal is not None
    assert "geen openbare sleutel" in refusal.text()
    assert dialog.isVisible()
    dialog.seal.recipient.setText(RECIPIENT)
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.value().seal == Seal(recipient=RECIPIENT)
