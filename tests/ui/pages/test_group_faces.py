"""Counts and words of the grouping page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Advice, Goal, Insight, Note, Persona
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_faces import GroupFaces
from tests.helpers.ui import make_context


def filled(store: SessionStore) -> None:
    with store.edit("x") as edit:
        edit.create(Persona(id="fatima", name="Fatima"))
        edit.create(Persona(id="mieke", name="Mieke"))
        edit.create(Goal(id="g1", title="Samen", seq=1))
        edit.create(Goal(id="g2", title="", seq=2))
        edit.create(Insight(id="i1", title="Rust", goals=("g2", "g1"), seq=1))
        edit.create(Insight(id="i2", goals=("g1",), seq=2))
        edit.create(Advice(id="a", goal="g1", insights=("i1",), seq=1))
        for n in range(9):
            who = "fatima" if n < 6 else "mieke"
            places = ("i1",) if n < 7 else ("i1", "i2")
            edit.create(Note(id=f"n{n}", text=f"Été {n}", persona=who, seq=n, insights=places))
        edit.create(Note(id="loose", text="Los", seq=20))


def test_a_card_tells_how_many_notes_who_and_which_goals(store: SessionStore, qtbot: QtBot) -> None:
    filled(store)
    faces = GroupFaces(make_context(store))
    faces.update()
    face = faces.insight("i1")
    assert (face.title, face.count, face.mix) == ("Rust", "9 notities", "Fatima 6 · Mieke 3")
    assert face.goals == ("Doel 1", "Doel 2")
    nameless = faces.insight("i2")
    assert (nameless.title, nameless.named) == ("Nog zonder naam", False)
    assert faces.placed() == 9, "a note under two insights counts once"
    goal = faces.goal("g1")
    assert (goal.title, goal.detail) == ("1. Samen", "2 inzichten · 9 notities")
    assert [tick.on for tick in faces.ticks("i2")] == [True, False]


def test_a_preview_counts_each_note_once_and_names_the_advice(store: SessionStore, qtbot: QtBot) -> None:
    filled(store)
    faces = GroupFaces(make_context(store))
    faces.update()
    told = faces.told_insights("i2", ["i1", "i2"])
    assert told == [
        "‘Nog zonder naam’ krijgt 9 notities.",
        "Het hoort bij deze doelen: 1, 2.",
        "Adviezen die er voortaan op rusten: 1.1.",
        "‘Rust’ gaat erin op.",
    ]
    assert "Er hoort 1 advies bij." in faces.told_goals("g2", ["g1", "g2"])


def test_search_ignores_case_and_accents(store: SessionStore, qtbot: QtBot) -> None:
    filled(store)
    faces = GroupFaces(make_context(store))
    faces.update()
    note = store.state.note("n1")
    assert note is not None
    assert faces.matches(note, ["ete"])
    assert faces.matches(note, ["fatima", "ete"])
    assert not faces.matches(note, ["mieke"])
