"""The first page is there before the whole report is."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.report.preview import Preview
from facilitator.report.render import render
from facilitator.ui.kit.tasks import TaskRunner
from facilitator.ui.pages.first_page import FirstAnew, FirstPage
from facilitator.ui.widgets.page_view import PageView
from tests.helpers.ui import make_context
from tests.report.builders import RESOURCES, report_of, small_state


def test_the_cover_comes_alone_while_there_is_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = TaskRunner()
    page = FirstPage(tasks)
    with qtbot.waitSignal(page.ready) as told:
        page.make(report_of(small_state()), tmp_path / "pages.pdf")
    assert told.args
    sheets = told.args[0]
    assert isinstance(sheets, FirstAnew)
    assert sheets.count == 1
    assert sheets.size(0)[0] > 500
    sheets.close()
    assert tasks.stop()


def test_the_other_pages_stay_as_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    whole = tmp_path / "pages.pdf"
    render(report_of(small_state(title="Oud")), whole, RESOURCES)
    before = Preview(whole)
    tasks = TaskRunner()
    page = FirstPage(tasks)
    with qtbot.waitSignal(page.ready) as told:
        page.make(report_of(small_state(title="Nieuw")), whole)
    assert told.args
    sheets = told.args[0]
    assert sheets.count == before.count > 5
    assert sheets.image(0, 0.2)[3] != before.image(0, 0.2)[3]
    assert sheets.image(3, 0.2)[3] == before.image(3, 0.2)[3]
    sheets.close()
    before.close()
    assert tasks.stop()


def test_it_is_not_shown_over_the_whole(qtbot: QtBot, tmp_path: Path) -> None:
    context = make_context(None)
    view = PageView(context.theme, context.tasks)
    qtbot.addWidget(view)
    view.show()
    page = FirstPage(context.tasks)
    old = True
    page.want(view, lambda: report_of(small_state()), lambda: tmp_path / "pages.pdf", lambda: old)
    qtbot.waitUntil(lambda: view.count == 1)
    old = False
    page.want(view, lambda: report_of(small_state()), lambda: tmp_path / "pages.pdf", lambda: old)
    heard: list[object] = []
    page.ready.connect(heard.append)
    qtbot.wait(300)
    qtbot.waitUntil(lambda: not context.tasks.busy)
    qtbot.wait(50)
    assert heard == []
    view.close_sheets()
