"""Random work of three laptops equals a plain model: the long trial, cut short."""

from __future__ import annotations

import pytest

from benchmarks.plain_model import Different, Plain
from benchmarks.soak_model import FAULTS, caught, run
from benchmarks.three_laptops import WEIGHTS
from facilitator.store.keys import random_key


def test_random_work_with_merges_and_erasing_equals_a_plain_model() -> None:
    done = run(800, 7)
    assert done.total() == 800
    assert set(done) == set(WEIGHTS)


def test_random_work_on_encrypted_files_equals_a_plain_model() -> None:
    assert run(150, 8, random_key()).total() == 150


@pytest.mark.parametrize("fault", FAULTS)
def test_the_model_notices_a_fault_in_the_store(fault: str) -> None:
    assert caught(fault)


def test_the_model_notices_what_was_not_recorded_or_otherwise() -> None:
    plain = Plain("a")
    place = ("note", "n", "text")
    wish = plain.wish("edit", [(("note", "n"), {"text": "een"})])
    with pytest.raises(Different):
        plain.take([], [lambda: wish[0]])
    with pytest.raises(Different):
        plain.take([(1, "edit", None, [(2, place, "twee")])], [lambda: wish[0]])
    plain.take([(1, "edit", None, [(2, place, "een")])], [lambda: wish[0]])
    with pytest.raises(Different):
        plain.take([(2, "edit", None, [])], [lambda: ("edit", None, {})])


def test_the_plain_model_undoes_only_what_nobody_changed_since() -> None:
    one, other = Plain("a"), Plain("b")
    text, star = ("note", "n", "text"), ("note", "n", "starred")

    def do(plain: Plain, stamp: int, **fields: str | bool) -> None:
        wish = plain.wish("edit", [(("note", "n"), fields)])[0]
        events = [(stamp + n, place, value) for n, (place, value) in enumerate(wish[2].items(), 1)]
        plain.take([(stamp, "edit", None, events)], [lambda: wish])

    do(one, 10, text="een", starred=True)
    other.meet(one)
    do(other, 20, text="twee")
    one.meet(other)
    assert one.turn("undo") == ("undo", 10, {star: False})
    assert one.value(text) == "twee"
    one.take([(30, "erase", None, [(31, text, "[naam]")])], [lambda: one.wipe([], {text: "[naam]"})[0]])
    assert (one.value(text), other.value(text)) == ("[naam]", "twee")
    other.meet(one)
    assert other.value(text) == "[naam]"
    assert "twee" not in other.values[text].values()
