"""Personas: own ones, copies, hidden ones, and packs that go out and come back the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.content.personas import read_pack_file, write_pack_file
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.services import notes, personas
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog") as made:
        yield made


def found(store: SessionStore, id: str) -> e.Persona:
    persona = store.state.persona(id)
    assert persona is not None
    return persona


def test_an_own_persona_comes_last_and_can_have_notes(store: SessionStore) -> None:
    id = personas.add_persona(store, " Els ", age="70", portrait=builders.SVG)
    assert store.state.personas[-1].id == id
    assert (found(store, id).name, found(store, id).pack) == ("Els", "")
    notes.add_note(store, NoteDraft("x", persona=id))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "persona.no_name"),
        ({"name": "x" * 81}, "text.too_long"),
        ({"story": "x" * 4001}, "text.too_long"),
        ({"portrait": "<svg><script/></svg>"}, "portrait.refused"),
    ],
)
def test_bad_fields_are_refused(store: SessionStore, fields: dict[str, object], code: str) -> None:
    before = builders.remembered(store.state)
    with pytest.raises(UserError) as caught:
        personas.update_persona(store, "bram", **fields)
    assert caught.value.code == code
    assert builders.remembered(store.state) == before


def test_a_changed_text_loses_its_translation_and_the_others_keep_theirs(store: SessionStore) -> None:
    personas.update_persona(store, "bram", story="Nu anders", line=found(store, "bram").line)
    bram = found(store, "bram")
    assert bram.story == "Nu anders"
    assert "story" not in bram.translations["en"]
    assert bram.translations["en"]["line"] == "Bram line en"


def test_a_new_name_keeps_the_translations(store: SessionStore) -> None:
    before = found(store, "bram").translations
    personas.update_persona(store, "bram", name="Bart")
    assert found(store, "bram").translations == before


def test_copies_get_the_next_free_number(store: SessionStore) -> None:
    first = personas.duplicate_persona(store, "bram")
    second = personas.duplicate_persona(store, "bram")
    assert [found(store, id).name for id in (first, second)] == ["Bram 2", "Bram 3"]
    assert found(store, first).story == found(store, "bram").story
    assert found(store, first).pack == ""


def test_hiding_keeps_the_notes(store: SessionStore) -> None:
    note = notes.add_note(store, NoteDraft("x", persona="bram"))
    personas.hide_persona(store, "bram", True)
    assert "bram" not in {persona.id for persona in store.state.personas}
    kept = store.state.note(note)
    assert kept is not None
    assert kept.persona == "bram"
    personas.hide_persona(store, "bram", False)
    assert "bram" in {persona.id for persona in store.state.personas}


def test_a_pack_adds_only_who_is_not_here_yet(store: SessionStore) -> None:
    oost = builders.library().packs["oost"]
    assert personas.add_from_pack(store, oost) == []
    assert store.undo_label == "meeting.added"
    assert personas.add_from_pack(store, builders.pack("west", "Sophie", "Rayan"), ["rayan"]) == ["rayan"]
    with pytest.raises(UserError, match=r"persona\.unknown"):
        personas.add_from_pack(store, oost, ["sophie"])


def test_somebody_of_the_same_name_from_another_pack_is_somebody_else(store: SessionStore) -> None:
    (id,) = personas.add_from_pack(store, builders.pack("west", "Bram"))
    assert id != "bram"
    assert (found(store, id).name, found(store, id).pack, found(store, "bram").pack) == (
        "Bram",
        "west",
        "oost",
    )


def test_an_unknown_persona_is_refused(store: SessionStore) -> None:
    for call in (
        personas.update_persona,
        personas.duplicate_persona,
        lambda s, i: personas.hide_persona(s, i, True),
    ):
        with pytest.raises(UserError, match=r"persona\.unknown"):
            call(store, "x")


def test_a_pack_goes_out_through_a_file_and_comes_back_the_same(store: SessionStore, tmp_path: Path) -> None:
    own = personas.add_persona(
        store, "Bram", age="70", line="nog een Bram", story="s", needs="n", made_with="Els"
    )
    made = personas.pack_of(store, ["bram", own], "", " Mijn groep ")
    assert (made.id, made.titles, [p.id for p in made.personas]) == (
        "mijn-groep",
        {"nl": "Mijn groep"},
        ["bram", "bram-2"],
    )

    path = tmp_path / "mijn.personas.json"
    write_pack_file(path, made)
    back = read_pack_file(path)
    assert back.personas == made.personas

    with builders.dialogue(tmp_path / "b.dialoog", packs=()) as other:
        assert personas.add_from_pack(other, back) == ["bram", "bram-2"]
        assert found(other, "bram").story == found(store, "bram").story
        assert found(other, "bram-2").made_with == "Els"
        assert found(other, "bram-2").translations == {}


def test_an_empty_pack_is_refused(store: SessionStore) -> None:
    with pytest.raises(UserError, match=r"persona\.none_chosen"):
        personas.pack_of(store, [], "x", "x")
