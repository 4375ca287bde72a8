"""The entities of a dialogue, in the field's words: frozen records with a default for every field.

Every field but ``id`` has a default, so the event log need only carry what differs from it, and
``alive`` (false until an event says otherwise) makes creating and deleting ordinary field changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

KINDS = ("experience", "worry", "need", "strength", "wish", "idea", "quote")
BASES = ("own", "near", "helper", "imagined")
CHANNELS = ("large", "soft", "survey", "other")
SPEAKER_GROUPS = ("residents", "patients", "carers", "staff", "partners", "municipality", "insurer", "other")
SOURCES = ("typed", "paper", "phone", "import")
CONSENTS = ("unknown", "none", "paraphrase", "anonymous_quote", "first_name")
BALLOT_SUBJECTS = ("insight", "advice")
BALLOT_METHODS = ("dots", "hands")
BALLOT_UNITS = ("", "table", "persona")
BALLOT_CHOICES = ("dot", "for", "against", "abstain")
ARRANGEMENTS = ("rows", "persona", "kind", "table", "step", "meeting", "colour")
COLOURINGS = ("kind", "basis", "channel", "table")
REPLY_KINDS = ("adopted", "partly", "not_adopted", "belongs_elsewhere", "needs_study")
VERDICTS = ("keep", "changed", "later")
DIALOGUE_ID = "dialogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """The whole undertaking; exactly one per file, id ``"dialogue"``.

    Attributes:
        method: Id of the method; ``method_data`` holds its full text, so the file stands alone.
        threshold: Percentage of all votes cast that must be in favour, 1..100, fixed before voting.
        step: Id of the step shown last; ``furthest`` the furthest step ever entered.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture on a note, made anew from what was pasted so that nothing else travels along.

    Attributes:
        data: The bytes of the file as base64 text.
        format: ``png`` or ``jpeg``.
        width, height: In pixels.
        description: What is seen, for those who cannot see it.
    """

    id: str
    alive: bool = False
    data: str = ""
    format: str = "png"
    width: int = 0
    height: int = 0
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """How one board lies; its id is the key of the view (``domain/board.py`` tells which there are).

    Attributes:
        arrangement: One of ``ARRANGEMENTS``.
        colouring: One of ``COLOURINGS``: what the colour of the papers tells.
    """

    id: str
    alive: bool = False
    arrangement: str = "rows"
    colouring: str = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where somebody laid a note on a board by hand; its id is ``<board>/<note>``.

    Attributes:
        x, y: Left upper corner in board units (one unit is one pixel at 100 %).
    """

    id: str
    alive: bool = False
    board: str = ""
    note: str = ""
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One round of voting in the room, counted by one operator.

    Attributes:
        subject: What is voted on, one of ``BALLOT_SUBJECTS``.
        method: ``dots`` (each person sticks ``dots`` of them) or ``hands`` (for, against, abstain).
        unit: Counted per ``table`` or ``persona``, or as one total with ``""``; a secret one always so.
        dots: Dots each person has, 1 or more.
        people: People who may vote, 0 while not counted.
        attendance: People per unit (its number or id) as digits, where counted per unit.
        targets: Ids of the insights or pieces of advice; empty means all.
        closed: Counting is over.
    """

    id: str
    alive: bool = False
    title: str = ""
    subject: str = "insight"
    method: str = "dots"
    unit: str = ""
    dots: int = 3
    people: int = 0
    attendance: Mapping[str, str] = field(default_factory=dict[str, str])
    targets: tuple[str, ...] = ()
    secret: bool = False
    closed: bool = False
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """One counted pile of dots or hands; piles only ever add up, so the order of counting never matters.

    Attributes:
        unit: Table number or persona id as text, or empty.
        choice: One of ``BALLOT_CHOICES``.
    """

    id: str
    alive: bool = False
    ballot: str = ""
    target: str = ""
    unit: str = ""
    choice: str = "dot"
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about one finding of the publication check; its id is the finding's.

    Attributes:
        verdict: One of ``VERDICTS``.
        reason: Why, in free words; may be empty.
        text_hash: Code of the text as it was then; the decision counts while the text still has it.
    """

    id: str
    alive: bool = False
    verdict: str = "keep"
    reason: str = ""
    text_hash: str = ""


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
