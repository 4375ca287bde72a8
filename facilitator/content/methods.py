"""Read and check dialogue methods: a folder with ``method.toml`` and one file of texts per language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.content.tables import LANGUAGE_PATTERN, Table, distinct
from facilitator.content.toml_files import content_fault, read_toml
from facilitator.domain.entities import KINDS
from facilitator.domain.method import ACTIVITIES, GATE_RULES, Condition, Method, MethodTexts, Part, Step

STRUCTURE_FILE = "method.toml"
MINUTES = (1, 240)
SHORT_LIMIT = 24
PROMPT_LIMIT = 400
PURPOSE_LIMIT = 600


def load_method(folder: Path) -> MethodTexts:
    """Return the method in ``folder``, every field checked.

    Raises:
        UserError: ``content.fault`` with ``file``, ``line`` and ``reason``.
    """
    structure = read_toml(folder / STRUCTURE_FILE)
    languages = structure.names("languages", None, LANGUAGE_PATTERN)
    for path in sorted(folder.glob("*.toml")):
        if path.name != STRUCTURE_FILE and path.stem not in languages:
            raise content_fault(path, 1, f"language not listed in {STRUCTURE_FILE}: {path.stem}")
    texts = {language: read_toml(folder / f"{language}.toml") for language in languages}
    if structure.id() != folder.name:
        raise structure.fault("id", f"id differs from the name of the folder: {folder.name}")
    return build_method(structure, texts)


def build_method(structure: Table, texts: Mapping[str, Table]) -> MethodTexts:
    """Return the method that ``structure`` and the ``texts`` per language describe.

    Raises:
        UserError: as the tables' own fault maker gives it.
    """
    id = structure.id()
    version = structure.line("version", 20)
    structure.names("languages", None, LANGUAGE_PATTERN)
    steps = structure.tables("steps")
    plans = [_plan(step) for step in steps]
    distinct(steps, [plan.id for plan in plans])
    structure.done()
    methods: dict[str, Method] = {}
    for language, table in texts.items():
        methods[language] = Method(
            id=id,
            version=version,
            title=table.line("title", 80),
            summary=table.line("summary", PURPOSE_LIMIT),
            language=language,
            steps=_spoken_steps(plans, table.table("steps")),
        )
        table.done()
    return MethodTexts(id=id, languages=methods)


def _plan(table: Table) -> Step:
    """Return a step without words, as the structure gives it."""
    parts = table.tables("parts")
    gate = table.tables("gate", needed=False)
    plan = Step(
        id=table.id(),
        title="",
        short="",
        purpose="",
        activities=table.names("activities", ACTIVITIES),
        kinds=table.names("kinds", KINDS),
        parts=tuple(
            Part(id=part.id(), title="", minutes=part.number("minutes", *MINUTES), prompts=())
            for part in parts
        ),
        gate=tuple(Condition(id=item.id(), text="", rule=_rule(item)) for item in gate),
    )
    distinct(parts, [part.id for part in plan.parts])
    distinct(gate, [condition.id for condition in plan.gate])
    for inner in (*parts, *gate, table):
        inner.done()
    return plan


def _rule(table: Table) -> str:
    rule = table.line("rule", needed=False)
    if rule and rule not in GATE_RULES:
        raise table.fault("rule", f"unknown rule: {rule}")
    return rule


def _spoken_steps(plans: list[Step], table: Table) -> tuple[Step, ...]:
    steps = tuple(_spoken(plan, table.table(plan.id)) for plan in plans)
    table.done()
    return steps


def _spoken(plan: Step, table: Table) -> Step:
    """Return the step with its words in one language."""
    parts = table.table("parts")
    spoken_parts = tuple(_spoken_part(part, parts.table(part.id)) for part in plan.parts)
    parts.done()
    conditions: tuple[Condition, ...] = ()
    if plan.gate:
        gate = table.table("gate")
        conditions = tuple(
            Condition(id=item.id, text=gate.line(item.id), rule=item.rule) for item in plan.gate
        )
        gate.done()
    step = Step(
        id=plan.id,
        title=table.line("title", 80),
        short=table.line("short", SHORT_LIMIT),
        purpose=table.line("purpose", PURPOSE_LIMIT),
        activities=plan.activities,
        kinds=plan.kinds,
        parts=spoken_parts,
        gate=conditions,
    )
    table.done()
    return step


def _spoken_part(plan: Part, table: Table) -> Part:
    part = Part(
        id=plan.id,
        title=table.line("title", 80),
        minutes=plan.minutes,
        prompts=table.texts("prompts", PROMPT_LIMIT),
    )
    table.done()
    return part
