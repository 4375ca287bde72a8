"""Dots and hands added up, held against how many there should be."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.entities import Advice, Ballot, Insight, Meeting, Persona, Pile
from facilitator.domain.state import State
from facilitator.domain.tally import (
    Control,
    count,
    dots,
    dots_of,
    heir,
    tally,
    targets_of,
    units_of,
)


def ballot(**fields: object) -> Ballot:
    return Ballot(id="r", alive=True, **fields)  # pyright: ignore[reportArgumentType]


def pile(n: int, target: str, number: int, unit: str = "", choice: str = "dot") -> Pile:
    return Pile(id=f"p{n:04}", alive=True, ballot="r", target=target, unit=unit, choice=choice, count=number)


def state(*rows: object, insights: str = "abc") -> State:
    tables = {
        "insight": {i: Insight(id=i, alive=True, title=i.upper(), seq=n) for n, i in enumerate(insights)},
        "advice": {i: Advice(id=i, alive=True, text=i, seq=n) for n, i in enumerate("xy")},
        "persona": {i: Persona(id=i, alive=True, name=i, seq=n) for n, i in enumerate(("zoë", "ali"))},
        "pile": {row.id: row for row in rows if isinstance(row, Pile)},
        "ballot": {row.id: row for row in rows if isinstance(row, Ballot)},
        "meeting": {row.id: row for row in rows if isinstance(row, Meeting)},
    }
    return State(tables)  # pyright: ignore[reportArgumentType]


def test_piles_of_one_cell_add_up_and_stay_to_be_seen() -> None:
    told = tally(state(pile(1, "a", 5), pile(2, "a", 3), pile(3, "b", 0)), ballot())
    assert told.of("a") == 8
    assert told.piles["a", "", "dot"] == (5, 3)
    assert told.missing() == [("c", "")]
    assert told.ranking() == [("a", 8), ("b", 0), ("c", 0)]


def test_the_control_total_is_people_times_dots() -> None:
    told = tally(state(pile(1, "a", 60), pile(2, "b", 1)), ballot(people=25, dots=3))
    assert told.control() == Control(61, 75)
    assert (told.control().under, told.control().over) == (14, 0)
    over = tally(state(pile(1, "a", 80)), ballot(people=25, dots=3))
    assert (over.control().under, over.control().over) == (0, 5)
    unknown = tally(state(pile(1, "a", 80)), ballot())
    assert unknown.control() == Control(80, None)
    assert (unknown.control().under, unknown.control().over) == (0, 0)


def test_every_table_is_held_against_its_own_people() -> None:
    round_ = ballot(unit="table", dots=2, attendance={"1": "3", "2": "4", "3": "5"})
    told = tally(state(pile(1, "a", 7, "1"), pile(2, "b", 8, "2")), round_)
    assert told.control(unit="1") == Control(7, 6)
    assert told.control(unit="2") == Control(8, 8)
    assert told.control() == Control(15, 24)
    # Table 3 has not been counted yet: that is missing, not wrong.
    assert told.faults() == [("", "1", Control(7, 6))]
    assert ("a", "3") in told.missing()


def test_hands_are_held_against_the_people_for_each_target() -> None:
    round_ = ballot(subject="advice", method="hands", people=10)
    piles = [pile(1, "x", 7, choice="for"), pile(2, "x", 2, choice="against"), pile(3, "y", 11, choice="for")]
    told = tally(state(*piles), round_)
    assert told.control("x") == Control(9, 10)
    assert told.control() == Control(20, 20)
    assert [(target, control.over, control.under) for target, _, control in told.faults()] == [
        ("x", 0, 1),
        ("y", 1, 0),
    ]
    assert told.ranking() == [("y", 11), ("x", 7)]


def test_people_in_all_are_those_of_the_tables_when_all_are_known() -> None:
    told = tally(state(), ballot(unit="table", attendance={"1": "3", "2": "4"}))
    assert told.people() == 7
    assert tally(state(), ballot(unit="persona", attendance={"zoë": "3"})).people() == 3
    assert tally(state(Meeting(id="m", alive=True, tables=3)), ballot(unit="table")).people() is None


def test_what_was_merged_counts_for_what_it_went_into() -> None:
    there = state(pile(1, "a", 5), pile(2, "b", 3))
    there.tables["insight"]["a"] = Insight(id="a", merged_into="b")
    there.tables["insight"]["b"] = Insight(id="b", merged_into="c")
    told = tally(there, ballot(targets=("a",)))
    assert told.targets == ("c",)
    assert told.of("c") == 8
    assert heir(there, "insight", "a") == "c"
    there.tables["insight"]["c"] = Insight(id="c", merged_into="a")
    assert heir(there, "insight", "a") in "abc"  # a ring in a damaged file ends nowhere, but it ends


def test_dots_on_something_deleted_stay_in_the_control_total() -> None:
    told = tally(state(pile(1, "a", 5), pile(2, "gone", 3)), ballot(people=3, dots=3))
    assert told.adrift == 3
    assert told.of() == 5
    assert told.control() == Control(8, 9)


def test_tables_and_personas_come_in_their_order_and_none_with_piles_is_hidden() -> None:
    meeting = Meeting(id="m", alive=True, tables=3)
    assert units_of(state(meeting), ballot(unit="table")) == ("1", "2", "3")
    assert units_of(state(meeting), ballot(unit="table"), [pile(1, "a", 1, "12")])[-1] == "12"
    assert units_of(state(meeting), ballot(unit="table", attendance={"10": "1", "9": "1"})) == ("9", "10")
    assert units_of(state(), ballot(unit="persona")) == ("zoë", "ali")
    assert units_of(state(), ballot(unit="persona"), [pile(1, "a", 1, "weg")])[-1] == "weg"
    assert units_of(state(), ballot()) == ("",)
    assert len(units_of(state(), ballot(unit="table"))) == 8


def test_targets_are_all_or_the_chosen_ones_that_are_still_there() -> None:
    assert targets_of(state(), ballot()) == ("a", "b", "c")
    assert targets_of(state(), ballot(targets=("c", "a", "weg"))) == ("a", "c")
    assert targets_of(state(), ballot(subject="advice")) == ("x", "y")


def test_the_newest_round_of_dots_tells_the_dots_of_an_insight() -> None:
    first = Ballot(id="r", alive=True, seq=1)
    second = Ballot(id="s", alive=True, seq=2)
    piles = [pile(1, "a", 5), Pile(id="p2", alive=True, ballot="s", target="a", count=9)]
    assert dots_of(state(first, *piles), "a") == 5
    assert dots_of(state(first, second, *piles), "a") == 9
    hands = Ballot(id="h", alive=True, seq=3, method="hands", subject="advice")
    assert dots(state(first, second, hands, *piles)) == {"a": 9, "b": 0, "c": 0}
    assert dots(state()) == {}


PILES = st.lists(
    st.tuples(st.sampled_from("abcz"), st.sampled_from(["1", "2", "3"]), st.integers(0, 30)), max_size=40
)


@given(PILES, st.randoms(use_true_random=False))
def test_the_order_of_counting_never_matters_and_nothing_is_lost(
    made: list[tuple[str, str, int]], rnd: object
) -> None:
    piles = [pile(n, target, number, unit) for n, (target, unit, number) in enumerate(made)]
    shuffled = [*piles]
    rnd.shuffle(shuffled)  # pyright: ignore[reportAttributeAccessIssue]
    round_ = ballot(unit="table", people=30)
    told = count(state(), round_, piles)
    assert count(state(), round_, shuffled) == told
    assert told.of() + told.adrift == sum(number for _, _, number in made)
    per_target = Counter[str]()
    for target, _, number in made:
        per_target[target] += number
    assert {t: told.of(t) for t in "abc"} == {t: per_target[t] for t in "abc"}
    assert sum(told.of(unit=unit) for unit in told.units) == told.of()
    assert sum(score for _, score in told.ranking()) == told.of()


@given(PILES, st.integers(0, 40))
def test_adding_up_in_two_parts_gives_the_whole(made: list[tuple[str, str, int]], cut: int) -> None:
    piles = [pile(n, target, number, unit) for n, (target, unit, number) in enumerate(made)]
    one, two = (count(state(), ballot(unit="table"), part) for part in (piles[:cut], piles[cut:]))
    whole = count(state(), ballot(unit="table"), piles)
    assert Counter(one.counts) + Counter(two.counts) == +Counter(whole.counts)
