"""How good suggested groups are on real statements: ``python -m benchmarks.suggest_quality comments.csv``.

The table goes through the program's own import into a real dialogue, which is asked for groups. They are held
against themes that the makers gave by hand to a sample of a hundred statements, before any group was made.
A statement with the theme "other" fits none, so it is never in the right group.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from facilitator import paths
from facilitator.content.library import Library
from facilitator.exchange.csv_table import FIRST_ROW
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.exchange import import_csv
from facilitator.services.suggesting import suggest
from facilitator.store.session import SessionStore

LABELS = Path(__file__).with_name("suggest_labels_klimarat.csv")
NONE = "other"


@dataclass(frozen=True, slots=True)
class Quality:
    """What groups are worth against labels.

    Attributes:
        purity: Of the labelled notes that share a group with another labelled note: the share that bears
            the label most of these bear, where at least two do. None when there are no such notes.
        pairs: Of two labelled notes in one group: how many bear one label, and how many pairs there are.
        chance: The share of pairs with one label when labelled notes are paired at random.
    """

    notes: int
    groups: int
    grouped: int
    judged: int
    purity: float | None
    pairs: tuple[int, int]
    chance: float


def judge(groups: Sequence[Collection[str]], labels: Mapping[str, str], notes: int) -> Quality:
    """Hold groups of note names against the labels of some of them."""
    right = judged = same = pairs = 0
    for group in groups:
        found = [labels[name] for name in sorted(group) if name in labels]
        if len(found) > 1:
            most = max(Counter(label for label in found if label != NONE).values(), default=0)
            judged += len(found)
            right += most if most > 1 else 0
        for one, two in combinations(found, 2):
            pairs += 1
            same += one == two != NONE
    every = list(combinations(labels.values(), 2))
    chance = sum(one == two != NONE for one, two in every) / max(1, len(every))
    grouped = sum(len(group) for group in groups)
    purity = right / judged if judged else None
    return Quality(notes, len(groups), grouped, judged, purity, (same, pairs), chance)


def read_labels(path: Path) -> dict[str, str]:
    """Return statement id -> theme."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["comment_id"]: row["label"] for row in csv.DictReader(file)}


def imported(table: Path, folder: Path) -> SessionStore:
    """Return a new dialogue with every statement of the table as a note."""
    setup = DialogueSetup(title="Klimarat", question="Wie wollen wir wohnen?", packs=())
    store = create_dialogue(folder / "held-out.dialoog", setup, Library(paths.resources()), "bench")
    import_csv(store, table, text_column="comment-body")
    return store


def names_of(store: SessionStore, table: Path) -> dict[str, str]:
    """Return note id -> statement id, by the row each note tells it came from."""
    with table.open(encoding="utf-8", newline="") as file:
        ids = [row["comment-id"] for row in csv.DictReader(file)]
    return {note.id: ids[int(note.source_ref.rpartition(":")[2]) - FIRST_ROW] for note in store.state.notes}


def told(title: str, quality: Quality) -> str:
    """Return a few lines for people."""
    same, pairs = quality.pairs
    purity = "-" if quality.purity is None else f"{quality.purity:.0%}"
    return (
        f"{title}\n"
        f"  statements {quality.notes}, grouped {quality.grouped} ({quality.grouped / quality.notes:.0%})"
        f" in {quality.groups} groups\n"
        f"  labelled statements that share a group: {quality.judged}, purity {purity}\n"
        f"  pairs with one theme: {same} of {pairs}; by chance {quality.chance:.0%} would be\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Import, suggest, compare and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggest_quality")
    parser.add_argument("table", type=Path, help="comments.csv")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--show", action="store_true", help="print the groups too")
    given = parser.parse_args(arguments)
    labels = read_labels(given.labels)
    with tempfile.TemporaryDirectory() as folder, imported(given.table, Path(folder)) as store:
        names = names_of(store, given.table)
        found = suggest(store.state)
        groups = [[names[id] for id in one.notes] for one in found]
        print(told("All statements", judge(groups, labels, len(names))))
        sample = [id for id, name in names.items() if name in labels]
        alone = [[names[id] for id in one.notes] for one in suggest(store.state, sample)]
        print(told("The labelled ones by themselves", judge(alone, labels, len(sample))))
        for one in found if given.show else ():
            print(f"{one.title}  [{', '.join(one.reasons)}]")
            for id in one.notes:
                note = store.state.note(id)
                print(f"    {labels.get(names[id], '')[:12]:12} {note.text if note else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
