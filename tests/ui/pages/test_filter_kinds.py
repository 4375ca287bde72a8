"""Which filters are offered, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.search_index import FACETS, Query
from facilitator.services.exchange import import_json
from facilitator.services.search import NoteSearch
from facilitator.store.session import SessionStore
from facilitator.ui.pages.filter_kinds import FilterKinds
from facilitator.ui.widgets.filter_chip import FilterKind
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[SessionStore]:
    assert qapp
    library = shelf()
    with import_json(paths.example(), tmp_path / "a.dialoog", "laptop-1", library) as opened:
        yield opened


@pytest.fixture
def kinds(store: SessionStore) -> FilterKinds:
    return FilterKinds(make_context(store))


def words(found: list[FilterKind], key: str) -> list[str]:
    return next([value.words for value in kind.values] for kind in found if kind.key == key)


def test_only_what_tells_notes_apart_is_offered(kinds: FilterKinds) -> None:
    found = kinds.among({"kind": ["worry", "need"], "basis": ["own"], "starred": ["yes"]}, {})
    assert [kind.key for kind in found] == ["kind", "marks"]
    assert words(found, "kind") == ["Zorg", "Behoefte"]
    assert words(found, "marks") == ["Kernzin"]
    assert kinds.among({}, {}) == []


def test_what_is_ticked_stays_in_view(kinds: FilterKinds) -> None:
    found = kinds.among({"table": ["2"]}, {"table": frozenset(["0", "9"]), "basis": frozenset(["near"])})
    assert words(found, "table") == ["Tafel 2", "Tafel 9", "Geen tafel"]
    assert words(found, "basis") == ["Dichtbij gezien"]


def test_values_come_in_the_order_of_the_dialogue(kinds: FilterKinds, store: SessionStore) -> None:
    state = store.state
    found = kinds.among(
        {
            "persona": ["", *(persona.id for persona in reversed(state.personas))],
            "meeting": [meeting.id for meeting in reversed(state.meetings)],
            "table": ["10", "9", "1"],
        },
        {},
    )
    assert words(found, "persona") == [*(p.name for p in state.personas), "Niemand in het bijzonder"]
    assert words(found, "meeting") == [meeting.name for meeting in state.meetings]
    assert words(found, "table") == ["Tafel 1", "Tafel 9", "Tafel 10"]


def test_every_value_of_the_example_can_be_ticked(kinds: FilterKinds, store: SessionStore) -> None:
    search = NoteSearch(store.state)
    while search.feed(100):
        pass
    facets = search.query(Query()).facets
    assert set(facets) == set(FACETS)
    offered = {(v.facet, v.value) for kind in kinds.among(facets, {}) for v in kind.values}
    there = {(name, value) for name, of in facets.items() for value in of if len(of) > 1}
    assert there <= offered
