"""Wall posters: one sheet per goal, to be read from three metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal, persona_mix
from facilitator.domain.spoken import alike, joined
from facilitator.report.blocks import Block, Mark, PageStart
from facilitator.report.fitting import cut, fitted
from facilitator.report.fonts import BOLD
from facilitator.report.forms_text import nothing
from facilitator.report.kit import Kit, in_quotes
from facilitator.report.lines import Line, Setter, Span
from facilitator.report.look import (
    AGAINST,
    FIELD,
    GAP_IN_BAR,
    INK,
    KIND_COLOURS,
    LABEL_ON_FIELD,
    LINE,
    NOTE_OTHER,
    ON_FIELD,
    PAGE,
    PRIMARY,
    QUIET,
    Sheet,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.tags import Node

A3 = Sheet(841.89, 1190.55, 60, 60, 60)
A2 = Sheet(1190.55, 1683.78, 85, 85, 85)

_TITLES = (76, 66, 58, 50, 44, 38, 32, 26, 20)
_QUOTES = (27, 25, 23, 21, 19, 17, 15)
_ADVICES = (22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12)
_FIELD_TALL = 372.0
_NOTES_TOP = 424.0
_NOTES_FOOT = 722.0
_ADVICE_TOP = 746.0
_FOOT = 1142.0
_VOTE = 200.0
_FACE = 78.0
_MOST_FACES = 6
_EASY = 170
"""Letters up to which a quote is read in passing."""

MOST_QUOTES = 4
MOST_ADVICES = 5

Words = tuple[list[Line], Type]


def posters(kit: Kit, setter: Setter, sheet: Sheet) -> list[Block]:
    """Return a sheet for every goal."""
    found: list[Block] = []
    shown: set[str] = set()
    for number, goal in enumerate(kit.facts.state.goals, 1):
        quotes = _quotes(kit, setter, goal, shown, sheet)
        shown.update(note.id for note in quotes)
        found += [PageStart("", bare=True), _Poster(kit, number, goal, quotes, sheet)]
    return found or nothing(kit, "form_poster")


def _quotes(kit: Kit, setter: Setter, goal: e.Goal, shown: set[str], sheet: Sheet) -> list[e.Note]:
    """Return the quotes of a poster: as many as fit whole, the short ones first; else the one to be cut."""
    found = [note for note in kit.facts.quotes(goal, shown) if note.text.strip()]
    if len(found) < MOST_QUOTES:
        more = [n for n in kit.facts.goal_notes(goal) if n.consent != "none" and n.text.strip()]
        found += [n for n in more if n not in found and n.id not in shown]
    found.sort(key=lambda note: len(note.text) > _EASY)
    for count in range(MOST_QUOTES, 0, -1):
        paper = _Paper(kit, setter, sheet, count)
        whole = [note for note in found if paper.holds(in_quotes(note), paper.room(note))]
        if len(whole) >= count:
            return whole[:count]
    return found[:1]


class _Paper:
    """A note on a poster among ``count`` of them: its size, and the words that fit on it."""

    def __init__(self, kit: Kit, setter: Setter, sheet: Sheet, count: int) -> None:
        self._kit, self._setter = kit, setter
        self._k = k = sheet.width / A3.width
        self.columns = 2 if count in (2, 4) else max(1, count)
        rows = 2 if count == 4 else 1
        width = sheet.room[0]
        self.wide = (width - (self.columns - 1) * 22 * k) / self.columns
        self.tall = ((_NOTES_FOOT - _NOTES_TOP) * k - (rows - 1) * 20 * k) / rows

    def source(self, note: e.Note, code: str = "") -> Words:
        """Return whence a quote comes, with its code when words were left out."""
        k, told = self._k, self._kit.quote_source(note)
        told = joined((told, code), " · ") if code else told
        return fitted(self._setter, told, (12 * k, 11 * k), Type(0, 0), self.wide - 36 * k, 34 * k, 1.3)

    def room(self, note: e.Note) -> float:
        """Return the height there is for the words of ``note``."""
        lines, kind = self.source(note, "N0000")
        return self.tall - 46 * self._k - len(lines) * kind.leading

    def holds(self, words: str, room: float) -> bool:
        """Tell whether ``words`` fit in the smallest size."""
        size = _QUOTES[-1] * self._k
        lines = self._setter.break_lines([Span(words)], size, self.wide - 36 * self._k)
        return len(lines) * size * 1.28 <= room

    def set(self, note: e.Note) -> tuple[Words, Words]:
        """Return the words of a quote and whence it comes; what does not fit is told by its code."""
        room, whole = self.room(note), in_quotes(note)
        literal = len(whole) > len(note.text)

        def fits(part: str) -> bool:
            return self.holds(f"“{part}”" if literal else part, room)

        part = cut(note.text, fits)
        code = self._kit.facts.codes[note.id] if part != note.text else ""
        words = alike(note.text, f"“{part}”") if literal else part
        k = self._k
        told = fitted(self._setter, words, _sizes(_QUOTES, k), Type(0, 0), self.wide - 36 * k, room, 1.28)
        return told, self.source(note, code)


class _Poster(Block):
    def __init__(self, kit: Kit, number: int, goal: e.Goal, quotes: Sequence[e.Note], sheet: Sheet) -> None:
        self._kit, self._number, self._goal, self._sheet = kit, number, goal, sheet
        self._k = sheet.width / A3.width
        self._quotes = list(quotes)
        self._all = advices_of_goal(kit.facts.state, goal.id)
        self._advices = self._all[:MOST_ADVICES]
        self._title: Words = ([], Type(0, 0))
        self._notes: list[tuple[Words, Words]] = []
        self._lines: list[Words] = []
        self._note_size, self._columns = (0.0, 0.0), 1
        self._nodes: dict[str, Node] = {}
        told = [kit.facts.state.persona(id) for id, _ in persona_mix(kit.facts.goal_notes(goal))]
        self._people = [persona for persona in told if persona and not persona.hidden][:_MOST_FACES]
        title = goal.title or kit.strings.t("goal.untitled")
        self.mark = Mark(f"goal-{number}", f"{number}. {title}", 0)
        self.height = sheet.room[1]

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        k, strings = self._k, self._kit.strings
        title = self._goal.title or strings.t("goal.untitled")
        self._title = fitted(
            setter,
            title,
            _sizes(_TITLES, k),
            Type(0, 0, BOLD, ON_FIELD),
            width - 190 * k,
            (_FIELD_TALL - 110) * k,
            1.14,
        )
        paper = _Paper(self._kit, setter, self._sheet, len(self._quotes))
        self._notes = [paper.set(note) for note in self._quotes]
        self._note_size = paper.wide, paper.tall
        self._columns = paper.columns
        self._fit_advices(setter, width)
        return self.height

    def _fit_advices(self, setter: Setter, width: float) -> None:
        k = self._k
        room = (_FOOT - _ADVICE_TOP - 44 - (20 if len(self._all) > MOST_ADVICES else 0)) * k
        wide = width - (_VOTE + 62) * k
        style = Type(0, 0, colour=INK)
        # One size for all: the largest in which they fit together.
        for size in _sizes(_ADVICES, k):
            self._lines = [
                fitted(setter, advice.text, (size,), style, wide, room, 1.24) for advice in self._advices
            ]
            if sum(self._tall(words) for words in self._lines) <= room:
                return
        each = room / max(1, len(self._advices)) - 12 * k
        last = (_ADVICES[-1] * k,)
        self._lines = [fitted(setter, advice.text, last, style, wide, each, 1.24) for advice in self._advices]

    def _tall(self, words: Words) -> float:
        lines, kind = words
        return max(len(lines) * kind.leading, 36 * self._k) + 9 * self._k

    # ── drawing ─────────────────────────────────────────────────────────────

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        k, sheet, strings = self._k, self._sheet, self._kit.strings
        pen.rect(0, 0, sheet.width, sheet.height, PAGE)
        pen.rect(0, 0, sheet.width, _FIELD_TALL * k, FIELD)
        with pen.inside(self._nodes.get("label")):
            label = strings.t("goal.label", number=self._number).upper()
            pen.text(label, x, 52 * k, Type(20 * k, 28 * k, BOLD, LABEL_ON_FIELD))
        with pen.silent():
            big = Type(210 * k, 230 * k, BOLD, ON_FIELD)
            big = big if self._number < 10 else replace(big, size=130 * k)
            pen.text(str(self._number), x - 8 * k, 84 * k + (_FIELD_TALL - 84 - 250) * k / 2, big)
        lines, kind = self._title
        top = (_FIELD_TALL * k - len(lines) * kind.leading) / 2
        with pen.inside(self._nodes.get("title")):
            pen.lines(lines, x + 180 * k, max(60 * k, top), kind)
        self._draw_faces(pen)
        self._draw_notes(pen, x)
        self._draw_advices(pen, x)
        with pen.inside(self._nodes.get("foot")):
            pen.lines(self._foot(pen), x, _FOOT * k, Type(11 * k, 15 * k, colour=QUIET))

    def _foot(self, pen: Pen) -> list[Line]:
        data, strings = self._kit.facts.data, self._kit.strings
        title = self._kit.facts.state.dialogue.title or strings.t("cover.untitled")
        words = joined((alike(title, title[:120]), strings.date(data.made_on)), " · ")
        return pen.setter.break_lines([Span(words)], 11 * self._k, self._sheet.room[0])[:1]

    def _draw_faces(self, pen: Pen) -> None:
        k, count = self._k, len(self._people)
        if not count:
            return
        step, right = _FACE * 1.12 * k, self._sheet.width - self._sheet.side
        left, top = right - (count - 1) * step - _FACE * k, (_FIELD_TALL - _FACE / 2) * k
        with pen.picture(self._nodes.get("people"), left, top, right - left, _FACE * k):
            for place, persona in enumerate(self._people):
                pen.portrait(persona.portrait, persona.name, left + place * step, top, _FACE * k, PAGE)

    def _draw_notes(self, pen: Pen, x: float) -> None:
        k, (wide, tall) = self._k, self._note_size
        columns = self._columns
        for place, (note, (words, told)) in enumerate(zip(self._quotes, self._notes, strict=True)):
            left = x + place % columns * (wide + 22 * k)
            top = _NOTES_TOP * k + place // columns * (tall + 20 * k)
            middle = left + wide / 2, top + tall / 2
            with pen.turned(*middle, (-0.8, 0.7, 0.5, -0.6)[place % 4]):
                pen.shadow(left, top, wide, tall)
                colour = KIND_COLOURS.get(note.kind, NOTE_OTHER)
                pen.rect(left, top, wide, tall, colour, 5 * k, LINE)
                with pen.inside(self._nodes.get(f"note-{place}")):
                    pen.lines(words[0], left + 18 * k, top + 16 * k, words[1], wide - 36 * k)
                foot = top + tall - 14 * k - len(told[0]) * told[1].leading
                with pen.inside(self._nodes.get(f"from-{place}")):
                    pen.lines(told[0], left + 18 * k, foot, told[1], wide - 36 * k)

    def _draw_advices(self, pen: Pen, x: float) -> None:
        k, strings = self._k, self._kit.strings
        top = _ADVICE_TOP * k
        with pen.inside(self._nodes.get("ask")):
            ask = strings.t("form_poster.ask" if self._advices else "goal.no_advice")
            pen.text(ask, x, top, Type(24 * k, 32 * k, BOLD, PRIMARY))
        top += 44 * k
        for place, (advice, (lines, kind)) in enumerate(zip(self._advices, self._lines, strict=True)):
            with pen.inside(self._nodes.get(f"number-{place}")):
                pen.text(self._kit.facts.numbers[advice.id], x, top, replace(kind, face=BOLD, colour=PRIMARY))
            with pen.inside(self._nodes.get(f"advice-{place}")):
                pen.lines(lines, x + 50 * k, top, kind)
            self._draw_vote(pen, advice, place, x + self._sheet.room[0] - _VOTE * k, top)
            top += self._tall((lines, kind))
        if len(self._all) > MOST_ADVICES:
            with pen.inside(self._nodes.get("more")):
                words = strings.n("form_poster.more", len(self._all) - MOST_ADVICES)
                pen.text(words, x + 50 * k, top, Type(13 * k, 18 * k, colour=QUIET))

    def _draw_vote(self, pen: Pen, advice: e.Advice, place: int, x: float, y: float) -> None:
        k, result = self._k, self._kit.facts.outcome(advice)
        with pen.inside(self._nodes.get(f"vote-{place}")):
            pen.text(self._verdict(advice), x, y, Type(14 * k, 20 * k, BOLD))
        if not result.voted:
            return
        wide, bar = _VOTE * k, y + 21 * k
        with pen.silent():
            counts = (
                (advice.votes_for, PRIMARY),
                (advice.votes_against, AGAINST),
                (advice.votes_abstain, LINE),
            )
            cast = sum(count or 0 for count, _ in counts) or 1
            left = x
            for count, colour in counts:
                part = wide * (count or 0) / cast
                if part:
                    pen.rect(left, bar, part, 11 * k, colour)
                left += part
            mark = x + wide * self._kit.facts.state.dialogue.threshold / 100
            pen.line(mark, bar - 2 * k, mark, bar + 13 * k, GAP_IN_BAR, 4 * k)
            pen.line(mark, bar - 2 * k, mark, bar + 13 * k, INK, 1.6 * k)

    def _verdict(self, advice: e.Advice) -> str:
        strings, result = self._kit.strings, self._kit.facts.outcome(advice)
        verdict = {True: "adopted", False: "rejected", None: "open"}[result.adopted]
        words = strings.t(f"advice.{verdict}")
        if result.voted:
            words += " · " + strings.t("form_poster.share", share=strings.percent(result.share))
        return words

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        nodes = self._nodes
        nodes["label"], nodes["title"] = parent.add("P"), parent.add("H1")
        nodes["title"].actual = self._goal.title or self._kit.strings.t("goal.untitled")
        if self._people:
            names = self._kit.strings.and_list([persona.name for persona in self._people])
            nodes["people"] = parent.add("Figure", alt=self._kit.strings.t("cover.people", names=names))
        for place, note in enumerate(self._quotes):
            quote = parent.add("BlockQuote")
            nodes[f"note-{place}"], nodes[f"from-{place}"] = quote.add("P"), quote.add("P")
            nodes[f"note-{place}"].actual = note.text
        nodes["ask"] = parent.add("H2")
        points = parent.add("L") if self._advices else parent
        for place, advice in enumerate(self._advices):
            point = points.add("LI")
            nodes[f"number-{place}"] = point.add("Lbl")
            body = point.add("LBody")
            nodes[f"advice-{place}"], nodes[f"vote-{place}"] = body.add("P"), body.add("P")
            nodes[f"advice-{place}"].actual = advice.text
        nodes["more"], nodes["foot"] = parent.add("P"), parent.add("P")


def _sizes(sizes: Sequence[float], k: float) -> tuple[float, ...]:
    return tuple(size * k for size in sizes)
