"""Suggested groups and similar notes for 1,000, 10,000 and 100,000 notes with the shape of real ones.

The notes are real statements (``tests/data``, with their source) cut short, with words exchanged, so that
lengths and frequencies of words are those of people; with so few statements they share far more words than
real notes do, which is the harder case. Suggesting is timed from asking to answer, the start of its process
included; an answer to a typed line is the best of three, reading is in processor time, so that other programs
do not count.
"""

from __future__ import annotations

import csv
import random
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.rows import Row
from facilitator.domain.entities import Dialogue, Note
from facilitator.domain.errors import UserError
from facilitator.services.likeness import Likeness
from facilitator.services.suggesting import Question, Suggestion, SuggestJob
from facilitator.similarity.groups import Text
from facilitator.store.session import SessionStore

STATEMENTS = Path(__file__).resolve().parents[1] / "tests/data/polis-bowling-green-2018/comments.csv"
SUGGEST_BARS = {1_000: 2.0, 10_000: 20.0}
SIMILAR_BARS = {10_000: 10.0, 100_000: 30.0}
SLICE_SECONDS, SLICE_BAR = 0.004, 16.0
TYPED = 400


def texts(number: int, seed: int = 1) -> list[str]:
    """Return so many notes of up to 16 words, four in ten of them exchanged for a word of another note."""
    with STATEMENTS.open(encoding="utf-8", newline="") as file:
        real = [row["comment-body"].split() for row in csv.DictReader(file)]
    said = [word for words in real for word in words]
    rnd = random.Random(seed)
    found: list[str] = []
    for _ in range(number):
        whole = rnd.choice(real)
        start = rnd.randrange(max(1, len(whole) - 4))
        words = whole[start : start + rnd.randint(4, 16)]
        found.append(" ".join(rnd.choice(said) if rnd.random() < 0.4 else word for word in words))
    return found


def high(times: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(times, n=100)[98]


def suggest_seconds(number: int) -> tuple[float, list[Suggestion]]:
    """Return how long it takes from asking to answer, and the answer."""
    loose = tuple(Text(f"{at:08}", text) for at, text in enumerate(texts(number)))
    found: list[list[Suggestion]] = []
    refused: list[UserError] = []
    job = SuggestJob(
        Question(loose, (), "en", ()),
        on_progress=lambda _done, _total: None,
        on_done=found.append,
        on_error=refused.append,
    )
    start = time.perf_counter()
    job.start()
    job.join()
    spent = time.perf_counter() - start
    if refused:
        raise refused[0]
    return spent, found[0]


def similar_times(number: int) -> tuple[float, float, list[float]]:
    """Return the time to read all notes (s), of a slice (99th percentile, ms) and of every answer (ms)."""
    with tempfile.TemporaryDirectory() as folder:
        store = SessionStore.create(Path(folder) / "a.dialoog", source="bench")
        with store:
            with store.edit("notes.imported", undoable=False) as edit:
                edit.create(Dialogue(language="en"))
                for at, text in enumerate(texts(number)):
                    edit.create(Note(id=f"{at:08}", text=text, seq=at))
            likeness = Likeness(store)
            slices: list[float] = []
            while not likeness.ready:
                start = time.thread_time()
                likeness.catch_up(SLICE_SECONDS)
                slices.append(time.thread_time() - start)
            answers: list[float] = []
            for line in texts(TYPED, seed=2):
                tries: list[float] = []
                for _ in range(3):
                    start = time.perf_counter()
                    likeness.similar(line, 3)
                    tries.append((time.perf_counter() - start) * 1000)
                answers.append(min(tries))
            likeness.close()
    return sum(slices), high(slices) * 1000, answers


def rows() -> list[Row]:
    found: list[Row] = []
    for number, bar in SUGGEST_BARS.items():
        spent, groups = suggest_seconds(number)
        name = f"suggest groups for {number:,} notes"
        found.append(Row(name=name, value=spent, unit="s", bar=bar))
        grouped = sum(len(group.notes) for group in groups)
        found.append(Row(name=f"{name}, notes in a group", value=grouped, unit="notes"))
    for number, bar in SIMILAR_BARS.items():
        reading, of_slice, answers = similar_times(number)
        name = f"similar notes among {number:,}"
        found.append(Row(name=f"{name}, 99th percentile", value=high(answers), unit="ms", bar=bar))
        found.append(Row(name=f"{name}, reading them all", value=reading, unit="s"))
        found.append(
            Row(name=f"{name}, 99th percentile of a slice", value=of_slice, unit="ms", bar=SLICE_BAR)
        )
    return found
