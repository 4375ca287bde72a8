from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.ui.kit.page import Go, Page
from tests.helpers.ui import make_context


def test_a_bare_page_asks_nothing_of_anyone(qtbot: QtBot) -> None:
    page = Page(make_context())
    qtbot.addWidget(page)
    page.refresh(None)
    page.restore_view(page.save_view())
    page.show_drop(True)
    assert page.first_focus() is page
    assert (page.panes(), page.commands(), page.save_view()) == ([], {}, {})
    assert page.may_leave()


def test_a_page_stands_on_the_ground_of_the_theme(qtbot: QtBot) -> None:
    page = Page(make_context(theme="dark"))
    qtbot.addWidget(page)
    page.resize(40, 40)
    assert page.grab().toImage().pixelColor(20, 20) == page.context.theme.page


def test_wishes_are_values() -> None:
    assert Go("step", "dromen") == Go("step", "dromen")
    assert len({Go("start"), Go("start"), Go("report")}) == 2
