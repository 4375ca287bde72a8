"""A second finder of names, for who installed it: a large Dutch library in a process of its own.

It takes over a gigabyte of memory and long to begin, so it never runs in this process and only on request.
"""

from __future__ import annotations

import importlib
import importlib.util
import pickle
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.services import child, workers
from facilitator.services.personal_data import REPLACEMENTS, Span
from facilitator.services.personal_words import PARTICLES, TITLES

LIBRARY = "deduce"
FOLDER = "names"
_PERSON = frozenset({"persoon", "patient"})
_LIKELY = 2
_STEP = 20

Names = dict[str, tuple[tuple[int, int], ...]]
"""Text -> places of names in it."""


def is_installed() -> bool:
    """Tell whether the library is there; it is not loaded for that."""
    return importlib.util.find_spec(LIBRARY) is not None


@dataclass(frozen=True, slots=True)
class Order:
    """What the worker is asked: which texts, and where it may keep what it builds."""

    texts: tuple[str, ...]
    cache: Path


class NameFinder:
    """One look through texts; it is run on any thread and cancelled from any other."""

    def __init__(self, started_by: Sequence[str] = ()) -> None:
        self._started_by = list(started_by) or child.command(workers.NAMES)
        self._child = child.Child("names.failed", "names.cancelled")

    def cancel(self) -> None:
        """Stop at once."""
        self._child.cancel()

    def find(self, texts: Iterable[str], heard: Callable[[int, int], None]) -> Names:
        """Return the names in each text; ``heard(done, total)`` is told 0 while the library begins.

        Raises:
            UserError: ``names.failed`` with ``detail``, ``names.cancelled``.
        """
        wanted = tuple(dict.fromkeys(texts))
        if not wanted:
            return {}
        cache = paths.kept() / FOLDER
        try:
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("names.failed", detail=error.strerror or "") from error
        try:
            answer = self._child.run(self._started_by, Order(wanted, cache), heard)
        except UserError as error:
            # A killed process has no last word.
            raise UserError("names.cancelled") if self._child.is_cancelled else error from None
        return _read(answer, wanted)


def _read(answer: Mapping[str, object], texts: tuple[str, ...]) -> Names:
    told = answer.get("names")
    if not isinstance(told, list) or len(cast("list[object]", told)) != len(texts):
        raise UserError("names.failed", detail="answer")
    found: Names = {}
    for text, places in zip(texts, cast("list[list[list[int]]]", told), strict=True):
        found[text] = tuple((start, end) for start, end in places if 0 <= start < end <= len(text))
    return found


def merged(spans: list[Span], text: str, names: Names, language: str, known: Collection[str]) -> list[Span]:
    """Return our finds with what the library adds: names longer, and names we did not see.

    A find of ours of another kind stays as it is, and a name that may stand is no find here either.
    """
    words = REPLACEMENTS.get(language, REPLACEMENTS["en"])
    mine = {part for name in known for part in _words(name)}
    found = list(spans)
    for begin, end in names.get(text, ()):
        start = _behind_title(text, begin, end)
        if mine.issuperset(part for part in _words(text[start:end]) if part not in PARTICLES):
            continue
        over = [span for span in found if span.start < end and start < span.end]
        if any(span.kind != "name" for span in over):
            continue
        weight = max((span.weight for span in over), default=_LIKELY)
        first = min([start, *(span.start for span in over)])
        last = max([end, *(span.end for span in over)])
        found = [span for span in found if span not in over]
        found.append(Span(first, last, "name", words["name"], weight))
    return sorted(found, key=lambda span: span.start)


def shifted(names: Names, before: str, after: str, start: int, end: int) -> None:
    """Know the names of a text that was changed between ``start`` and ``end`` as well, where they are now."""
    if before in names:
        by = len(after) - len(before)
        places = names[before]
        names[after] = tuple(
            (first + by, last + by) if first >= end else (first, last)
            for first, last in places
            if last <= start or first >= end
        )


def _words(text: str) -> list[str]:
    return [part.strip(".,;:!?()'\"’").lower() for part in text.split()]


def _behind_title(text: str, start: int, end: int) -> int:
    """Return where the name itself begins: "mevrouw" in front of it may stay."""
    first, gap, _ = text[start:end].partition(" ")
    return start + len(first) + 1 if gap and first.rstrip(".").lower() in TITLES else start


def serve(stdin: BinaryIO, stdout: TextIO) -> int:
    """Be the worker: read one order, tell progress and the names as JSON lines, return the exit code.

    ``stdin`` is trusted: the program that started this one wrote it.
    """
    order = cast("Order", pickle.load(stdin))  # noqa: S301

    def work(progress: Callable[[int, int], None]) -> dict[str, object]:
        count = len(order.texts)
        progress(0, count)
        try:
            engine: Any = importlib.import_module(LIBRARY).Deduce(cache_path=order.cache)
        except ImportError as fault:
            raise UserError("names.failed", detail=str(fault)) from fault
        names: list[list[tuple[int, int]]] = []
        for place, text in enumerate(order.texts):
            found = engine.deidentify(text).annotations
            names.append(sorted((one.start_char, one.end_char) for one in found if one.tag in _PERSON))
            if place % _STEP == 0:
                progress(place, count)
        return {"names": names}

    return child.serve(stdout, work)
