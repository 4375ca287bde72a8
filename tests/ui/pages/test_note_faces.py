"""How a note looks and sounds, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from facilitator.domain.entities import Note
from facilitator.services import grouping
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.personas import update_persona
from facilitator.store.session import SessionStore
from facilitator.ui.kit.pictures import made_anew
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


def test_a_picture_hangs_on_the_face_and_is_described(store: SessionStore) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    id = add_note(store, NoteDraft("zie foto"), replace(made_anew(image), description="de gang"))
    kept = store.state.note(id)
    assert kept is not None
    face = NoteFaces(make_context(store))(kept)
    assert face.picture is not None
    assert not face.picture.pixmap(QSize(100, 100), 1.0).isNull()
    assert face.spoken.endswith("foto: de gang)")


def test_the_colour_can_tell_something_else_than_the_kind(store: SessionStore) -> None:
    faces = NoteFaces(make_context(store))
    assert faces(note(kind="worry", table=2)).sheet == "worry"
    faces.colours.colouring = "table"
    face = faces(note(kind="worry", table=2))
    assert (face.letter, face.kind) == ("2", "worry")
    assert face.sheet != "worry"
