from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.new_dialogue_dialog import NewDialogueDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.fields import LineField, TextField
from tests.helpers.ui import make_context


@pytest.fixture
def dialog(qtbot: QtBot) -> NewDialogueDialog:
    made = NewDialogueDialog(
        make_context(language="nl"), Path("/s"), lambda title: Path(f"/s/{title or 'x'}.dialoog")
    )
    qtbot.addWidget(made)
    return made


def part(dialog: NewDialogueDialog, kind: type, name: str) -> object:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def test_it_waits_for_a_title(dialog: NewDialogueDialog) -> None:
    button = part(dialog, Button, "primary")
    assert isinstance(button, Button)
    assert not button.isEnabled()
    title = part(dialog, LineField, "title")
    assert isinstance(title, LineField)
    title.setText("   ")
    assert not button.isEnabled()
    title.setText("Zorg")
    assert button.isEnabled()
    assert dialog.path() == Path("/s/Zorg.dialoog")


def test_all_that_is_filled_in_comes_out(dialog: NewDialogueDialog) -> None:
    title, question = part(dialog, LineField, "title"), part(dialog, TextField, "question")
    assert isinstance(title, LineField)
    assert isinstance(question, TextField)
    title.setText("Wonen")
    question.setPlainText("Hoe wonen we samen?")
    language, method = part(dialog, QComboBox, "dialogue_language"), part(dialog, QComboBox, "method")
    assert isinstance(language, QComboBox)
    assert isinstance(method, QComboBox)
    language.setCurrentIndex(1)
    method.setCurrentIndex(method.findData("dag-van-de-dialoog"))
    kampen = part(dialog, QCheckBox, "pack_kampen")
    assert isinstance(kampen, QCheckBox)
    kampen.setChecked(True)
    setup = dialog.setup()
    assert (setup.title, setup.question, setup.language) == ("Wonen", "Hoe wonen we samen?", "en")
    assert (setup.method, setup.packs) == ("dag-van-de-dialoog", ("twente", "kampen"))


def test_every_method_shows_its_steps(dialog: NewDialogueDialog) -> None:
    method = part(dialog, QComboBox, "method")
    assert isinstance(method, QComboBox)
    seen = set()
    for n in range(method.count()):
        method.setCurrentIndex(n)
        seen.add(dialog.summary())
    assert len(seen) == method.count() >= 2
    assert any("Ontmoeten" in text for text in seen)


def test_it_can_be_kept_elsewhere(dialog: NewDialogueDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("/stick/zorg", ""))
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Ergens anders…").click()
    assert dialog.path() == Path("/stick/zorg.dialoog")
    assert dialog.first_field() is part(dialog, LineField, "title")
