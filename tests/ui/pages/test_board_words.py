"""Areas of a board are named in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.board import flow_plan
from facilitator.services.notes import NoteDraft, add_notes
from facilitator.store.session import SessionStore
from facilitator.ui.pages.board_words import BoardWords
from facilitator.ui.pages.note_faces import NoteFaces
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    meeting = opened.state.meetings[0].id
    add_notes(
        opened,
        [
            NoteDraft("een", persona="fatima", step="ervaren", kind="worry", table=2, meeting=meeting),
            NoteDraft("twee", persona="fatima", step="ervaren", kind="worry"),
            NoteDraft("drie", persona="", step="dromen", kind="wish", basis="near"),
        ],
    )
    yield opened
    opened.close()


def titles(store: SessionStore, arrangement: str, colouring: str = "kind", language: str = "nl") -> list[str]:
    context = make_context(store, language=language)
    words = BoardWords(context, NoteFaces(context))
    steps = [step.id for step in context.method().steps]
    plan = flow_plan(store.state, "all|*", store.state.notes, lambda _n: True, arrangement, colouring, steps)
    words.look_at(plan)
    return [words(area).title for area, ids in plan.outline() if ids]


@pytest.mark.parametrize(
    ("arrangement", "colouring", "wanted"),
    [
        ("rows", "kind", ["Notities"]),
        ("persona", "kind", ["Fatima", "Niemand in het bijzonder"]),
        ("kind", "kind", ["Zorg", "Wens"]),
        ("table", "kind", ["Tafel 2", "Geen tafel"]),
        ("step", "kind", ["Ervaren", "Dromen"]),
        ("meeting", "kind", ["Eerste avond"]),
        ("colour", "basis", ["Zelf meegemaakt", "Dichtbij gezien"]),
        ("colour", "channel", ["Grote bijeenkomst"]),
    ],
)
def test_every_arrangement_has_words(
    store: SessionStore, arrangement: str, colouring: str, wanted: list[str]
) -> None:
    assert titles(store, arrangement, colouring) == wanted


def test_the_words_follow_the_language(store: SessionStore) -> None:
    assert titles(store, "kind", language="en") == ["Worry", "Dream"]


def test_count_and_who_it_is_about_are_told(store: SessionStore) -> None:
    context = make_context(store)
    words = BoardWords(context, NoteFaces(context))
    plan = flow_plan(store.state, "all|*", store.state.notes, lambda _n: True, "kind", "kind")
    words.look_at(plan)
    face = words(plan.areas["group:worry"])
    assert (face.count, face.mix, face.letter, face.paper) == ("2 notities", "Fatima 2", "Z", "worry")
    persona = flow_plan(store.state, "all|*", store.state.notes, lambda _n: True, "persona", "kind")
    words.look_at(persona)
    assert words(persona.areas["group:fatima"]).mix == ""
