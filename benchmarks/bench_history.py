"""The evening read back: its list, a search in it, a long way back, and who has been heard."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row, median_seconds
from benchmarks.synthetic import make_session
from facilitator.domain.coverage import Voices
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore

EDITS, BACK, SCREEN = 10_000, 5_000, 60


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        return [*_history(place), *_coverage(place)]


def _history(folder: Path) -> list[Row]:
    path = folder / "avond.dialoog"
    with make_session(path, 0) as store:
        for n in range(EDITS):
            add_note(store, NoteDraft(f"notitie {n}", persona="fatima", step="ervaren"))
    # After a restart the log alone knows what was before.
    with SessionStore.open(path, source="bench") as store:
        listing = 1_000 * median_seconds(store.moments)
        edits = [(moment.edit.source, moment.edit.stamp) for moment in store.moments()]
        screen = 1_000 * median_seconds(lambda: store.traces(edits[:SCREEN]))
        every = 1_000 * median_seconds(lambda: store.traces(edits))
        point = store.moments()[-BACK - 1].point
        start = time.perf_counter()
        if point is not None:
            store.go_to(point)
        back = 1_000 * (time.perf_counter() - start)
        left = len(store.state.notes)
    return [
        Row(name=f"list of {EDITS:,} edits", value=listing, unit="ms", bar=250),
        Row(name=f"words of {SCREEN} of them", value=screen, unit="ms", bar=16.7),
        Row(name="words of all of them, for the first search", value=every, unit="ms", bar=1_000),
        Row(name=f"{BACK:,} steps back after a restart", value=back, unit="ms", bar=2_000),
        Row(name="notes left by that", value=left, unit="notes", bar=EDITS - BACK, at_least=True),
    ]


def _coverage(folder: Path) -> list[Row]:
    voices = Voices()
    with make_session(folder / "groot.dialoog", EDITS) as store:

        def anew() -> None:
            voices.read(store.state)
            voices.coverage(store.state)

        spent = 1_000 * median_seconds(anew)
        told = 1_000 * median_seconds(lambda: voices.coverage(store.state))
    return [
        Row(name=f"who was heard in {EDITS:,} notes, anew", value=spent, unit="ms", bar=16.7),
        Row(name="who was heard, after one more note", value=told, unit="ms", bar=5),
    ]
