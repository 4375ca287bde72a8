"""Making, naming, linking, merging and splitting insights by keyboard alone, and all of it undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.dialogs.merge_dialog import MergeDialog
from facilitator.ui.dialogs.split_dialog import SplitDialog
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import (
    CONTROL,
    HOSTILE,
    SHIFT,
    accounted,
    focus,
    living,
    press,
    pressed,
    tray_says,
    typed_and_entered,
    when_asked,
)


def test_a_new_insight_by_keyboard_takes_the_chosen_notes(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    number = len(gather(example.state).tray)
    assert tray_says(page, number)
    press(focus(), Qt.Key.Key_Space)
    press(focus(), Qt.Key.Key_Down, SHIFT)
    chosen = page.tray.view.selected_ids()
    assert len(chosen) == 2
    press(focus(), Qt.Key.Key_N, CONTROL)
    assert focus() is page.insights.new_bar.field
    type_text(focus(), "Fatima heeft <b>rust</b> & tijd nodig\n")
    made = example.state.insights[-1]
    assert made.title == "Fatima heeft <b>rust</b> & tijd nodig"
    assert [note.id for note in page.desk.faces.notes_of(made.id)] == chosen
    assert tray_says(page, number - 2)
    assert accounted(example)
    assert page.insights.cards.selected_ids() == [made.id]
    assert focus() is page.tray.view, "the keyboard goes on with the next loose note"
    assert len(page.tray.view.selected_ids()) == 1
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before
    assert tray_says(page, number)


def test_escape_leaves_the_naming_and_changes_nothing(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    press(focus(), Qt.Key.Key_Space)
    press(focus(), Qt.Key.Key_N, CONTROL)
    type_text(focus(), "half")
    press(focus(), Qt.Key.Key_Escape)
    assert page.insights.new_bar.isHidden()
    assert living(example.state) == before
    assert focus() is page.tray.view


def test_two_insights_merge_after_a_preview_and_undo_brings_both_back(
    page: GroupPage, example: SessionStore
) -> None:
    before = living(example.state)
    first, second = (insight.id for insight in example.state.insights[:2])
    notes_of = {note.id for id in (first, second) for note in page.desk.faces.notes_of(id)}
    cards = page.insights.cards
    cards.setFocus()
    press(cards, Qt.Key.Key_Home)
    press(cards, Qt.Key.Key_Right, SHIFT)
    assert cards.selected_ids() == [first, second]
    told: list[str] = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        press(dialog.choices[second], Qt.Key.Key_Space)
        told.append(dialog.told.text())
        press(dialog, Qt.Key.Key_Return)

    when_asked(answer)
    press(cards, Qt.Key.Key_E, CONTROL)
    assert f"{len(notes_of)} notities" in told[0]
    assert example.state.insight(first) is None
    assert {note.id for note in page.desk.faces.notes_of(second)} == notes_of
    assert cards.selected_ids() == [second]
    assert accounted(example)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before


def test_one_insight_asks_with_which_other_it_goes_together(page: GroupPage, example: SessionStore) -> None:
    first, second = example.state.insights[:2]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([first.id])
    seen = when_asked(typed_and_entered("oppas vervoer"), pressed(Qt.Key.Key_Return))
    press(focus(), Qt.Key.Key_E, CONTROL)
    assert len(seen) == 2
    assert example.state.insight(second.id) is None


def test_chosen_notes_of_an_opened_insight_split_off(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    insight = example.state.insights[0]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([insight.id])
    press(focus(), Qt.Key.Key_Return)
    assert focus() is page.insights.detail.notes
    assert page.desk.notes_model.rowCount() == len(page.desk.faces.notes_of(insight.id))
    page.insights.detail.notes.select_rows([0, 2])
    going = page.insights.detail.notes.selected_ids()

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        assert dialog.list.ticked() == going
        type_text(dialog.title, "Een deel")
        press(dialog.title, Qt.Key.Key_Return)

    when_asked(answer)
    press(focus(), Qt.Key.Key_E, CONTROL | SHIFT)
    [made] = [i for i in example.state.insights if i.title == "Een deel"]
    assert made.split_from == insight.id
    assert [note.id for note in page.desk.faces.notes_of(made.id)] == going
    assert not set(going) & set(page.desk.notes_model.ids())
    assert accounted(example)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before


def test_an_insight_is_linked_to_two_goals_in_one_go(page: GroupPage, example: SessionStore) -> None:
    before = living(example.state)
    insight = next(i for i in example.state.insights if len(i.goals) == 1)
    goals = [goal.id for goal in example.state.goals]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([insight.id])

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        press(dialog.list, Qt.Key.Key_End)
        press(dialog.list, Qt.Key.Key_Space)
        press(dialog.list, Qt.Key.Key_Return)

    when_asked(answer)
    press(focus(), Qt.Key.Key_L, CONTROL)
    linked = example.state.insight(insight.id)
    assert linked is not None
    assert linked.goals == (*insight.goals, goals[-1])
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert living(example.state) == before


def test_goals_tick_in_the_opened_insight(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[0]
    page.desk.open_insight(insight.id)
    chip = page.insights.detail.chips()[4]
    chip.setFocus()
    press(chip, Qt.Key.Key_Space)
    changed = example.state.insight(insight.id)
    assert changed is not None
    assert changed.goals == (*insight.goals, example.state.goals[4].id)
    assert example.state.goals[4].title in page.insights.detail.served.text()
    press(chip, Qt.Key.Key_Space)
    assert example.state.insight(insight.id) == insight


def test_name_and_description_change_in_place(page: GroupPage, example: SessionStore) -> None:
    insight = example.state.insights[1]
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([insight.id])
    press(focus(), Qt.Key.Key_F2)
    assert focus() is page.insights.detail.title
    type_text(focus(), f"{HOSTILE}\n")
    assert focus() is page.insights.detail.description
    page.insights.detail.description.selectAll()
    type_text(page.insights.detail.description, "Kort")
    page.insights.detail.notes.setFocus()
    changed = example.state.insight(insight.id)
    assert changed is not None
    assert (changed.title, changed.description) == (HOSTILE, "Kort")
    row = page.desk.insight_model.row_of(insight.id)
    assert page.desk.insight_model.data(page.desk.insight_model.index(row)) == HOSTILE


def test_a_deleted_insight_gives_its_notes_back_to_the_tray(page: GroupPage, example: SessionStore) -> None:
    number = len(gather(example.state).tray)
    insight = example.state.insights[0]
    inside = sum(note.insights == (insight.id,) for note in page.desk.faces.notes_of(insight.id))
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids([insight.id])
    page.desk.open_insight(insight.id)
    page.insights.cards.setFocus()
    press(focus(), Qt.Key.Key_Delete)
    assert example.state.insight(insight.id) is None
    assert not page.insights.is_open()
    assert tray_says(page, number + inside)
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert tray_says(page, number)
    assert accounted(example)
