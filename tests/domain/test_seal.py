from __future__ import annotations

import re
from dataclasses import replace

from facilitator.domain import entities as e
from facilitator.domain.seal import seal
from facilitator.domain.state import State

NOTE = e.Note(id="n1", alive=True, text="Eén vast nummer", seq=1)


def state_of(*notes: e.Note) -> State:
    return State({"note": {note.id: note for note in notes}, "spot": {}})


def test_the_code_is_short_and_the_same_for_the_same_contents() -> None:
    assert re.fullmatch(r"([0-9a-f]{4}-){4}[0-9a-f]{4}", seal(state_of(NOTE)))
    other = replace(NOTE, id="n2")
    assert seal(state_of(NOTE, other)) == seal(state_of(other, NOTE))


def test_one_letter_changes_the_code() -> None:
    assert seal(state_of(NOTE)) != seal(state_of(replace(NOTE, text="Een vast nummer")))
    assert seal(state_of(NOTE)) != seal(State())


def test_what_was_deleted_or_only_laid_elsewhere_is_no_part_of_it() -> None:
    state = state_of(NOTE, replace(NOTE, id="weg", alive=False))
    state.tables["spot"]["s"] = e.Spot(id="s", alive=True, x=4)
    state.tables["decision"] = {"d": e.Decision(id="d", alive=True, reason="mag")}
    assert seal(state) == seal(state_of(NOTE))
