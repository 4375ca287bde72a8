from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.insight_view import GoalView, InsightView
from tests.ui.widgets.card_rows import goal, insight, model_of


def columns(view: InsightView) -> int:
    model = view.model()
    tops = [view.visualRect(model.index(row, 0)).top() for row in range(model.rowCount())]
    return tops.count(tops[0])


def test_cards_fill_the_width_in_as_many_columns_as_fit(qtbot: QtBot) -> None:
    view = InsightView(load_theme("light"))
    qtbot.addWidget(view)
    model = model_of([insight(f"Inzicht {n}") for n in range(6)])
    model.setParent(view)
    view.setModel(model)
    view.show()
    for width, wanted in ((360, 1), (780, 2), (1_100, 3), (330, 1)):
        view.resize(width, 500)
        QApplication.processEvents()
        assert columns(view) == wanted, width
        first = view.visualRect(model.index(0, 0))
        assert first.top() <= 8, "the first card stands at the top"
        assert first.right() <= view.viewport().width()


def test_long_goals_are_higher_and_the_lit_one_is_marked(qtbot: QtBot) -> None:
    view = GoalView(load_theme("light"))
    qtbot.addWidget(view)
    model = model_of([goal("1. Rust"), goal("2. Een naam die zeker meer dan één regel nodig heeft")])
    model.setParent(view)
    view.setModel(model)
    view.resize(240, 300)
    view.show()
    short, long = (view.visualRect(model.index(row, 0)) for row in range(2))
    assert long.height() > short.height()
    before = view.grab(short).toImage()
    view.set_lit("0")
    assert view.grab(short).toImage() != before
