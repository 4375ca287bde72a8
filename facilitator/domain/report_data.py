"""``ReportData``: the immutable snapshot a report is made of; knows neither Qt nor the database."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.choices import DEFAULT_STYLE
from facilitator.domain.method import Method
from facilitator.domain.publishable import Kept, Printable, publishable
from facilitator.domain.state import State

PARTS = (
    "opening",
    "summary",
    "guide",
    "process",
    "selection",
    "personas",
    "goals",
    "cross_goal",
    "not_adopted",
    "follow_up",
    "themes",
    "survey",
    "notes",
)
"""Parts that can be switched on or off, in order; cover and contents are always there."""


@dataclass(frozen=True, slots=True)
class FormOrder:
    """Which short form, on what sheet, of whom.

    Attributes:
        form: One of ``FORMS``.
        size: One of ``SIZES``; empty leaves it to the form, and forms of one size take no heed.
        meeting, persona: Of one alone; empty for all.
        board: The grouping table when empty, ``all`` notes, or those of the step with this id.
    """

    form: str
    size: str = ""
    meeting: str = ""
    persona: str = ""
    board: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """Everything one report needs; it never holds more than may be printed, whatever it is made of.

    Attributes:
        state: A copy nobody edits; made ``Printable`` when it is not.
        method: The dialogue's method in the language of the report.
        language: ``nl`` or ``en``, independent of the window's.
        parts: Subset of ``PARTS``; kept in the order of ``PARTS``.
        made_on: ISO date printed on the cover.
        version: Version of the program, for the colophon.
        style: House style, by the name of its file.
        logo: Bytes of a picture (PNG or JPEG) instead of the logo the dialogue keeps; ``logo_alt`` says
            what it shows.
        seal: Short code made of everything the dialogue holds, for the colophon; empty leaves it out.
    """

    state: State
    method: Method
    language: str
    parts: tuple[str, ...]
    made_on: str
    version: str
    seal: str = ""
    style: str = DEFAULT_STYLE
    logo: bytes = b""
    logo_alt: str = ""

    def __post_init__(self) -> None:
        """Keep the promise: nothing made of this can print what was taken out here."""
        object.__setattr__(self, "state", publishable(self.state))

    @property
    def kept(self) -> Kept:
        """Return what was promised, and what is therefore not printed."""
        return self.state.kept if isinstance(self.state, Printable) else Kept()
