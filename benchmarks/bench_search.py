"""Searching while somebody types, letter by letter and back: the index alone, and with its bar.

The floor is a plain scan: every folded text is asked whether the typed words are in it.
"""

from __future__ import annotations

import os
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import accumulate

from PySide6.QtWidgets import QApplication

from benchmarks.report_work import state_of
from benchmarks.rows import Row
from benchmarks.synthetic import STEPS
from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.domain.search_index import Query
from facilitator.domain.state import State
from facilitator.domain.text import fold
from facilitator.services.search import NoteSearch
from facilitator.ui.kit.theme import load_theme
from facilitator.ui.widgets.filter_bar import FilterBar
from facilitator.ui.widgets.filter_chip import FilterKind, FilterValue

SIZES = (10_000, 100_000)
KEY_BAR_MS = 16
TYPED = (
    "wachtkamer",
    "ziekenhuis vervoer",
    "één",
    "mantelzorger dochter",
    "huisarts avond weekend",
    "tolk",
    "eenzaam",
    "buurtverpleegkundige",
    "de",
    "zorgen over morgen",
)
_PARTS = (  # noqa: SIM905 - one word after another is read more easily
    "zorg wacht zieken huis thuis arts buurt avond week dag nacht kamer vervoer taxi bus tolk taal brief "
    "afspraak gesprek mantel dochter zoon vader moeder wijk verpleeg kundige hulp apotheek recept pijn "
    "eenzaam angst rust tijd loket balie telefoon nummer geld rekening verzekering één morgen einde school"
).split()
_FILTERS = {"kind": frozenset(["worry", "need"]), "table": frozenset(["1", "2", "3"])}
_SCOPE = {"step": frozenset([STEPS[0]])}


def _vocabulary(rnd: random.Random) -> tuple[list[str], list[float]]:
    """Return 60,000 made-up words and how often they come: a few in most notes, most of them seldom."""
    words = dict.fromkeys(_PARTS)
    endings = ("", "en", "je", "s", "er", "lijk", "loos", "heid")
    while len(words) < 60_000:
        words["".join(rnd.choices(_PARTS, k=rnd.choice((1, 2, 2, 3)))) + rnd.choice(endings)] = None
    return list(words), list(accumulate(1 / place for place in range(2, len(words) + 2)))


def many_words(notes: int) -> State:
    """Return the made-up dialogue with as many different words as people use."""
    rnd = random.Random(notes)
    words, often = _vocabulary(rnd)
    state = state_of(notes)
    table = state.tables["note"]
    for note in state.notes:
        text = " ".join(rnd.choices(words, cum_weights=often, k=rnd.randint(4, 30)))
        table[note.id] = replace(note, text=text)
    return state


def keys() -> Iterator[str]:
    """Give what stands in the field after each key: words typed, then taken back."""
    for text in TYPED:
        yield from (text[:end] for end in range(1, len(text) + 1))
        yield from (text[:end] for end in range(len(text) - 1, -1, -1))


def _each(work: Callable[[str], object]) -> list[float]:
    spent: list[float] = []
    for text in keys():
        start = time.perf_counter()
        work(text)
        spent.append(1_000 * (time.perf_counter() - start))
    return spent


def _late(spent: list[float]) -> float:
    return statistics.quantiles(spent, n=20)[-1]


def _bar() -> FilterBar:
    kinds = [FilterKind(f"k{n}", f"Filter {n}", (FilterValue("kind", "worry", "Zorg"),)) for n in range(9)]
    bar = FilterBar(load_theme("light"), "nl")
    bar.resize(1366, 60)
    bar.set_kinds(kinds)
    return bar


def _change_one(state: State, search: NoteSearch) -> None:
    """Change a note, so that nothing is left of what the index remembers of earlier words."""
    before = state.notes[0]
    after = replace(before, text=f"{before.text} en")
    state.tables["note"][after.id] = after
    search.apply(ChangeSet("note.edited", "edit", (RowChange("note", after.id, before, after),)))


def _rows(notes: int) -> list[Row]:
    state = many_words(notes)
    name = f"{notes:,} notes"
    start = time.perf_counter()
    search = NoteSearch(state)
    begun = time.perf_counter() - start
    slices: list[float] = []
    more = True
    while more:
        start = time.perf_counter()
        more = search.feed(4)
        slices.append(1_000 * (time.perf_counter() - start))
    bar = _bar()

    def typed(text: str) -> None:
        bar.field.setText(text)
        hits = search.query(Query(text, _FILTERS, _SCOPE))
        bar.set_counts(len(hits), hits.total, hits.facets)

    texts = [fold(note.text) for note in state.notes]

    def scan(text: str) -> int:
        wanted = fold(text).split()
        return sum(all(word in text for word in wanted) for text in texts)

    found: list[list[float]] = [[], [], []]
    works: tuple[Callable[[str], object], ...] = (lambda text: search.query(Query(text)), typed, scan)
    for _ in range(2):
        # In turns, so that a slow spell of the machine hits all.
        for spent, work in zip(found, works, strict=True):
            _change_one(state, search)
            spent.extend(_each(work))
    held = _memory(state)
    floor = _late(found[2])
    return [
        Row(
            name=f"search in {name}, a key, 95th percentile",
            value=_late(found[0]),
            unit="ms",
            floor=floor,
            bar=KEY_BAR_MS,
            absolute=True,
        ),
        Row(
            name=f"the same with filters and the bar, {name}",
            value=_late(found[1]),
            unit="ms",
            floor=floor,
            bar=KEY_BAR_MS,
            absolute=True,
        ),
        Row(name=f"slowest key, {name}", value=max(found[0] + found[1]), unit="ms"),
        Row(name=f"index of {name}, begun", value=1_000 * begun, unit="ms"),
        Row(name=f"index of {name}, read in slices", value=sum(slices) / 1_000, unit="s"),
        Row(name=f"index of {name}, slice of 4 ms, 95th percentile", value=_late(slices), unit="ms", bar=8),
        Row(name=f"index of {name}, memory", value=held, unit="MB", bar=50),
    ]


def _memory(state: State) -> float:
    tracemalloc.start()
    search = NoteSearch(state)
    while search.feed(1_000):
        pass
    search.query(Query("z"))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held / 2**20


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    found = [row for size in SIZES for row in _rows(size)]
    app.processEvents()
    return found
