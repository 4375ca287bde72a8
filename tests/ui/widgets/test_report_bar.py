from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.report_bar import ReportBar
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context


@pytest.fixture
def bar(qtbot: QtBot) -> ReportBar:
    made = ReportBar(make_context().theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_number_is_told_on_enter_and_kept_within_the_pages(bar: ReportBar) -> None:
    told: list[int] = []
    bar.page_chosen.connect(told.append)
    bar.set_count(12)
    bar.number.selectAll()
    type_text(bar.number, "7")
    assert told == []
    press(bar.number, Qt.Key.Key_Return)
    assert told == [7]
    assert bar.number.maximum() == 12


def test_showing_a_page_tells_nobody(bar: ReportBar) -> None:
    told: list[int] = []
    bar.page_chosen.connect(told.append)
    bar.set_count(12)
    bar.set_page(5)
    assert (bar.number.value(), told) == (5, [])


def test_zoom_is_shown_and_asked(bar: ReportBar) -> None:
    steps: list[int] = []
    bar.zoom_stepped.connect(steps.append)
    bar.set_zoom(65)
    bar.larger.click()
    bar.smaller.click()
    assert bar.fit.words() == "65 %"
    assert steps == [1, -1]


def test_progress_is_there_only_while_pages_are_made(bar: ReportBar) -> None:
    progress = bar.findChild(QProgressBar)
    assert progress is not None
    assert progress.isHidden()
    bar.show_making(0.5)
    assert (progress.isHidden(), progress.value()) == (False, 50)
    bar.show_making(None)
    assert progress.isHidden()


def test_without_pages_there_is_no_number_to_give(bar: ReportBar) -> None:
    bar.set_count(0)
    assert not bar.number.isEnabled()
