"""A dialogue method as data: ordered steps with purpose, parts, prompts, note kinds and gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ACTIVITIES = ("meet", "capture", "group", "advise")
"""What a step page can offer: presentation of personas, sticky notes, grouping, writing advice."""

GATE_RULES = (
    "question_set",
    "meeting_set",
    "personas_chosen",
    "notes_captured",
    "every_persona_heard",
    "tray_empty",
    "insights_named",
    "insights_in_goals",
    "goals_have_advice",
    "advice_voted",
    "advice_rests_on_insights",
)
"""Conditions the program can check by itself; every other condition is ticked by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a step: what the table does, for how many minutes, what the host says and asks."""

    id: str
    title: str
    minutes: int
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of a gate; ``rule`` is one of ``GATE_RULES`` or empty for a hand-ticked one."""

    id: str
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a method, in one language.

    Attributes:
        activities: Subset of ``ACTIVITIES``, the main one first.
        kinds: Note kinds offered here, the default first; subset of ``entities.KINDS``.
        short: Name for the step bar.
    """

    id: str
    title: str
    short: str
    purpose: str
    activities: tuple[str, ...]
    kinds: tuple[str, ...]
    parts: tuple[Part, ...]
    gate: tuple[Condition, ...]

    @property
    def minutes(self) -> int:
        """Return the planned minutes of all parts."""
        return sum(part.minutes for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An ordered set of steps with its texts in one language."""

    id: str
    version: str
    title: str
    summary: str
    language: str
    steps: tuple[Step, ...]

    def step(self, id: str) -> Step | None:
        """Return the step with this id, or None."""
        return next((step for step in self.steps if step.id == id), None)

    def index(self, id: str) -> int:
        """Return the place of a step, 0-based; 0 for an unknown id."""
        return next((n for n, step in enumerate(self.steps) if step.id == id), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodTexts:
    """A method in every language it has; ``pick`` never fails on a missing language."""

    id: str
    languages: Mapping[str, Method]

    def pick(self, language: str) -> Method:
        """Return the method in ``language``, else in Dutch, else in any."""
        return self.languages.get(language) or self.languages.get("nl") or next(iter(self.languages.values()))
