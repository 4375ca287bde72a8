from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.kit.page import Go
from facilitator.ui.pages.locked_page import LockedPage
from tests.helpers.ui import make_context


def made(qtbot: QtBot) -> LockedPage:
    page = LockedPage(make_context())
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_asks_for_what_opens_it(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.show_file("zorg", 15, by_laptop=False)
    assert page.first_focus() is page.secret
    with qtbot.assertNotEmitted(page.unlock_requested):
        page._ask()
    page.secret.field.setText("vier woorden")
    with qtbot.waitSignal(page.unlock_requested) as asked:
        page.secret.entered.emit()
    assert asked.args == ["vier woorden"]


def test_where_the_laptop_keeps_the_key_a_press_is_enough(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.show_file("zorg", 0, by_laptop=True)
    assert page.secret.isHidden()
    with qtbot.waitSignal(page.unlock_requested) as asked:
        page._open.click()
    assert asked.args == [""]


def test_while_a_key_is_changed_nothing_can_be_asked(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.show_waiting()
    assert page.secret.isHidden()
    assert page._open.isHidden()


def test_a_fault_is_told_and_one_can_leave(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.secret.field.setText("fout")
    page.show_fault("Hiermee gaat het niet open.")
    assert page._fault.text() == "Hiermee gaat het niet open."
    assert page.secret.field.selectedText()
    with qtbot.waitSignal(page.navigate_requested) as asked:
        page._leave()
    assert asked.args == [Go("start")]
