"""The promise of the set-up, kept on whatever is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain import entities as e
from facilitator.domain.evidence import gather
from facilitator.domain.publishable import (
    Printable,
    channel_told,
    is_together,
    is_withheld,
    publishable,
    too_small,
)
from facilitator.domain.state import State
from tests.report.builders import report_of, small_state, state_of


def note(id: str, **fields: Any) -> e.Note:
    return e.Note(**{"id": id, "text": f"woorden van {id}", "consent": "paraphrase", "seq": 1, **fields})


def meeting(id: str, people: int, **fields: Any) -> e.Meeting:
    return e.Meeting(**{"id": id, "name": f"Naam {id}", "people": people, "venue": f"Zaal {id}", **fields})


def of(*rows: e.Entity, **dialogue: Any) -> State:
    return state_of(e.Dialogue(**dialogue), *rows)


@pytest.mark.parametrize(
    ("publication", "printed"),
    [
        ("notes", {"unknown", "paraphrase", "anonymous_quote", "first_name"}),
        ("quotes", {"anonymous_quote", "first_name"}),
        ("numbers", set()),
    ],
)
def test_words_leave_as_the_level_and_the_consent_allow(publication: str, printed: set[str]) -> None:
    state = of(
        *(note(consent, consent=consent, translation="ook zo", starred=True) for consent in e.CONSENTS),
        publication=publication,
    )
    told = publishable(state)
    assert {row.id for row in told.notes if row.text} == printed
    assert {row.id for row in told.notes if row.translation} == printed
    assert {row.id for row in state.notes if not is_withheld(state.dialogue, row)} == printed
    assert told.kept.withheld == len(e.CONSENTS) - len(printed)
    assert told.kept.refused == 1
    assert len(told.notes) == len(e.CONSENTS)


def test_what_hangs_on_a_withheld_note_goes_with_its_words() -> None:
    state = of(
        note("a", consent="none", picture="p", parked="Ze noemde haar zus", source_ref="lijst.csv:3"),
        note("b", picture="q"),
        e.Picture(id="p", data="geheim", description="Het gezicht"),
        e.Picture(id="q", data="open"),
        e.Picture(id="cover", data="voorkant"),
        e.Decision(id="d", reason="Dat is Wietske"),
        cover="cover",
    )
    told = publishable(state)
    assert told.picture("p") is None
    assert set(told.tables["picture"]) == {"q", "cover"}
    assert "decision" not in told.tables
    first = told.note("a")
    assert first is not None
    assert (first.picture, first.parked, first.source_ref, first.starred) == ("", "", "", False)


def test_deleted_notes_do_not_travel_along() -> None:
    state = of(note("a"))
    state.tables["note"]["gone"] = replace(note("gone"), alive=False)
    assert set(publishable(state).tables["note"]) == {"a"}


def test_beside_words_stands_only_the_channel_when_that_was_promised() -> None:
    rows = (meeting("m1", 40, channel="soft"), note("a", meeting="m1", speaker_group="staff", table=3))
    told = publishable(of(*rows, anonymity="channel"))
    (only,) = told.notes
    assert channel_told(only.meeting) == "soft"
    assert (only.speaker_group, only.table) == ("", 0)
    assert told.kept.notes_at == {"m1": 1}
    assert gather(told).channel_of == {only.id: "soft"}


@pytest.mark.parametrize("anonymity", ["channel", "full"])
def test_order_and_names_of_notes_do_not_tell_when_they_came(anonymity: str) -> None:
    rows = [note(f"0190-{n}", meeting="m1" if n < 20 else "m2", seq=n) for n in range(40)]
    state = of(meeting("m1", 40), meeting("m2", 40), *rows, anonymity=anonymity)
    told = publishable(state)
    assert [row.text for row in told.notes] != [row.text for row in state.notes]
    assert {row.text for row in told.notes} == {row.text for row in state.notes}
    assert not {row.id for row in told.notes} & {row.id for row in state.notes}
    assert told.notes == publishable(state).notes


def test_what_was_laid_by_hand_stays_where_it_lies_under_the_new_names() -> None:
    state = of(note("a"), e.Spot(id="board/a", board="board", note="a", x=7, y=9), anonymity="full")
    told = publishable(state)
    assert [(spot.note, spot.id, spot.x) for spot in told.spots] == [
        (told.notes[0].id, f"board/{told.notes[0].id}", 7)
    ]


def test_boards_are_not_arranged_by_what_may_not_be_told() -> None:
    boards = [
        e.Board(id="a", arrangement="meeting"),
        e.Board(id="b", arrangement="colour", colouring="channel"),
    ]
    told = publishable(of(*boards, anonymity="full"))
    assert (told.board("a").arrangement, told.board("b").colouring) == ("rows", "kind")
    assert publishable(of(*boards)).board("a").arrangement == "meeting"


def test_small_meetings_are_shown_together_and_their_notes_add_up() -> None:
    state = of(
        meeting("big", 70),
        meeting("s1", 2, channel="soft", group="patients", seq=2),
        meeting("s2", 4, channel="soft", group="carers", seq=3),
        note("a", meeting="s1", table=1),
        note("b", meeting="s2"),
        note("c", meeting="big"),
    )
    told = publishable(state)
    (pool,) = (row for row in told.meetings if is_together(row))
    assert (pool.name, pool.venue, pool.date, pool.group, pool.people) == ("", "", "", "other", 6)
    assert told.kept.together == {pool.id: 2}
    assert told.kept.notes_at == {"big": 1, pool.id: 2}
    assert gather(told).channel_of == {"a": "soft", "b": "soft", "c": "large"}
    assert told.note("a").table == 0  # pyright: ignore[reportOptionalMemberAccess]


def test_one_small_meeting_takes_the_next_smallest_along_so_that_it_does_not_stand_out() -> None:
    state = of(meeting("a", 3), meeting("b", 12), meeting("c", 40))
    told = publishable(state)
    assert [row.id for row in told.meetings] == ["c", "together:large"]
    assert told.kept.together == {"together:large": 2}
    assert too_small(state) == []


def test_a_channel_that_is_too_small_as_a_whole_counts_with_the_other_channels() -> None:
    state = of(meeting("big", 40), meeting("a", 3, channel="soft"), note("n", meeting="a"))
    told = publishable(state)
    assert gather(told).channel_of == {"n": "other"}
    assert [row.id for row in too_small(state)] == ["a"]
    (pool,) = (row for row in told.meetings if is_together(row))
    assert (pool.people, pool.group) == (0, "other")


def test_a_meeting_nobody_counted_is_not_taken_for_small() -> None:
    assert [row.id for row in publishable(of(meeting("a", 0))).meetings] == ["a"]


def test_a_group_of_few_is_called_other() -> None:
    many = [note(f"n{n}", meeting="m", speaker_group="staff") for n in range(5)]
    some = [note(f"k{n}", meeting="m", speaker_group="carers") for n in range(2)]
    state = of(
        meeting("m", 70), note("a", meeting="m", speaker_group="family"), *some, *many, smallest_group=3
    )
    told = publishable(state)
    assert {row.speaker_group for row in told.notes} == {"other", "staff"}
    assert told.note("a").speaker_group == "other"  # pyright: ignore[reportOptionalMemberAccess]


def test_one_group_of_few_is_not_other_all_by_itself() -> None:
    rows = [note(f"s{n}", meeting="m", speaker_group="staff") for n in range(5)]
    rows += [note(f"v{n}", meeting="m", speaker_group="volunteers") for n in range(9)]
    told = publishable(of(meeting("m", 70), note("a", meeting="m", speaker_group="carers"), *rows))
    groups = [row.speaker_group for row in told.notes]
    assert (groups.count("other"), groups.count("volunteers"), len(groups)) == (6, 9, 15)
    # Enough others are there already: nobody has to come along.
    others = [note(f"o{n}", meeting="m", speaker_group="other") for n in range(5)]
    told = publishable(of(meeting("m", 70), note("a", meeting="m", speaker_group="carers"), *rows, *others))
    assert {row.speaker_group for row in told.notes} == {"other", "staff", "volunteers"}


def test_a_table_with_few_people_is_not_named() -> None:
    rows = (meeting("m", 12, tables=4), note("a", meeting="m", table=2))
    assert publishable(of(*rows)).notes[0].table == 0
    assert publishable(of(*rows, smallest_group=3)).notes[0].table == 2


def test_votes_of_tables_too_small_are_told_as_one_total() -> None:
    ballot = e.Ballot(id="b", method="hands", subject="advice", unit="table", attendance={"1": "3", "2": "9"})
    piles = [
        e.Pile(id="1", ballot="b", target="x", unit="1", choice="for", count=3),
        e.Pile(id="2", ballot="b", target="x", unit="2", choice="for", count=9),
    ]
    told = publishable(of(ballot, *piles))
    assert told.ballots[0].unit == ""
    assert {pile.unit for pile in told.piles} == {""}
    assert sum(pile.count for pile in told.piles) == 12
    assert publishable(of(ballot, *piles, smallest_group=3)).ballots[0].unit == "table"


def test_people_who_applied_are_numbers_only() -> None:
    people = e.Participant(
        id="p", name="Wietske", contact="06", household="straat", traits={"leeftijd": "30"}
    )
    (row,) = publishable(of(people)).tables["participant"].values()
    assert row == e.Participant(id="p", alive=True, traits={"leeftijd": "30"})


def test_data_of_a_report_never_holds_more_than_may_be_printed() -> None:
    state = small_state(publication="numbers")
    data = report_of(state)
    assert isinstance(data.state, Printable)
    assert not any(row.text for row in data.state.notes)
    again = replace(data, style="calm")
    assert again.state is data.state
    assert again.kept.withheld == 4


def test_what_was_promised_already_is_not_counted_again() -> None:
    told = publishable(small_state(anonymity="full", publication="quotes"))
    assert publishable(told) is told


_meetings = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from(e.CHANNELS), st.sampled_from(e.SPEAKER_GROUPS)), max_size=6
)


@settings(max_examples=150, deadline=None)
@given(
    met=_meetings,
    notes=st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from(e.CONSENTS), st.integers(0, 5), st.booleans()),
        max_size=20,
    ),
    publication=st.sampled_from(e.PUBLICATIONS),
    anonymity=st.sampled_from(e.ANONYMITIES),
    smallest=st.integers(1, 12),
)
def test_nothing_that_was_promised_away_is_left_in_any_dialogue(
    met: list[tuple[int, str, str]],
    notes: list[tuple[int, str, int, bool]],
    publication: str,
    anonymity: str,
    smallest: int,
) -> None:
    state = of(
        *(meeting(f"m{n}", people, channel=c, group=g, seq=n) for n, (people, c, g) in enumerate(met)),
        *(
            note(
                f"n{n}", meeting=f"m{at}", consent=consent, table=table, speaker_group="staff" if own else ""
            )
            for n, (at, consent, table, own) in enumerate(notes)
        ),
        publication=publication,
        anonymity=anonymity,
        smallest_group=smallest,
    )
    told = publishable(state)
    left = repr(told.tables["note"]) + repr(told.tables["meeting"])
    for row in state.notes:
        if is_withheld(state.dialogue, row):
            assert f"{row.text}'" not in left
    for row in state.meetings:
        if 0 < row.people < smallest:
            assert row.name not in left
            assert row.venue not in left
    if anonymity != "group":
        assert {(row.speaker_group, row.table) for row in told.notes} <= {("", 0)}
        assert all(told.meeting(row.meeting) is None for row in told.notes)
    assert len(told.notes) == len(state.notes)
    assert sum(told.kept.notes_at.values()) == sum(
        state.meeting(row.meeting) is not None for row in state.notes
    )
    pools = sum(told.kept.together.values())
    assert len(told.meetings) - len(told.kept.together) + pools == len(state.meetings)
    assert all(row.people == 0 or row.people >= smallest for row in told.meetings)
    assert all(row.people < smallest for row in too_small(state))
