"""What a bar asks for is found, counted, and kept true while the dialogue changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.search_index import Hits, Query
from facilitator.domain.text import fold
from facilitator.services import notes
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.context import Context
from facilitator.ui.pages.finding import Finding, SharedSearch, shared_search
from facilitator.ui.widgets.filter_bar import FilterBar
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    library = shelf()
    with import_json(paths.example(), tmp_path / "a.dialoog", "laptop-1", library) as store:
        yield make_context(store)


@pytest.fixture
def session(context: Context) -> Session:
    return context.dialogue


@pytest.fixture
def store(session: Session) -> SessionStore:
    return session.store


Pair = tuple[FilterBar, Finding]
Make = Callable[[], Pair]


@pytest.fixture
def make(context: Context, qtbot: QtBot) -> Make:
    holders: list[QWidget] = []

    def made() -> Pair:
        holder = QWidget()
        holders.append(holder)
        qtbot.addWidget(holder)
        holder.resize(1200, 100)
        bar = FilterBar(context.theme, context.language, holder)
        finding = Finding(context, bar, holder)
        holder.show()
        shared = shared_search(context.dialogue)
        qtbot.waitUntil(lambda: not shared.index.waiting)
        return bar, finding

    return made


@pytest.fixture
def pair(make: Make) -> Pair:
    return make()


def test_nothing_asked_for_is_nothing_told_and_every_note_is_counted(pair: Pair, session: Session) -> None:
    bar, finding = pair
    assert finding.hits is None
    assert bar.count.text() == f"{len(session.state.notes)} notities"


def test_typing_tells_what_is_found_letter_by_letter(pair: Pair, session: Session) -> None:
    bar, finding = pair
    told: list[Hits | None] = []
    finding.found.connect(told.append)
    type_text(bar.field, "wacht")
    assert len(told) == 5
    assert all(hits is not None for hits in told)
    hits = finding.hits
    assert hits is not None
    said = {
        note.id
        for note in session.state.notes
        if any(word.startswith("wacht") for word in fold(f"{note.text} {note.translation}").split())
    }
    assert said
    assert said <= set(hits)
    bar.clear()
    assert told[-1] is None


def test_the_scope_is_what_is_counted_and_its_filters_are_not_offered(pair: Pair, session: Session) -> None:
    bar, finding = pair
    assert {"step", "persona"} <= {chip.kind.key for chip in bar.chips}
    persona = session.state.personas[0].id
    finding.set_scope(step=["ervaren"], persona=[persona])
    there = [n for n in session.state.notes if n.step == "ervaren" and n.persona == persona]
    assert bar.count.text() == f"{len(there)} notities"
    assert not {"step", "persona"} & {chip.kind.key for chip in bar.chips}
    finding.set_scope()
    assert bar.count.text() == f"{len(session.state.notes)} notities"


def test_a_change_is_found_as_soon_as_the_page_is_told_of_it(pair: Pair, store: SessionStore) -> None:
    bar, finding = pair
    type_text(bar.field, "zebr")
    assert finding.hits is not None
    assert len(finding.hits) == 0
    leave = store.subscribe(finding.refresh)
    id = notes.add_note(store, notes.NoteDraft(text="Een zebra in de gang"))
    assert list(finding.hits) == [id]
    store.undo()
    assert list(finding.hits) == []
    leave()


def test_the_index_follows_while_no_page_looks(pair: Pair, store: SessionStore, session: Session) -> None:
    notes.add_note(store, notes.NoteDraft(text="Een zebra in de gang"))
    assert len(shared_search(session).index.query(Query("zebra"))) == 1


def test_all_pages_share_one_index(make: Make, session: Session) -> None:
    make()
    make()
    assert len(session.findChildren(SharedSearch)) == 1


def test_words_and_ticks_survive_a_rebuild(make: Make) -> None:
    bar, finding = make()
    bar.set_query(Query("de", {"kind": frozenset(["worry"]), "place": frozenset(["grouped"])}))
    finding.ask()
    kept = finding.save_view()
    again, found = make()
    found.restore_view(kept)
    assert again.query() == bar.query()
    assert finding.hits is not None
    assert found.hits is not None
    assert set(found.hits) == set(finding.hits) != set()


def test_a_hidden_bar_stays_hidden_and_one_with_a_question_shows(make: Make) -> None:
    bar, finding = make()
    finding.restore_view({"text": "", "filters": {}, "open": False})
    assert bar.isHidden()
    finding.restore_view({"text": "zorg", "filters": {}, "open": False})
    assert not bar.isHidden()
    finding.restore_view(None)
    assert finding.hits is None


def test_a_ticked_value_stays_when_its_last_note_goes(pair: Pair, store: SessionStore) -> None:
    bar, finding = pair
    id = notes.add_note(store, notes.NoteDraft(text="hier", table=77))
    finding.refresh(None)
    bar.set_query(Query("", {"table": frozenset(["77"])}))
    finding.ask()
    assert finding.hits is not None
    assert list(finding.hits) == [id]
    notes.delete_notes(store, [id])
    finding.refresh(None)
    assert bar.query().filters == {"table": frozenset(["77"])}
    assert list(finding.hits) == []


def test_opening_brings_the_keyboard_to_the_field(pair: Pair) -> None:
    bar, finding = pair
    bar.hide()
    bar.window().activateWindow()
    finding.open()
    assert bar.isVisible()
    assert bar.field.hasFocus()
