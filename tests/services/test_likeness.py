"""While one types, what others said already is found; always what stands in the dialogue now."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.services import notes
from facilitator.services.likeness import Likeness
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders

TEXTS = [
    "De wachttijd is veel te lang",
    "Graag een vast contactpersoon",
    "De bus rijdt niet op zondag",
    "Ik snap de brieven van het ziekenhuis niet",
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        notes.add_notes(made, [NoteDraft(text=text, step="praten") for text in TEXTS])
        yield made


@pytest.fixture
def likeness(store: SessionStore) -> Iterator[Likeness]:
    made = Likeness(store)
    while not made.catch_up():
        pass
    yield made
    made.close()


def found(likeness: Likeness, store: SessionStore, text: str, without: str = "") -> list[str]:
    hits = likeness.similar(text, 5, without)
    return [note.text for id, _ in hits if (note := store.state.note(id)) is not None]


def test_a_note_that_says_almost_this_is_found(likeness: Likeness, store: SessionStore) -> None:
    assert found(likeness, store, "Op zondag rijdt geen bus!") == [TEXTS[2]]
    assert found(likeness, store, "Een vaste contactpersoon graag") == [TEXTS[1]]
    assert found(likeness, store, "Iets heel anders") == []


def test_the_index_reads_a_slice_at_a_time(store: SessionStore) -> None:
    notes.add_notes(
        store, [NoteDraft(text=f"Notitie nummer {n} over de tuin", step="praten") for n in range(200)]
    )
    likeness = Likeness(store)
    assert not likeness.ready
    assert likeness.similar(TEXTS[0]) == []
    assert not likeness.catch_up(0)
    assert found(likeness, store, TEXTS[0]) == [TEXTS[0]]
    assert likeness.catch_up(60)
    assert likeness.ready
    likeness.close()


def test_new_changed_deleted_and_undone_notes_are_followed(likeness: Likeness, store: SessionStore) -> None:
    bus = store.state.notes[2].id
    notes.edit_note(store, bus, text="De trein is te duur")
    assert found(likeness, store, TEXTS[2]) == []
    assert found(likeness, store, "Trein is veel te duur") == ["De trein is te duur"]
    store.undo()
    assert found(likeness, store, TEXTS[2]) == [TEXTS[2]]
    notes.delete_notes(store, [bus])
    assert found(likeness, store, TEXTS[2]) == []
    store.undo()
    assert found(likeness, store, TEXTS[2]) == [TEXTS[2]]
    assert found(likeness, store, TEXTS[2], without=bus) == []


def test_a_note_changed_before_it_was_read_is_read_as_it_is(store: SessionStore) -> None:
    likeness = Likeness(store)
    first, second = store.state.notes[0].id, store.state.notes[1].id
    notes.edit_note(store, first, text="Parkeren kost te veel")
    notes.delete_notes(store, [second])
    assert likeness.catch_up(60)
    assert found(likeness, store, TEXTS[0]) == []
    assert found(likeness, store, TEXTS[1]) == []
    assert found(likeness, store, "Parkeren kost veel") == ["Parkeren kost te veel"]
    likeness.close()


def test_notes_of_another_laptop_are_found_after_a_merge(store: SessionStore, tmp_path: Path) -> None:
    likeness = Likeness(store)
    assert likeness.catch_up(60)
    other = tmp_path / "b.dialoog"
    store.wait_saved()
    store.save_copy(other)
    with SessionStore.open(other, source="laptop-2") as copy:
        notes.add_note(copy, NoteDraft(text="Huurprijzen stijgen te hard", step="praten"))
        copy.wait_saved()
    store.merge(other)
    assert likeness.catch_up(60)
    assert found(likeness, store, "De huurprijs stijgt hard") == ["Huurprijzen stijgen te hard"]
    likeness.close()


def test_after_closing_it_follows_no_more(likeness: Likeness, store: SessionStore) -> None:
    likeness.close()
    notes.add_note(store, NoteDraft(text="Een heel nieuw onderwerp: paardrijden", step="praten"))
    assert found(likeness, store, "Nieuw onderwerp paardrijden") == []


def test_the_index_equals_a_fresh_one_after_any_edits(store: SessionStore) -> None:
    rnd = random.Random(8)
    likeness = Likeness(store)
    words = ["bus", "zorg", "taal", "arts", "brief", "balie", "wachten", "tolk", "huur", "geld", "school"]
    for _ in range(120):
        ids = [note.id for note in store.state.notes]
        text = " ".join(rnd.sample(words, 4))
        what = rnd.random()
        if what < 0.5 or not ids:
            notes.add_note(store, NoteDraft(text=text, step="praten"))
        elif what < 0.7:
            notes.edit_note(store, rnd.choice(ids), text=text)
        elif what < 0.8:
            notes.delete_notes(store, [rnd.choice(ids)])
        elif what < 0.95:
            store.undo()
        else:
            likeness.catch_up(0)
    fresh = Likeness(store)
    assert likeness.catch_up(60)
    assert fresh.catch_up(60)
    for _ in range(60):
        text = " ".join(rnd.sample(words, 4))
        assert likeness.similar(text, 20) == fresh.similar(text, 20)
    likeness.close()
    fresh.close()
