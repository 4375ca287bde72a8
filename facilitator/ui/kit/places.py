"""Where in the dialogue something happened: in words, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import QObject

from facilitator.domain import entities as e
from facilitator.domain.changes import ChangeSet
from facilitator.domain.schema import ENTITY_TYPES, Value
from facilitator.store.session import Trace
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Go, Where

FIRST = (
    "ballot",
    "advice",
    "goal",
    "insight",
    "note",
    "pile",
    "reply",
    "action",
    "persona",
    "meeting",
    "gate",
)
"""What an edit was about, when it touched several kinds of things: the first of these."""
TAKEN_OUT = ("insights", "parked")
"""Fields whose being empty tells something: the note came back to the loose ones."""
WORDS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is.

    Attributes:
        words: Plain text, such as "Ervaren · Fatima · ‘Ik durf niet te bellen’"; may be empty.
        go: The way there, or None when there is none any more.
    """

    words: str
    go: Go | None = None


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class _Touched:
    """One entity as an edit left it, and the fields it changed."""

    entity: str
    row: e.Entity
    fields: frozenset[str]


class Places(QObject):
    """Tells where edits happened, for the dialogue of ``context`` as it is now."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._steps = {step.id: step.short for step in context.method().steps}

    def of_changes(self, changes: ChangeSet) -> Place:
        """Return where an edit happened that was just made, undone or redone."""
        touched: list[_Touched] = []
        for row in changes.rows:
            told = row.after if row.after.alive or row.before is None else row.before
            plain: Any = row.before if row.before is not None else ENTITY_TYPES[row.entity](id=row.id)
            names = cast("Sequence[str]", row.after.__dataclass_fields__)
            fields = frozenset(name for name in names if getattr(plain, name) != getattr(row.after, name))
            touched.append(_Touched(row.entity, told, fields))
        return self._place(touched)

    def of_traces(self, traces: Sequence[Trace]) -> Place:
        """Return where an edit of the past happened, with the words it had then."""
        touched: list[_Touched] = []
        for trace in traces:
            kind = ENTITY_TYPES.get(trace.entity)
            if kind is not None:
                known = self._context.dialogue.state.get(trace.entity, trace.id) or kind(id=trace.id)
                said = {k: v for k, v in trace.told.items() if k in TAKEN_OUT or _is_said(v)}
                values = cast("dict[str, Any]", said)
                touched.append(_Touched(trace.entity, replace(known, **values), frozenset(trace.told)))
        return self._place(touched)

    def of_row(self, entity: str, row: e.Entity) -> Place:
        """Return where a thing is that nobody changed just now."""
        return self._of(_Touched(entity, row, frozenset({"text"})))

    def _place(self, touched: Sequence[_Touched]) -> Place:
        for entity in FIRST:
            found = [one for one in touched if one.entity == entity]
            if found:
                place = self._of(found[0])
                if len(found) == 1:
                    return place
                more = self.tr("and %n more", "", len(found) - 1)
                return Place(f"{place.words} {more}", place.go)
        dialogue = next((one for one in touched if one.entity == "dialogue"), None)
        return self._of_dialogue(dialogue) if dialogue is not None else NOWHERE

    def _of(self, one: _Touched) -> Place:
        row = one.row
        if isinstance(row, e.Note):
            return self._of_note(row, one.fields)
        if isinstance(row, e.Insight):
            where = Where(insight=row.id) if self._lives("insight", row.id) else None
            return self._in_step("group", row.title, where)
        if isinstance(row, e.Goal):
            where = Where(goal=row.id) if self._lives("goal", row.id) else None
            return self._in_step("group", row.title, where)
        if isinstance(row, e.Advice):
            where = Where(advice=row.id) if self._lives("advice", row.id) else None
            return self._in_step("advise", row.text, where)
        if isinstance(row, e.Reply | e.Action):
            advice = self._context.dialogue.state.advice(row.advice)
            return self._in_step("advise", advice.text if advice is not None else "", None)
        if isinstance(row, e.Ballot | e.Pile):
            return self._of_vote(row)
        if isinstance(row, e.Gate):
            return self._at(row.id, [], Where() if row.id in self._steps else None)
        name = row.name if isinstance(row, e.Persona | e.Meeting) else ""
        return Place(_joined([self.tr("Set-up"), _short(name)]), Go("setup"))

    def _of_note(self, note: e.Note, fields: frozenset[str]) -> Place:
        state = self._context.dialogue.state
        now = state.note(note.id)
        moved = fields & {"insights", "parked"} and "text" not in fields
        if moved and self._step_of("group"):
            set_aside = "insights" not in fields and note.parked is not None
            insight = None if set_aside or not note.insights else state.get("insight", note.insights[0])
            if isinstance(insight, e.Insight):
                where = Where(insight=insight.id if insight.alive else "")
                return self._in_step("group", insight.title, where, _quoted(note.text))
            title = note.parked if note.parked is not None else self.tr("Loose notes")
            return self._in_step("group", title, Where(), _quoted(note.text))
        known = state.get("persona", note.persona)
        who = known.name if isinstance(known, e.Persona) else ""
        persona = state.persona(note.persona)
        shown = note.persona if persona is not None and not persona.hidden else "*"
        return self._at(
            note.step, [who, _quoted(note.text)], Where(persona=shown, note=note.id if now else "")
        )

    def _of_vote(self, row: e.Ballot | e.Pile) -> Place:
        state = self._context.dialogue.state
        ballot = row if isinstance(row, e.Ballot) else state.get("ballot", row.ballot)
        subject = ballot.subject if isinstance(ballot, e.Ballot) else "insight"
        target = state.get(subject, row.target) if isinstance(row, e.Pile) else None
        title = target.title if isinstance(target, e.Insight) else ""
        title = target.text if isinstance(target, e.Advice) else title
        name = ballot.title if isinstance(ballot, e.Ballot) else ""
        activity = "group" if subject == "insight" else "advise"
        return self._in_step(activity, name, Where(), _quoted(title))

    def _of_dialogue(self, one: _Touched) -> Place:
        if isinstance(one.row, e.Dialogue) and one.fields & {"step", "furthest"}:
            return self._at(one.row.step, [], Where())
        return Place(self.tr("Set-up"), Go("setup"))

    # --- steps ---

    def _step_of(self, activity: str) -> str:
        steps = self._context.method().steps
        return next((step.id for step in steps if activity in step.activities), "")

    def _in_step(self, activity: str, title: str, where: Where | None, *more: str) -> Place:
        return self._at(self._step_of(activity), [_quoted(title), *more], where)

    def _at(self, step: str, parts: Sequence[str], where: Where | None) -> Place:
        known = step in self._steps
        words = _joined([self._steps.get(step, ""), *parts])
        return Place(words, Go("step", step, where) if known and where is not None else None)

    def _lives(self, entity: str, id: str) -> bool:
        row = self._context.dialogue.state.get(entity, id)
        return row is not None and row.alive


def _is_said(value: Value) -> bool:
    return value not in ("", None, ())


def _short(text: str) -> str:
    line = " ".join(text[: 4 * WORDS].split())
    return line if len(line) <= WORDS else line[:WORDS].rstrip() + " …"


def _quoted(text: str) -> str:
    return f"‘{_short(text)}’" if text.strip() else ""


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
