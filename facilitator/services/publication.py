"""Check before anything leaves the laptop: what could tell who somebody is, and what is still open.

Nothing is ever blocked: a person decides about each finding, and the decision is kept in the dialogue
until the text it was about changes.
"""

from __future__ import annotations

import dataclasses
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.gates import open_conditions
from facilitator.domain.method import Method
from facilitator.domain.publishable import is_withheld, too_small
from facilitator.domain.state import State
from facilitator.domain.text import clean_block, clean_line, clean_note
from facilitator.services import personal_data
from facilitator.services.extra_names import Names, merged, shifted
from facilitator.services.findings import PRINTED, Finding, about, at, code_of
from facilitator.services.personal_data import Span
from facilitator.services.pictures import PLACES
from facilitator.services.promises import copied
from facilitator.store.session import SessionStore

HOLDING = ("personal", "cell", "consent")
"""Groups of kinds somebody decides about before a file for people leaves."""
REASON_LIMIT = 1_000

_LINES = frozenset({("dialogue", "title"), ("meeting", "name"), ("insight", "title"), ("goal", "title")})


class PublicationCheck:
    """Checks dialogues; remembers what it found in a text, so that looking again costs little.

    Attributes:
        names: What the extra finder saw, by text.
    """

    def __init__(self, names: Names | None = None) -> None:
        self._known: tuple[str, tuple[str, ...]] = ("", ())
        self._spans: dict[str, list[Span]] = {}
        self._one_at_a_time = threading.Lock()
        self.names: Names = {} if names is None else names

    def add_names(self, names: Names) -> None:
        """Take in what the extra finder saw."""
        self.names |= names
        self._spans = {}

    def find(self, state: State, method: Method) -> list[Finding]:
        """Return all findings, decided ones too: personal data first, then people, then work still open.

        Any thread may ask; who asks while another looks, waits and has what that one found.
        """
        with self._one_at_a_time:
            return self._find(state, method)

    def _find(self, state: State, method: Method) -> list[Finding]:
        known = (state.dialogue.language, _known_names(state))
        if known != self._known:
            self._known, self._spans = known, {}
        kept: dict[str, list[Span]] = {}
        found: list[Finding] = []
        for entity, row in _printed_rows(state):
            for field in PRINTED[entity]:
                text = cast("str | None", getattr(row, field))
                if text:
                    spans = self._spans.get(text)
                    spans = self._look(text) if spans is None else spans
                    kept[text] = spans
                    found += _findings(entity, row.id, field, text, spans) if spans else ()
        self._spans = kept
        return [*found, *_promises(state), *_cells(state), *_open_work(state, method)]

    def _look(self, text: str) -> list[Span]:
        return _spans(text, *self._known, self.names)


def _spans(text: str, language: str, known: tuple[str, ...], names: Names) -> list[Span]:
    spans = personal_data.find(text, language=language, known=known)
    return merged(spans, text, names, language, known) if names.get(text) else spans


def printed_texts(state: State) -> list[str]:
    """Return every text that is printed, each once."""
    rows = ((row, field) for entity, row in _printed_rows(state) for field in PRINTED[entity])
    return list(dict.fromkeys(text for row, field in rows if (text := str(getattr(row, field) or ""))))


def check(state: State, method: Method) -> list[Finding]:
    """Return all findings in ``state``, decided ones too."""
    return PublicationCheck().find(state, method)


def decision_of(state: State, finding: Finding) -> e.Decision | None:
    """Return what was decided, or None; a decision about another text does not count."""
    row = state.get("decision", finding.id)
    if isinstance(row, e.Decision) and row.alive and row.text_hash == finding.text_hash:
        return row
    return None


def is_open(state: State, finding: Finding) -> bool:
    """Tell whether somebody still has to decide; "later" leaves it open."""
    decided = decision_of(state, finding)
    return decided is None or decided.verdict == "later"


def open_findings(state: State, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings nobody decided about yet."""
    return [finding for finding in findings if is_open(state, finding)]


def holding_back(state: State, findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings nobody decided about keep files from leaving, by group of ``HOLDING``.

    Groups without any are left out; open work is told elsewhere and holds nothing back.
    """
    found = Counter(finding.kind.partition(".")[0] for finding in open_findings(state, findings))
    return {group: found[group] for group in HOLDING if found[group]}


# ── deciding ────────────────────────────────────────────────────────────────


def decide(store: SessionStore, finding: Finding, verdict: str, reason: str = "") -> None:
    """Keep a decision about a finding; one edit.

    Raises:
        UserError: ``publication.bad_verdict``, ``publication.stale``, ``text.too_long``.
    """
    if verdict not in e.VERDICTS:
        raise UserError("publication.bad_verdict", value=verdict, allowed=", ".join(e.VERDICTS))
    _need_fresh(store.state, finding)
    why = clean_block(reason, REASON_LIMIT)
    with store.edit("publication.decided") as edit:
        edit.create(e.Decision(id=finding.id, verdict=verdict, reason=why, text_hash=finding.text_hash))


def replace(store: SessionStore, finding: Finding, text: str, names: Names | None = None) -> None:
    """Put ``text`` where the finding is and keep that decision; those about the rest of it stay; one edit.

    ``names`` is what the extra finder saw; it then knows the changed text as well.

    Raises:
        UserError: ``publication.no_text``, ``publication.stale``, ``note.empty``, ``note.too_long``,
            ``text.too_long``.
    """
    state = store.state
    if finding.end <= finding.start:
        raise UserError("publication.no_text")
    _need_fresh(state, finding)
    before = _text_of(state, finding)
    naive = before[: finding.start] + text + before[finding.end :]
    after = _cleaned(finding, naive)
    decisions = [e.Decision(id=finding.id, verdict="changed", text_hash=code_of(after))]
    if after == naive:
        seen: Names = {} if names is None else names
        shifted(seen, before, after, finding.start, finding.end)
        decisions += _moved(state, finding, before, after, seen)
    with store.edit("publication.replaced") as edit:
        edit.set(finding.entity, finding.target, **{finding.field: after})
        for decision in {row.id: row for row in decisions}.values():
            edit.create(decision)


def _cleaned(finding: Finding, text: str) -> str:
    if (finding.entity, finding.field) == ("note", "text"):
        return clean_note(text)
    return clean_line(text) if (finding.entity, finding.field) in _LINES else clean_block(text)


def _need_fresh(state: State, finding: Finding) -> None:
    row = state.get(finding.entity, finding.target)
    gone = finding.entity != "gate" and (row is None or not row.alive)
    if gone or (finding.field and code_of(_text_of(state, finding)) != finding.text_hash):
        raise UserError("publication.stale")


def _text_of(state: State, finding: Finding) -> str:
    row = state.get(finding.entity, finding.target)
    return str(getattr(row, finding.field) or "") if row is not None else ""


def _moved(state: State, finding: Finding, before: str, after: str, seen: Names) -> Iterator[e.Decision]:
    """Yield the decisions about the other findings of a text, as they apply to the changed text."""
    language, names = state.dialogue.language, _known_names(state)
    where = (finding.entity, finding.target, finding.field)
    shift = len(after) - len(before)
    spans = [_spans(text, language, names, seen) for text in (before, after)]
    now = {(new.kind, new.start): new for new in _findings(*where, after, spans[1])}
    for old in _findings(*where, before, spans[0]):
        decided = decision_of(state, old)
        place = old.start if old.start < finding.start else old.start + shift
        new = now.get((old.kind, place))
        if decided is not None and old.id != finding.id and new is not None:
            yield e.Decision(
                id=new.id, verdict=decided.verdict, reason=decided.reason, text_hash=new.text_hash
            )


def carried(
    state: State, entity: str, rows: Iterable[e.Entity], joined: Mapping[str, str]
) -> list[e.Decision]:
    """Return the decisions about words of texts that are joined, as they apply to the joined ones.

    Args:
        rows: What is joined; the first goes on with the texts.
        joined: Field -> the text of all of them.
    """
    language, names, rows = state.dialogue.language, _known_names(state), list(rows)
    found: dict[str, e.Decision] = {}
    for field, text in joined.items():
        known = _findings(entity, rows[0].id, field, text, _spans(text, language, names, {}))
        now = {(new.kind, new.start): new for new in known}
        for row in rows:
            part = str(getattr(row, field) or "")
            shift = text.find(part)
            if not part or shift < 0:
                continue
            for old in _findings(entity, row.id, field, part, _spans(part, language, names, {})):
                decided, new = decision_of(state, old), now.get((old.kind, old.start + shift))
                if decided is not None and new is not None:
                    moved = dataclasses.replace(decided, id=new.id, text_hash=new.text_hash)
                    found.setdefault(new.id, moved)
    return list(found.values())


# ── what is looked at ───────────────────────────────────────────────────────


def _known_names(state: State) -> tuple[str, ...]:
    return (*(persona.name for persona in state.all_personas), *state.dialogue.commissioners)


def _printed_rows(state: State) -> Iterator[tuple[str, e.Entity]]:
    # What is not printed is no finding.
    notes = [note for note in state.notes if not is_withheld(state.dialogue, note)]
    pictures = {note.picture for note in notes if note.picture}
    pictures |= {id for place in PLACES if (id := getattr(state.dialogue, place))}
    yield "dialogue", state.dialogue
    yield from (("meeting", row) for row in state.meetings)
    yield from (("persona", row) for row in state.personas)
    yield from (("note", row) for row in notes)
    yield from (("picture", row) for id in sorted(pictures) if (row := state.picture(id)) is not None)
    yield from (("insight", row) for row in state.insights)
    yield from (("goal", row) for row in state.goals)
    yield from (("advice", row) for row in state.advices)
    yield from (("reply", row) for row in state.replies)
    yield from (("action", row) for row in state.actions)


def _findings(entity: str, target: str, field: str, text: str, spans: Iterable[Span]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for span in spans:
        kind = f"personal.{span.kind}"
        found = at(kind, entity, target, field, text, span.start, span.end, str(seen[kind]))
        yield dataclasses.replace(found, suggestion=span.replacement, weight=span.weight)
        seen[kind] += 1


def _promises(state: State) -> Iterator[Finding]:
    """Find quotes that go beyond what the speaker agreed to, and words copied from where they stay unsaid."""
    for note in state.notes:
        quoted = note.starred or note.kind == "quote"
        kind, weight = "", 2
        if note.starred and note.consent == "none" and state.dialogue.publication != "numbers":
            kind, weight = "consent.none_starred", 3
        elif is_withheld(state.dialogue, note):
            continue
        elif quoted and note.consent == "unknown":
            kind = "consent.unknown_quoted"
        elif quoted and note.consent == "first_name":
            kind, weight = "consent.first_name_quoted", 1
        if kind:
            rests = f"{note.text}\n{note.consent}\n{note.starred}\n{note.kind}"
            yield about(kind, "note", note.id, note.text, weight, rests)
    for one in copied(state):
        text = str(getattr(state.get(one.entity, one.target), one.field))
        yield at("consent.copied", one.entity, one.target, one.field, text, one.start, one.end)


def _cells(state: State) -> Iterator[Finding]:
    """Find groups so small that even together with others their word is a person's word."""
    minimum = state.dialogue.smallest_group
    heard = {note.meeting for note in state.notes}
    for meeting in too_small(state):
        if meeting.id in heard:
            rests = f"{meeting.people} {meeting.group} {meeting.channel}"
            yield about("cell.meeting", "meeting", meeting.id, meeting.name, 3, rests)
    people = [row for row in state.tables.get("participant", {}).values() if row.alive]
    if 0 < len(people) < minimum:
        yield about("cell.participants", "dialogue", e.DIALOGUE_ID, "", 3, str(len(people)))


def _open_work(state: State, method: Method) -> Iterator[Finding]:
    for place in PLACES:
        shown = state.picture(getattr(state.dialogue, place))
        if shown is not None and not shown.description:
            yield about(f"{place}.no_description", "picture", shown.id, "", 2, shown.id)
    for note in state.notes:
        shows = note.picture and not is_withheld(state.dialogue, note)
        picture = state.picture(note.picture) if shows else None
        if picture is not None and not picture.description:
            yield about("picture.no_description", "note", note.id, note.text, 2, picture.id)
    for goal in state.goals:
        if not goal.definition:
            yield about("goal.no_definition", "goal", goal.id, goal.title, 2, goal.title)
    for advice in state.advices:
        if advice.votes_for is None:
            yield about("advice.unvoted", "advice", advice.id, advice.text, 2, advice.text)
    passed = method.index(state.dialogue.furthest)
    for step in method.steps[:passed]:
        waiting = open_conditions(state, step)
        if waiting and not state.gate(step.id).overruled:
            rests = " ".join(condition.id for condition in waiting)
            yield about("gate.open", "gate", step.id, step.title, 1, rests)
