"""Pictures on notes: one edit with their note, and gone with the last note that shows them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.exchange.json_dialogue import load
from facilitator.services import exchange, notes, pictures
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DOT = Image(PNG, "png", 1, 1, "Een  rode stip\n")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        yield made


def alive(store: SessionStore) -> list[str]:
    return [id for id in store.state.tables.get("picture", {}) if store.state.picture(id) is not None]


def test_a_note_and_its_picture_are_one_edit(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("Zo ziet de gang eruit"), DOT)
    note = store.state.note(id)
    assert note is not None
    picture = store.state.picture(note.picture)
    assert picture is not None
    assert (b64decode(picture.data), picture.format, picture.width) == (PNG, "png", 1)
    assert picture.description == "Een  rode stip"
    store.undo()
    assert alive(store) == []
    assert store.state.note(id) is None
    store.redo()
    assert alive(store) == [picture.id]


def test_a_picture_is_hung_described_changed_and_taken_off(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("tekst"))
    first = pictures.attach(store, id, PNG, "png", 1, 1)
    pictures.describe_picture(store, first, " een stip ")
    assert store.state.picture(first) is not None
    second = pictures.attach(store, id, PNG, "png", 1, 1, "nieuw")
    assert alive(store) == [second]
    pictures.remove_picture(store, id)
    assert alive(store) == []
    note = store.state.note(id)
    assert note is not None
    assert note.picture == ""
    store.undo()
    assert alive(store) == [second]


def test_a_shared_picture_stays_until_its_last_note_goes(store: SessionStore) -> None:
    id = notes.add_note(store, NoteDraft("een"), DOT)
    twin = notes.add_note(store, NoteDraft("twee"))
    note = store.state.note(id)
    assert note is not None
    with store.edit("note.edited") as edit:
        edit.set("note", twin, picture=note.picture)
    notes.delete_notes(store, [id])
    assert alive(store) == [note.picture]
    notes.delete_notes(store, [twin])
    assert alive(store) == []
    store.undo()
    assert alive(store) == [note.picture]


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (Image(b"GIF89a", "png", 1, 1), "picture.unreadable"),
        (Image(PNG, "gif", 1, 1), "picture.unreadable"),
        (Image(PNG, "jpeg", 1, 1), "picture.unreadable"),
        (Image(PNG, "png", 0, 1), "picture.unreadable"),
        (Image(PNG + b"x" * 3 * 1024**2, "png", 9, 9), "picture.too_heavy"),
    ],
)
def test_what_is_no_picture_is_refused_and_the_note_too(store: SessionStore, image: Image, code: str) -> None:
    with pytest.raises(UserError) as caught:
        notes.add_note(store, NoteDraft("x"), image)
    assert caught.value.code == code
    assert store.state.notes == []


def test_nobody_keeps_a_picture_that_was_not_made_smaller(store: SessionStore) -> None:
    with pytest.raises(ValueError, match="4000"):
        pictures.new_picture(store, Image(PNG, "png", 4000, 3000))


def test_a_picture_that_is_gone_cannot_be_described(store: SessionStore) -> None:
    with pytest.raises(UserError) as caught:
        pictures.describe_picture(store, "weg", "x")
    assert caught.value.code == "picture.unknown"


def test_pictures_go_along_into_the_exchange_file(store: SessionStore, tmp_path: Path) -> None:
    notes.add_note(store, NoteDraft("met foto"), DOT)
    exchange.export_json(store, tmp_path / "uit.json")
    ids = {row.id for row in load(tmp_path / "uit.json").entities}
    assert set(alive(store)) <= ids


@pytest.mark.parametrize("place", pictures.PLACES)
def test_a_picture_of_the_first_page_is_set_changed_and_cleared_each_in_one_edit(
    store: SessionStore, place: str
) -> None:
    choose = {"cover": pictures.set_cover, "logo": pictures.set_logo}[place]
    clear = {"cover": pictures.clear_cover, "logo": pictures.clear_logo}[place]
    first = choose(store, DOT)
    assert getattr(store.state.dialogue, place) == first
    second = choose(store, DOT)
    assert alive(store) == [second]
    assert store.undo_label == f"{place}.set"
    store.undo()
    assert (alive(store), getattr(store.state.dialogue, place)) == ([first], first)
    store.redo()
    clear(store)
    assert (alive(store), getattr(store.state.dialogue, place)) == ([], "")
    assert store.undo_label == f"{place}.removed"
    before = len(store.history())
    clear(store)
    assert len(store.history()) == before


def test_what_is_no_picture_does_not_replace_the_cover(store: SessionStore) -> None:
    id = pictures.set_cover(store, DOT)
    with pytest.raises(UserError):
        pictures.set_cover(store, Image(b"GIF89a", "png", 1, 1))
    assert store.state.dialogue.cover == id


def test_a_picture_shown_in_two_places_stays_until_the_last_lets_go(store: SessionStore) -> None:
    note = notes.add_note(store, NoteDraft("een"), DOT)
    found = store.state.note(note)
    assert found is not None
    with store.edit("dialogue.edited") as edit:
        edit.set("dialogue", "dialogue", cover=found.picture, logo=found.picture)
    notes.delete_notes(store, [note])
    assert alive(store) == [found.picture]
    pictures.clear_logo(store)
    assert alive(store) == [found.picture]
    pictures.clear_cover(store)
    assert alive(store) == []
