"""The step page, and everything one does there with notes that are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.domain.board import Touched
from facilitator.services.notes import NoteDraft, add_note, add_notes, edit_note
from facilitator.store.session import SessionStore
from facilitator.ui.pages.notes_head import ALL, OUTLINE
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import Stage, choose, new_dialogue, notes, open_step, page_of, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path, packs=("all",))
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    return open_step(qtbot, store)


@pytest.fixture
def with_notes(shown: Stage) -> Stage:
    for text in ("een", "twee", "drie"):
        write(shown, text)
    page_of(shown).area.view.setFocus()
    return shown


def test_choosing_a_persona_shows_their_notes_and_counts(with_notes: Stage) -> None:
    page = page_of(with_notes)
    page.personas.list.setFocus()
    press(page.personas.list, Qt.Key.Key_Down)
    press(page.personas.list, Qt.Key.Key_Down)
    assert page.area.who == page.capture.value("persona") == "hannah"
    assert page.area.board.count == 0
    press(page.personas.list, Qt.Key.Key_Up)
    assert page.area.board.count == 3
    fatima = page.personas.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "3 notities" in fatima
    press(page.personas.list, Qt.Key.Key_Return)
    assert page.capture.field.hasFocus()


def test_who_is_hardly_heard_is_said_to_the_host(shown: Stage) -> None:
    people = [persona.id for persona in shown.context.dialogue.state.personas]
    drafts = [NoteDraft(f"n{n}", persona=who, step="ervaren") for n in range(3) for who in people[:-1]]
    add_notes(shown.context.dialogue.store, drafts)
    last = shown.context.dialogue.state.personas[-1].name
    row = page_of(shown).personas.list.item(13).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.startswith(last)
    assert "nog weinig gehoord" in row


def test_notes_of_other_steps_show_only_when_asked(shown: Stage) -> None:
    add_note(shown.context.dialogue.store, NoteDraft("droom", persona="fatima", step="dromen", kind="wish"))
    write(shown, "ervaring")
    page = page_of(shown)
    assert page.area.board.count == 1
    page.area.head.pick(page.area.head.scope, ALL)
    assert page.area.board.count == 2
    assert page.personas.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole).count("1 notitie") == 1


def test_finding_narrows_and_a_new_note_is_seen_all_the_same(with_notes: Stage, qtbot: QtBot) -> None:
    page = page_of(with_notes)
    press(page.area.view, Qt.Key.Key_F, CTRL)
    assert page.area.filter_bar.field.hasFocus()
    type_text(page.area.filter_bar.field, "TWÉE\n")
    assert list(cast("Iterable[str]", page.area.board.model.hits)) == [notes(with_notes)[1].id]
    assert page.area.view.hasFocus()
    page.capture.field.setFocus()
    write(with_notes, "vier")
    assert page.area.board.count == 4
    assert page.area.board.model.hits is None
    assert not page.area.filter_bar.isVisible()
    assert page.capture.field.hasFocus()


def test_ten_thousand_notes_take_a_new_one_as_one_row(qtbot: QtBot, store: SessionStore) -> None:
    add_notes(store, [NoteDraft(f"notitie {n}", persona="bram", step="ervaren") for n in range(10_000)])
    shown = open_step(qtbot, store)
    board = page_of(shown).area.board
    touched: list[Touched] = []
    board.model.changed.connect(touched.append)
    write(shown, "nog een")
    assert board.count == 10_001
    assert [(t.everything, len(t.notes)) for t in touched] == [(False, 1)]
    QApplication.processEvents()
    box = board.model.plan.box(notes(shown)[-1].id)
    assert box is not None
    assert board.canvas.visible_box().meets(box), "a new note is brought into view"


def test_meeting_the_personas_shows_a_card_to_read_aloud(qtbot: QtBot, store: SessionStore) -> None:
    shown = open_step(qtbot, store, "ontmoeten", language="en")
    page = page_of(shown)
    assert page.area.who == "fatima"
    assert page.area.card.isVisible()
    spoken = {label.text() for label in page.area.card.findChildren(type(page.area.card._story))}
    assert "Mother of four young children" in spoken
    page.area.set_way(OUTLINE)
    assert not page.area.card.isVisible()
    assert page.area.view is page.area.board.outline


def test_a_rebuilt_page_takes_up_where_the_old_one_was(
    shown: Stage, qtbot: QtBot, store: SessionStore
) -> None:
    page = page_of(shown)
    write(shown, "een")
    press(page.capture.field, Qt.Key.Key_3, CTRL)
    page.personas.list.setCurrentRow(1)
    page.area.set_way(OUTLINE)
    page.host.pane.prompts.part_on()
    type_text(page.capture.field, "half af")
    choose(shown, 0)
    view = page.save_view()
    rebuilt = open_step(qtbot, store, language="en", scale=150)
    again = page_of(rebuilt)
    again.restore_view(view)
    assert again.area.who == "fatima"
    assert again.capture.value("kind") == "need"
    assert again.capture.field.text() == "half af"
    assert again.area.view is again.area.board.outline
    assert again.host.pane.prompts.at == 1
    assert len(again.area.board.chosen_ids()) == 1


@pytest.mark.parametrize(
    ("width", "scale", "folded"), [(1366, 100, False), (1280, 100, True), (1366, 200, True)]
)
def test_the_hosts_side_folds_where_there_is_no_room(
    qtbot: QtBot, store: SessionStore, width: int, scale: int, folded: bool
) -> None:
    shown = open_step(qtbot, store, scale=scale)
    shown.resize(width, 600)
    QApplication.processEvents()
    assert shown.width() == width, "nothing keeps the window from being this narrow"
    assert page_of(shown).host.pane.folded is folded
    assert page_of(shown).host.pane.quick_on.isVisible() is folded


def test_a_dialogue_that_can_only_be_looked_at_takes_nothing(
    qtbot: QtBot, store: SessionStore, tmp_path: Path
) -> None:
    add_note(store, NoteDraft("blijft staan", persona="bram", step="ervaren"))
    store.wait_saved()
    copy = tmp_path / "kopie.dialoog"
    store.save_copy(copy)
    with SessionStore.open(copy, source="laptop-2", readonly=True) as looked_at:
        shown = open_step(qtbot, looked_at)
        page = page_of(shown)
        write(shown, "mag niet")
        choose(shown, 0)
        page.area.view.setFocus()
        press(page.area.view, Qt.Key.Key_Delete)
        press(page.area.view, Qt.Key.Key_S)
        assert [(note.text, note.starred) for note in notes(shown)] == [("blijft staan", False)]
        assert "park" not in page.commands()
        assert "kind_1" not in page.commands()
        found: list[object] = []
        page.navigate_requested.connect(found.append)
        page.host.go_on()
        assert len(found) == 1, "going through the steps is looking too"
        (box,) = page.host.pane.gate.boxes()
        assert not box.isEnabled()
        assert [item.isChecked() for item in page.host.pane.gate.boxes()] == [False]


def test_undo_shows_where_it_happened(qtbot: QtBot, store: SessionStore) -> None:
    ids = add_notes(store, [NoteDraft(f"notitie {n}", persona="bram", step="ervaren") for n in range(300)])
    shown = open_step(qtbot, store)
    board = page_of(shown).area.board
    edit_note(store, ids[-1], text="anders")
    box = board.model.plan.box(ids[-1])
    assert box is not None
    board.canvas.home()
    assert not board.canvas.visible_box().meets(box)
    store.undo()
    assert board.canvas.visible_box().meets(box)


def test_notes_dropped_on_a_persona_are_about_that_persona(shown: Stage) -> None:
    write(shown, "een")
    write(shown, "twee")
    page = page_of(shown)
    page.personas.notes_dropped.emit("bram", [note.id for note in notes(shown)])
    assert [note.persona for note in notes(shown)] == ["bram", "bram"]
    shown.context.dialogue.undo()
    assert [note.persona for note in notes(shown)] == ["fatima", "fatima"]


def test_escape_on_the_board_lets_go_and_then_leads_back_to_the_field(shown: Stage) -> None:
    write(shown, "een")
    page = page_of(shown)
    page.area.view.setFocus()
    choose(shown, 0)
    press(page.area.view, Qt.Key.Key_Escape)
    assert page.area.board.model.chosen == ()
    page.area.filter_bar.field.setText("een")
    assert page.area.board.model.hits is not None
    press(page.area.view, Qt.Key.Key_Escape)
    assert page.area.board.model.hits is None
    assert page.area.view.hasFocus()
    press(page.area.view, Qt.Key.Key_Escape)
    assert page.capture.field.hasFocus()


def test_enter_in_the_outline_writes_on_the_row(shown: Stage) -> None:
    write(shown, "een")
    page = page_of(shown)
    page.area.set_way(OUTLINE)
    page.area.view.setFocus()
    choose(shown, 0)
    press(page.area.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    type_text(field, " en meer")
    press(field, Qt.Key.Key_Return)
    assert "en meer" in notes(shown)[0].text
    shown.context.dialogue.undo()
    assert notes(shown)[0].text == "een"
