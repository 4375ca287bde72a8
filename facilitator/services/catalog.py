"""The dialogues there are: one card per file, read quickly and without disturbing the file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services.dialogue import method_in
from facilitator.store.files import SUFFIX
from facilitator.store.peek import Peek, peek

CARD_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """What the start page shows of one file.

    Attributes:
        title: Title of the dialogue, or the name of the file when that cannot be read.
        place, date: Of the newest meeting; empty when not known.
        step_index: Place of the furthest step ever entered, 0-based.
        step_count: Number of steps, 0 when the method is not known.
        modified: Seconds since 1970, 0.0 when the file is missing.
        retention: ISO date on which everything is to be removed, or empty.
        error: Why it cannot be opened, or None.
    """

    path: Path
    title: str
    question: str = ""
    place: str = ""
    date: str = ""
    notes: int = 0
    step_index: int = 0
    step_count: int = 0
    modified: float = 0.0
    retention: str = ""
    error: UserError | None = None


def list_sessions(folder: Path, recent: Iterable[Path | str] = ()) -> list[SessionCard]:
    """Return the recent files in their order, then the others of ``folder``, newest first."""
    cards = [_card(path) for path in _distinct(Path(item) for item in recent)]
    seen = {_key(card.path) for card in cards}
    others = [_card(path) for path in _files_in(folder) if _key(path) not in seen]
    others.sort(key=lambda card: (-card.modified, card.path.name))
    return (cards + others)[:CARD_LIMIT]


def _files_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(".")]
    except OSError:
        return []


def _distinct(paths: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        if _key(path) not in seen:
            seen.add(_key(path))
            yield path


def _key(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return path.absolute()


def _card(path: Path) -> SessionCard:
    try:
        modified = path.stat().st_mtime
    except (OSError, ValueError):
        modified = 0.0
    try:
        found = peek(path)
    except UserError as error:
        return SessionCard(path=path, title=path.stem, modified=modified, error=error)
    index, count = _place(found)
    return SessionCard(
        path=path,
        title=found.title or path.stem,
        question=found.question,
        place=found.place,
        date=found.date,
        notes=found.notes,
        step_index=index,
        step_count=count,
        modified=modified,
        retention=found.retention,
    )


def _place(found: Peek) -> tuple[int, int]:
    dialogue = e.Dialogue(alive=True, language=found.language, method_data=found.method_data)
    try:
        method = method_in(State({"dialogue": {dialogue.id: dialogue}}))
    except UserError:
        # The card stays useful without its dots; opening the file tells what is wrong with the method.
        return 0, 0
    return method.index(found.furthest), len(method.steps)
