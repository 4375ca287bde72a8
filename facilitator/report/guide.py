"""How to read the report: what it is made of, what the letters and words mean, how to find things back."""

from __future__ import annotations

from facilitator.report.appendix import legend
from facilitator.report.blocks import Block, Box, Text
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit
from facilitator.report.lines import Span
from facilitator.report.look import BODY, PRIMARY, Type
from facilitator.report.rows import Row
from facilitator.report.tags import Group

_WORDS = ("persona", "note", "insight", "goal", "advice", "soft")


def guide(kit: Kit) -> list[Block]:
    """Return the reading guide."""
    t = kit.strings.t
    found = kit.opening("guide", t("guide.title"), t("guide.intro"))
    found += [kit.section(t("guide.parts")), *_points([t(key) for key in _parts(kit)])]
    found += [kit.section(t("guide.words"))]
    found += [
        Text([Span(f"{t(f'guide.{word}')}: ", BOLD), Span(t(f"guide.{word}_text"))], BODY, after=5)
        for word in _WORDS
    ]
    found += [kit.section(t("guide.letters")), Text(t("guide.letters_text"), BODY, after=7), legend(kit)]
    if {"themes", "notes"} & set(kit.facts.data.parts):
        found += [kit.section(t("guide.back")), Text(t("guide.back_text"), BODY)]
    return found


def _parts(kit: Kit) -> list[str]:
    """Return the keys of the sentences about the parts that are in this report."""
    return [
        f"guide.part_{part}"
        for part in kit.facts.data.parts
        if kit.strings.has(f"guide.part_{part}") and not _is_empty(kit, part)
    ]


def _is_empty(kit: Kit, part: str) -> bool:
    state = kit.facts.state
    if part == "selection":
        return not state.tables.get("participant")
    return part == "survey" and all(meeting.channel != "survey" for meeting in state.meetings)


def _points(sentences: list[str]) -> list[Block]:
    points = Group("L")
    return [
        Row(
            [Text("•", Type(10, 15, BOLD, PRIMARY)), Box([Text(words, BODY)])],
            [10, 465],
            gap=4,
            after=3,
            group=points,
        )
        for words in sentences
    ]
