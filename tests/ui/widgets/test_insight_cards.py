from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.insight_cards import CardView
from tests.helpers.keys import press
from tests.ui.widgets.card_rows import insight, model_of


def shown(qtbot: QtBot, number: int = 4) -> CardView:
    view = CardView(load_theme("light"))
    qtbot.addWidget(view)
    model = model_of([insight(f"Inzicht {n}") for n in range(number)])
    model.setParent(view)
    view.setModel(model)
    view.resize(400, 400)
    view.show()
    return view


def test_keys_open_leave_and_delete(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.choose_ids(["2"])
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args == ["2"]
    with qtbot.waitSignal(view.left):
        press(view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.delete_asked):
        press(view, Qt.Key.Key_Delete)


def test_choosing_tells_once_for_rows_that_are_there(qtbot: QtBot) -> None:
    view = shown(qtbot)
    with qtbot.waitSignal(view.chosen_changed):
        view.choose_ids(["1", "3", "unknown"])
    assert view.selected_ids() == ["1", "3"]
    assert view.current_id() == "3"
    press(view, Qt.Key.Key_Home)
    assert view.selected_ids() == ["0"]


def test_an_empty_view_has_nothing_chosen(qtbot: QtBot) -> None:
    view = CardView(load_theme("light"))
    qtbot.addWidget(view)
    assert view.selected_ids() == []
    assert shown(qtbot, 0).current_id() == ""


def test_coming_by_keyboard_chooses_a_card_and_keeps_a_choice(qtbot: QtBot) -> None:
    view = shown(qtbot)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert view.selected_ids() == ["0"]
    view.choose_ids(["2", "3"])
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selected_ids() == ["2", "3"]


def test_coming_by_mouse_or_by_the_program_chooses_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.clearFocus()
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert view.selected_ids() == []
