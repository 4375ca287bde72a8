from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.tray_pane import LONG, TrayPane
from tests.helpers.keys import type_text
from tests.helpers.ui import dress
from tests.ui.widgets.card_rows import notes_model


def shown(qtbot: QtBot, scale: int = 100) -> TrayPane:
    theme = load_theme("light", scale)
    dress(theme)
    pane = TrayPane(theme)
    qtbot.addWidget(pane)
    for view in (pane.view, pane.parked):
        model = notes_model(LONG)
        model.setParent(pane)
        view.setModel(model)
    pane.set_counts(LONG, LONG, LONG)
    pane.resize(300, 600)
    pane.show()
    return pane


def test_the_count_is_in_words_and_the_field_comes_when_there_is_much(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    assert pane.count.text() == f"{LONG} notities"
    assert pane.field.isVisible()
    pane.set_counts(1, 1, 0)
    assert pane.count.text() == "1 notitie"
    assert not pane.field.isVisible()
    pane.set_counts(0, 0, 0)
    assert pane.empty.text().startswith("Elke notitie heeft een plek")
    assert pane.view.isVisible(), "notes can still be dropped here"


def test_searching_tells_a_moment_after_the_last_letter(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    with qtbot.waitSignal(pane.filter_changed) as told:
        type_text(pane.field, "  rust ")
    assert told.args == ["rust"]
    pane.set_counts(LONG, 0, 0)
    assert pane.empty.isVisible()
    assert pane.empty.text() == "In geen losse notitie staan deze woorden."


def test_buttons_come_with_a_choice(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    assert not pane.place.isVisible()
    pane.view.select_rows([0, 1])
    assert pane.place.isVisible()
    with qtbot.waitSignal(pane.asked) as asked:
        pane.place.click()
    assert asked.args == ["place"]
    pane.fold.click()
    assert pane.parked.isVisible()
    assert not pane.back.isEnabled()
    pane.parked.select_rows([0])
    with qtbot.waitSignal(pane.asked) as asked:
        pane.back.click()
    assert asked.args == ["unpark"]


def test_at_large_text_only_one_of_the_two_lists_is_open(qtbot: QtBot) -> None:
    pane = shown(qtbot, scale=200)
    pane.set_open(True)
    assert not pane.view.isVisible()
    pane.show_field()
    assert pane.view.isVisible()
    assert not pane.parked.isVisible()
