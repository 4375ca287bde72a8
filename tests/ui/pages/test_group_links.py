"""Which goals insights bear on: by typing a few letters, or by dropping their heads on a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.store.session import SessionStore
from facilitator.ui.kit.group_face import MIME_INSIGHTS
from facilitator.ui.pages.group_page import GroupPage
from tests.ui.pages.group_window import (
    SHIFT,
    focus,
    press,
    typed_and_entered,
    when_asked,
)
from tests.ui.pages.table_hands import (
    canvas,
    drag,
    drop,
    head,
)


def test_m_on_a_head_asks_the_goal(table: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    goal = next(goal for goal in example.state.goals if goal.id not in insight.goals)
    canvas(table).setFocus()
    table.desk.board.model.choose([], f"insight:{insight.id}")
    when_asked(typed_and_entered(goal.title))
    press(focus(), Qt.Key.Key_M)
    linked = example.state.insight(insight.id)
    assert linked is not None
    assert linked.goals == (goal.id, *insight.goals[1:])
    when_asked(typed_and_entered("Een gloednieuw doel"))
    press(focus(), Qt.Key.Key_M, SHIFT)
    also = example.state.insight(insight.id)
    assert also is not None
    assert also.goals == (*linked.goals, example.state.goals[-1].id)


def test_a_head_is_dragged_to_another_goal_and_with_control_to_one_more(
    whole: GroupPage, example: SessionStore
) -> None:
    insight = next(i for i in example.state.insights if len(i.goals) == 1)
    goals = [goal.id for goal in example.state.goals if goal.id not in insight.goals]
    drag(whole, head(whole, f"insight:{insight.id}"), head(whole, f"goal:{goals[0]}"))
    moved = example.state.insight(insight.id)
    assert moved is not None
    assert moved.goals == (goals[0],)
    whole.on_table._links.bring([insight.id], goals[1], also=True)
    also = example.state.insight(insight.id)
    assert also is not None
    assert also.goals == (goals[0], goals[1])
    face = whole.desk.board.model.area_face(whole.desk.board.model.plan.areas[f"insight:{insight.id}"])
    assert "ook Doel" in face.mix
    example.undo()
    example.undo()
    assert example.state.insight(insight.id) == insight


def test_an_insight_of_the_cards_can_be_dropped_on_a_frame(whole: GroupPage, example: SessionStore) -> None:
    insight, goal = example.state.insights[0], example.state.goals[3]
    drop(whole, MIME_INSIGHTS, [insight.id], head(whole, f"goal:{goal.id}"))
    linked = example.state.insight(insight.id)
    assert linked is not None
    assert linked.goals[0] == goal.id


def test_dropped_outside_every_goal_an_insight_bears_on_none(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    links = page.on_table._links
    assert not links.bring([insight.id], "", also=True), "also on nothing is no wish"
    assert links.bring([insight.id], "", also=False)
    bare = example.state.insight(insight.id)
    assert bare is not None
    assert bare.goals == ()
    assert not links.bring([insight.id], "", also=False), "nothing changed, so there is nothing to undo"


def test_no_goal_is_a_place_for_an_insight_that_has_one(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    when_asked(typed_and_entered("bij geen doel"))
    assert page.on_table._links.ask([insight.id], also=False)
    bare = example.state.insight(insight.id)
    assert bare is not None
    assert bare.goals == ()
