"""The entities of a dialogue, in the field's words: frozen records with a default for every field.

Every field but ``id`` has a default, so the event log need only carry what differs from it, and
``alive`` (false until an event says otherwise) makes creating and deleting ordinary field changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain import choices
from facilitator.domain import entities_room as room
from facilitator.domain.entities_room import Ballot, Board, Decision, Picture, Pile, Spot

# Entities and their words are known by one name, wherever they stand.
ARRANGEMENTS = room.ARRANGEMENTS
BALLOT_CHOICES = room.BALLOT_CHOICES
BALLOT_METHODS = room.BALLOT_METHODS
BALLOT_SUBJECTS = room.BALLOT_SUBJECTS
BALLOT_UNITS = room.BALLOT_UNITS
COLOURINGS = room.COLOURINGS
KINDS = ("experience", "worry", "need", "strength", "wish", "idea", "quote")
BASES = ("own", "near", "helper", "imagined")
CHANNELS = choices.CHANNELS
SPEAKER_GROUPS = ("residents", "patients", "carers", "staff", "partners", "municipality", "insurer", "other")
SOURCES = ("typed", "paper", "phone", "import")
CONSENTS = ("unknown", "none", "paraphrase", "anonymous_quote", "first_name")
REPLY_KINDS = ("adopted", "partly", "not_adopted", "belongs_elsewhere", "needs_study")
VERDICTS = ("keep", "changed", "later")
PUBLICATIONS = choices.PUBLICATIONS
ANONYMITIES = choices.ANONYMITIES
DIALOGUE_ID = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """The whole undertaking; exactly one per file, id ``"dialogue"``.

    Attributes:
        method: Id of the method; ``method_data`` holds its full text, so the file stands alone.
        threshold: Percentage of all votes cast that must be in favour, 1..100, fixed before voting.
        step: Id of the step shown last; ``furthest`` the furthest step ever entered.
        cover, logo: Ids of the pictures on the first page of what is printed, or empty.
        publication: Whose words may be printed, one of ``PUBLICATIONS``: all notes, quotes somebody agreed
            to, or numbers alone.
        anonymity: What may stand beside words, one of ``ANONYMITIES``: group and meeting, only the channel,
            or nothing of whom they come from.
        smallest_group: A group of fewer people is never shown as such, 1 or more.
        retention: ISO date on which everything is to be removed, or empty.
    """

    id: str = DIALOGUE_ID
    alive: bool = False
    title: str = ""
    question: str = ""
    commissioners: tuple[str, ...] = ()
    language: str = "nl"
    method: str = ""
    method_data: str = ""
    privacy_promise: str = ""
    threshold: int = 75
    step: str = ""
    furthest: str = ""
    summary: str = ""
    opening: str = ""
    cover: str = ""
    logo: str = ""
    publication: str = "notes"
    anonymity: str = "group"
    smallest_group: int = 5
    retention: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One gathering, small talk or survey.

    Attributes:
        channel: One of ``CHANNELS``; channels are shown side by side and never summed.
        date: ISO date, or empty when not known.
        tables: Number of tables, 0 or more.
        people: Number of people who took part (survey: replies), 0 when not counted.
    """

    id: str
    alive: bool = False
    name: str = ""
    channel: str = "large"
    group: str = "residents"
    venue: str = ""
    date: str = ""
    tables: int = 0
    people: int = 0
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """An invented person one looks through.

    Attributes:
        portrait: SVG text drawn by us or checked on import; empty for initials only.
        translations: language -> field -> text, for texts that came with a pack.
        hidden: Left out of this dialogue's panes and report; its notes stay.
    """

    id: str
    alive: bool = False
    name: str = ""
    age: str = ""
    line: str = ""
    story: str = ""
    needs: str = ""
    portrait: str = ""
    made_with: str = ""
    pack: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    hidden: bool = False
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One sticky note, one thought; two people in it.

    Attributes:
        persona: Whom it is *about*; empty when about nobody in particular.
        speaker_group: Whom it *comes from*, coarsely; empty means the meeting's group.
        basis: How the speaker knows; ``imagined`` never counts as that group's voice.
        table: Table number from 1, or 0 when not known.
        insights: Ids of the insights it is grouped under, usually one.
        parked: Why it fits none, or None while it is not parked.
        seq: Place in reading order, smallest first; ties go by id.
        source_ref: Where it came from, such as ``survey.csv:12``.
        picture: Id of the picture that hangs on it, or empty.
    """

    id: str
    alive: bool = False
    text: str = ""
    persona: str = ""
    step: str = ""
    kind: str = "experience"
    basis: str = "own"
    speaker_group: str = ""
    meeting: str = ""
    table: int = 0
    language: str = ""
    translation: str = ""
    consent: str = "unknown"
    starred: bool = False
    source: str = "typed"
    source_ref: str = ""
    insights: tuple[str, ...] = ()
    parked: str | None = None
    picture: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """A named group of notes ("X needs Y because Z"); may bear on several goals.

    Attributes:
        merged_into: Id of the insight it went into, when it was merged; kept for the protocol.
        split_from: Id of the insight it was split off, or empty.
    """

    id: str
    alive: bool = False
    title: str = ""
    description: str = ""
    goals: tuple[str, ...] = ()
    merged_into: str = ""
    split_from: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An aim with its definition; its number is its place in the order of ``seq``."""

    id: str
    alive: bool = False
    title: str = ""
    definition: str = ""
    residents_say: str = ""
    tensions: str = ""
    merged_into: str = ""
    split_from: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Who should do what by when; belongs to a goal and cites insights.

    Attributes:
        votes_for, votes_against, votes_abstain: Counted votes; all three None until voted.
        decision: ``""`` follows the votes; ``adopted`` or ``rejected`` overrules them.
        deadline: Free words ("voor de zomer van 2027").
    """

    id: str
    alive: bool = False
    goal: str = ""
    text: str = ""
    addressee: str = ""
    condition: str = ""
    deadline: str = ""
    insights: tuple[str, ...] = ()
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstain: int | None = None
    minority: str = ""
    decision: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The commissioner's answer to one advice; ``kind`` is one of ``REPLY_KINDS`` or empty."""

    id: str
    alive: bool = False
    advice: str = ""
    kind: str = ""
    reason: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody will do about an advice, with owner and ISO date."""

    id: str
    alive: bool = False
    advice: str = ""
    text: str = ""
    owner: str = ""
    due: str = ""
    done: bool = False
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What was decided at the end of a step; its id is the step's id.

    Attributes:
        checked: Ids of the gate's hand-ticked conditions.
        overruled: Why the group went on although something was open, or None.
    """

    id: str
    alive: bool = False
    checked: tuple[str, ...] = ()
    overruled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An applicant, coarse on purpose; kept apart from what is said, and erasable."""

    id: str
    alive: bool = False
    name: str = ""
    contact: str = ""
    traits: Mapping[str, str] = field(default_factory=dict[str, str])
    household: str = ""
    status: str = "applied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many people with ``value`` for ``trait`` the panel should have."""

    id: str
    alive: bool = False
    trait: str = ""
    value: str = ""
    minimum: int = 0
    maximum: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """One audited lottery: method, public seed, and who was drawn."""

    id: str
    alive: bool = False
    method: str = ""
    seed: str = ""
    drawn: tuple[str, ...] = ()
    date: str = ""


Entity = (
    Dialogue
    | Meeting
    | Persona
    | Note
    | Insight
    | Goal
    | Advice
    | Reply
    | Action
    | Gate
    | Participant
    | Quota
    | Draw
    | Picture
    | Board
    | Spot
    | Ballot
    | Pile
    | Decision
)
