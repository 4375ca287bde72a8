from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.dialog import Dialog, ask
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.keys import press
from tests.helpers.ui import make_context


def shown(qtbot: QtBot, scale: int = 100) -> Dialog:
    dialog = Dialog(make_context(scale=scale), "Twee notities parkeren", lead="Waarom passen ze niet?")
    qtbot.addWidget(dialog)
    dialog.add_field("Reden", LineField(dialog.theme, dialog), "Eén zin is genoeg.")
    dialog.add_buttons("Notities parkeren", "Annuleren")
    dialog.show()
    return dialog


def test_escape_cancels_and_enter_does_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog = shown(qtbot)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_in_a_long_text_is_a_new_line_and_ctrl_enter_does_it(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    long = QPlainTextEdit(dialog)
    dialog.body.addWidget(long)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    long.show()
    long.setFocus()
    press(long, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert long.toPlainText() == "\n"
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_disabled_button_is_not_pressed_by_enter(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    button = dialog.findChild(Button, "primary")
    assert button is not None
    button.setEnabled(False)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_field_speaks_its_label_and_hint(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    field = dialog.findChild(LineField)
    assert field is not None
    assert field.accessibleName() == "Reden"
    assert field.accessibleDescription() == "Eén zin is genoeg."


def test_a_long_form_fits_the_screen_and_scrolls(qtbot: QtBot) -> None:
    dialog = Dialog(make_context(scale=200), "Veel")
    qtbot.addWidget(dialog)
    for n in range(40):
        dialog.body.addWidget(PlainLabel(f"regel {n}", wrap=True))
    dialog.add_buttons("Bewaren", "Annuleren")
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert dialog.height() <= screen.height()
    assert dialog.width() <= screen.width()
    button = dialog.findChild(Button, "primary")
    assert button is not None
    assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))


def test_another_choice_tells_its_name(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    said: list[str] = []
    dialog.asked_button.connect(said.append)
    dialog.add_button("copy", "Kopiëren").click()
    assert said == ["copy"]


@pytest.mark.parametrize("yes", [True, False])
def test_a_question_gives_the_answer(qtbot: QtBot, yes: bool) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        (dialog.accept if yes else dialog.reject)()

    QTimer.singleShot(30, answer)
    said = ask(make_context(), None, "Weg?", "Dit inzicht verdwijnt.", "Inzicht verwijderen", "Houden")
    assert said is yes


def test_another_heading_is_also_the_title(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.set_heading("Anders", "")
    dialog.set_width(700)
    assert dialog.windowTitle() == "Anders"
    assert dialog.sizeHint().width() >= 560


def test_ctrl_enter_in_a_field_of_several_lines_does_it(qtbot: QtBot) -> None:
    dialog = Dialog(make_context(), "Notitie wijzigen")
    qtbot.addWidget(dialog)
    field = TextField(dialog.theme, dialog)
    dialog.add_field("Tekst", field)
    dialog.add_buttons("Bewaren", "Annuleren")
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    field.setFocus()
    press(field, Qt.Key.Key_Return)
    assert field.text() == "\n"
    with qtbot.waitSignal(dialog.accepted, timeout=500):
        press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_on_the_cancelling_button_cancels(qtbot: QtBot) -> None:
    dialog = Dialog(make_context(), "Inzicht verwijderen")
    qtbot.addWidget(dialog)
    dialog.add_buttons("Verwijderen", "Laten staan", danger=True)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    cancel = next(button for button in dialog.findChildren(Button) if button.words() == "Laten staan")
    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected, timeout=500):
        press(cancel, Qt.Key.Key_Return)


def test_a_dialog_stays_while_a_field_holds_too_much(qtbot: QtBot) -> None:
    dialog = Dialog(make_context(), "Doel")
    qtbot.addWidget(dialog)
    field = TextField(dialog.theme, dialog)
    field.limit = 20
    dialog.add_field("Tekst", field)
    dialog.add_buttons("Bewaren", "Annuleren")
    dialog.show()
    field.setPlainText("veel te veel letters hier")
    dialog.accept()
    assert dialog.isVisible()
    told = dialog.findChild(PlainLabel, "refusal")
    assert isinstance(told, PlainLabel)
    assert told.isVisible()
    assert "20" in told.text()
    assert field.text() == "veel te veel letters hier"
    field.setPlainText("kort")
    with qtbot.waitSignal(dialog.accepted, timeout=500):
        dialog.accept()


def long_one(qtbot: QtBot, lines: int, *, danger: bool = False) -> tuple[Dialog, LineField]:
    dialog = Dialog(make_context(), "Alles verwijderen", lead="Dit gaat weg:")
    qtbot.addWidget(dialog)
    for n in range(lines):
        dialog.body.addWidget(PlainLabel(f"Bestand {n}, met alles wat erin staat", wrap=True))
    field = LineField(dialog.theme, dialog)
    dialog.add_field("Typ de titel", field)
    dialog.add_buttons("Verwijderen", "Bewaren", danger=danger)
    field.setFocus()
    dialog.show()
    qtbot.wait(10)
    return dialog, field


def test_it_begins_at_the_top_and_never_with_the_focus_below_what_it_is_about(qtbot: QtBot) -> None:
    short, field = long_one(qtbot, 3, danger=True)
    assert short.focusWidget() is field
    tall, field = long_one(qtbot, 60, danger=True)
    bar = tall.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    focused = tall.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words() == "Bewaren"


def test_without_anything_to_fill_in_the_focus_is_on_the_button_that_harms_nothing(qtbot: QtBot) -> None:
    for danger, words in ((False, "Doe het"), (True, "Liever niet")):
        dialog = Dialog(make_context(), "Zeker weten?", lead="Er gaat iets gebeuren.")
        qtbot.addWidget(dialog)
        dialog.add_buttons("Doe het", "Liever niet", danger=danger)
        dialog.show()
        focused = dialog.focusWidget()
        assert isinstance(focused, Button)
        assert focused.words() == words
