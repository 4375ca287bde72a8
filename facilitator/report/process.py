"""How the dialogue was done: steps, meetings, channels, how we know, votes, gates overruled."""

from __future__ import annotations

from collections import Counter

from facilitator.domain import entities as e
from facilitator.domain.spoken import joined
from facilitator.report.blocks import Block, Box, Frame, Text
from facilitator.report.facts import called, channel_of
from facilitator.report.fonts import BOLD
from facilitator.report.front import channel_tiles
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter, Span
from facilitator.report.look import (
    BODY,
    BOLD_SMALL,
    ON_PRIMARY,
    PRIMARY,
    QUIET,
    QUIET_SMALL,
    SMALL,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.rows import Row, table
from facilitator.report.tags import Group, Node


def process(kit: Kit) -> list[Block]:
    """Return the chapter on how the dialogue was done."""
    t = kit.strings.t
    found = kit.opening("process", t("process.title"), t("process.intro", method=kit.facts.data.method.title))
    found += [kit.section(t("process.steps")), *_steps(kit)]
    found += [kit.section(t("process.meetings")), *_meetings(kit)]
    if kit.facts.channels:
        found += [
            kit.section(t("process.channels")),
            channel_tiles(kit),
            Text(t("process.apart"), QUIET_SMALL, before=7),
        ]
    if kit.facts.notes:
        found += [kit.section(t("process.bases")), Text(t("process.bases_text"), BODY, after=6), *_bases(kit)]
    threshold = kit.strings.percent(kit.facts.state.dialogue.threshold)
    found += [kit.section(t("process.voting")), Text(t("process.voting_text", threshold=threshold), BODY)]
    return found + _gates(kit)


def _steps(kit: Kit) -> list[Block]:
    rows: list[Block] = []
    steps = Group("L")
    for number, step in enumerate(kit.facts.data.method.steps, 1):
        head = [Span(step.title, BOLD)]
        if step.minutes:
            head.append(Span(f" · {kit.strings.n('process.minutes', step.minutes)}", colour=QUIET))
        words = Box([Text(head, BODY, keep=True), Text(step.purpose, SMALL)])
        rows.append(Row([_Number(number), words], [26, 460], gap=10, after=7, group=steps))
    return rows


class _Number(Block):
    def __init__(self, number: int) -> None:
        self._number = number
        self._node: Node | None = None

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.height = 26
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        pen.dot(x + 12, y + 13, 12, PRIMARY)
        with pen.inside(self._node):
            pen.text(str(self._number), x + 12, y + 5, Type(11, 16, BOLD, ON_PRIMARY), "center")

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = parent.add("P")


def _meetings(kit: Kit) -> list[Block]:
    t, strings = kit.strings.t, kit.strings
    if not kit.facts.state.meetings:
        return [Text(t("process.no_meetings"), BODY)]
    head = [t(f"process.col_{name}") for name in ("meeting", "channel", "group", "date", "people")]
    rows = [
        [
            joined((part for part in (called(meeting, strings), meeting.venue) if part), ", ") or "–",
            strings.t(f"channel.{channel_of(meeting)}"),
            kit.word("group", meeting.group),
            strings.date(meeting.date) or "–",
            strings.n(f"channel.{channel_of(meeting)}_people", meeting.people)
            if meeting.people
            else t("channel.not_counted"),
        ]
        for meeting in kit.facts.state.meetings
    ]
    return table(head, rows, [140, 92, 60, 76, 75], (BOLD_SMALL, SMALL), right=1)


def _bases(kit: Kit) -> list[Block]:
    """Return per channel how speakers knew what they said; imagined notes have a column of their own."""
    channel_of = kit.facts.evidence.channel_of
    counts = Counter((channel_of[note.id], note.basis) for note in kit.facts.notes)
    head = [kit.strings.t("process.col_channel"), *(kit.strings.t(f"basis.{basis}") for basis in e.BASES)]
    rows = [
        [
            kit.strings.t(f"channel.{channel.id}"),
            *(kit.strings.number(counts[channel.id, basis]) for basis in e.BASES),
        ]
        for channel in kit.facts.channels
    ]
    return table(head, rows, [115, 75, 85, 90, 78], (BOLD_SMALL, SMALL), right=len(e.BASES))


def _gates(kit: Kit) -> list[Block]:
    steps = kit.facts.data.method.steps
    gates = [(step.title, kit.facts.state.gate(step.id)) for step in steps]
    overruled = [(title, gate.overruled) for title, gate in gates if gate.overruled is not None]
    if not overruled:
        return []
    found: list[Block] = [
        kit.section(kit.strings.t("process.gates")),
        Text(kit.strings.t("process.gates_text"), BODY, after=6, keep=True),
    ]
    for title, reason in overruled:
        words = Text([Span(f"{title}: ", BOLD), Span(reason or kit.strings.t("notes.no_reason"))], BODY)
        found.append(Box([words], Frame((0, 0, 0, 12), bar=PRIMARY), after=6))
    return found
