"""How a note looks and sounds, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.entities import Note
from facilitator.services import grouping
from facilitator.services.personas import update_persona
from facilitator.store.session import SessionStore
from facilitator.ui.pages.note_faces import NoteFaces
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


def note(**fields: object) -> Note:
    given: dict[str, object] = {"id": "n", "alive": True, "text": "<b>Zo</b>", "persona": "fatima", **fields}
    return Note(**given)  # pyright: ignore[reportArgumentType]


def test_the_letter_follows_the_language_of_the_window(store: SessionStore) -> None:
    letters = {
        language: NoteFaces(make_context(store, language=language))(note(kind="worry")).letter
        for language in ("nl", "en")
    }
    assert letters == {"nl": "Z", "en": "W"}


def test_the_foot_names_persona_basis_and_table(store: SessionStore) -> None:
    faces = NoteFaces(make_context(store))
    assert faces(note(table=3)).footer == "Fatima · zelf meegemaakt · tafel 3"
    assert faces(note(kind="quote")).footer == "Fatima · citaat"
    assert faces(note(persona="")).footer.startswith("niemand in het bijzonder · ")


def test_everything_drawn_is_spoken_too(store: SessionStore) -> None:
    face = NoteFaces(make_context(store))(note(kind="worry", starred=True, parked="dubbel"))
    assert face.text == "<b>Zo</b>"
    assert face.spoken == "<b>Zo</b> (Zorg, Fatima, Zelf meegemaakt, kernzin, apart gelegd: dubbel)"
    assert face.starred
    assert face.parked


def test_a_new_name_is_seen_once_the_old_one_is_forgotten(store: SessionStore) -> None:
    faces = NoteFaces(make_context(store))
    assert faces.name("fatima") == "Fatima"
    update_persona(store, "fatima", name="Farida")
    faces.forget()
    assert faces(note()).footer.startswith("Farida")


def test_a_note_with_several_living_insights_says_so(store: SessionStore) -> None:
    one, two, gone = (grouping.new_insight(store, title) for title in ("een", "twee", "weg"))
    grouping.delete_insight(store, gone)
    faces = NoteFaces(make_context(store))
    assert faces(note(insights=(one, two, gone))).places == 2
    assert faces(note(insights=(one, two))).spoken.endswith("bij 2 inzichten)")
    alone = faces(note(insights=(one, gone)))
    assert alone.places == 0
    assert "inzicht" not in alone.spoken
