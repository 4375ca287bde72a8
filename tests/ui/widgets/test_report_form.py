from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.report_data import FormOrder
from facilitator.ui.widgets.report_form import ReportForm
from tests.helpers.ui import make_context


def test_what_is_chosen_is_what_is_ordered(qtbot: QtBot) -> None:
    form = ReportForm(make_context(None).theme)
    qtbot.addWidget(form)
    form.set_names([("geert", "Geert")], [("m1", "Avond")])
    assert form.order() is None
    form.set_state({"form": "meeting", "detail": "m1"})
    assert form.order() == FormOrder("meeting", meeting="m1")
    form.set_state({"form": "handout", "detail": "geert"})
    assert form.order() == FormOrder("handout", persona="geert")


def test_a_board_is_chosen_beside_its_sheet(qtbot: QtBot) -> None:
    form = ReportForm(make_context(None).theme)
    qtbot.addWidget(form)
    form.set_names([], [], [("dromen", "Dromen")])
    assert form.board.isHidden()
    form.set_state({"form": "board", "detail": "a3", "board": "dromen"})
    assert not form.board.isHidden()
    assert form.order() == FormOrder("board", size="a3", board="dromen")
    form.set_names([], [], [("dromen", "Dromen"), ("doen", "Doen")])
    assert form.order() == FormOrder("board", size="a3", board="dromen")
    assert form.state()["board"] == "dromen"
