"""Advice in words: numbers, votes and verdicts, in both languages."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Advice, Goal, Insight, Meeting, Note
from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.pages.advice_faces import AdviceFaces
from tests.helpers.ui import make_context


def filled(store: SessionStore) -> None:
    with store.edit("x") as edit:
        edit.create(Meeting(id="m1", channel="large"))
        edit.create(Meeting(id="m2", channel="survey"))
        edit.create(Goal(id="g", title="Dichtbij", seq=1))
        edit.create(Insight(id="i", title="X heeft Y nodig", goals=("g",)))
        for n in range(10):
            places = ("i",) if n < 3 else ()
            edit.create(Note(id=f"n{n}", text=f"t{n}", meeting="m1", seq=n, insights=places))
        edit.create(Note(id="s", text="s", meeting="m2", seq=20))
        edit.create(Note(id="f", text="f", meeting="m1", basis="imagined", insights=("i",), seq=21))
        edit.create(
            Advice(id="a", goal="g", text="Doe het", addressee="MST", deadline="2027", insights=("i",))
        )


def test_votes_and_verdict_follow_the_threshold(store: SessionStore, qtbot: QtBot) -> None:
    filled(store)
    faces = AdviceFaces(make_context(store), lambda: gather(store.state))
    [face] = faces.cards("g")
    assert (face.number, face.detail, face.verdict) == ("1.1", "Voor: MST · 2027", "Nog niet gestemd")
    with store.edit("x") as edit:
        edit.set("advice", "a", votes_for=75, votes_against=20, votes_abstain=5)
    [face] = faces.cards("g")
    assert (face.votes_words, face.verdict, face.tone) == (
        "75 voor · 20 tegen · 5 onthouden",
        "✓ Aangenomen",
        "good",
    )
    assert faces.goals()[0].detail == "1 advies"


def test_imagined_notes_are_counted_apart_and_channels_never_added_up(
    store: SessionStore, qtbot: QtBot
) -> None:
    filled(store)
    faces = AdviceFaces(make_context(store, language="en"), lambda: gather(store.state))
    support = faces.support(store.state.advice("a"), "1.1")
    assert support.title == "1 insight, 4 notes"
    assert support.channels == (("Large meeting", "heard · 30%"), ("Survey", "not heard"))
    assert "1 note imagined" in support.remark
    assert [note.id for note in support.notes] == ["n0", "n1", "n2", "f"]
    assert faces.support(None, "").notes == ()
