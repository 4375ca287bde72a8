from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.insight_pane import InsightPane
from tests.helpers.keys import press, type_text
from tests.helpers.ui import dress
from tests.ui.widgets.card_rows import insight, model_of


def shown(qtbot: QtBot, width: int = 800, scale: int = 100) -> InsightPane:
    theme = load_theme("light", scale)
    dress(theme)
    pane = InsightPane(theme, "Wat hoort bij elkaar?")
    qtbot.addWidget(pane)
    model = model_of([insight("Rust"), insight("Tijd")])
    model.setParent(pane)
    pane.cards.setModel(model)
    pane.set_counts(2, 2, 6)
    pane.resize(width, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_the_opened_insight_stands_beside_or_over_the_cards(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.open_detail()
    assert pane.cards.isVisible()
    assert pane.detail.isVisible()
    pane.resize(400, 600)
    QApplication.processEvents()
    assert not pane.cards.isVisible()
    with qtbot.waitSignal(pane.closed):
        pane.detail.close_button.click()
    assert pane.cards.isVisible()
    assert not pane.detail.isVisible()


def test_naming_takes_enter_and_lets_go_on_escape(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.new_bar.open("Nieuw inzicht met 2 notities")
    with qtbot.waitSignal(pane.new_bar.named) as named:
        type_text(pane.new_bar.field, "<b>Rust</b>\n")
    assert named.args == ["<b>Rust</b>"]
    with qtbot.waitSignal(pane.new_bar.cancelled):
        press(pane.new_bar.field, Qt.Key.Key_Escape)


def test_counts_and_filter_are_told_in_words(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    assert pane.count.text() == "2 inzichten · 6 notities gebundeld"
    pane.set_only("Alleen doel 2")
    with qtbot.waitSignal(pane.filter_dropped):
        pane.only.click()
    pane.set_counts(2, 0, 6)
    assert pane.empty.isVisible()
    pane.set_counts(0, 0, 0)
    assert pane.empty.text().startswith("Kies losse notities")


def test_what_needs_one_insight_is_offered_for_one(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    pane.cards.choose_ids(["0", "1"])
    offered = [name for name, button in pane.actions_of.items() if button.isVisible()]
    assert offered == ["link", "merge", "delete"]
    large = shown(qtbot, 900, scale=200)
    large.cards.choose_ids(["0"])
    for button in large.actions_of.values():
        assert button.accessibleName(), "a drawing alone needs a name"
