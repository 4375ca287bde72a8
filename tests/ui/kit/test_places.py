"""Where edits happened, in words and with the way there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Insight, Note
from facilitator.services import advising, dialogue, grouping, notes, personas, voting
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Go, Where
from facilitator.ui.kit.places import Place, Places
from tests.helpers.ui import make_context
from tests.helpers.window import make_file


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot) -> Iterator[SessionStore]:
    path = make_file(tmp_path_factory.mktemp("plek"))
    with SessionStore.open(path, source="laptop-1") as opened:
        yield opened


@pytest.fixture
def places(store: SessionStore) -> Places:
    context = make_context(store)
    return Places(context, context.session)


def told(store: SessionStore, places: Places) -> tuple[Place, Place]:
    """Return the place of the newest edit: from its change when undone and redone, and from the log."""
    heard: list[ChangeSet] = []
    stop = store.subscribe(heard.append)
    store.undo()
    store.redo()
    stop()
    newest = store.moments()[-1].edit
    traces = store.traces([(newest.source, newest.stamp)])
    return places.of_changes(heard[-1]), places.of_traces(traces[newest.source, newest.stamp])


def add(store: SessionStore, text: str = "Ik durf niet te bellen") -> str:
    return notes.add_note(store, NoteDraft(text, persona="fatima", step="ervaren"))


def test_a_note_is_at_its_step_with_its_persona_and_first_words(store: SessionStore, places: Places) -> None:
    id = add(store)
    wanted = Place(
        "Ervaren · Fatima · ‘Ik durf niet te bellen’",
        Go("step", "ervaren", Where(persona="fatima", note=id)),
    )
    for place in told(store, places):
        assert place == wanted
        assert place.go is not None
        assert place.go.where == Where(persona="fatima", note=id)
    notes.star(store, [id], True)
    assert told(store, places) == (wanted, wanted)


def test_a_note_that_is_gone_is_named_but_not_looked_for(store: SessionStore, places: Places) -> None:
    id = add(store, "lang " * 40)
    heard: list[ChangeSet] = []
    store.subscribe(heard.append)
    store.undo()
    place = places.of_changes(heard[-1])
    assert place.words.startswith("Ervaren · Fatima · ‘lang lang")
    assert place.words.endswith("…’")
    assert len(place.words) < 100
    assert place.go is not None
    assert place.go.where == Where(persona="fatima")
    edit = next(m.edit for m in store.moments() if m.undone)
    traces = store.traces([(edit.source, edit.stamp)])[edit.source, edit.stamp]
    assert [trace.id for trace in traces] == [id]
    assert places.of_traces(traces).words == place.words


def test_grouping_happens_at_the_insight(store: SessionStore, places: Places) -> None:
    id, more = add(store), add(store, "Nog een")
    insight = grouping.new_insight(store, "Bellen is eng")
    for place in told(store, places):
        assert place.words == "Wegen · ‘Bellen is eng’"
        assert place.go is not None
        assert place.go.where == Where(insight=insight)
    grouping.place_notes(store, [id, more], insight)
    for place in told(store, places):
        assert place.words == "Wegen · ‘Bellen is eng’ · ‘Ik durf niet te bellen’ en nog 1"
        assert place.go is not None
        assert place.go.where == Where(insight=insight)
    notes.park(store, [id], "hoort elders")
    assert [p.words for p in told(store, places)] == ["Wegen · ‘hoort elders’ · ‘Ik durf niet te bellen’"] * 2


def test_goals_advice_votes_and_set_up_have_their_pages(store: SessionStore, places: Places) -> None:
    goal = grouping.new_goal(store, "Zorg dichtbij")
    assert told(store, places)[0].go == Go("step", "wegen")
    advice = advising.new_advice(store, goal, "Open een balie")
    for place in told(store, places):
        assert place.words == "Adviseren · ‘Open een balie’"
        assert place.go is not None
        assert place.go.where == Where(advice=advice)
    round_ = voting.new_ballot(store, title="Handen", subject="advice", method="hands")
    voting.add_pile(store, round_, advice, 12, choice="for")
    assert [p.words for p in told(store, places)] == ["Adviseren · ‘Handen’ · ‘Open een balie’"] * 2
    personas.update_persona(store, "fatima", story="Anders")
    assert [p.words for p in told(store, places)] == ["Voorbereiding · Fatima"] * 2
    dialogue.update_dialogue(store, title="Anders")
    assert [p.go for p in told(store, places)] == [Go("setup")] * 2
    dialogue.overrule_gate(store, "dromen", "geen tijd")
    assert [(p.words, p.go) for p in told(store, places)] == [("Dromen", Go("step", "dromen"))] * 2


def test_a_hidden_persona_and_an_unknown_step_lead_nowhere_wrong(store: SessionStore, places: Places) -> None:
    id = add(store)
    personas.hide_persona(store, "fatima", True)
    notes.star(store, [id], True)
    for place in told(store, places):
        assert place.go is not None
        assert place.go.where == Where(persona="*", note=id)
    with store.edit("note.added") as edit:
        edit.create(Note(id="n2", text="zonder stap", step="bestaat-niet"))
        edit.create(Note(id="n3", text="nog een"))
    assert told(store, places)[0] == Place("‘zonder stap’ en nog 1", None)
    with store.edit("insight.deleted") as edit:
        edit.create(Insight(id="i", title="Weg"))
    with store.edit("insight.deleted") as edit:
        edit.delete("insight", "i")
    assert told(store, places)[0] == Place("Wegen · ‘Weg’", None)
