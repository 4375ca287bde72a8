"""A dialogue with insights, advice and rounds of voting, for tests of the counting dialogs."""

from __future__ import annotations

from pathlib import Path

from facilitator.services import advising, grouping, voting
from facilitator.services.dialogue import new_meeting
from facilitator.store.session import SessionStore
from tests.helpers.window import make_file


def dialogue(folder: Path) -> SessionStore:
    store = SessionStore.open(make_file(folder), source="laptop-1")
    goal = grouping.new_goal(store, "Zorg dichtbij")
    new_meeting(store, name="Avond", channel="large", people=25, tables=3)
    for title in ("Bellen is eng", "De bus rijdt niet", "Een vast gezicht"):
        grouping.new_insight(store, title)
        advising.new_advice(store, goal, f"Advies over: {title}")
    return store


def insight(store: SessionStore, nth: int) -> str:
    return store.state.insights[nth].id


def dots(store: SessionStore, **fields: object) -> str:
    return voting.new_ballot(store, **{"title": "Ronde 1", "people": 25, "dots": 3, **fields})


def hands(store: SessionStore, **fields: object) -> str:
    given = {"title": "Handen", "subject": "advice", "method": "hands", "people": 10, **fields}
    return voting.new_ballot(store, **given)
