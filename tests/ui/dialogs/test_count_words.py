"""A round told in words: control totals, headings and the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.tally import Control, tally
from facilitator.services import voting
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.count_words import BallotWords
from tests.helpers.ui import make_context
from tests.ui.dialogs.count_rounds import dialogue, dots, hands, insight


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with dialogue(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("counted", "expected", "language", "text"),
    [
        (61, 75, "nl", "61 van 75 stippen geteld, ▽ 14 te weinig"),
        (80, 75, "nl", "80 van 75 stippen geteld, ▲ 5 te veel"),
        (75, 75, "nl", "75 van 75 stippen geteld ✓"),
        (1, None, "nl", "1 stip geteld"),
        (61, 75, "en", "61 of 75 dots counted, ▽ 14 too few"),
        (12, None, "en", "12 dots counted"),
    ],
)
def test_the_control_total_is_a_sentence(
    store: SessionStore, counted: int, expected: int | None, language: str, text: str
) -> None:
    words = BallotWords(make_context(store, language=language))
    assert words.whole(Control(counted, expected), "dots") == text


def test_below_a_heading_it_is_short(store: SessionStore) -> None:
    words = BallotWords(make_context(store))
    controls = [
        Control(0, None),
        Control(3, None),
        Control(0, 9),
        Control(5, 9),
        Control(9, 9),
        Control(11, 9),
    ]
    assert [words.short(control) for control in controls] == [
        "",
        "3",
        "van 9",
        "▽ 4 te weinig",
        "✓ klopt",
        "▲ 2 te veel",
    ]


def test_a_round_is_told_in_one_line(store: SessionStore) -> None:
    words = BallotWords(make_context(store))
    dots(store, secret=True)
    assert (
        words.lead(store.state.ballots[-1]) == "Stippen · 3 per persoon · 25 mensen · als één totaal · geheim"
    )
    voting.close_ballot(store, hands(store, unit="persona", people=0))
    assert words.lead(store.state.ballots[-1]) == "Handen · per persona · afgesloten"


def test_the_outcome_has_the_highest_first(store: SessionStore) -> None:
    words = BallotWords(make_context(store))
    id = dots(store)
    for nth, number in ((0, 3), (1, 12)):
        voting.add_pile(store, id, insight(store, nth), number)
    rows = words.results(tally(store.state, store.state.ballots[-1]))
    assert [(row.title, row.number, row.parts) for row in rows] == [
        ("De bus rijdt niet", "12", (1.0,)),
        ("Bellen is eng", "3", (0.25,)),
        ("Een vast gezicht", "0", (0.0,)),
    ]


def test_hands_are_shares_of_the_votes_cast_never_rounded_up(store: SessionStore) -> None:
    words = BallotWords(make_context(store))
    id = hands(store)
    first, second = (advice.id for advice in store.state.advices[:2])
    for target, choice, number in (
        (first, "for", 2),
        (first, "against", 1),
        (second, "for", 9),
        (second, "abstain", 1),
    ):
        voting.add_pile(store, id, target, number, choice=choice)
    rows = words.results(tally(store.state, store.state.ballots[-1]))
    assert [row.number for row in rows] == ["90 %", "66 %", "–"]
    assert rows[1].words == "2 voor · 1 tegen · 0 onthouden"
    assert rows[0].title.startswith("1.2 Advies over:")


def test_tables_and_personas_have_their_names(store: SessionStore) -> None:
    words = BallotWords(make_context(store))
    dots(store, unit="table")
    dots(store, unit="persona")
    assert words.unit(store.state.ballots[0], "3") == "Tafel 3"
    assert words.unit(store.state.ballots[1], "fatima") == "Fatima"
    assert words.unit(store.state.ballots[1], "weg") == "weg"
    assert words.unit(store.state.ballots[1], "") == "Samen"
