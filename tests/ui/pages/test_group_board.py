"""Bundling on the table: what is seen on it, and all of it by keyboard."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.evidence import gather
from facilitator.services import grouping, notes
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.merge_dialog import MergeDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    CONTROL,
    SHIFT,
    accounted,
    focus,
    group_page,
    living,
    press,
    typed_and_entered,
    when_asked,
)
from tests.ui.pages.table_hands import (
    canvas,
    drop,
    on_note,
    places,
)


def test_the_board_is_the_first_look_and_every_insight_lies_on_it(
    table: GroupPage, example: SessionStore
) -> None:
    plan = table.desk.board.model.plan
    assert {f"insight:{insight.id}" for insight in example.state.insights} <= set(plan.areas)
    assert [frame for frame in plan.frames if frame != "goal:"] == [
        f"goal:{g.id}" for g in example.state.goals
    ]
    first = example.state.insights[0]
    face = table.desk.board.model.area_face(plan.areas[f"insight:{first.id}"])
    number = len(gather(example.state).by_insight[first.id])
    assert face.title == first.title
    assert face.count == f"{number} notities"
    assert face.mix.startswith("Fatima")
    assert canvas(table).isVisible()
    assert not table.insights.cards.isVisible()


def test_a_fresh_page_opens_on_the_board(example: SessionStore, qtbot: QtBot) -> None:
    with group_page(example, qtbot, look="") as page:
        view = page.save_view()
        assert view["look"] == "board"
        page.show_look("outline")
        view = page.save_view()
    with group_page(example, qtbot, look="board") as again:
        again.restore_view(view)
        assert again.desk.board.outline.isVisible(), "the look that was chosen last is remembered"


def test_loose_notes_lie_on_the_table_only_while_their_pane_is_folded(
    table: GroupPage, example: SessionStore
) -> None:
    board = table.desk.board
    assert "tray" not in board.model.plan.areas
    table._fold_left()
    loose = [note.id for note in gather(example.state).tray]
    assert board.model.plan.areas["tray"].ids == loose
    table._fold_left()
    assert "tray" not in board.model.plan.areas


def test_an_insight_without_notes_stays_on_the_table(table: GroupPage, example: SessionStore) -> None:
    made = grouping.new_insight(example, "Nog leeg")
    assert table.desk.board.model.plan.areas[f"insight:{made}"].ids == []


def test_the_outline_is_the_same_table_with_the_same_choice(table: GroupPage, example: SessionStore) -> None:
    board = table.desk.board
    table.show_look("outline")
    expected = [(area.key, list(ids)) for area, ids in board.model.plan.outline()]
    assert board.outline.shown() == expected
    note = next(ids[0] for _key, ids in expected if ids)
    board.model.choose([note], note)
    table.show_look("board")
    assert board.chosen_notes() == [note]


def walk(rnd: random.Random, store: SessionStore) -> None:
    """Do one gesture."""
    insights = [insight.id for insight in store.state.insights]
    some = rnd.sample([note.id for note in store.state.notes], 3)
    gestures: list[Callable[[], object]] = [
        lambda: grouping.place_notes(store, some, rnd.choice(insights)),
        lambda: grouping.place_also(store, some, rnd.choice(insights)),
        lambda: grouping.free_notes(store, some),
        lambda: notes.park(store, some, "later"),
        lambda: grouping.merge_insights(store, insights[0], insights[-1:]),
        lambda: grouping.delete_insight(store, rnd.choice(insights)),
        lambda: grouping.new_insight(store, "x", some),
        store.undo,
    ]
    rnd.choice(gestures)()


@pytest.mark.parametrize("seed", range(3))
def test_board_and_outline_agree_after_any_walk(table: GroupPage, example: SessionStore, seed: int) -> None:
    rnd = random.Random(seed)
    board = table.desk.board
    for _step in range(25):
        walk(rnd, example)
        facts = gather(example.state)
        plan = board.model.plan
        on_table = {key: list(area.ids) for key, area in plan.areas.items()}
        wanted = {f"insight:{id}": [n.id for n in found] for id, found in facts.by_insight.items()}
        assert {key: ids for key, ids in on_table.items() if key.startswith("insight:") and ids} == wanted
        assert on_table.get("parked", []) == [n.id for n in facts.parked]
        assert board.outline.shown() == [(area.key, list(ids)) for area, ids in plan.outline()]
        assert accounted(example)


def test_m_moves_the_note_and_the_keyboard_goes_on_with_the_next(
    table: GroupPage, example: SessionStore
) -> None:
    one, two = example.state.insights[:2]
    ids = [note.id for note in table.desk.faces.notes_of(one.id)]
    on_note(table, ids[0])
    when_asked(typed_and_entered(two.title))
    press(focus(), Qt.Key.Key_M)
    assert places(example, ids[0]) == (two.id,)
    assert table.desk.board.chosen_notes() == [ids[1]]
    when_asked(typed_and_entered(two.title))
    press(focus(), Qt.Key.Key_M, SHIFT)
    assert {one.id, two.id} <= set(places(example, ids[1]))


def test_control_and_an_arrow_bring_a_note_to_the_area_beside(
    table: GroupPage, example: SessionStore
) -> None:
    one = example.state.insights[0]
    note = table.desk.faces.notes_of(one.id)[0].id
    on_note(table, note)
    press(focus(), Qt.Key.Key_Right, CONTROL)
    assert places(example, note) != (one.id,)
    example.undo()
    assert places(example, note) == (one.id,)


def test_g_p_and_delete_work_from_the_table(table: GroupPage, example: SessionStore) -> None:
    ids = [note.id for note in table.desk.faces.notes_of(example.state.insights[0].id)]
    on_note(table, ids[0])
    press(focus(), Qt.Key.Key_Right, SHIFT)
    chosen = table.desk.board.chosen_notes()
    assert len(chosen) == 2
    press(focus(), Qt.Key.Key_G)
    type_text(focus(), "Samen\n")
    made = example.state.insights[-1]
    assert [note.id for note in table.desk.faces.notes_of(made.id)] == chosen
    on_note(table, ids[2])
    when_asked(typed_and_entered("dubbel"))
    press(focus(), Qt.Key.Key_P)
    parked = example.state.note(ids[2])
    assert parked is not None
    assert parked.parked == "dubbel"
    on_note(table, ids[3])
    press(focus(), Qt.Key.Key_Delete)
    assert example.state.note(ids[3]) is None
    assert accounted(example)


def test_heads_are_renamed_in_place_merged_split_and_deleted_by_key(
    table: GroupPage, example: SessionStore
) -> None:
    one, two = example.state.insights[:2]
    key = f"insight:{one.id}"
    model = table.desk.board.model
    canvas(table).setFocus()
    model.choose([], key)
    canvas(table).reveal(key)
    press(focus(), Qt.Key.Key_F2)
    press(focus(), Qt.Key.Key_A, CONTROL)
    type_text(focus(), "Een andere naam")
    press(focus(), Qt.Key.Key_Return)
    renamed = example.state.insight(one.id)
    assert renamed is not None
    assert renamed.title == "Een andere naam"
    canvas(table).setFocus()
    model.choose([key, f"insight:{two.id}"], key)

    def merge(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        press(dialog, Qt.Key.Key_Return)

    before = living(example.state)
    when_asked(merge)
    press(focus(), Qt.Key.Key_E, CONTROL)
    assert example.state.insight(two.id) is None
    example.undo()
    assert living(example.state) == before
    part = [note.id for note in table.desk.faces.notes_of(one.id)[:2]]
    canvas(table).setFocus()
    model.choose(part, part[0])

    def split(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        assert sorted(dialog.value().ids) == sorted(part), "what is chosen is ticked"
        type_text(dialog.title, "Deel\n")

    when_asked(split)
    press(focus(), Qt.Key.Key_E, CONTROL | SHIFT)
    made = next(i for i in example.state.insights if i.split_from == one.id)
    assert [note.id for note in table.desk.faces.notes_of(made.id)] == part
    canvas(table).setFocus()
    model.choose([f"insight:{made.id}"], f"insight:{made.id}")
    press(focus(), Qt.Key.Key_Delete)
    assert example.state.insight(made.id) is None
    assert accounted(example)


def test_enter_on_a_head_opens_the_list_and_escape_comes_back(
    table: GroupPage, example: SessionStore
) -> None:
    insight = example.state.insights[0]
    canvas(table).setFocus()
    table.desk.board.model.choose([], f"insight:{insight.id}")
    press(focus(), Qt.Key.Key_Return)
    assert table.desk.opened == insight.id
    press(focus(), Qt.Key.Key_Escape)
    assert not table.insights.is_open()
    assert focus() is canvas(table)


def test_slash_searches_and_hits_light_up(table: GroupPage, example: SessionStore, qtbot: QtBot) -> None:
    board = table.desk.board
    canvas(table).setFocus()
    press(focus(), Qt.Key.Key_Slash)
    assert board.filter_bar is not None
    assert focus() is board.filter_bar.field
    type_text(focus(), "tolk")
    qtbot.waitUntil(lambda: bool(board.model.hits))
    hits = board.model.hits
    assert hits is not None
    lit = [note for note in example.state.notes if note.id in hits]
    assert lit
    assert all("tolk" in note.text.lower() for note in lit)
    press(focus(), Qt.Key.Key_Return)
    assert focus() is canvas(table)
    assert board.chosen_notes()[0] in hits
    press(focus(), Qt.Key.Key_Slash)
    press(focus(), Qt.Key.Key_Escape)
    press(focus(), Qt.Key.Key_Escape)
    assert board.model.hits is None
    assert board.filter_bar.isHidden()


def test_undo_shows_where_it_happened(table: GroupPage, example: SessionStore) -> None:
    far = example.state.insights[-1]
    note = table.desk.faces.notes_of(far.id)[0].id
    grouping.free_notes(example, [note])
    canvas(table).home()
    table.context.dialogue.undo()
    QApplication.processEvents()
    box = table.desk.board.model.plan.box(note)
    assert box is not None
    assert canvas(table).rect().toRectF().intersects(canvas(table).to_view(box))


def test_a_goal_chosen_at_the_right_shows_its_insights_alone(table: GroupPage, example: SessionStore) -> None:
    goal = example.state.goals[1]
    table.goals.view.choose_ids([goal.id])
    wanted = {f"insight:{i.id}" for i in example.state.insights if goal.id in i.goals}
    areas = table.desk.board.model.plan.areas
    assert {key for key in areas if key.startswith("insight:")} == wanted
    table.insights.only.click()
    assert len(table.desk.board.model.plan.areas) > len(wanted)


def test_nothing_can_be_changed_in_a_dialogue_that_is_only_looked_at(
    example: SessionStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "readonly", True)
    with group_page(example, qtbot, look="board") as page:
        before = living(example.state)
        note = page.desk.faces.notes_of(example.state.insights[0].id)[0].id
        on_note(page, note)
        for key in (Qt.Key.Key_G, Qt.Key.Key_M, Qt.Key.Key_P, Qt.Key.Key_Delete, Qt.Key.Key_S):
            press(focus(), key)
        press(focus(), Qt.Key.Key_Right, CONTROL)
        drop(page, MIME_NOTES, [note], QPoint(200, 100))
        assert living(example.state) == before


def test_the_looks_have_keys_and_the_choice_goes_along(table: GroupPage, example: SessionStore) -> None:
    note = table.desk.faces.notes_of(example.state.insights[0].id)[0].id
    on_note(table, note)
    press(focus(), Qt.Key.Key_3, CONTROL | SHIFT)
    assert table.desk.board.outline.isVisible()
    table.desk.board.outline.setFocus()
    when_asked(typed_and_entered(example.state.insights[1].title))
    press(focus(), Qt.Key.Key_M)
    assert places(example, note) == (example.state.insights[1].id,)
    press(focus(), Qt.Key.Key_2, CONTROL | SHIFT)
    assert table.insights.cards.isVisible()
    press(focus(), Qt.Key.Key_1, CONTROL | SHIFT)
    assert canvas(table).isVisible()


def test_undo_brings_a_note_that_is_loose_again_into_view(table: GroupPage, example: SessionStore) -> None:
    ids = table.desk.loose_model.ids()
    grouping.place_notes(example, ids[-1:], example.state.insights[0].id)
    view = table.tray.view
    view.scrollToTop()
    table.context.dialogue.undo()
    QApplication.processEvents()
    seen = view.visualRect(table.desk.loose_model.index(table.desk.loose_model.row_of(ids[-1])))
    assert view.viewport().rect().contains(seen.center())


def test_an_insight_that_goes_to_another_frame_stays_in_view(table: GroupPage, example: SessionStore) -> None:
    canvas = table.desk.board.canvas
    insight = example.state.insights[0].id
    last = example.state.goals[-1].id
    grouping.set_goals(example, {insight: (last,)})
    canvas.settle()
    box = canvas.model.plan.box(f"insight:{insight}")
    assert box is not None
    assert canvas.visible_box().meets(box)
