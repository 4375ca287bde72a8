"""What came with the board: pictures, how notes lie, votes counted in the room, decisions before publication.

``entities`` gives these names too; nothing else need know that they stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BALLOT_SUBJECTS = ("insight", "advice")
BALLOT_METHODS = ("dots", "hands")
BALLOT_UNITS = ("", "table", "persona")
BALLOT_CHOICES = ("dot", "for", "against", "abstain")
ARRANGEMENTS = ("rows", "persona", "kind", "table", "step", "meeting", "colour")
COLOURINGS = ("kind", "basis", "channel", "table")


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
