"""What the chapters share: their figures, sentences and headings, and the drawings of notes and votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain import entities as e
from facilitator.domain.spoken import alike, joined
from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, Middle, PageStart, Text
from facilitator.report.facts import Channel, Facts
from facilitator.report.fonts import BOLD
from facilitator.report.lines import Setter, Span
from facilitator.report.look import (
    AGAINST,
    CHAPTER,
    GAP_IN_BAR,
    INK,
    KIND_COLOURS,
    LABEL,
    LEAD,
    LINE,
    NOTE_OTHER,
    PRIMARY,
    QUIET,
    QUIET_SMALL,
    QUOTE,
    SECTION,
    SMALL,
    WIDTH,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.pictures import Framed, Room
from facilitator.report.rows import Row
from facilitator.report.strings import Strings
from facilitator.report.tags import Node

MOST_LINKED = 5_000
"""Notes up to which each leads to its insights and back; codes are printed in any case."""

LONG_QUOTE = 320
"""Characters above which a quote takes the whole width."""

_ON_QUOTE = Room(190, 130)


@dataclass(frozen=True, slots=True)
class Kit:
    """What every chapter is built from."""

    facts: Facts
    strings: Strings

    @property
    def links_notes(self) -> bool:
        """Tell whether single notes are linked; among very many that would double the size of the report."""
        return len(self.facts.notes) <= MOST_LINKED

    def opening(self, key: str, title: str, intro: str = "", label: str = "", level: int = 0) -> list[Block]:
        """Return the opening of a chapter on a new page."""
        found: list[Block] = [PageStart(title), Gap(10), Tick()]
        if label:
            found.append(Text(label.upper(), replace(LABEL, size=10.5, leading=15), before=12, keep=True))
        kind = CHAPTER if len(title) < 90 else replace(CHAPTER, size=20, leading=26)
        mark = Mark(key, joined((label, " · ", title)) if label else title, level)
        found.append(
            Text(title, kind, before=4 if label else 12, after=14, keep=not intro, mark=mark, role="H2")
        )
        if intro:
            found.append(Text(intro, LEAD, after=18))
        return found

    def section(self, title: str) -> Text:
        """Return a heading inside a chapter."""
        return Text(title, SECTION, before=18, after=6, keep=True, role="H3")

    def channel_size(self, channel: Channel) -> str:
        """Return how many people a channel had at one time, in words."""
        if channel.few:
            few = self.strings.t("channel.few", n=self.strings.number(self.facts.data.kept.smallest_group))
            if channel.people is None:
                return few
            return joined((self.channel_size(replace(channel, few=False)), few), ", ")
        if channel.people is None:
            return self.strings.t("channel.not_counted")
        least, most = channel.people
        if least == most:
            people = self.strings.n(f"channel.{channel.id}_people", most)
            return (
                people
                if channel.meetings < 2
                else self.strings.t(f"channel.{channel.id}_each", people=people)
            )
        numbers = {"least": self.strings.number(least), "most": self.strings.number(most)}
        return self.strings.t(f"channel.{channel.id}_range", **numbers)

    def step_name(self, step: str) -> str:
        """Return the short name of a step, its id when the method does not know it."""
        found = self.facts.data.method.step(step)
        return found.short if found else step

    def quote_source(self, note: e.Note) -> str:
        """Return whence a quote comes: channel, group and persona, never a name of who spoke."""
        strings = self.strings
        channel = self.facts.channel_beside(note)
        parts = [strings.t(f"channel.{channel}").lower()] if channel else []
        group = self.facts.speaker(note)
        if group:
            parts.append(self.word("group", group))
        persona = self.facts.state.persona(note.persona)
        if persona:
            parts.append(strings.t("goal.about", persona=persona.name))
        if note.basis == "imagined":
            parts.append(strings.t("basis.imagined"))
        if note.consent == "paraphrase":
            parts.append(strings.t("goal.paraphrased"))
        return joined(parts, " · ")

    def word(self, table: str, key: str) -> str:
        """Return the word for a value such as a group or basis; an unknown one is shown as it is."""
        return self.strings.t(f"{table}.{key}") if self.strings.has(f"{table}.{key}") else key


class Tick(Block):
    """The short bar of colour above a chapter title."""

    keep = True

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.height = 5
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        pen.rect(x, y, 42, 5, PRIMARY)


class Portrait(Block):
    """A persona's portrait in a circle; decoration unless ``alt`` tells what it shows."""

    def __init__(self, persona: e.Persona, size: float, alt: str = "") -> None:
        self._persona = persona
        self._size = size
        self._alt = alt
        self._node: Node | None = None

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.height = self._size
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        with pen.picture(self._node, x, y, self._size, self._size):
            pen.portrait(self._persona.portrait, self._persona.name, x, y, self._size)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        if self._alt:
            self._node = parent.add("Figure", alt=self._alt)


class Sticky(Box):
    """A quote as a sticky note: colour and letter of its kind, the words, and whence they come."""

    def __init__(self, kit: Kit, note: e.Note) -> None:
        children: list[Block] = [*_hung(kit, note), Text(in_quotes(note), QUOTE, after=4)]
        if note.translation:
            label = Span(f"{kit.strings.t('goal.translation')}: ", BOLD)
            children.append(Text([label, Span(note.translation)], SMALL, after=4))
        children.append(Text(kit.quote_source(note), replace(QUIET_SMALL, colour=INK, size=7.8, leading=11)))
        bar = PRIMARY if note.kind == "quote" else ""
        super().__init__(
            children,
            Frame((11, 30, 11, 14), KIND_COLOURS.get(note.kind, NOTE_OTHER), 3, bar, shadow=True),
        )
        self._letter = kit.word("letter", note.kind)[:1]
        self._kind = kit.word("kind", note.kind)
        self._sign: Node | None = None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        super().draw(pen, x, y)
        with pen.inside(self._sign):
            pen.text(self._letter, x + self.width - 15, y + 9, Type(10, 14, BOLD, PRIMARY), "center")

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure; the letter is heard as the kind it stands for."""
        quote = parent.add("BlockQuote")
        super().tag(quote)
        self._sign = quote.add("P")
        self._sign.actual = self._kind


def _hung(kit: Kit, note: e.Note) -> list[Block]:
    printed = kit.facts.pictures.on_note(note)
    return [Framed(printed, _ON_QUOTE, picture_alt(kit, note), after=8)] if printed else []


def picture_alt(kit: Kit, note: e.Note) -> str:
    """Return what is seen on the picture of a note, or whose picture it is when nobody wrote that down."""
    told = kit.facts.pictures.told(note.picture)
    return told or kit.strings.t("notes.picture", code=kit.facts.codes[note.id])


def in_quotes(note: e.Note) -> str:
    """Return the words of a note, between quotation marks when they are the speaker's own."""
    return note.text if note.consent == "paraphrase" else alike(note.text, f"“{note.text}”")


def sticky_rows(kit: Kit, notes: Sequence[e.Note]) -> list[Block]:
    """Return quotes two by two; a long one alone over the whole width."""
    rows: list[Block] = []
    pair: list[Block] = []
    for note in notes:
        if len(note.text) + len(note.translation) > LONG_QUOTE:
            rows.append(Row([Sticky(kit, note)], [1], after=12))
            continue
        pair.append(Sticky(kit, note))
        if len(pair) == 2:
            rows.append(Row(pair, [1, 1], gap=14, after=12, stretch=True))
            pair = []
    if pair:
        rows.append(Row([*pair, Gap(0)], [1, 1], gap=14, after=12))
    return rows


class VoteBar(Block):
    """Votes for, against and abstained as one bar, with the threshold as a dotted mark."""

    def __init__(self, advice: e.Advice, threshold: int, alt: str) -> None:
        self._alt = alt
        self._node: Node | None = None
        self._parts = [
            (advice.votes_for or 0, PRIMARY),
            (advice.votes_against or 0, AGAINST),
            (advice.votes_abstain or 0, LINE),
        ]
        self._threshold = threshold

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width, self.height = width, 20
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        with pen.picture(self._node, x, y, self.width, self.height):
            self._bar(pen, x, y)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = parent.add("Figure", alt=self._alt)

    def _bar(self, pen: Pen, x: float, y: float) -> None:
        cast = sum(count for count, _ in self._parts)
        left = x
        for count, colour in self._parts:
            wide = self.width * count / cast if cast else 0
            if wide:
                pen.rect(left, y + 4, wide, 11, colour)
            left += wide
        mark = x + self.width * self._threshold / 100
        pen.line(mark, y, mark, y + 19, GAP_IN_BAR, 2.6)
        for dash in range(5):
            pen.line(mark, y + dash * 4, mark, y + dash * 4 + 2.6, INK, 1.3)


def votes_in_words(kit: Kit, advice: e.Advice) -> list[Span]:
    """Return the result of the vote in words, the verdict in bold."""
    strings, result = kit.strings, kit.facts.outcome(advice)
    verdict = {True: "adopted", False: "rejected", None: "open"}[result.adopted]
    spans = [Span(strings.t(f"advice.{verdict}"), BOLD)]
    notes: list[str] = []
    if result.overruled:
        notes.append(strings.t("advice.overruled"))
    elif not result.voted and result.adopted is not None:
        notes.append(strings.t("advice.decided_without_vote"))
    spans.append(Span("".join(f" · {note}" for note in notes), colour=QUIET))
    if result.voted:
        counts = {"for": advice.votes_for, "against": advice.votes_against, "abstain": advice.votes_abstain}
        words = [
            strings.t(f"advice.votes_{key}", n=strings.number(count or 0)) for key, count in counts.items()
        ]
        threshold = strings.percent(kit.facts.state.dialogue.threshold)
        share = strings.t("advice.share", share=strings.percent(result.share), threshold=threshold)
        spans.append(Span(f"\n{', '.join(words)} · {share}", colour=QUIET))
    return spans


def vote_row(kit: Kit, advice: e.Advice) -> Block:
    """Return the bar of the vote with its words, or the words alone when there was no vote."""
    told = votes_in_words(kit, advice)
    words = Text(told, SMALL)
    if not kit.facts.outcome(advice).voted:
        return Box([words], before=5, after=4)
    alt = kit.strings.t("advice.bar", votes="".join(span.text for span in told).replace("\n", "; "))
    bar = VoteBar(advice, kit.facts.state.dialogue.threshold, alt)
    return Row([Middle(bar, 25), words], [165, WIDTH - 195], gap=14, before=5, after=3)


def trace(kit: Kit, advice: e.Advice) -> str:
    """Return the line that says what an advice rests on, per channel, with imagined notes apart."""
    strings, rests = kit.strings, kit.facts.rests(advice)
    number = kit.facts.numbers.get(advice.id, "")
    if not rests.insights:
        return strings.t("advice.no_trace", number=number)
    counts = [
        strings.n("advice.trace_insights", rests.insights),
        strings.n("advice.trace_notes", rests.notes),
    ]
    basis = strings.t("advice.trace", number=number, basis=strings.and_list(counts))
    channels = [strings.n(f"channel.{channel}_in_line", count) for channel, count in rests.channels]
    if rests.imagined:
        channels.append(strings.n("advice.trace_imagined", rests.imagined))
    return strings.t("advice.trace_list", basis=basis, channels=", ".join(channels)) if channels else basis


def listed(codes: list[tuple[str, str]], nothing: str) -> list[Span]:
    """Return codes that lead to their anchors, with commas between them."""
    if codes and not any(anchor for _, anchor in codes):
        return [Span(", ".join(code for code, _ in codes), colour=PRIMARY)]
    spans: list[Span] = []
    for place, (code, anchor) in enumerate(codes):
        spans.append(Span(code, colour=PRIMARY, link=anchor))
        if place + 1 < len(codes):
            spans.append(Span(", "))
    return spans or [Span(nothing)]
