"""Grouping when there is little room or very much to show: nothing lost, nothing jumps, nothing slow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Goal, Insight, Note
from facilitator.services import grouping, notes
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf
from tests.ui.pages.group_window import focus, group_page, press, tray_says


class Moves:
    """Counts what a model tells its view: rows that come or go, and everything shown anew."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.rows = self.anew = 0
        model.rowsRemoved.connect(self._one)
        model.rowsInserted.connect(self._one)
        model.modelReset.connect(self._all)

    def _one(self) -> None:
        self.rows += 1

    def _all(self) -> None:
        self.anew += 1


def test_selection_and_scroll_stay_when_something_else_changes(
    page: GroupPage, example: SessionStore
) -> None:
    bar = page.tray.view.verticalScrollBar()
    cards = page.insights.cards
    page.tray.view.select_rows([6, 7])
    chosen = page.tray.view.selected_ids()
    bar.setValue(bar.maximum() // 2)
    cards.verticalScrollBar().setValue(300)
    QApplication.processEvents()
    place = bar.value()
    grouping.new_insight(example, "Nog een", [])
    grouping.update_insight(example, example.state.insights[0].id, title="Anders")
    notes.edit_note(example, page.desk.loose_model.ids()[12], text="Anders gezegd")
    QApplication.processEvents()
    assert page.tray.view.selected_ids() == chosen
    assert bar.value() == place
    assert cards.verticalScrollBar().value() == 300


def test_the_view_is_taken_up_again_after_a_rebuild(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    page.tray.view.select_rows([1, 2])
    page.desk.open_insight(example.state.insights[2].id)
    page.on_insights.new()
    type_text(page.insights.new_bar.field, "Half een naam")
    view = page.save_view()
    with group_page(example, qtbot, language="en") as again:
        again.restore_view(view)
        assert again.tray.view.selected_ids() == page.tray.view.selected_ids()
        assert again.desk.opened == example.state.insights[2].id
        assert again.insights.new_bar.field.text() == "Half een naam"
        type_text(again.insights.new_bar.field, " af\n")
        assert example.state.insights[-1].title == "Half een naam af"
        assert len(again.desk.faces.notes_of(example.state.insights[-1].id)) == 2


def test_every_list_has_a_name_and_rows_are_spoken(page: GroupPage) -> None:
    for view in page.desk.views.values():
        interface = QAccessible.queryAccessibleInterface(view)
        assert interface.text(QAccessible.Text.Name)
    index = page.desk.insight_model.index(0)
    spoken = str(page.desk.insight_model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert "notities" in spoken
    assert "Doel 1" in spoken


@pytest.mark.parametrize(("size", "scale"), [((1280, 630), 200), ((640, 560), 100), ((1280, 630), 100)])
def test_nothing_is_out_of_reach_when_there_is_little_room(
    example: SessionStore, qtbot: QtBot, size: tuple[int, int], scale: int
) -> None:
    with group_page(example, qtbot, size=size, scale=scale) as page:
        reached = set()
        for side in page.switch.values():
            page._show_side(side)
            QApplication.processEvents()
            assert (page.width(), page.height()) == size, "the page does not push the window larger"
            shown = {"tray": page.tray, "cards": page.insights, "goals": page.goals}
            reached |= {name for name, pane in shown.items() if pane.isVisible()}
        assert reached == {"tray", "cards", "goals"}
        assert page.host.pane.isVisible()


@pytest.mark.parametrize("look", ["board", "outline", "cards"])
def test_with_ten_thousand_notes_a_placement_moves_one_row_and_the_tray_stays_put(
    tmp_path: Path, qtbot: QtBot, look: str
) -> None:
    setup = DialogueSetup("Groot", "Wat speelt er?")
    library = shelf()
    with create_dialogue(tmp_path / "groot.dialoog", setup, library, "laptop-1") as example:
        with example.edit("x") as edit:
            for n in range(8):
                edit.create(Goal(id=f"g{n}", title=f"Doel {n}", seq=n))
            for n in range(300):
                edit.create(Insight(id=f"i{n:03}", title=f"Inzicht {n}", goals=(f"g{n % 8}",), seq=n))
            for n in range(10_000):
                places = (f"i{n % 300:03}",) if n % 2 else ()
                edit.create(Note(id=f"n{n:05}", text=f"Notitie {n}", seq=n, insights=places))
        with group_page(example, qtbot, look=look) as page:
            page.desk.open_insight("i001")
            bar = page.tray.view.verticalScrollBar()
            bar.setValue(bar.maximum() // 2)
            QApplication.processEvents()
            place = bar.value()
            moves = Moves(page.desk.loose_model)
            for row in (3000, 3001, 3002, 3003, 3004):
                note = page.desk.loose_model.ids()[row]
                grouping.place_notes(example, [note], "i001")
                QApplication.processEvents()
            assert bar.value() == place
            assert tray_says(page, 4_995)
            assert (moves.rows, moves.anew) == (5, 0), "what it costs must not grow with the notes there are"


def test_at_large_text_an_opened_insight_is_seen_from_its_name_and_the_notes_scroll_in(
    example: SessionStore, qtbot: QtBot
) -> None:
    with group_page(example, qtbot, size=(1280, 539), scale=200) as page:
        page.insights.cards.setFocus()
        page.insights.cards.choose_ids([example.state.insights[0].id])
        press(focus(), Qt.Key.Key_Return)
        detail = page.insights.detail
        assert focus() is detail.close_button
        assert not detail.title.visibleRegion().isEmpty()
        detail.notes.setFocus()
        QApplication.processEvents()
        assert not detail.notes.visibleRegion().isEmpty()
        press(focus(), Qt.Key.Key_Space)
        assert page.desk.chosen_notes() == [page.desk.notes_model.ids()[0]]


def test_very_many_notes_at_once_are_placed_in_one_go_and_the_rest_stays_as_it_was(
    tmp_path: Path, qtbot: QtBot
) -> None:
    setup = DialogueSetup("Groot", "Wat speelt er?")
    with create_dialogue(tmp_path / "g.dialoog", setup, shelf(), "laptop-1") as example:
        with example.edit("x") as edit:
            edit.create(Insight(id="i", title="Inzicht"))
            for n in range(3_000):
                edit.create(Note(id=f"n{n:04}", text=f"Notitie {n}", seq=n))
        with group_page(example, qtbot) as page:
            page.tray.view.select_rows(range(2_000))
            going = page.tray.view.selected_ids()
            moves = Moves(page.desk.loose_model)
            grouping.place_notes(example, going, "i")
            QApplication.processEvents()
            assert moves.rows <= 1, "row by row two thousand take seconds"
            assert tray_says(page, 1_000)
            assert page.tray.view.currentIndex().isValid(), "the keyboard has somewhere to go on"
            assert not page.tray.view.selected_ids()
            page.tray.view.select_rows([10, 11])
            kept = page.tray.view.selected_ids()
            notes.delete_notes(example, page.desk.loose_model.ids()[200:900])
            assert page.tray.view.selected_ids() == kept
