"""The board on paper, as it lies: on one large sheet, or over sheets that are laid side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from facilitator.domain import entities as e
from facilitator.domain.board import BY_HAND, CARD, GAP, HEIGHTS, PAD, TABLE, Box, Plan, around, table_plan
from facilitator.domain.spoken import alike, joined
from facilitator.report.blocks import Block, PageStart
from facilitator.report.board_plans import AreaNames, plan_of
from facilitator.report.fitting import LEFT_OUT, fitted
from facilitator.report.fonts import BOLD, ITALIC, REGULAR
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter, Span
from facilitator.report.look import (
    INK,
    KIND_COLOURS,
    LINE,
    NOTE_OTHER,
    PAGE,
    PRIMARY,
    SURFACE,
    Sheet,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.tags import Node

SCALE = 0.62
"""Points for a unit of the board: a card is 44 mm wide."""

LEAST = 0.42
"""Below this a card of 30 mm would become too small to read."""

EDGE = 34.0
TOP = 78.0
MOST = 14_000.0
"""Points a side of a sheet may have at most (ISO 32000-1, annex C: 14,400)."""

PAPERS = {"a4": (841.89, 595.28), "a3": (1190.55, 841.89), "a2": (1683.78, 1190.55)}
_TEXTS = (17, 15, 13.5, 12, 11, 10, 9)
_HEADS = (19, 17, 15, 13)


@dataclass(slots=True)
class _Card:
    """A card where it lies, and the elements that hold its words and those at its foot."""

    note: e.Note
    box: Box
    node: Node | None = None
    persona: Node | None = None
    kind: Node | None = None


@dataclass(slots=True)
class _Place:
    """A frame or an area: title, box, level and cards."""

    title: str
    box: Box
    level: int
    head: int
    cards: list[_Card] = field(default_factory=list[_Card])
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class _View:
    """What one sheet shows: a stretch of the board, where its own cards begin, at which scale, of what."""

    box: Box
    own: Box
    scale: float
    places: list[_Place]
    title: str = ""


def board(kit: Kit, size: str, which: str = TABLE) -> tuple[list[Block], Sheet]:
    """Return a board (see ``plan_of``) as it lies, and the sheet to print it on; ``size`` of ``SIZES``."""
    state, method = kit.facts.state, kit.facts.data.method
    if which == TABLE:
        plan, name = table_plan(state, with_tray=True), ""
    else:
        step = method.step(which)
        plan, name = plan_of(state, method, which), step.short if step else kit.strings.t("form_board.all")
    places = list(_places(kit, plan))
    whole = around(place.box for place in places) or Box(0, 0, 600, 200)
    if size not in PAPERS:
        scale = min(SCALE, (MOST - 2 * EDGE) / whole.w, (MOST - TOP - EDGE) / whole.h)
        wide, tall = max(whole.w * scale + 2 * EDGE, 420), max(whole.h * scale + TOP + EDGE, 297)
        sheet, views = Sheet(wide, tall, EDGE, TOP, EDGE), [_View(whole, whole, scale, places)]
    else:
        sheet = Sheet(*PAPERS[size], EDGE, TOP, EDGE)
        # What lies on a table hangs together by goal, on other boards by where it lies.
        groups = _groups(places) if which == TABLE else [[_Place("", whole, 2, 0), *places]]
        views = [view for group in groups for view in _views(group, sheet)]
        views = views or [_View(whole, whole, SCALE, [])]
    blocks: list[Block] = []
    for number, view in enumerate(views, 1):
        blocks += [PageStart("", bare=True), _Sheet(kit, view, (number, len(views)), sheet, name)]
    return blocks, sheet


def _groups(places: Sequence[_Place]) -> list[list[_Place]]:
    """Return what lies together: a goal with its insights, the tray, what is parked."""
    groups: list[list[_Place]] = []
    for place in places:
        if place.level == 2:
            groups.append([])
        groups[-1].append(place)
    return groups


def _views(group: list[_Place], sheet: Sheet) -> Iterator[_View]:
    """Return the sheets of one group: one when its cards stay large enough, else insight by insight."""
    scale = _scale(group[0].box, sheet)
    if scale >= LEAST:
        yield _View(group[0].box, group[0].box, scale, group)
        return
    title = group[0].title if len(group) > 1 else ""
    waiting: list[_Place] = []
    for place in [place for place in group if place.cards]:
        box = around(one.box for one in (*waiting, place))
        if waiting and (box is None or _scale(box, sheet) < LEAST):
            yield _together(waiting, sheet, title)
            waiting = []
        waiting.append(place)
        if _scale(place.box, sheet) < LEAST:
            yield from _cut(place, sheet, title)
            waiting = []
    if waiting:
        yield _together(waiting, sheet, title)


def _scale(box: Box, sheet: Sheet) -> float:
    wide, tall = sheet.room
    return min(SCALE, wide / max(box.w, 1), tall / max(box.h, 1))


def _together(places: list[_Place], sheet: Sheet, title: str) -> _View:
    box = around(place.box for place in places) or places[0].box
    return _View(box, box, _scale(box, sheet), places, title)


def _cut(place: _Place, sheet: Sheet, title: str) -> Iterator[_View]:
    """Return the sheets of a place larger than one; every card lies whole on the sheet of its corner."""
    wide, tall = (int(side / LEAST) for side in sheet.room)
    pitch = CARD + GAP
    across = max(1, (wide - PAD) // pitch) * pitch
    top, corners = place.box.y, sorted({card.box.y for card in place.cards})
    while True:
        end = top + tall
        below = [y for y in corners if y + HEIGHTS[-1] > end and y > top + place.head]
        foot = below[0] if below else place.box.bottom
        for left in range(place.box.x, place.box.right, across):
            own = Box(left, top, across, foot - top)
            if any(own.contains(card.box.x, card.box.y) for card in place.cards):
                yield _View(Box(left, top, across + PAD, foot - top), own, LEAST, [place], title)
        if not below:
            return
        top = foot


def _places(kit: Kit, plan: Plan) -> Iterator[_Place]:
    """Return frames and areas in the order in which they are told, and what was laid by hand."""
    state, t = kit.facts.state, kit.strings.t
    keys = ("form_board.tray", "form_board.parked", "notes.nobody")
    names = AreaNames(state, kit.facts.data.method, kit.strings, *(t(key) for key in keys))
    told: set[str] = set()
    numbers = {goal.id: number for number, goal in enumerate(state.goals, 1)}
    homes = {area: frame for frame in plan.frames.values() for area in frame.areas}
    for area, ids in plan.outline():
        if area.key == BY_HAND:
            cards = [_Card(note, plan.free[id]) for id in ids if (note := state.note(id))]
            lying = around(card.box for card in cards)
            if lying is not None:
                yield _Place("", lying, 2, 0, cards)
            continue
        frame = homes.get(area.key)
        if frame is not None and frame.key not in told:
            told.add(frame.key)
            goal = state.goal(frame.key.partition(":")[2])
            title = _numbered(numbers[goal.id], goal.title) if goal else t("form_board.no_goal")
            yield _Place(title, frame.box, 2, 56)
        if ids or area.kind == "insight":
            title = names.of(area) if area.head else ""
            place = _Place(title, area.box, 3 if frame is not None else 2, area.head)
            place.cards = [
                _Card(note, box)
                for index, id in enumerate(ids)
                if (note := state.note(id)) and (box := area.box_of(index))
            ]
            yield place


def _numbered(number: int, title: str) -> str:
    # A number has no language: it is read aloud in that of the words behind it.
    return alike(title, f"{number}. {title}")


class _Sheet(Block):
    """One sheet of the board."""

    def __init__(self, kit: Kit, view: _View, number: tuple[int, int], sheet: Sheet, name: str) -> None:
        self._kit, self._view, self._own = kit, view.box, view.own
        self._places, self._scale, self._group = view.places, view.scale, view.title
        self._name = name
        self._number, self._count = number
        self._sheet = sheet
        self._title: Node | None = None
        self._group_node: Node | None = None
        self._nodes: dict[int, Node] = {}
        self.height = sheet.room[1]

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        return self.height

    def _mine(self, box: Box) -> bool:
        return self._own.contains(box.x, box.y)

    def _at(self, box: Box) -> tuple[float, float, float, float]:
        """Return where a box lies on the sheet, cut at its margins."""
        s, (wide, tall) = self._scale, self._sheet.room
        x, y = EDGE + (box.x - self._view.x) * s, TOP + (box.y - self._view.y) * s
        left, top = max(x, EDGE), max(y, TOP)
        return left, top, min(x + box.w * s, EDGE + wide) - left, min(y + box.h * s, TOP + tall) - top

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        pen.rect(0, 0, self._sheet.width, self._sheet.height, PAGE)
        self._draw_title(pen)
        for place in self._places:
            left, top, wide, tall = self._at(place.box)
            if place.head and wide > 0 and tall > 0:
                fill = SURFACE if place.level == 2 and not place.cards else PAGE
                pen.rect(left, top, wide, tall, fill, 8, LINE)
        for number, place in enumerate(self._places):
            if self._mine(place.box):
                self._draw_head(pen, number, place)
            for card in place.cards:
                if self._mine(card.box):
                    self._draw_card(pen, card)

    def _draw_title(self, pen: Pen) -> None:
        t, title = self._kit.strings.t, self._kit.facts.state.dialogue.title
        parts = [title or t("cover.untitled"), t("form_board.label").lower()]
        parts += [self._name] if self._name else []
        if self._count > 1:
            parts.append(t("form_board.sheet", number=self._number, count=self._count))
        words = joined(parts, " · ")
        lines, kind = fitted(pen.setter, words, (18, 15, 12), Type(0, 0, BOLD), self._sheet.room[0], 40, 1.25)
        with pen.inside(self._title):
            pen.lines(lines[:1], EDGE, 26, kind)
        if self._group:
            group, kind = fitted(
                pen.setter, self._group, (14, 12), Type(0, 0, BOLD, PRIMARY), self._sheet.room[0], 18, 1.2
            )
            with pen.inside(self._group_node):
                pen.lines(group, EDGE, 52, kind)

    def _draw_head(self, pen: Pen, number: int, place: _Place) -> None:
        if not place.head or not place.title:
            return
        left, top, wide, _ = self._at(place.box)
        s = self._scale
        colour = PRIMARY if place.level == 2 else INK
        sizes = tuple(size * s * (1.25 if place.level == 2 else 1) for size in _HEADS)
        lines, kind = fitted(
            pen.setter, place.title, sizes, Type(0, 0, BOLD, colour), wide - 28 * s, (place.head - 8) * s, 1.2
        )
        with pen.inside(self._nodes.get(number)):
            pen.lines(lines, left + 16 * s, top + 8 * s, kind)

    def _draw_card(self, pen: Pen, card: _Card) -> None:
        note, s = card.note, self._scale
        left, top, wide, tall = self._at(card.box)
        pen.shadow(left, top, wide, tall)
        pen.rect(left, top, wide, tall, KIND_COLOURS.get(note.kind, NOTE_OTHER), 3, LINE)
        withheld = note.consent == "none"
        words = self._kit.strings.t("notes.withheld") if withheld else note.text
        style = Type(0, 0, ITALIC if withheld else REGULAR)
        sizes = tuple(size * s for size in _TEXTS)
        lines, kind = fitted(pen.setter, words, sizes, style, wide - 20 * s, tall - 34 * s, 1.25)
        with pen.inside(card.node):
            pen.lines(lines, left + 10 * s, top + 8 * s, kind, wide - 20 * s)
        small = Type(9.5 * s, 12 * s, colour=INK)
        foot = top + tall - 19 * s
        persona = self._kit.facts.state.persona(note.persona)
        if persona:
            with pen.inside(card.persona):
                name = pen.setter.break_lines([Span(persona.name)], small.size, wide - 40 * s)[:1]
                pen.lines(name, left + 10 * s, foot, small)
        with pen.inside(card.kind):
            letter = self._kit.word("letter", note.kind)[:1]
            if lines and lines[-1].pieces and lines[-1].pieces[-1].text == LEFT_OUT:
                # The whole is found by its code.
                letter = f"{self._kit.facts.codes[note.id]} · {letter}"
            pen.text(letter, left + wide - 10 * s, foot, Type(11 * s, 12 * s, BOLD, PRIMARY), "right")

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure: frames and areas with their cards, in the order of the board."""
        self._title = parent.add("H1" if self._number == 1 else "P")
        if self._group:
            self._group_node = parent.add("H2")
            self._group_node.actual = self._group
        for number, place in enumerate(self._places):
            if self._mine(place.box) and place.head:
                self._nodes[number] = parent.add("H2" if place.level == 2 else "H3")
                self._nodes[number].actual = place.title
            cards = [card for card in place.cards if self._mine(card.box)]
            if not cards:
                continue
            points = parent.add("L")
            for card in cards:
                body = points.add("LI").add("LBody")
                withheld = card.note.consent == "none"
                card.node, card.persona, card.kind = (body.add("P") for _ in range(3))
                card.node.actual = self._kit.strings.t("notes.withheld") if withheld else card.note.text
                persona = self._kit.facts.state.persona(card.note.persona)
                card.persona.actual = persona.name if persona else ""
                card.kind.actual = self._kit.word("kind", card.note.kind)
