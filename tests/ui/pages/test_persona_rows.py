"""Who is hardly heard, and which key chooses whom."""

from __future__ import annotations

from facilitator.domain.entities import Persona
from facilitator.ui.pages.persona_rows import PERSONA_KEYS, PersonaRows, hardly_heard
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY
from tests.helpers.ui import make_context

PEOPLE = [
    Persona(id=name.lower(), alive=True, name=name, age=f"leeftijd {name}") for name in ("Ada", "Bo", "Cas")
]


def test_nobody_is_hardly_heard_while_little_was_said(qapp: object) -> None:
    assert hardly_heard(PEOPLE, {"ada": 5, "bo": 5}) == []
    assert hardly_heard(PEOPLE[:1], {"ada": 50}) == []


def test_less_than_half_the_average_is_hardly_heard_fewest_first(qapp: object) -> None:
    found = hardly_heard(PEOPLE, {"ada": 20, "bo": 3, "cas": 1})
    assert [persona.id for persona in found] == ["cas", "bo"]
    assert hardly_heard(PEOPLE, {"ada": 6, "bo": 5, "cas": 4}) == []


def test_rows_hold_everyone_and_nobody_only_when_used(qapp: object) -> None:
    rows = PersonaRows(make_context())
    assert [row.id for row in rows.rows(PEOPLE, {"ada": 2})] == [EVERYONE, "ada", "bo", "cas"]
    found = rows.rows(PEOPLE, {"ada": 2, "": 1})
    assert [row.id for row in found] == [EVERYONE, "ada", "bo", "cas", NOBODY]
    assert [row.count for row in found] == [3, 2, 0, 0, 1]
    assert found[1].keys == "Ctrl F1"
    assert found[1].cap == "F1"
    assert found[1].spoken == "Ada. leeftijd Ada. 2 notities. Ctrl F1"


def test_the_keys_are_all_different_and_none_types() -> None:
    assert len(set(PERSONA_KEYS)) == 24
    assert all(keys.startswith("Ctrl+") and "F" in keys for keys in PERSONA_KEYS)


def test_the_hint_names_two_at_most(qapp: object) -> None:
    rows = PersonaRows(make_context())
    title, text = rows.hint(PEOPLE, {"ada": 40, "bo": 1, "cas": 2})
    assert title == "Let op"
    assert text == "Nog weinig gehoord: Bo (1 notitie), Cas (2 notities). Vraag wie dit herkent."
    assert rows.hint(PEOPLE, {}) == ("", "")


def test_notes_of_a_hidden_persona_count_for_everyone_but_not_for_nobody(qapp: object) -> None:
    found = PersonaRows(make_context()).rows(PEOPLE[:1], {"ada": 2, "bo": 5})
    assert [(row.id, row.count) for row in found] == [(EVERYONE, 7), ("ada", 2)]
