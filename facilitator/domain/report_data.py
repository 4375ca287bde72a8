"""``ReportData``: the immutable snapshot a report is made of; knows neither Qt nor the database."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.method import Method
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """Everything one report needs.

    Attributes:
        state: A copy nobody edits.
        method: The dialogue's method in the language of the report.
        language: ``nl`` or ``en``, independent of the window's.
        parts: Subset of ``PARTS``; kept in the order of ``PARTS``.
        made_on: ISO date printed on the cover.
        version: Version of the program, for the colophon.
        seal: Short code made of everything the dialogue holds, for the colophon; empty leaves it out.
    """

    state: State
    method: Method
    language: str
    parts: tuple[str, ...]
    made_on: str
    version: str
    seal: str = ""
