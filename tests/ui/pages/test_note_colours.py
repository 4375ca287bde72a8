"""What the colour of a paper tells is always told by a letter too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.entities import COLOURINGS, Note
from facilitator.services.dialogue import new_meeting
from facilitator.store.session import SessionStore
from facilitator.ui.pages.note_colours import NO_LETTER, NoteColours
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("colouring", COLOURINGS)
def test_every_value_has_a_colour_a_letter_and_words_of_its_own(
    store: SessionStore, colouring: str, language: str
) -> None:
    colours = NoteColours(make_context(store, language=language))
    colours.colouring = colouring
    legend = colours.legend()
    assert len(legend) >= 4
    assert len({ink.letter for ink in legend}) == len(legend)
    assert len({ink.paper for ink in legend}) == len(legend)
    assert len({ink.words for ink in legend}) == len(legend)
    assert colours.words(colouring)


def test_a_note_gets_the_ink_of_what_is_told(store: SessionStore) -> None:
    soft = new_meeting(store, name="Thuis", channel="soft")
    colours = NoteColours(make_context(store))
    note = Note(id="n", alive=True, text="x", kind="worry", basis="near", table=8, meeting=soft)
    told = []
    for colouring in COLOURINGS:
        colours.colouring = colouring
        told.append((colours.of(note).letter, colours.of(note).words))
    assert told == [
        ("Z", "Zorg"),
        ("D", "Dichtbij gezien"),
        ("Z", "Zachte stemmen"),
        ("8", "Tafel 8"),
    ]


def test_what_is_not_known_is_white(store: SessionStore) -> None:
    colours = NoteColours(make_context(store))
    bare = Note(id="n", alive=True, text="x")
    for colouring in ("channel", "table"):
        colours.colouring = colouring
        assert (colours.of(bare).paper, colours.of(bare).letter) == ("quote", NO_LETTER)
