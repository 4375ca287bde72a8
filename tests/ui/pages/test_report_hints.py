from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.method import Method
from facilitator.services.advising import new_advice, set_votes
from facilitator.services.dialogue import DialogueSetup, create_dialogue, update_dialogue
from facilitator.services.grouping import new_goal, new_insight, place_notes
from facilitator.services.notes import NoteDraft, add_note, park
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.report_hints import ReportHints
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context

WEIGH, ADVISE = Go("step", "wegen"), Go("step", "adviseren")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    setup = DialogueSetup(title="Avond", question="")
    with create_dialogue(tmp_path / "a.dialoog", setup, shelf(), "laptop-1") as made:
        yield made


@pytest.fixture
def method() -> Method:
    return shelf().methods["vijf-stappen"].pick("nl")


def _found(store: SessionStore, method: Method) -> dict[str, Go | None]:
    return {hint.text: hint.go for hint in ReportHints().find(store.state, method)}


@pytest.mark.usefixtures("qapp")
def test_each_open_thing_is_told_until_it_is_done(store: SessionStore, method: Method) -> None:
    make_context()
    assert _found(store, method) == {"De vraag is nog niet ingevuld": Go("setup")}
    update_dialogue(store, question="Wat nu?")
    one = add_note(store, NoteDraft("een"))
    two = add_note(store, NoteDraft("twee"))
    assert _found(store, method) == {"2 notities nog niet gebundeld": WEIGH}
    park(store, [one], "past niet")
    insight = new_insight(store, "Inzicht")
    place_notes(store, [two], insight)
    goal = new_goal(store, "Doel", [insight])
    assert _found(store, method) == {"1 doel zonder advies": ADVISE}
    advice = new_advice(store, goal, "Doe het")
    assert _found(store, method) == {
        "1 advies zonder stemmen": ADVISE,
        "1 advies rust niet op een inzicht": ADVISE,
    }
    set_votes(store, advice, 3, 1, 0)
    assert _found(store, method) == {"1 advies rust niet op een inzicht": ADVISE}


@pytest.mark.usefixtures("qapp")
def test_plurals_are_right_in_english(store: SessionStore, method: Method) -> None:
    make_context(language="en")
    update_dialogue(store, question="What now?")
    for text in ("one", "two"):
        add_note(store, NoteDraft(text))
    assert _found(store, method) == {"2 notes not grouped yet": WEIGH}
