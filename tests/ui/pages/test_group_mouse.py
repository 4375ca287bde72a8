"""Bundling by mouse: real drops with the mime data the lists give."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView
from pytestqt.qtbot import QtBot

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import accounted, living, when_asked

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def rows(view: QListView, *numbers: int) -> QMimeData:
    """Return what dragging these rows away carries."""
    model = view.model()
    return model.mimeData([model.index(number, 0) for number in numbers])


def centre(view: QListView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def drop(view: QAbstractItemView, data: QMimeData, place: QPoint) -> bool:
    """Drag over a list and let go there; tells whether the list took it."""
    target = view.viewport()
    enter = QDragEnterEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    move = QDragMoveEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(target, move)
    if move.isAccepted():
        fall = QDropEvent(QPointF(place), MOVE, data, LEFT, NONE)
        QApplication.sendEvent(target, fall)
    QApplication.processEvents()
    return move.isAccepted()


def test_notes_dropped_on_a_card_go_under_that_insight(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    number = len(gather(example.state).tray)
    ids = page.desk.loose_model.ids()
    insight = example.state.insights[1]
    inside = len(page.desk.faces.notes_of(insight.id))
    cards = page.insights.cards
    assert drop(cards, rows(page.tray.view, 0, 3), centre(cards, 1))
    assert len(page.desk.faces.notes_of(insight.id)) == inside + 2
    assert page.tray.count.text() == f"{number - 2} notities"
    assert page.desk.loose_model.ids() == [id for id in ids if id not in (ids[0], ids[3])]
    assert accounted(example)
    example.undo()
    assert living(example.state) == before
    assert page.desk.loose_model.ids() == ids


def test_the_card_under_the_mouse_shows_as_the_target(page: GroupPage) -> None:
    cards = page.insights.cards
    data = rows(page.tray.view, 0)
    QApplication.sendEvent(cards.viewport(), QDragEnterEvent(centre(cards, 2), MOVE, data, LEFT, NONE))
    plain = cards.grab(cards.visualRect(page.desk.insight_model.index(2)))
    assert cards.target_row == 2
    other = QDragMoveEvent(centre(cards, 0), MOVE, data, LEFT, NONE)
    QApplication.sendEvent(cards.viewport(), other)
    assert cards.target_row == 0
    assert cards.grab(cards.visualRect(page.desk.insight_model.index(2))).toImage() != plain.toImage()


def test_notes_dropped_beside_the_cards_ask_the_name_of_a_new_insight(
    page: GroupPage, example: SessionStore
) -> None:
    page.goals.view.choose_ids([example.state.goals[2].id])
    QApplication.processEvents()
    cards = page.insights.cards
    beside = QPoint(cards.viewport().width() - 4, cards.viewport().height() - 4)
    assert not cards.indexAt(beside).isValid()
    [first] = page.desk.loose_model.ids()[:1]
    assert drop(cards, rows(page.tray.view, 0), beside)
    assert page.insights.new_bar.isVisible()
    type_text(page.insights.new_bar.field, "Nieuw\n")
    made = example.state.insights[-1]
    assert [note.id for note in page.desk.faces.notes_of(made.id)] == [first]
    assert made.goals == (example.state.goals[2].id,), "it bears on the goal that is shown alone"


def test_notes_of_an_insight_are_dragged_to_another_and_back_to_the_tray(
    page: GroupPage, example: SessionStore
) -> None:
    number = len(gather(example.state).tray)
    first, second = example.state.insights[0], example.state.insights[1]
    page.desk.open_insight(first.id)
    QApplication.processEvents()
    detail = page.insights.detail.notes
    note = page.desk.notes_model.ids()[0]
    assert drop(page.insights.cards, rows(detail, 0), centre(page.insights.cards, 1))
    moved = example.state.note(note)
    assert moved is not None
    assert moved.insights == (second.id,)
    other = page.desk.notes_model.ids()[0]
    assert drop(page.tray.view, rows(detail, 0), QPoint(20, 20))
    assert other in page.desk.loose_model.ids()
    assert page.tray.count.text() == f"{number + 1} notities"
    assert accounted(example)


def test_notes_dropped_on_the_parked_ones_ask_for_the_reason(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    page.tray.set_open(True)
    QApplication.processEvents()
    parked = len(gather(example.state).parked)
    [note] = page.desk.loose_model.ids()[:1]

    def answer(dialog: object) -> None:
        dialog._take("Eerder gezegd")  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]

    when_asked(answer)
    assert drop(page.tray.parked, rows(page.tray.view, 0), QPoint(20, 20))
    qtbot.waitUntil(lambda: len(gather(example.state).parked) == parked + 1)
    set_apart = example.state.note(note)
    assert set_apart is not None
    assert set_apart.parked == "Eerder gezegd"
    row = page.desk.parked_model.row_of(note)
    assert drop(page.tray.view, rows(page.tray.parked, row), QPoint(20, 20))
    assert note in page.desk.loose_model.ids()
    assert accounted(example)


def test_an_insight_dropped_on_a_goal_bears_on_it_too(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    goal = example.state.goals[3]
    shown = page.goals.view
    assert drop(shown, rows(page.insights.cards, 0), centre(shown, 3))
    linked = example.state.insight(insight.id)
    assert linked is not None
    assert linked.goals == (*insight.goals, goal.id)
    example.undo()
    assert example.state.insight(insight.id) == insight


def test_insights_and_goals_are_put_in_order_by_dragging(page: GroupPage, example: SessionStore) -> None:
    cards, goals = page.insights.cards, page.goals.view
    order = [insight.id for insight in example.state.insights]
    box = cards.visualRect(page.desk.insight_model.index(0))
    assert drop(cards, rows(cards, 3), QPoint(box.left() + 10, box.center().y()))
    assert [i.id for i in example.state.insights] == [order[3], *order[:3], *order[4:]]
    names = [goal.id for goal in example.state.goals]
    under = goals.visualRect(page.desk.goal_model.index(2))
    assert drop(goals, rows(goals, 0), QPoint(under.center().x(), under.bottom() - 3))
    assert [g.id for g in example.state.goals] == [names[1], names[2], names[0], *names[3:]]


def test_what_does_not_belong_is_not_taken(page: GroupPage) -> None:
    text = QMimeData()
    text.setText("n001")
    assert not drop(page.insights.cards, text, centre(page.insights.cards, 0))
    assert not drop(page.tray.view, text, QPoint(20, 20))
    assert not drop(page.goals.view, rows(page.tray.view, 0), centre(page.goals.view, 0))


def test_dragging_starts_from_every_list(page: GroupPage) -> None:
    for view in page.desk.views.values():
        assert isinstance(view, QListView)
        assert view.dragEnabled()
        model = view.model()
        index: QModelIndex = model.index(0, 0)
        if index.isValid():
            assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
