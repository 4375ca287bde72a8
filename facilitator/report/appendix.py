"""The appendix with every note per persona and step, and the closing page about the report itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from facilitator.domain import entities as e
from facilitator.domain.spoken import joined, tongue_of
from facilitator.report.blocks import EDGE_LINES, Block, Mark, Middle, Text, paragraphs
from facilitator.report.fonts import BOLD, ITALIC, REGULAR, width_of
from facilitator.report.kit import Kit, Portrait, picture_alt
from facilitator.report.lines import Line, Piece, Setter, Span
from facilitator.report.look import (
    BODY,
    KIND_COLOURS,
    LABEL,
    LEAD,
    LINE,
    NOTE,
    NOTE_OTHER,
    PRIMARY,
    QUIET_SMALL,
    SECTION,
    TINY,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.pictures import Framed, Printed, Room
from facilitator.report.rows import Row
from facilitator.report.shaping import is_rtl, language_of
from facilitator.report.tags import Group, Node

MOST_WHOLE = 160.0
"""Height in points up to which a note is not cut at a page end."""

WORDS, TRANSLATION, ABOUT = range(3)
"""What a line of a note belongs to."""

_CODE_WIDTH, _CHIP = 38.0, 15.0
_THUMB = Room(150, 100, _CODE_WIDTH + _CHIP + 8)
_CODE = Type(8, 12.8, BOLD)
_LETTER = Type(8, 12.8, BOLD)


def notes(kit: Kit) -> list[Block]:
    """Return the appendix; a note is a light block of its own, so thousands of them stay quick."""
    t, facts = kit.strings.t, kit.facts
    found = kit.opening("notes", t("notes.title"), t("notes.intro"))
    if not facts.notes:
        return [*found, Text(t("notes.none"), BODY)]
    found.append(legend(kit))
    groups: dict[str, list[e.Note]] = defaultdict(list)
    living = {persona.id for persona in facts.state.all_personas}
    for note in facts.notes:
        groups[note.persona if note.persona in living else ""].append(note)
    for persona in facts.state.all_personas:
        if groups[persona.id]:
            found += _person(kit, persona.name, groups[persona.id], persona)
    if groups[""]:
        found += _person(kit, t("notes.nobody"), groups[""], None)
    return found


def legend(kit: Kit) -> Block:
    """Return the kinds of note with their colours and letters."""
    return _Legend(kit)


class _Legend(Block):
    """The kinds of note: letter on its colour, and the word."""

    after = 4.0

    def __init__(self, kit: Kit) -> None:
        self._nodes: list[tuple[Node, Node]] = []
        self._kinds = [
            (KIND_COLOURS[kind], kit.word("letter", kind), kit.word("kind", kind)) for kind in e.KINDS
        ]

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        self.width, self.height = width, 14
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        for place, (colour, letter, word) in enumerate(self._kinds):
            pen.rect(x, y, _CHIP, 12.8, colour, 2, LINE)
            with pen.inside(self._nodes[place][0] if self._nodes else None):
                pen.text(letter, x + _CHIP / 2, y, _LETTER, "center")
            with pen.inside(self._nodes[place][1] if self._nodes else None):
                pen.text(word, x + _CHIP + 5, y, QUIET_SMALL)
            x += _CHIP + 5 + pen.setter.width(word, REGULAR, QUIET_SMALL.size) + 14

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        points = parent.add("L")
        for _ in self._kinds:
            point = points.add("LI")
            self._nodes.append((point.add("Lbl"), point.add("LBody").add("P")))


def _person(kit: Kit, name: str, mine: list[e.Note], persona: e.Persona | None) -> list[Block]:
    key = f"notes-{persona.id if persona else 'nobody'}"
    count = kit.strings.n("notes.count", len(mine))
    words = [Span(name, BOLD), Span(f"\u00a0 {count}", REGULAR, QUIET_SMALL.colour)]
    head = Text(words, SECTION, role="H3")
    cells: list[Block] = [Portrait(persona, 30), Middle(head, 30)] if persona else [head]
    row = Row(cells, [30, 430] if persona else [1], gap=10, before=22, after=4, keep=True)
    row.mark = Mark(key, name, 1)
    found: list[Block] = [row]
    order = [step.id for step in kit.facts.data.method.steps]
    steps: dict[str, list[e.Note]] = defaultdict(list)
    for note in mine:
        steps[note.step].append(note)
    for step in [*order, *sorted(steps.keys() - set(order))]:
        if steps.get(step):
            title = kit.step_name(step) if step else kit.strings.t("notes.no_step")
            found.append(Text(title, LABEL, before=9, after=4, keep=True, role="H4"))
            points = Group("L")
            for note in steps[step]:
                row = NoteRow(kit, note, points)
                found += [row, *hung_on(kit, note, row)]
    return found


class NoteRow(Block):
    """One note: code, letter of its kind, text, translation, and where it stands; cut by line."""

    after = 5.0

    def __init__(self, kit: Kit, note: e.Note, points: Group) -> None:
        self._kit = kit
        self._note = note
        self._points = points
        self._label: Node | None = None
        self.body: Node | None = None
        self._words: Sequence[Node | None] = (None, None, None)
        self.lines: list[tuple[Line, Type, int]] = []
        self.first = True
        self.leads = False
        self.anchor = f"note-{note.id}" if kit.links_notes else ""

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        note, room = self._note, width - _CODE_WIDTH - _CHIP - 8
        # Whoever said no to publication is counted, but not heard literally.
        withheld = note.consent == "none"
        words = Span(self._kit.strings.t("notes.withheld"), ITALIC) if withheld else Span(note.text)
        lines = [(line, NOTE, WORDS) for line in setter.break_lines([words], NOTE.size, room)]
        if note.translation and not withheld:
            told = Span(self._kit.strings.t("notes.translation", text=note.translation), ITALIC)
            lines += [(line, NOTE, TRANSLATION) for line in setter.break_lines([told], NOTE.size, room)]
        about = setter.break_lines(note_details(self._kit, note), TINY.size, room)
        self.lines = [*lines, *((line, TINY, ABOUT) for line in about)]
        return self.resize(width)

    def resize(self, width: float) -> float:
        """Take ``width`` and return the height of what is laid out."""
        self.width = width
        self.height = sum(kind.leading for _, kind, _ in self.lines) + 5
        self.whole = self.height < MOST_WHOLE
        self.keep = self.leads and self.whole
        return self.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return the part that fits in ``room`` and the rest, or None."""
        count = min(int((room - 5) / NOTE.leading), len(self.lines) - EDGE_LINES)
        if count < EDGE_LINES:
            return None
        parts = NoteRow(self._kit, self._note, self._points), NoteRow(self._kit, self._note, self._points)
        parts[0].lines, parts[1].lines = self.lines[:count], self.lines[count:]
        parts[0].first, parts[1].first = self.first, False
        for part in parts:
            part._label, part._words = self._label, self._words
            part.resize(self.width)
        return parts

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        note = self._note
        point = self._points.within(parent).add("LI")
        self._label = point.add("Lbl")
        self._label.actual = f"{self._kit.facts.codes[note.id]}, {self._kit.word('kind', note.kind)}:"
        self.body = body = point.add("LBody")
        nodes = [body.add("P"), body.add("P"), body.add("P")]
        self._words = nodes
        withheld = note.consent == "none"
        # The translation stands behind a word of ours: its language is that of its own words alone.
        nodes[WORDS].lang = "" if withheld else tongue_of(note.text)
        for node, text in zip(nodes, ("" if withheld else note.text, note.translation), strict=False):
            if is_rtl(text):
                node.actual = text
                node.lang = node.lang or language_of(text)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        items: list[tuple[float, float, Piece, Type]] = []
        left = x + _CODE_WIDTH + _CHIP + 8
        room = self.width - (left - x)
        if self.first:
            letter = self._kit.word("letter", self._note.kind)[:1]
            pen.rect(x + _CODE_WIDTH, y, _CHIP, 12.8, KIND_COLOURS.get(self._note.kind, NOTE_OTHER), 2, LINE)
            items.append((x, y, Piece(0, BOLD, self._kit.facts.codes[self._note.id]), _CODE))
            indent = (_CHIP - width_of(letter, BOLD) * _LETTER.size) / 2
            items.append((x + _CODE_WIDTH + indent, y, Piece(0, BOLD, letter), _LETTER))
            with pen.inside(self._label):
                pen.strings(items)
        top = y
        for part, lines in groupby(self.lines, key=lambda line: line[2]):
            items = []
            for line, kind, _ in lines:
                start = left + (max(0.0, room - line.width) if line.rtl else 0.0)
                items += [(start, top, piece, kind) for piece in line.told(more=True)]
                top += kind.leading
            with pen.inside(self._words[part]):
                pen.strings(items)
        # Drawn once and never again: with thousands of notes the lines are most of the memory.
        self.lines = []


class _Hung(Framed):
    """The picture on a note, under its words."""

    def __init__(self, printed: Printed, alt: str, row: NoteRow) -> None:
        super().__init__(printed, _THUMB, alt, after=9)
        self._row = row

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure: a part of the note."""
        super().tag(self._row.body or parent)


class _Unreadable(Text):
    """What is said when the picture on a note cannot be drawn."""

    def __init__(self, words: str, row: NoteRow) -> None:
        super().__init__(words, TINY, after=9)
        self._row = row

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        return super().fit(setter, width - _THUMB.indent)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        super().draw(pen, x + _THUMB.indent, y)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure: a part of the note."""
        super().tag(self._row.body or parent)


def hung_on(kit: Kit, note: e.Note, row: NoteRow) -> list[Block]:
    """Return the picture on a note, to follow ``row``; nothing when it has none that may be printed."""
    if not kit.facts.pictures.wants(note):
        return []
    row.leads, row.after = True, 3.0
    printed = kit.facts.pictures.on_note(note)
    if printed is None:
        return [_Unreadable(kit.strings.t("notes.picture_broken"), row)]
    return [_Hung(printed, picture_alt(kit, note), row)]


def note_details(kit: Kit, note: e.Note) -> list[Span]:
    """Return kind, basis, channel, table, and where a note was grouped or why it was set aside.

    Codes of insights lead to the theme book.
    """
    t = kit.strings.t
    channel, basis = kit.facts.channel_beside(note), kit.facts.basis_beside(note)
    parts = [kit.word("kind", note.kind)]
    parts += [kit.word("basis", basis)] if basis else []
    parts += [kit.word("channel", channel).lower()] if channel else []
    if note.table:
        parts.append(t("notes.table", number=note.table))
    insights = [insight for id in note.insights if (insight := kit.facts.state.insight(id))]
    if not insights:
        parked = note.parked is not None
        reason = note.parked or t("notes.no_reason")
        parts.append(t("notes.parked", reason=reason) if parked else t("notes.loose"))
        return [Span(joined(parts, " · "))]
    spans = [Span(f"{' · '.join(parts)} · {t('notes.grouped')} ")]
    for place, insight in enumerate(insights):
        code = kit.facts.insight_codes[insight.id]
        anchor = f"insight-{insight.id}" if kit.links_notes else ""
        spans.append(Span(code, colour=PRIMARY, link=anchor))
        end = "; " if place + 1 < len(insights) else ""
        spans.append(Span(joined((" ", insight.title or t("insight.untitled"), end))))
    return spans


def colophon(kit: Kit) -> list[Block]:
    """Return the last page: how the report was made, privacy, and what is not counted."""
    t, data = kit.strings.t, kit.facts.data
    promise = kit.facts.state.dialogue.privacy_promise
    found = kit.opening("colophon", t("colophon.title"))
    found.append(Text(t("colophon.making"), SECTION, after=6, keep=True, role="H3"))
    found.append(
        Text(t("colophon.made", date=kit.strings.date(data.made_on), version=data.version), BODY, after=8)
    )
    found += [Text(t(f"colophon.{key}"), BODY, after=8) for key in ("imagined", "channels", "names")]
    if data.seal:
        found.append(Text(t("colophon.seal", seal=data.seal), BODY, after=8))
    found.append(Text(t("colophon.promise"), SECTION, before=14, after=6, keep=True, role="H3"))
    found += paragraphs(promise or t("colophon.no_promise"), LEAD if promise else BODY, after=16)
    found += [Text(told, BODY, after=6) for told in promise_kept(kit)]
    found.append(Text(t("colophon.fonts"), QUIET_SMALL, before=14))
    return found


def promise_kept(kit: Kit) -> list[str]:
    """Return sentences on how the promise was kept: which words, what beside them, what is counted only."""
    strings, kept = kit.strings, kit.facts.data.kept
    found = [strings.t(f"kept.{kept.publication}"), strings.t(f"kept.{kept.anonymity}")]
    if kept.publication == "numbers":
        del found[1]
    if kept.withheld:
        found.append(strings.n("kept.withheld", kept.withheld))
    if kept.smallest_group > 1:
        found.append(strings.t("kept.small", n=strings.number(kept.smallest_group)))
    together = sum(kept.together.values())
    if together:
        found.append(strings.n("kept.together", together))
    return found
