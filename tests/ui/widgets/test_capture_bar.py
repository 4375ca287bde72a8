"""The writing bar: chips keep what was chosen, and the field is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QBoxLayout
from pytestqt.qtbot import QtBot

from facilitator.domain.pictures import Image
from facilitator.domain.text import NOTE_LIMIT
from facilitator.ui.kit.pictures import made_anew
from facilitator.ui.widgets.capture_bar import CaptureBar, Choice
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

PEOPLE = [
    Choice("fatima", "Fatima & co", "Ctrl F1"),
    Choice("bram", "<b>Bram</b>", "Ctrl F2"),
    Choice("", "Niemand"),
]


@pytest.fixture
def bar(qtbot: QtBot) -> CaptureBar:
    made = CaptureBar(make_context().theme)
    qtbot.addWidget(made)
    made.set_choices("persona", PEOPLE, "fatima")
    made.set_choices("kind", [Choice("worry", "Zorg", "Ctrl 1"), Choice("need", "Behoefte", "Ctrl 2")], "")
    made.set_choices("basis", [Choice("own", "Zelf meegemaakt"), Choice("near", "Dichtbij gezien")], "own")
    made.set_choices("table", [Choice("0", "Geen tafel")], "0")
    made.set_choices("meeting", [], "")
    made.resize(1366, 70)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    QApplication.processEvents()
    return made


def test_enter_submits_and_the_text_stays_until_it_is_accepted(bar: CaptureBar) -> None:
    texts: list[str] = []
    bar.submitted.connect(texts.append)
    type_text(bar.field, "hallo\n")
    assert texts == ["hallo"]
    assert bar.field.text() == "hallo"
    bar.accepted()
    assert bar.field.text() == ""
    assert bar.field.hasFocus()


def test_the_button_does_the_same_and_gives_the_focus_back(bar: CaptureBar, qtbot: QtBot) -> None:
    texts: list[str] = []
    bar.submitted.connect(texts.append)
    type_text(bar.field, "hallo")
    qtbot.mouseClick(bar.stick, Qt.MouseButton.LeftButton)
    assert texts == ["hallo"]
    assert bar.field.hasFocus()


def test_a_chip_shows_names_literally_and_tells_what_is_picked(bar: CaptureBar) -> None:
    chip = bar._chips["persona"]
    told: list[tuple[str, str]] = []
    bar.chip_changed.connect(lambda name, value: told.append((name, value)))
    assert chip.words() == "Fatima & co"
    chip.menu().actions()[1].trigger()
    assert told == [("persona", "bram")]
    assert chip.words() == "<b>Bram</b>"
    assert bar.value("persona") == "bram"
    assert bar.field.hasFocus()


def test_chips_without_a_choice_are_not_shown(bar: CaptureBar) -> None:
    seen = {name: chip.isVisible() for name, chip in bar._chips.items()}
    assert seen == {"persona": True, "kind": True, "basis": True, "table": False, "meeting": False}


def test_an_unknown_value_becomes_the_first(bar: CaptureBar) -> None:
    assert bar.value("kind") == "worry"
    bar.set_value("persona", "weg")
    assert bar.value("persona") == "fatima"


def test_near_the_limit_the_room_left_is_told(bar: CaptureBar) -> None:
    bar.field.setPlainText("x" * (NOTE_LIMIT - 600))
    assert not bar._room_left.isVisible()
    bar.field.setPlainText("x" * (NOTE_LIMIT - 12))
    assert bar._room_left.text() == "nog plaats voor 12 tekens"
    bar.field.setPlainText("x" * (NOTE_LIMIT + 1))
    assert bar._room_left.text() == "1 teken te veel"


def test_undo_in_an_empty_field_is_left_to_the_dialogue(bar: CaptureBar) -> None:
    type_text(bar.field, "abc")
    press(bar.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.field.text() != "abc"
    bar.accepted()
    assert not bar.field.document().isUndoAvailable()


def test_a_narrow_page_puts_the_chips_above_the_field(bar: CaptureBar) -> None:
    bar.fit(1366)
    assert bar._both.direction() == QBoxLayout.Direction.LeftToRight
    bar.fit(900)
    assert bar._both.direction() == QBoxLayout.Direction.TopToBottom


def test_one_long_name_takes_no_room_from_short_words(bar: CaptureBar) -> None:
    bar.set_choices("meeting", [Choice("m", "Vijfde bijeenkomst " * 8)], "m")
    bar.set_choices("table", [Choice("0", "Geen tafel"), Choice("1", "Tafel 1")], "0")
    bar.fit(1000)
    chips = bar._chips
    assert chips["basis"].maximumWidth() >= chips["basis"].sizeHint().width()
    assert chips["table"].maximumWidth() >= chips["table"].sizeHint().width()
    assert chips["meeting"].maximumWidth() < chips["meeting"].sizeHint().width()
    assert sum(min(c.maximumWidth(), c.sizeHint().width()) for c in chips.values()) < 1000


def test_only_looking_lets_nothing_be_typed(bar: CaptureBar) -> None:
    bar.set_readonly("Alleen bekijken")
    type_text(bar.field, "abc")
    assert bar.field.text() == ""
    assert not bar.stick.isEnabled()


def test_a_draft_too_long_for_one_note_comes_in_pieces(bar: CaptureBar) -> None:
    assert bar.pieces() == []
    bar.field.setPlainText("a" * NOTE_LIMIT + "b")
    assert bar.pieces() == ["a" * NOTE_LIMIT, "b"]


def test_draft_and_chips_survive_a_rebuild(bar: CaptureBar) -> None:
    bar.field.setPlainText("half af")
    bar.set_value("basis", "near")
    kept = bar.save_view()
    bar.accepted()
    bar.set_value("basis", "own")
    bar.restore_view(kept)
    assert bar.field.text() == "half af"
    assert bar.value("basis") == "near"
    bar.restore_view({"values": {"basis": "gone"}})
    assert bar.value("basis") == "near"


def picture() -> Image:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return made_anew(image)


def test_a_picture_waits_as_a_chip_until_the_note_is_stuck(bar: CaptureBar) -> None:
    bar.field.picture_pasted.emit(picture())
    assert bar.chip_of_picture.isVisible()
    assert bar.picture is not None
    kept = bar.save_view()
    bar.accepted()
    assert bar.picture is None
    assert not bar.chip_of_picture.isVisible()
    bar.restore_view(kept)
    assert bar.picture is not None
    bar.chip_of_picture.removed.emit()
    assert bar.picture is None
    assert bar.field.hasFocus()
    bar.set_picture(picture())
    press(bar.field, Qt.Key.Key_Escape)
    assert bar.picture is None


def test_only_looking_takes_no_picture(bar: CaptureBar) -> None:
    bar.set_readonly("Alleen bekijken")
    bar.set_picture(picture())
    assert bar.picture is None


def test_similar_notes_are_told_quietly(bar: CaptureBar, qtbot: QtBot) -> None:
    assert not bar.similar.isVisible()
    bar.set_similar(3)
    assert bar.similar.isVisible()
    assert bar.similar.words() == "3 lijken hierop"
    assert bar.field.hasFocus()
    with qtbot.waitSignal(bar.similar_wanted):
        qtbot.mouseClick(bar.similar, Qt.MouseButton.LeftButton)
    bar.set_similar(0)
    assert not bar.similar.isVisible()


@pytest.mark.parametrize("state", ["kept", "unsaved"])
def test_it_shows_and_says_where_new_notes_go_while_the_file_refuses(bar: CaptureBar, state: str) -> None:
    assert bar.kept_sign.isHidden()
    bar.show_kept(state)
    assert bar.kept_sign.isVisible()
    assert bar.kept_sign.accessibleName() in bar.kept_sign.toolTip()
    bar.show_kept("")
    assert bar.kept_sign.isHidden()
