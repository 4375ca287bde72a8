"""One changed byte anywhere in the log is found, at the event it is in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.store import engine, log, proof
from facilitator.store.log import LogRows
from facilitator.store.proof import Break
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, new_store, random_edit, ticking

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> LogRows:
    """Give the log of a dialogue with edits of all kinds, two laptops and something erased."""
    folder = tmp_path_factory.mktemp("proof")
    rnd = random.Random(4)
    with new_store(folder) as store:
        for n in range(25):
            random_edit(store, rnd, n)
        store.undo()
        store.wait_saved()
        store.save_copy(folder / "ander.dialoog")
        with SessionStore.open(folder / "ander.dialoog", source="laptop-b", now=ticking()) as other:
            add_note(other, "van de andere tafel")
        add_note(store, "van deze tafel")
        store.merge(other.path)
        erased = add_note(store, "wat weg moet")
        store.erase([("note", erased)])
        add_note(store, "na het samenvoegen")
        return store.log_rows()


def breaks(rows: LogRows) -> list[Break]:
    return proof.breaks(rows.identity, rows.edits, rows.events)


def swapped(items: Sequence[tuple[object, ...]], place: int, column: int, value: object) -> list[object]:
    found: list[object] = list(items)
    row = list(items[place])
    row[column] = value
    found[place] = tuple(row)
    return found


def other(value: object, chance: random.Random) -> object:
    """Return ``value`` with one byte, letter or bit changed."""
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(40)
    if isinstance(value, bytes):
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ 1 << chance.randrange(8)]) + value[place + 1 :]
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        return value[:place] + chr(ord(value[place]) ^ 1 << chance.randrange(5)) + value[place + 1 :]
    return "x"


def test_a_log_nobody_touched_has_no_breaks(rows: LogRows) -> None:
    assert len(rows.edits) > 25
    assert {edit[2] for edit in rows.edits} >= {"edit", "undo", "erase"}
    assert breaks(rows) == []


@given(st.integers(0), st.randoms(use_true_random=False))
def test_one_changed_byte_of_a_value_is_found_at_its_event(
    rows: LogRows, place: int, chance: random.Random
) -> None:
    kept = [n for n, event in enumerate(rows.events) if event[6] is not None]
    at = kept[place % len(kept)]
    event = rows.events[at]
    changed = replace(rows, events=swapped(rows.events, at, 6, other(event[6], chance)))
    assert breaks(changed) == [Break("proof.value", event[0], event[2], *event[3:6])]


@given(st.integers(0), st.randoms(use_true_random=False))
def test_one_changed_byte_of_a_proof_is_found_at_its_event(
    rows: LogRows, place: int, chance: random.Random
) -> None:
    at = place % len(rows.events)
    event = rows.events[at]
    found = breaks(replace(rows, events=swapped(rows.events, at, 7, other(event[7], chance))))
    assert found
    assert {(one.source, one.stamp) for one in found} == {(event[0], event[2])}
    if event[6] is not None:
        assert found[0] == Break("proof.value", event[0], event[2], *event[3:6])


@given(st.integers(0), st.integers(0, 5), st.randoms(use_true_random=False))
def test_an_event_that_says_something_else_breaks_its_edit(
    rows: LogRows, place: int, column: int, chance: random.Random
) -> None:
    at = place % len(rows.events)
    event = rows.events[at]
    changed = swapped(rows.events, at, column, other(event[column], chance))
    found = breaks(replace(rows, events=changed))
    assert ("proof.edit", event[0], event[2]) in {(one.code, one.source, one.stamp) for one in found}


@given(st.integers(0), st.integers(0, 6), st.randoms(use_true_random=False))
def test_an_edit_that_says_something_else_is_found(
    rows: LogRows, place: int, column: int, chance: random.Random
) -> None:
    at = place % len(rows.edits)
    edit = rows.edits[at]
    found = breaks(replace(rows, edits=swapped(rows.edits, at, column, other(edit[column], chance))))
    assert found
    if column > 1:
        names = {(one.source, one.stamp) for one in found if one.code == "proof.edit"}
        assert names == {edit[:2]}


@given(st.integers(0))
def test_an_event_or_edit_that_was_taken_away_or_put_in_is_missed(rows: LogRows, place: int) -> None:
    event = rows.events[place % len(rows.events)]
    fewer = [one for one in rows.events if one != event]
    assert breaks(replace(rows, events=fewer)) == [Break("proof.edit", event[0], event[2])]
    invented = (event[0], event[1] + 1, *event[2:])
    assert breaks(replace(rows, events=[*rows.events, invented])) == [Break("proof.edit", event[0], event[2])]
    early = sorted(rows.edits, key=lambda edit: edit[1])[: len(rows.edits) // 2]
    edit = early[place % len(early)]
    left = [one for one in rows.edits if one != edit]
    codes = {one.code for one in breaks(replace(rows, edits=left))}
    assert codes >= {"proof.before", "proof.edit"}


def test_erasing_keeps_the_chain_and_takes_the_salt_along(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        id = add_note(store, "wat niet had mogen staan")
        add_note(store, "wat blijft")
        before = store.seal
        store.erase([("note", id)])
        assert store.seal != before
        assert store.check() == []
        gone = [event for event in store.log_rows().events if event[4] == id and event[6] is None]
        assert gone
        assert all(event[7] is not None and len(event[7]) == proof.DIGEST for event in gone)
        assert breaks(store.log_rows()) == []


def test_a_blanked_value_that_comes_back_is_not_taken_for_said(rows: LogRows) -> None:
    at = next(n for n, event in enumerate(rows.events) if event[6] is None)
    event = rows.events[at]
    again = breaks(replace(rows, events=swapped(rows.events, at, 6, '"iets anders"')))
    assert again == [Break("proof.value", event[0], event[2], *event[3:6])]


@given(TEXTS, TEXTS)
def test_a_proof_holds_for_its_own_value_alone(value: str, another: str) -> None:
    (shown,) = proof.proofs([value])
    assert proof.holds(shown, value)
    assert proof.holds(shown, another) == (value == another)
    assert proof.holds(shown[-proof.DIGEST :], None)
    assert not proof.holds(shown, None)
    assert not proof.holds(shown[-proof.DIGEST :], value)
    assert proof.proofs([value]) != [shown], "salted anew each time"


@given(st.lists(TEXTS | st.integers() | st.none(), min_size=1, max_size=8), st.integers(0))
def test_a_mark_tells_one_row_from_another(values: list[object], place: int) -> None:
    changed = list(values)
    changed[place % len(values)] = f"{changed[place % len(values)]}."
    assert proof.mark(values) == proof.mark(list(values))
    assert proof.mark(values) != proof.mark(changed)
    assert -(2**63) <= proof.mark(values) < 2**63


def test_two_laptops_that_put_their_files_together_have_one_seal(tmp_path: Path) -> None:
    with new_store(tmp_path) as mine:
        add_note(mine, "samen begonnen")
        mine.wait_saved()
        mine.save_copy(tmp_path / "b.dialoog")
        with SessionStore.open(tmp_path / "b.dialoog", source="laptop-b", now=ticking()) as theirs:
            assert mine.seal == theirs.seal
            add_note(mine, "links")
            add_note(theirs, "rechts")
            theirs.wait_saved()
            assert mine.seal != theirs.seal
            printed = theirs.seal, mine.seal
            mine.merge(theirs.path)
            theirs.merge(mine.path)
            assert mine.seal == theirs.seal
            together = mine.seal
            add_note(mine, "daarna")
            rows = mine.log_rows()
    last = max(rows.edits, key=lambda edit: edit[1])
    assert len(proof.split(last[5])) == 2, "made upon both ends"
    assert breaks(rows) == []
    forks = {proof.moment(rows.identity, rows.edits, seal) for seal in printed}
    assert {source for found in forks if found for source in (found[0],)} == {"laptop-a", "laptop-b"}
    assert proof.moment(rows.identity, rows.edits, together) is not None


def test_every_seal_that_was_ever_printed_is_found_again(tmp_path: Path) -> None:
    printed: list[tuple[str, int]] = []
    with new_store(tmp_path) as store:
        empty = store.seal
        for n in range(12):
            add_note(store, f"notitie {n}")
            printed.append((store.seal, store.history()[-1].stamp))
        store.undo()
        rows = store.log_rows()
    assert len({seal for seal, _ in printed}) == len(printed)
    for seal, stamp in printed:
        assert proof.moment(rows.identity, rows.edits, f" {seal.upper()} ") == ("laptop-a", stamp)
    assert proof.moment(rows.identity, rows.edits, "0000-0000-0000-0000-0000") is None
    assert proof.moment(rows.identity, rows.edits, empty) is None, "before the first edit there is no moment"


def test_an_older_log_gets_the_same_chains_on_every_laptop(rows: LogRows) -> None:
    bare_edits = [(*edit[:5], b"", b"") for edit in rows.edits]
    bare_events = [(*event[:7], None) for event in rows.events]
    identity, edits = proof.complete(b"", bare_edits, bare_events)
    shuffled = bare_edits[:]
    random.Random(1).shuffle(shuffled)
    assert proof.complete(b"", shuffled, bare_events[::-1]) == (identity, edits)
    assert len(identity) == proof.DIGEST
    assert proof.breaks(identity, edits, bare_events) == []
    assert proof.complete(rows.identity, rows.edits, rows.events)[1] == sorted(
        rows.edits, key=lambda edit: (edit[1], edit[0])
    )


def test_the_seal_in_memory_is_that_of_the_file(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        seal = store.seal
    db = engine.connect(store.path, readonly=True)
    ends = proof.heads(log.chains(db), log.identity(db))
    assert proof.code(log.identity(db), ends) == seal
    db.close()
    assert len(seal.split("-")) == 5


@given(st.integers(0), st.integers(0, 7), st.sampled_from([None, 5, "x", b"x", 2.5]))
def test_whatever_damage_leaves_in_a_column_is_a_break_and_no_fault(
    rows: LogRows, place: int, column: int, value: object
) -> None:
    event = rows.events[place % len(rows.events)]
    if event[column] != value and not (column == 7 and value is None):
        changed = swapped(rows.events, place % len(rows.events), column, value)
        assert breaks(replace(rows, events=changed))
    edit = rows.edits[place % len(rows.edits)]
    if column < 7 and edit[column] != value:
        assert breaks(replace(rows, edits=swapped(rows.edits, place % len(rows.edits), column, value)))
