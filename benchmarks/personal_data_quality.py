"""How much personal data in Dutch notes is found: ``python -m benchmarks.personal_data_quality [FILE]``.

The notes (``tests/data/personal_data/notes.csv``) are made up, and were written after the rules were fixed.
A place is found when a find of the same kind touches it, wholly found when the find covers all of it;
a find that touches no marked place is a false alarm. With ``--extra`` the extra name finder reads them too.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.services.extra_names import NameFinder, Names, merged
from facilitator.services.personal_data import KINDS, Span, find

NOTES = Path(__file__).resolve().parents[1] / "tests" / "data" / "personal_data" / "notes.csv"


@dataclass(frozen=True, slots=True)
class Note:
    """A text with the places somebody marked in it."""

    text: str
    places: tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Score:
    """Counts per kind; ``missed`` and ``alarms`` hold the words."""

    there: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])
    whole: Counter[str] = field(default_factory=Counter[str])
    missed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    alarms: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def read(path: Path) -> list[Note]:
    """Return the notes of a table with the columns ``text`` and ``spans`` (``kind:start-end`` each)."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Note(row["text"], tuple(_places(row["spans"]))) for row in csv.DictReader(file)]


def _places(told: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for part in told.split():
        kind, _, where = part.partition(":")
        start, _, end = where.partition("-")
        found.append((kind, int(start), int(end)))
    return found


def judge(notes: Sequence[Note], names: Names | None = None) -> Score:
    """Hold what is found against what is marked; ``names`` is what the extra finder saw."""
    score = Score()
    for note in notes:
        spans = merged(find(note.text), note.text, names or {}, "nl", ())
        for kind, start, end in note.places:
            hits = [s for s in spans if s.kind == kind and s.start < end and start < s.end]
            score.there[kind] += 1
            score.found[kind] += bool(hits)
            score.whole[kind] += any(s.start <= start and end <= s.end for s in hits)
            if not hits:
                score.missed.append((kind, note.text[start:end]))
        score.alarms += [(s.kind, note.text[s.start : s.end]) for s in spans if not _marked(s, note.places)]
    return score


def _marked(span: Span, places: Sequence[tuple[str, int, int]]) -> bool:
    return any(span.start < end and start < span.end and kind == span.kind for kind, start, end in places)


def table(score: Score) -> list[str]:
    """Return the result as lines of a Markdown table."""
    alarms = Counter(kind for kind, _ in score.alarms)
    lines = ["| kind | marked | found | wholly | false alarms |", "|---|---|---|---|---|"]
    told = (score.there, score.found, score.whole, alarms)
    rows = [(kind, *(str(counts[kind]) for counts in told)) for kind in KINDS]
    rows.append(("all", *(str(counts.total()) for counts in told)))
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def main() -> None:
    """Print the table, what was missed and what was found wrongly."""
    files = [argument for argument in sys.argv[1:] if argument != "--extra"]
    notes = read(Path(files[0]) if files else NOTES)
    names: Names = {}
    if "--extra" in sys.argv:
        names = NameFinder().find((note.text for note in notes), lambda _done, _total: None)
    begun = time.perf_counter()
    score = judge(notes, names)
    spent = time.perf_counter() - begun
    print(
        f"{len(notes)} notes, {sum(bool(note.places) for note in notes)} with personal data, "
        f"{spent * 1000:.0f} ms"
    )
    print("\n".join(table(score)))
    print("missed:", "; ".join(f"{words} ({kind})" for kind, words in score.missed) or "-")
    print("false alarms:", "; ".join(f"{words} ({kind})" for kind, words in score.alarms) or "-")


if __name__ == "__main__":
    main()
