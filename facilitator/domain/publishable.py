"""What may be printed of a dialogue: the promise of its set-up, kept before anything is made for people.

``publishable`` is the one place where words, groups, meetings and tables are taken out; ``ReportData``
calls it for whatever it is given, so that nothing made of a report's data can print what was promised not to.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.state import State, Tables

QUOTABLE = frozenset({"anonymous_quote", "first_name"})
"""Consents by which somebody's own words may be quoted."""
OTHER = "other"
"""Channel and group of whoever is shown together with others."""
_TOGETHER = "together:"
_CHANNEL = "channel:"
_DROPPED = ("decision",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was promised, and what is therefore not printed.

    Attributes:
        publication, anonymity, smallest_group: As the dialogue has them.
        withheld: Notes that count without their words; ``refused`` those of them nobody may use.
        together: Id of what stands for several meetings -> how many they are.
        notes_at: Id of a meeting -> how many notes came from it, where notes do not tell themselves.
    """

    publication: str = "notes"
    anonymity: str = "group"
    smallest_group: int = 1
    withheld: int = 0
    refused: int = 0
    together: Mapping[str, int] = field(default_factory=dict[str, int])
    notes_at: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Printable(State):
    """A snapshot that holds nothing but what may be printed; only ``publishable`` makes it."""

    kept: Kept = field(default_factory=Kept, compare=False)


def is_withheld(dialogue: e.Dialogue, note: e.Note) -> bool:
    """Tell whether a note counts, but does not say its words in anything that is printed."""
    if note.consent == "none" or dialogue.publication == "numbers":
        return True
    return dialogue.publication == "quotes" and note.consent not in QUOTABLE


def is_together(meeting: e.Meeting) -> bool:
    """Tell whether this stands for several meetings, of which none is shown by itself."""
    return meeting.id.startswith(_TOGETHER)


def channel_told(meeting: str) -> str:
    """Return the channel a note came through when that is all it says of its meeting, else nothing."""
    return meeting.removeprefix(_CHANNEL) if meeting.startswith(_CHANNEL) else ""


def publishable(state: State) -> Printable:
    """Return ``state`` as the promise of its set-up lets it be printed; numbers stay true.

    Words that may not leave are gone, as are deleted notes, pictures nobody may see and decisions of the
    publication check. A note that may not tell its meeting keeps at most the channel, in ``Note.meeting``.
    """
    if isinstance(state, Printable):
        return state
    dialogue = state.dialogue
    tables: Tables = {name: rows for name, rows in state.tables.items() if name not in _DROPPED}
    pools = _pools(state.meetings, dialogue.smallest_group)
    meetings = _shown_meetings(state.meetings, pools, dialogue.smallest_group)
    moved = {meeting.id: pool for pool, held in pools.items() for meeting in held}
    notes = [_placed(note, moved) for note in state.notes]
    small = _small_groups(notes, meetings, dialogue.smallest_group)
    tables["meeting"] = {
        meeting.id: replace(meeting, group=OTHER) if meeting.group in small else meeting
        for meeting in meetings
    }
    living = cast("dict[str, e.Meeting]", tables["meeting"])
    places = {} if dialogue.anonymity == "group" else _mixed(notes)
    told = _Telling(dialogue, living, small, _tables(notes, meetings), places)
    printed = [told.note(note) for note in notes]
    at = Counter(note.meeting for note in notes)
    if places:
        _rename_spots(tables, places)
    tables["note"] = {note.id: note for note in printed}
    _take_out_the_rest(tables, dialogue)
    kept = Kept(
        publication=dialogue.publication,
        anonymity=dialogue.anonymity,
        smallest_group=dialogue.smallest_group,
        withheld=sum(note.consent == "none" for note in printed),
        refused=sum(note.consent == "none" for note in notes),
        together={pool: len(held) for pool, held in pools.items()},
        notes_at={meeting.id: at[meeting.id] for meeting in meetings},
    )
    return Printable(tables, kept=kept)


def too_small(state: State) -> list[e.Meeting]:
    """Return the meetings so small that even together with others they are fewer people than promised."""
    minimum = state.dialogue.smallest_group
    pools = _pools(state.meetings, minimum)
    return [row for held in pools.values() if _people(held) < minimum for row in held]


# ── meetings ────────────────────────────────────────────────────────────────


def _people(meetings: Iterable[e.Meeting]) -> int:
    return sum(meeting.people for meeting in meetings)


def _channel(meeting: e.Meeting) -> str:
    return meeting.channel if meeting.channel in e.CHANNELS else OTHER


def _pools(meetings: list[e.Meeting], minimum: int) -> dict[str, list[e.Meeting]]:
    """Return which meetings are shown together: the small ones of a channel, filled up to ``minimum`` people.

    Where a channel as a whole has fewer, its meetings are shown among the other channels.
    """
    found: dict[str, list[e.Meeting]] = {}
    loose: list[e.Meeting] = []
    for channel in e.CHANNELS:
        mine = [meeting for meeting in meetings if meeting.people and _channel(meeting) == channel]
        pool = _filled(mine, minimum)
        if channel == OTHER or (pool and _people(pool) < minimum):
            loose += pool
        elif pool:
            found[_TOGETHER + channel] = pool
    if 0 < _people(loose) < minimum:
        taken = {meeting.id for meeting in loose}
        others = [m for m in meetings if m.people and _channel(m) == OTHER and m.id not in taken]
        loose = _filled([*loose, *others], minimum)
    if loose:
        found[_TOGETHER + OTHER] = loose
    return found


def _filled(meetings: list[e.Meeting], minimum: int) -> list[e.Meeting]:
    """Return the meetings with fewer people, and the smallest others until nobody stands out."""
    pool: list[e.Meeting] = []
    for meeting in sorted(meetings, key=lambda row: row.people):
        if meeting.people >= minimum and (not pool or _people(pool) >= minimum):
            break
        pool.append(meeting)
    return pool


def _shown_meetings(
    meetings: list[e.Meeting], pools: Mapping[str, list[e.Meeting]], minimum: int
) -> list[e.Meeting]:
    gone = {meeting.id for held in pools.values() for meeting in held}
    shown = [meeting for meeting in meetings if meeting.id not in gone]
    last = max((meeting.seq for meeting in meetings), default=0)
    for nth, (pool, held) in enumerate(pools.items(), 1):
        groups, people = {meeting.group for meeting in held}, _people(held)
        few = people < minimum
        shown.append(
            e.Meeting(
                id=pool,
                alive=True,
                channel=pool.removeprefix(_TOGETHER),
                group=groups.pop() if len(groups) == 1 and not few else OTHER,
                people=0 if few else people,
                seq=last + nth,
            )
        )
    return shown


# ── groups and tables ───────────────────────────────────────────────────────


def _placed(note: e.Note, moved: Mapping[str, str]) -> e.Note:
    pool = moved.get(note.meeting)
    return note if pool is None else replace(note, meeting=pool, table=0)


def _small_groups(notes: list[e.Note], meetings: list[e.Meeting], minimum: int) -> frozenset[str]:
    """Return the groups fewer people spoke for, and the next smallest until together they are enough.

    One group alone among the others is known to whoever knows which groups there were. How many people of a
    group sat in a mixed meeting nobody counts; they are no more than their notes.
    """
    groups = {meeting.id: meeting.group for meeting in meetings}
    people: Counter[str] = Counter()
    for meeting in meetings:
        people[meeting.group] += meeting.people or minimum
    for note in notes:
        if note.speaker_group and note.speaker_group != groups.get(note.meeting):
            people[note.speaker_group] += 1
    # Groups nobody spoke for are no company.
    line = sorted((count, group) for group, count in people.items() if count and group != OTHER)
    small = [(count, group) for count, group in line if count < minimum]
    while small and sum(count for count, _ in small) + people[OTHER] < minimum and len(small) < len(line):
        small.append(line[len(small)])
    return frozenset(group for _, group in small)


def _tables(notes: list[e.Note], meetings: list[e.Meeting]) -> dict[str, float]:
    """Return how many people sat at one table of a meeting, where both were counted."""
    highest: dict[str, int] = {}
    for note in notes:
        highest[note.meeting] = max(highest.get(note.meeting, 0), note.table)
    return {
        row.id: row.people / count
        for row in meetings
        if row.people and (count := max(row.tables, highest.get(row.id, 0)))
    }


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one note may tell."""

    dialogue: e.Dialogue
    meetings: Mapping[str, e.Meeting]
    small: frozenset[str]
    seats: Mapping[str, float]
    places: Mapping[str, int]

    def note(self, note: e.Note) -> e.Note:
        """Return the note with what may be printed of it."""
        changes: dict[str, object] = {}
        if is_withheld(self.dialogue, note):
            changes = {"text": "", "translation": "", "language": "", "picture": "", "consent": "none"}
            changes |= {"source_ref": "", "starred": False, "parked": None if note.parked is None else ""}
        if self.dialogue.anonymity != "group":
            meeting = self.meetings.get(note.meeting)
            channel = _channel(meeting) if meeting is not None else OTHER
            changes |= {"meeting": _CHANNEL + channel, "speaker_group": "", "table": 0, "source_ref": ""}
            place = self.places[note.id]
            changes |= {"id": _name(place), "seq": place}
        else:
            if note.speaker_group in self.small:
                changes["speaker_group"] = OTHER
            if note.table and self.seats.get(note.meeting, self._enough) < self._enough:
                changes["table"] = 0
        if self.dialogue.anonymity == "full":
            changes["source"] = ""
        return replace(note, **changes) if changes else note  # pyright: ignore[reportArgumentType]

    @property
    def _enough(self) -> int:
        return self.dialogue.smallest_group


def _mixed(notes: list[e.Note]) -> dict[str, int]:
    """Return the place of each note in an order that does not tell when, and so at which meeting, it came."""
    mixed = sorted(notes, key=lambda note: hashlib.sha256(note.id.encode()).digest())
    return {note.id: place for place, note in enumerate(mixed, 1)}


def _name(place: int) -> str:
    return f"note-{place}"


def _rename_spots(tables: Tables, places: Mapping[str, int]) -> None:
    """Let what lies by hand on boards know the notes by their new names."""
    if "spot" in tables:
        spots = cast("Mapping[str, e.Spot]", tables["spot"]).values()
        named = {spot: _name(places[spot.note]) for spot in spots if spot.note in places}
        kept = (replace(spot, id=f"{spot.board}/{name}", note=name) for spot, name in named.items())
        tables["spot"] = {spot.id: spot for spot in kept}


# ── everything else ─────────────────────────────────────────────────────────


def _take_out_the_rest(tables: Tables, dialogue: e.Dialogue) -> None:
    notes = cast("Mapping[str, e.Note]", tables["note"]).values()
    seen = {note.picture for note in notes} | {dialogue.cover, dialogue.logo}
    if "picture" in tables:
        tables["picture"] = {id: row for id, row in tables["picture"].items() if id in seen}
    people = cast("Mapping[str, e.Participant]", tables.get("participant", {}))
    if people:
        tables["participant"] = {
            id: replace(row, name="", contact="", household="") for id, row in people.items()
        }
    if dialogue.anonymity != "group" and "board" in tables:
        boards = cast("Mapping[str, e.Board]", tables["board"])
        tables["board"] = {id: _board(row, dialogue.anonymity) for id, row in boards.items()}
    _together_voted(tables, dialogue)


def _board(board: e.Board, anonymity: str) -> e.Board:
    hidden = ("meeting", "table", "channel", "basis")[: 4 if anonymity == "full" else 2]
    colouring = "kind" if board.colouring in hidden else board.colouring
    return replace(
        board, arrangement="rows" if board.arrangement in hidden else board.arrangement, colouring=colouring
    )


def _together_voted(tables: Tables, dialogue: e.Dialogue) -> None:
    """Add the votes of all tables up where a table is too small, or where no table may be told."""
    ballots = cast("Mapping[str, e.Ballot]", tables.get("ballot", {}))
    piles = cast("Mapping[str, e.Pile]", tables.get("pile", {}))
    merged = {
        ballot.id
        for ballot in ballots.values()
        if ballot.unit == "table"
        and (dialogue.anonymity != "group" or _has_small_table(ballot, piles, dialogue.smallest_group))
    }
    if not merged:
        return
    tables["ballot"] = {id: _as_one(row) if id in merged else row for id, row in ballots.items()}
    tables["pile"] = {id: replace(row, unit="") if row.ballot in merged else row for id, row in piles.items()}


def _has_small_table(ballot: e.Ballot, piles: Mapping[str, e.Pile], minimum: int) -> bool:
    people: dict[str, float] = {}
    votes: Counter[tuple[str, str]] = Counter()
    for pile in piles.values():
        if pile.ballot == ballot.id and pile.alive:
            votes[pile.unit, "" if ballot.method == "dots" else pile.target] += pile.count
    for (unit, _), count in votes.items():
        voters = count / ballot.dots if ballot.method == "dots" and ballot.dots else count
        people[unit] = max(people.get(unit, 0), voters)
    people |= {unit: int(text) for unit, text in ballot.attendance.items() if text.isdigit() and int(text)}
    return any(0 < count < minimum for count in people.values())


def _as_one(ballot: e.Ballot) -> e.Ballot:
    there = [int(text) for text in ballot.attendance.values() if text.isdigit()]
    return replace(ballot, unit="", attendance={}, people=ballot.people or sum(there))
