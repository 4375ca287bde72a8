"""What people were promised: when a change would give them less, and where a promise is broken by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.choices import LANGUAGES
from facilitator.domain.publishable import is_withheld
from facilitator.domain.state import State
from facilitator.report.strings import load

RUN = 6
"""So many words in a row are no accident."""
_WORD = re.compile(r"\w+")
_STRICTER = {"publication": e.PUBLICATIONS, "anonymity": e.ANONYMITIES}
"""Field -> its values, from the least strict to the strictest."""
_OURS = {
    "dialogue": ("opening", "summary"),
    "insight": ("title", "description"),
    "goal": ("title", "definition", "residents_say", "tensions"),
    "advice": ("text", "condition", "minority"),
    "reply": ("reason",),
}
"""Texts of those who write the report; words of a note may have been copied into them."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Words of a note that is not printed, standing in a text that is; ``start`` and ``end`` in that text."""

    entity: str
    target: str
    field: str
    start: int
    end: int


def loosens(state: State, fields: Mapping[str, object]) -> bool:
    """Tell whether these new values promise less than what people heard before they spoke.

    Before the first note nobody was promised anything; stricter is never less.
    """
    if not state.notes:
        return False
    now = state.dialogue
    for name, order in _STRICTER.items():
        wanted, current = str(fields.get(name, "")), str(getattr(now, name))
        if wanted in order and current in order and order.index(wanted) < order.index(current):
            return True
    size = fields.get("smallest_group")
    return isinstance(size, int) and size < now.smallest_group


def copied(state: State) -> Iterator[Copied]:
    """Yield where words of notes that are not printed stand literally in what is; each text at most once."""
    texts = [
        (entity, row.id, field, text)
        for entity, fields in _OURS.items()
        for row in _rows(state, entity)
        for field in fields
        if (text := str(getattr(row, field) or ""))
    ]
    if not texts:
        return
    hidden = _runs(note.text for note in state.notes if is_withheld(state.dialogue, note))
    for entity, id, field, text in texts:
        words = list(_WORD.finditer(text))
        folded = [word.group().casefold() for word in words]
        starts = [n for n in range(len(words) - RUN + 1) if tuple(folded[n : n + RUN]) in hidden]
        if starts:
            last = starts[0]
            while last + 1 in starts:
                last += 1
            yield Copied(entity, id, field, words[starts[0]].start(), words[last + RUN - 1].end())


def suggested(dialogue: e.Dialogue) -> str:
    """Return a promise to read aloud that fits the choices, in the language of the dialogue."""
    strings = load(paths.resources(), dialogue.language)
    values = {"n": strings.number(dialogue.smallest_group), "date": strings.date(dialogue.retention)}
    return " ".join(strings.t(f"promise.{key}", **values) for key in _sentences(dialogue))


def is_suggested(text: str) -> bool:
    """Tell whether ``text`` is a suggestion of ours, for whichever choices."""
    return any(
        re.fullmatch(_pattern(e.Dialogue(language=language, **choice)), " ".join(text.split()))
        for language in LANGUAGES
        for choice in _choices()
    )


def _sentences(dialogue: e.Dialogue) -> list[str]:
    found = ["start", dialogue.publication]
    # Without words nothing stands beside them.
    found += [dialogue.anonymity] if dialogue.publication != "numbers" else []
    found += ["small"] if dialogue.smallest_group > 1 else []
    found += ["retention"] if dialogue.retention else []
    return [*found, "back"]


def _choices() -> Iterator[dict[str, Any]]:
    for publication, anonymity in product(e.PUBLICATIONS, e.ANONYMITIES):
        for smallest, day in product((1, 5), ("", "2026-01-01")):
            yield {
                "publication": publication,
                "anonymity": anonymity,
                "smallest_group": smallest,
                "retention": day,
            }


def _pattern(dialogue: e.Dialogue) -> str:
    strings = load(paths.resources(), dialogue.language)
    told = (strings.t(f"promise.{key}", n="\0", date="\0") for key in _sentences(dialogue))
    return re.escape(" ".join(told)).replace(re.escape("\0"), ".{1,40}")


def _rows(state: State, entity: str) -> list[e.Entity]:
    return [row for row in state.tables.get(entity, {}).values() if row.alive]


def _runs(texts: Iterator[str]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = [word.casefold() for word in _WORD.findall(text)]
        found.update(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))
    return found
