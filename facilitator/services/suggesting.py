"""Suggest groups among the loose notes, offline and explained; nothing moves until somebody accepts."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO, cast

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.domain.text import TITLE_LIMIT, clean_line
from facilitator.services import child, workers
from facilitator.services import fields as f
from facilitator.similarity.groups import Home, Text, find_groups
from facilitator.similarity.words import Reader
from facilitator.store.session import SessionStore

_STEPS = 1_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One group that is proposed.

    Attributes:
        id: The same for the same notes and insight, in any evening on any machine.
        title: A name made of the shared words, or the title of ``insight``.
        notes: Ids of the notes, oldest first.
        reasons: The words the notes share as people wrote them, most telling first.
        insight: Id of the insight they would join, or empty for a new one.
        sureness: How alike the notes are on average, 0..1.
    """

    id: str
    title: str
    notes: tuple[str, ...]
    reasons: tuple[str, ...]
    insight: str = ""
    sureness: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: plain texts, so that it can travel to another process.

    Attributes:
        names: Names of personas: notes about one person need not be about one thing.
    """

    loose: tuple[Text, ...]
    homes: tuple[Home, ...]
    language: str
    names: tuple[str, ...]


def question(state: State, note_ids: Iterable[str] | None = None) -> Question:
    """Return what to ask about the loose notes, or about those of them in ``note_ids``."""
    insights = {insight.id: insight for insight in state.insights}
    wanted = None if note_ids is None else set(note_ids)
    loose: list[Text] = []
    inside: dict[str, list[Text]] = {id: [] for id in insights}
    for note in state.notes:
        places = [id for id in note.insights if id in insights]
        text = Text(note.id, note.text, note.language)
        for id in places:
            inside[id].append(text)
        if not places and note.parked is None and (wanted is None or note.id in wanted):
            loose.append(text)
    homes = tuple(Home(id, insights[id].title, tuple(texts)) for id, texts in inside.items() if texts)
    names = tuple(persona.name for persona in state.all_personas)
    return Question(tuple(loose), homes, state.dialogue.language, names)


def answer(asked: Question, progress: Progress | None = None) -> list[Suggestion]:
    """Return the suggestions, surest and largest first; ``progress(done, total)`` may raise to stop it."""
    reader = Reader(asked.language)
    ignored = frozenset(
        stem for name in asked.names for code in (asked.language, "") for stem in reader.stems(name, code)
    )

    def told(done: float) -> None:
        if progress is not None:
            progress(int(done * _STEPS), _STEPS)

    told(0.0)
    found = find_groups(asked.loose, asked.homes, reader, told, ignored)
    told(1.0)
    return [
        Suggestion(
            id=_id(group.keys, group.home),
            title=group.title[:TITLE_LIMIT],
            notes=group.keys,
            reasons=group.reasons,
            insight=group.home,
            sureness=group.sureness,
        )
        for group in found
    ]


def suggest(
    state: State, note_ids: Iterable[str] | None = None, progress: Progress | None = None
) -> list[Suggestion]:
    """Return suggestions for the loose notes in this process; see ``question`` and ``answer``."""
    return answer(question(state, note_ids), progress)


def _id(notes: Sequence[str], insight: str) -> str:
    return hashlib.sha256("\n".join((insight, *notes)).encode()).hexdigest()[:16]


# --- in a process of its own ---


class SuggestJob(child.Job[list[Suggestion]]):
    """Looks for groups in a process of its own, so that the window stays quick and stopping is at once.

    The callbacks are called on a thread of the job: ``on_progress(done, total)`` any number of times, then
    exactly one of ``on_done(suggestions)`` and ``on_error(error)``; a stopped job ends in
    ``suggest.cancelled``.
    """

    def __init__(
        self,
        asked: Question,
        *,
        on_progress: Progress,
        on_done: Callable[[list[Suggestion]], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._asked = asked
        self._on_progress = on_progress
        self._worker = child.Child("suggest.worker_failed", "suggest.cancelled")
        super().__init__(self._worker, self._found, on_done=on_done, on_error=on_error)

    def _found(self) -> list[Suggestion]:
        told = self._worker.run(worker_command(), self._asked, self._on_progress)
        return [_read(row) for row in cast("list[Mapping[str, object]]", told["suggestions"])]


def worker_command() -> list[str]:
    """Return how this program starts its worker, from source, installed or frozen."""
    return child.command(workers.SUGGEST)


def serve(stdin: BinaryIO, stdout: TextIO) -> int:
    """Be the worker: read one question, tell progress and the suggestions as JSON lines.

    ``stdin`` is trusted: the program that started this one wrote it.
    """
    asked = cast("Question", pickle.load(stdin))  # noqa: S301

    def work(progress: Progress) -> dict[str, object]:
        return {"suggestions": [_told(one) for one in answer(asked, progress)]}

    return child.serve(stdout, work)


def _told(one: Suggestion) -> dict[str, object]:
    return {name: getattr(one, name) for name in Suggestion.__slots__}


def _read(row: Mapping[str, object]) -> Suggestion:
    return Suggestion(
        id=str(row["id"]),
        title=str(row["title"]),
        notes=tuple(cast("list[str]", row["notes"])),
        reasons=tuple(cast("list[str]", row["reasons"])),
        insight=str(row["insight"]),
        sureness=cast("float", row["sureness"]),
    )


# --- what becomes of them ---


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting did: the insights that were made or joined, and how many notes got a place."""

    insights: tuple[str, ...]
    notes: int


def still_loose(state: State, one: Suggestion) -> tuple[str, ...]:
    """Return the notes of a suggestion that nobody placed, parked or deleted since."""
    living = {insight.id for insight in state.insights}
    found: list[str] = []
    for id in one.notes:
        note = state.note(id)
        if note is not None and note.parked is None and not living.intersection(note.insights):
            found.append(id)
    return tuple(found)


def accept(store: SessionStore, suggestions: Iterable[Suggestion]) -> Accepted:
    """Make or fill the insights of these suggestions in one edit; notes placed elsewhere since stay there.

    Raises:
        UserError: ``suggest.outdated`` when nothing of them is left; ``text.too_long`` for a title.
    """
    state = store.state
    taken: set[str] = set()
    new: list[e.Insight] = []
    places: list[tuple[str, str]] = []
    seq = state.next_seq("insight")
    for one in suggestions:
        notes = [id for id in still_loose(state, one) if id not in taken]
        if not notes:
            continue
        taken.update(notes)
        target = one.insight if state.insight(one.insight) is not None else ""
        if not target:
            made = e.Insight(id=store.new_id(), title=clean_line(one.title), seq=seq + len(new))
            new.append(made)
            target = made.id
        places += [(f.need_note(state, id).id, target) for id in notes]
    if not places:
        raise UserError("suggest.outdated")
    with store.edit("insights.suggested") as edit:
        for insight in new:
            edit.create(insight)
        for note, target in places:
            edit.set("note", note, insights=(target,))
    return Accepted(tuple(dict.fromkeys(target for _note, target in places)), len(places))


class Refusals:
    """Which suggestions were refused, for as long as the program runs; nothing of it is written."""

    def __init__(self) -> None:
        self._refused: list[tuple[str, frozenset[str]]] = []

    def refuse(self, one: Suggestion) -> None:
        """Remember that this one is not wanted."""
        self._refused.append((one.insight, frozenset(one.notes)))

    def take_back(self, one: Suggestion) -> None:
        """Forget that this one was refused."""
        gone = (one.insight, frozenset(one.notes))
        self._refused = [refused for refused in self._refused if refused != gone]

    def allows(self, one: Suggestion) -> bool:
        """Tell whether it is not, or not nearly, what was refused: most of its notes together again."""
        notes = frozenset(one.notes)
        return not any(
            insight == one.insight and 2 * len(notes & refused) > max(len(notes), len(refused))
            for insight, refused in self._refused
        )

    def __len__(self) -> int:
        """Return how many were refused."""
        return len(self._refused)
