"""Bundle notes into insights and insights into goals; merge and split leave a trace."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.evidence import advices_of_goal
from facilitator.domain.schema import DEFAULTS
from facilitator.domain.state import State
from facilitator.domain.text import clean_block, clean_line
from facilitator.services import fields as f
from facilitator.services.decisions import take_out
from facilitator.services.publication import carried
from facilitator.store.session import SessionStore

_GOAL_RULES: f.Rules = {
    "title": f.line(),
    "definition": f.block(),
    "residents_say": f.block(),
    "tensions": f.block(),
}
_INSIGHT_RULES: f.Rules = {"title": f.line(), "description": f.block()}
ORDERED = tuple(name for name, defaults in DEFAULTS.items() if "seq" in defaults)
"""The kinds of entity that have an order."""


def new_insight(
    store: SessionStore,
    title: str,
    notes: Iterable[str] = (),
    description: str = "",
    goals: Iterable[str] = (),
    *,
    also: bool = False,
) -> str:
    """Start an insight, with these notes under it, and return its id; the title may still be empty.

    With ``also`` the notes stay where they are too.

    Raises:
        UserError: ``note.unknown``, ``goal.unknown``, ``text.too_long``.
    """
    state = store.state
    insight = e.Insight(
        id=store.new_id(),
        title=clean_line(title),
        description=clean_block(description),
        goals=tuple(f.need_goal(state, goal).id for goal in f.unique(goals)),
        seq=state.next_seq("insight"),
    )
    inside = [f.need_note(state, note) for note in f.unique(notes)]
    with store.edit("insight.added") as edit:
        edit.create(insight)
        for note in inside:
            places = (*_kept(state, note), insight.id) if also else (insight.id,)
            edit.set("note", note.id, insights=places, parked=None)
    return insight.id


def _kept(state: State, note: e.Note) -> list[str]:
    """Return where a note lies; a link to an insight that is gone is no place any more."""
    return [id for id in note.insights if state.insight(id) is not None]


def place_notes(store: SessionStore, note_ids: Iterable[str], insight: str) -> None:
    """Put notes under ``insight`` instead of where they were, parked ones too."""
    state = store.state
    notes = [f.need_note(state, note) for note in f.unique(note_ids)]
    target = f.need_insight(state, insight).id
    with store.edit("notes.grouped") as edit:
        for note in notes:
            edit.set("note", note.id, insights=(target,), parked=None)


def place_also(store: SessionStore, note_ids: Iterable[str], insight: str) -> None:
    """Put notes under ``insight`` and leave them where they are too; parked ones come back."""
    state = store.state
    notes = [f.need_note(state, note) for note in f.unique(note_ids)]
    target = f.need_insight(state, insight).id
    with store.edit("notes.grouped_also") as edit:
        for note in notes:
            edit.set("note", note.id, insights=f.unique((*_kept(state, note), target)), parked=None)


def free_notes(store: SessionStore, note_ids: Iterable[str]) -> None:
    """Bring notes back into the tray, out of all their insights or from being set aside."""
    notes = [f.need_note(store.state, note) for note in f.unique(note_ids)]
    placed = any(note.insights for note in notes)
    with store.edit("notes.ungrouped" if placed else "note.unparked") as edit:
        for note in notes:
            edit.set("note", note.id, insights=(), parked=None)


def unplace_notes(store: SessionStore, note_ids: Iterable[str]) -> None:
    """Take notes out of all their insights, back into the tray."""
    notes = [f.need_note(store.state, note) for note in f.unique(note_ids)]
    with store.edit("notes.ungrouped") as edit:
        for note in notes:
            edit.set("note", note.id, insights=())


def update_insight(
    store: SessionStore, id: str, *, title: str | None = None, description: str | None = None
) -> None:
    """Rename or describe an insight; None leaves a field as it is."""
    f.need_insight(store.state, id)
    given = {"title": title, "description": description}
    values = f.cleaned(store.state, _INSIGHT_RULES, {k: v for k, v in given.items() if v is not None})
    with store.edit("insight.renamed" if description is None else "insight.edited") as edit:
        edit.set("insight", id, **values)


def merge_insights(store: SessionStore, into: str, others: Iterable[str]) -> None:
    """Let ``others`` go up in ``into``: notes, goals, descriptions and the advice that cites them move along.

    Raises:
        UserError: ``insight.unknown``, ``insight.merge_one``, ``text.too_long``.
    """
    state = store.state
    keeper = f.need_insight(state, into)
    losers = [f.need_insight(state, other) for other in f.unique(others) if other != into]
    if not losers:
        raise UserError("insight.merge_one")
    gone = {loser.id for loser in losers}
    goals = f.unique(goal for insight in (keeper, *losers) for goal in insight.goals)
    description = _joined([insight.description for insight in (keeper, *losers)])
    with store.edit("insights.merged") as edit:
        edit.set("insight", into, goals=goals, description=description)
        for note in state.notes:
            if gone.intersection(note.insights):
                edit.set("note", note.id, insights=f.swapped(note.insights, gone, into))
        for advice in state.advices:
            if gone.intersection(advice.insights):
                edit.set("advice", advice.id, insights=f.swapped(advice.insights, gone, into))
        for loser in losers:
            edit.set("insight", loser.id, merged_into=into)
        take_out(edit, state, "insight", [loser.id for loser in losers])
        for decision in carried(state, "insight", (keeper, *losers), {"description": description}):
            edit.create(decision)


def _joined(texts: Iterable[str]) -> str:
    return clean_block("\n\n".join(f.unique(text for text in texts if text)))


def split_insight(store: SessionStore, id: str, note_ids: Iterable[str], title: str) -> str:
    """Move some notes of an insight into a new one with the same goals, and return its id.

    Raises:
        UserError: ``insight.unknown``, ``note.unknown``, ``insight.split_nothing``,
            ``insight.note_elsewhere``.
    """
    state = store.state
    whole = f.need_insight(state, id)
    notes = [f.need_note(state, note) for note in f.unique(note_ids)]
    if not notes:
        raise UserError("insight.split_nothing")
    for note in notes:
        if id not in note.insights:
            raise UserError("insight.note_elsewhere", id=note.id)
    part = e.Insight(
        id=store.new_id(),
        title=clean_line(title),
        goals=whole.goals,
        split_from=id,
        seq=state.next_seq("insight"),
    )
    with store.edit("insight.split") as edit:
        edit.create(part)
        for note in notes:
            edit.set("note", note.id, insights=f.swapped(note.insights, [id], part.id))
    return part.id


def delete_insight(store: SessionStore, id: str) -> None:
    """Delete an insight; its notes return to the tray and advice no longer cites it."""
    delete_insights(store, [id])


def delete_insights(store: SessionStore, ids: Iterable[str]) -> None:
    """Delete insights in one edit; their notes return to the tray and advice no longer cites them."""
    state = store.state
    gone = {f.need_insight(state, id).id for id in ids}
    with store.edit("insight.deleted") as edit:
        for note in state.notes:
            if gone.intersection(note.insights):
                edit.set("note", note.id, insights=f.swapped(note.insights, gone, ""))
        for advice in state.advices:
            if gone.intersection(advice.insights):
                edit.set("advice", advice.id, insights=f.swapped(advice.insights, gone, ""))
        take_out(edit, state, "insight", sorted(gone))


def link_goal(store: SessionStore, insight: str, goal: str) -> None:
    """Let an insight bear on a goal as well."""
    found = f.need_insight(store.state, insight)
    target = f.need_goal(store.state, goal).id
    with store.edit("insight.linked") as edit:
        edit.set("insight", insight, goals=f.unique((*found.goals, target)))


def unlink_goal(store: SessionStore, insight: str, goal: str) -> None:
    """Let an insight no longer bear on a goal."""
    found = f.need_insight(store.state, insight)
    with store.edit("insight.unlinked") as edit:
        edit.set("insight", insight, goals=f.swapped(found.goals, [goal], ""))


def set_goals(store: SessionStore, links: Mapping[str, Iterable[str]]) -> None:
    """Let each of these insights bear on exactly these goals, all in one edit."""
    state = store.state
    wanted = {
        f.need_insight(state, insight).id: f.unique(f.need_goal(state, goal).id for goal in goals)
        for insight, goals in links.items()
    }
    with store.edit("insight.linked") as edit:
        for insight, goals in wanted.items():
            edit.set("insight", insight, goals=goals)


def new_goal(
    store: SessionStore, title: str, insights: Iterable[str] = (), *, instead: bool = False, **texts: str
) -> str:
    """Start a goal that these insights bear on, and return its id; the title may still be empty.

    With ``instead`` it takes the place of the first goal they bore on. ``texts`` may be ``definition``,
    ``residents_say`` and ``tensions``.
    """
    state = store.state
    written = f.cleaned(state, _GOAL_RULES, texts)
    goal = e.Goal(
        id=store.new_id(),
        title=clean_line(title),
        seq=state.next_seq("goal"),
        **written,  # pyright: ignore[reportArgumentType]
    )
    bearing = [f.need_insight(state, insight) for insight in f.unique(insights)]
    with store.edit("goal.added") as edit:
        edit.create(goal)
        for insight in bearing:
            goals = (goal.id, *insight.goals[1:]) if instead else (*insight.goals, goal.id)
            edit.set("insight", insight.id, goals=goals)
    return goal.id


def update_goal(
    store: SessionStore,
    id: str,
    *,
    title: str | None = None,
    definition: str | None = None,
    residents_say: str | None = None,
    tensions: str | None = None,
) -> None:
    """Change the texts of a goal; None leaves a field as it is."""
    f.need_goal(store.state, id)
    given = {"title": title, "definition": definition, "residents_say": residents_say, "tensions": tensions}
    values = f.cleaned(store.state, _GOAL_RULES, {k: v for k, v in given.items() if v is not None})
    with store.edit("goal.edited") as edit:
        edit.set("goal", id, **values)


def merge_goals(store: SessionStore, into: str, others: Iterable[str]) -> None:
    """Let ``others`` go up in ``into``: insights, advice and texts move along, with what was decided on them.

    Raises:
        UserError: ``goal.unknown``, ``goal.merge_one``, ``text.too_long``.
    """
    state = store.state
    keeper = f.need_goal(state, into)
    losers = [f.need_goal(state, other) for other in f.unique(others) if other != into]
    if not losers:
        raise UserError("goal.merge_one")
    gone = {loser.id for loser in losers}
    all_goals = (keeper, *losers)
    texts = {
        "definition": _joined(goal.definition for goal in all_goals),
        "residents_say": _joined(goal.residents_say for goal in all_goals),
        "tensions": _joined(goal.tensions for goal in all_goals),
    }
    with store.edit("goals.merged") as edit:
        edit.set("goal", into, **texts)
        for insight in state.insights:
            if gone.intersection(insight.goals):
                edit.set("insight", insight.id, goals=f.swapped(insight.goals, gone, into))
        for advice in state.advices:
            if advice.goal in gone:
                edit.set("advice", advice.id, goal=into)
        for loser in losers:
            edit.set("goal", loser.id, merged_into=into)
        take_out(edit, state, "goal", [loser.id for loser in losers])
        for decision in carried(state, "goal", all_goals, texts):
            edit.create(decision)


def split_goal(store: SessionStore, id: str, insights: Iterable[str], title: str) -> str:
    """Move some insights of a goal to a new goal, and return its id; its advice stays where it is.

    Raises:
        UserError: ``goal.unknown``, ``insight.unknown``, ``goal.split_nothing``, ``goal.insight_elsewhere``.
    """
    state = store.state
    f.need_goal(state, id)
    moving = [f.need_insight(state, insight) for insight in f.unique(insights)]
    if not moving:
        raise UserError("goal.split_nothing")
    for insight in moving:
        if id not in insight.goals:
            raise UserError("goal.insight_elsewhere", id=insight.id, title=insight.title)
    part = e.Goal(id=store.new_id(), title=clean_line(title), split_from=id, seq=state.next_seq("goal"))
    with store.edit("goal.split") as edit:
        edit.create(part)
        for insight in moving:
            edit.set("insight", insight.id, goals=f.swapped(insight.goals, [id], part.id))
    return part.id


def delete_goal(store: SessionStore, id: str) -> None:
    """Delete a goal without advice; its insights stay.

    Raises:
        UserError: ``goal.unknown``; ``goal.has_advice`` with ``count``.
    """
    state = store.state
    goal = f.need_goal(state, id)
    advices = advices_of_goal(state, id)
    if advices:
        raise UserError("goal.has_advice", title=goal.title, count=len(advices))
    with store.edit("goal.deleted") as edit:
        for insight in state.insights:
            if id in insight.goals:
                edit.set("insight", insight.id, goals=f.swapped(insight.goals, [id], ""))
        take_out(edit, state, "goal", [id])


def reorder(store: SessionStore, entity: str, ids: Iterable[str]) -> None:
    """Put these entities of one kind in this order, changing as few of them as can be.

    Entities not named keep their ``seq``, so the advice of one goal can be put in order by itself.

    Raises:
        UserError: ``<entity>.unknown``.
    """
    if entity not in ORDERED:
        raise ValueError(f"{entity} has no order")
    wanted = f.unique(ids)
    old = [_seq(store.state, entity, id) for id in wanted]
    new = fewest_moves(old)
    with store.edit("order.changed") as edit:
        for id, before, after in zip(wanted, old, new, strict=True):
            if before != after:
                edit.set(entity, id, seq=after)


def _seq(state: State, entity: str, id: str) -> int:
    row = state.get(entity, id)
    if row is None or not row.alive:
        raise UserError(f"{entity}.unknown", id=id)
    return cast("e.Note", row).seq


def fewest_moves(seqs: Sequence[int]) -> list[int]:
    """Return strictly rising whole numbers that equal ``seqs`` in as many places as can be."""
    # Two places i < j can both stay when there is room between them: seqs[j] - seqs[i] >= j - i,
    # so what stays is a longest non-decreasing run of seqs[i] - i.
    room = [seq - place for place, seq in enumerate(seqs)]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(room):
        at = bisect_right(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [place]
    stays: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        stays.add(place)
        place = before[place]
    first = min(stays, default=0)
    new = [seqs[first] - (first - place) for place in range(first)]
    for place in range(first, len(seqs)):
        new.append(seqs[place] if place in stays else new[-1] + 1)
    return new
