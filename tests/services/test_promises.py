from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.services.promises import copied, is_suggested, loosens, suggested
from facilitator.services.publication import check, decide, open_findings, replace
from facilitator.store.session import SessionStore
from tests.report.builders import method, small_state

SAID = "Mijn zus kwam nooit meer bij ons aan tafel"


@pytest.mark.parametrize(
    ("fields", "less"),
    [
        ({"publication": "notes"}, True),
        ({"publication": "numbers"}, False),
        ({"publication": "quotes"}, False),
        ({"anonymity": "group"}, True),
        ({"anonymity": "full"}, False),
        ({"smallest_group": 7}, True),
        ({"smallest_group": 9}, False),
        ({"publication": "numbers", "anonymity": "group"}, True),
        ({"title": "Anders"}, False),
    ],
)
def test_less_than_was_promised_is_told_apart_from_more(fields: dict[str, object], less: bool) -> None:
    state = small_state(publication="quotes", anonymity="channel", smallest_group=8)
    assert loosens(state, fields) is less


def test_before_anybody_spoke_nothing_was_promised() -> None:
    state = small_state(publication="numbers")
    state.tables["note"].clear()
    assert not loosens(state, {"publication": "notes"})


def test_words_of_a_note_that_is_not_printed_are_found_where_somebody_copied_them() -> None:
    secret = e.Note(id="n9", text=SAID + ", zei ze.", consent="none")
    goal = e.Goal(
        id="g1", title="Samen", residents_say=f"Iemand zei: mijn zus kwam  nooit meer bij ons.\n{SAID}"
    )
    (found,) = copied(small_state(secret, goal))
    assert (found.entity, found.target, found.field) == ("goal", "g1", "residents_say")
    assert goal.residents_say[found.start : found.end] == "mijn zus kwam  nooit meer bij ons"


def test_words_that_may_be_printed_may_be_copied() -> None:
    said = e.Note(id="n9", text=SAID, consent="anonymous_quote")
    goal = e.Goal(id="g1", title="Samen", residents_say=SAID)
    assert list(copied(small_state(said, goal))) == []
    assert list(copied(small_state(said, goal, publication="quotes"))) == []
    assert len(list(copied(small_state(said, goal, publication="numbers")))) == 1


def test_a_few_words_in_a_row_are_an_accident() -> None:
    secret = e.Note(id="n9", text="Zij zei dat het goed gaat", consent="none")
    goal = e.Goal(id="g1", title="Samen", definition="Wij zeggen dat het goed gaat met ons")
    assert list(copied(small_state(secret, goal))) == []


def test_what_is_not_printed_is_no_finding() -> None:
    phone = e.Note(id="n9", text="Bel 06-12345678", translation="Call 06-12345678", consent="paraphrase")
    kinds = {
        level: [row.kind for row in check(small_state(phone, publication=level), method())]
        for level in e.PUBLICATIONS
    }
    assert kinds["notes"].count("personal.phone") == 2
    assert "personal.phone" not in kinds["quotes"] + kinds["numbers"]


def test_a_small_meeting_that_is_shown_with_others_is_no_finding() -> None:
    small = e.Meeting(id="m1", name="Avond een", channel="large", people=3, seq=1)
    kinds = [row.kind for row in check(small_state(small), method())]
    assert "cell.meeting" not in kinds


def test_somebody_decides_about_copied_words(tmp_path: Path) -> None:
    with SessionStore.create(tmp_path / "a.dialoog", source="t") as store:
        with store.edit("test") as edit:
            edit.create(e.Dialogue(title="t"))
            edit.create(e.Note(id="n", text=SAID, consent="none"))
            edit.create(e.Insight(id="i", title="Tafel", description=f"Iemand zei: {SAID}."))
            edit.create(e.Goal(id="g", title="Tafel", definition="Nee", residents_say=f"{SAID}!"))
        first, second = (row for row in check(store.state, method()) if row.kind == "consent.copied")
        assert first.excerpt[slice(*first.mark)] == SAID
        decide(store, first, "keep", "Zij leest mee")
        replace(store, second, "…")
        assert store.state.goals[0].residents_say == "…!"
        left = open_findings(store.state, check(store.state, method()))
        assert not [row for row in left if row.kind == "consent.copied"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_suggested_promise_fits_the_choices_and_is_known_again(language: str) -> None:
    seen: set[str] = set()
    for publication in e.PUBLICATIONS:
        for anonymity in e.ANONYMITIES:
            dialogue = e.Dialogue(
                language=language,
                publication=publication,
                anonymity=anonymity,
                smallest_group=12,
                retention="2027-03-04",
            )
            words = suggested(dialogue)
            assert "12" in words
            assert "2027" in words
            assert is_suggested(words)
            assert is_suggested(words.replace(". ", ".\n"))
            assert not is_suggested(words + " En wij geven koffie.")
            seen.add(words)
    assert len(seen) == 7
    assert not is_suggested("Wij noemen geen namen.")
