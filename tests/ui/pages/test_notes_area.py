"""The middle of a step page: whose notes, in which way of looking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.services.notes import NoteDraft, add_notes, delete_notes
from facilitator.store.session import SessionStore
from facilitator.ui.pages.notes_area import LOTS, NotesArea
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


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
    assert shown.model.rowCount() == 6
    shown.show_for("fatima")
    assert shown.model.rowCount() == 3
    assert shown.title.whole_text() == "Fatima, moeder van vier jonge kinderen"
    assert shown._count.text() == "3 notities in deze stap"
    shown.show_for(NOBODY)
    assert shown.model.rowCount() == 3


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
    resets: list[None] = []
    shown.model.modelReset.connect(lambda: resets.append(None))
    ids = add_notes(store, [NoteDraft(f"m{n}", step="ervaren") for n in range(LOTS + 1)])
    assert shown.refresh(told[-1]) == []
    assert len(resets) == 1
    delete_notes(store, ids[:2])
    shown.refresh(told[-1])
    assert len(resets) == 1
    assert shown.model.rowCount() == 6 + LOTS - 1


def test_what_is_chosen_stays_chosen_when_it_is_read_anew(window: QWidget, store: SessionStore) -> None:
    shown = area(window, store)
    shown.view.select_rows([1, 2])
    chosen = shown.view.selected_ids()
    shown.reload()
    assert shown.view.selected_ids() == chosen


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
    assert shown.ways.button("board").words() == "Bord"
    shown.resize(846, 250)
    QApplication.processEvents()
    assert shown.ways.button("board").words() == ""
    assert shown.ways.button("board").accessibleName() == "Bord"
    assert not shown._count.isVisible()


def test_the_place_in_a_long_list_stays_when_it_is_read_anew(window: QWidget, store: SessionStore) -> None:
    add_notes(store, [NoteDraft(f"m{n}", step="ervaren") for n in range(200)])
    shown = area(window, store)
    bar = shown.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(120)
    shown.reload()
    QApplication.processEvents()
    assert bar.value() == 120
    shown.show_for(NOBODY)
    QApplication.processEvents()
    assert bar.value() == bar.maximum(), "another list begins at its newest"


def test_search_and_place_come_back_after_a_rebuild(
    window: QWidget, store: SessionStore, qtbot: QtBot
) -> None:
    add_notes(store, [NoteDraft(f"m{n} dokter", step="ervaren") for n in range(200)])
    first = area(window, store)
    first.finder.open_bar()
    first.finder.field.setText("dokter")
    qtbot.waitUntil(lambda: first.model.rowCount() == 200)
    QApplication.processEvents()
    first.view.verticalScrollBar().setValue(90)
    view = first.save_view()
    second = area(window, store)
    second.restore_view(view)
    assert second.model.rowCount() == 200
    assert second.finder.field.text() == "dokter"
    assert not second.finder.isHidden()
    second.show()
    qtbot.waitUntil(lambda: second.view.verticalScrollBar().value() == 90)
