"""The grouping page as a whole: commands, panes, names for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.content.library import Library
from facilitator.services import grouping
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.ui.pages.group_window import group_page

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = "<b>vet</b> & =1+1 <img src=x> 😀 مرحبا"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with import_json(
        paths.example(), tmp_path / "a.dialoog", "laptop-1", Library(paths.resources())
    ) as opened:
        loose = [note.id for note in opened.state.notes][::10]
        grouping.unplace_notes(opened, loose)
        yield opened


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    with group_page(store, qtbot) as made:
        yield made


def test_commands_follow_where_the_person_works(page: GroupPage, store: SessionStore) -> None:
    found = _after(page, page.tray.view, page.insights.cards)
    assert "place" in found
    assert "move_up" not in found
    page.tray.view.clearSelection()
    page.goals.view.setFocus()
    page.goals.view.choose_ids([store.state.goals[0].id])
    commands = page.commands()
    assert commands["merge"] == page.on_goals.merge
    assert "place" not in commands
    page.insights.cards.setFocus()
    page.insights.cards.choose_ids(page.desk.insight_model.ids()[:1])
    assert page.commands()["merge"] == page.on_insights.merge


def _after(page: GroupPage, notes: QListView, cards: QListView) -> dict[str, object]:
    cards.setFocus()
    cards.setCurrentIndex(page.desk.insight_model.index(0))
    notes.setFocus()
    notes.setCurrentIndex(page.desk.loose_model.index(0))
    return dict(page.commands())


def test_a_dialogue_that_is_only_looked_at_offers_no_changes(
    page: GroupPage, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.tray.view.select_rows([0])
    monkeypatch.setattr(store, "readonly", True)
    assert not {"place", "park", "new_insight", "new_goal", "merge", "capture"} & set(page.commands())
    assert {"find", "step_on"} <= set(page.commands())


def test_panes_stand_in_reading_order_and_the_hosts_side_is_among_them(page: GroupPage) -> None:
    shown = [pane for pane in page.panes() if pane.isVisible()]
    places = [pane.mapTo(page, QPoint(0, 0)).x() for pane in shown]
    assert places == sorted(places)
    assert shown[-1] is page.host.pane
    assert len(shown) == 4
