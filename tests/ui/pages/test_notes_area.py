"""The middle of a step page: whose notes, in which way of looking."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Touched
from facilitator.domain.changes import ChangeSet
from facilitator.services.dialogue import new_meeting
from facilitator.services.notes import NoteDraft, add_notes, delete_notes
from facilitator.store.session import SessionStore
from facilitator.ui.pages.notes_area import LOTS, NotesArea
from facilitator.ui.pages.notes_head import ALL, MEETING, OUTLINE, STEP
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY
from tests.helpers.keys import press
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


def many(area: NotesArea) -> int:
    """Return how many notes are lit up."""
    hits = area.board.model.hits
    return len(hits) if isinstance(hits, Sized) else 0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    add_notes(
        opened, [NoteDraft(f"n{n}", persona=who, step="ervaren") for n in range(3) for who in ("fatima", "")]
    )
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(846, 560)
    return made


def area(window: QWidget, store: SessionStore, *, presents: bool = False) -> NotesArea:
    made = NotesArea(make_context(store), "ervaren", presents=presents, parent=window)
    made.resize(846, 560)
    window.show()
    made.show_for(EVERYONE)
    return made


def test_it_shows_everyone_one_persona_or_nobody(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    assert shown.board.count == 6
    shown.show_for("fatima")
    assert shown.board.count == 3
    assert shown.head.title.whole_text() == "Fatima, moeder van vier jonge kinderen"
    assert shown.head.count.text() == "3 notities in deze stap"
    shown.show_for(NOBODY)
    assert shown.board.count == 3


def test_it_shows_this_step_all_steps_or_one_meeting(window: QWidget, store: SessionStore) -> None:
    second = new_meeting(store, name="Tweede avond")
    add_notes(store, [NoteDraft("droom", step="dromen", persona="fatima", meeting=second)])
    shown = area(window, store)
    assert shown.board.count == 6
    assert shown.head.scope.words() == "Deze stap"
    shown.head.pick(shown.head.scope, ALL)
    assert (shown.board.count, shown.head.count.text()) == (7, "7 notities in alle stappen")
    shown.head.pick(shown.head.scope, MEETING + second)
    assert (shown.board.count, shown.head.scope.words()) == (1, "Tweede avond")
    shown.show_for(NOBODY)
    assert shown.board.count == 0
    shown.set_scope(MEETING + "weg")
    assert shown.scope == STEP


def test_without_notes_it_says_what_to_do(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    shown.show_for("bram")
    assert shown._empty.isVisible()
    assert shown._empty.text().startswith("Nog geen notities over Bram.")
    assert not shown.view.isVisible()


def test_many_changes_at_once_are_read_anew(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    told: list[ChangeSet] = []
    store.subscribe(told.append)
    touched: list[Touched] = []
    shown.board.model.changed.connect(touched.append)
    ids = add_notes(store, [NoteDraft(f"m{n}", step="ervaren") for n in range(LOTS + 1)])
    assert shown.refresh(told[-1]) == []
    assert [t.everything for t in touched] == [True]
    delete_notes(store, ids[:2])
    shown.refresh(told[-1])
    assert [t.everything for t in touched] == [True, False]
    assert shown.board.count == 6 + LOTS - 1


def test_what_is_chosen_stays_chosen_when_it_is_read_anew(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    shown.board.choose(shown.board.ids()[1:3])
    chosen = shown.board.chosen_ids()
    assert len(chosen) == 2
    shown.reload()
    assert shown.board.chosen_ids() == chosen


def test_presenting_gives_the_card_the_place_it_needs(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store, presents=True)
    shown.show_for("fatima")
    QApplication.processEvents()
    assert shown.card.isVisible()
    assert shown.view.isVisible()
    assert shown.card.height() > shown.view.height()
    shown.resize(846, 300)
    QApplication.processEvents()
    assert not shown.view.isVisible(), "too low for both: reading aloud comes first"
    shown.show_for(EVERYONE)
    assert not shown.card.isVisible()
    assert shown.view.isVisible()


def test_where_height_is_scarce_the_head_is_one_line(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    ways = shown.head.ways
    assert ways.button("board").words() == "Bord"
    shown.resize(846, 250)
    QApplication.processEvents()
    assert ways.button("board").words() == ""
    assert ways.button("board").accessibleName() == "Bord"
    assert shown.head.scope.words() == ""
    assert shown.head.scope.accessibleName() == "Welke notities: Deze stap"
    assert not shown.head.count.isVisible()


def test_every_board_keeps_its_own_place(window: QWidget, store: SessionStore) -> None:
    add_notes(store, [NoteDraft(f"m{n}", step="ervaren") for n in range(200)])
    shown = area(window, store)
    canvas = shown.board.canvas
    assert canvas.zoom == 1.0
    canvas.pan(0, 700)
    place = canvas.visible_box()
    shown.reload()
    assert canvas.visible_box() == place, "reading anew moves nothing"
    shown.show_for("fatima")
    assert canvas.visible_box() != place, "another board begins at its upper left corner"
    shown.show_for(EVERYONE)
    assert canvas.visible_box() == place


def test_what_is_found_lights_up_and_one_key_clears(
    window: QWidget, store: SessionStore, qtbot: QtBot
) -> None:
    add_notes(store, [NoteDraft(f"m{n} dokter", step="ervaren") for n in range(5)])
    shown = area(window, store)
    shown.commands()["find"]()
    shown.filter_bar.field.setText("dokter")
    qtbot.waitUntil(lambda: many(shown) == 5)
    assert shown.board.count == 11, "the others stay where they are"
    assert "clear_filter" in shown.commands()
    press(shown.filter_bar.field, Qt.Key.Key_Escape)
    assert shown.board.model.hits is None
    assert "clear_filter" not in shown.commands()
    press(shown.filter_bar.field, Qt.Key.Key_Escape)
    assert not shown.filter_bar.isVisible()
    assert shown.view.hasFocus()


def test_nothing_found_is_said(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    shown.open_find()
    shown.filter_bar.field.setText("olifant")
    assert shown._empty.isVisible()
    assert shown._empty.text().startswith("Geen notitie gevonden")
    shown.end_find()
    assert shown.view.isVisible()


def test_search_and_place_come_back_after_a_rebuild(
    window: QWidget, store: SessionStore, qtbot: QtBot
) -> None:
    add_notes(store, [NoteDraft(f"m{n} dokter", step="ervaren") for n in range(200)])
    first = area(window, store)
    first.open_find()
    first.filter_bar.field.setText("dokter")
    qtbot.waitUntil(lambda: many(first) == 200)
    first.board.canvas.set_zoom(0.5)
    first.board.canvas.pan(0, 300)
    place = first.board.canvas.visible_box()
    view = first.save_view()
    second = area(window, store)
    second.restore_view(view)
    second.show()
    qtbot.waitUntil(lambda: many(second) == 200)
    assert second.filter_bar.field.text() == "dokter"
    assert not second.filter_bar.isHidden()
    qtbot.waitUntil(lambda: second.board.canvas.zoom == 0.5)
    assert abs(second.board.canvas.visible_box().y - place.y) < 80


def test_a_note_of_elsewhere_is_pointed_out(window: QWidget, store: SessionStore) -> None:
    (id,) = add_notes(store, [NoteDraft("droom", step="dromen", persona="bram")])
    shown = area(window, store)
    shown.show_for("fatima")
    shown.point_out(id)
    assert (shown.who, shown.scope) == (EVERYONE, ALL)
    assert shown.board.chosen_ids() == [id]
    shown.point_out("weg")
    assert shown.board.chosen_ids() == [id]


def test_an_area_opens_as_a_list(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    shown.board.tidy("persona")
    shown.reload()
    shown.board.canvas.opened.emit("group:fatima")
    assert shown.head.ways.value() == OUTLINE
    assert shown.view is shown.board.outline
    assert window.focusWidget() is shown.view
    assert shown.board.model.current == "group:fatima"
