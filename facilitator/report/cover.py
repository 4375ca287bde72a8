"""The cover: title, question, who asks, date, a picture when there is one, and the personas."""

from __future__ import annotations

from facilitator.domain.spoken import joined
from facilitator.report.blocks import Block, PageStart
from facilitator.report.fitting import fitted, shortened
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit
from facilitator.report.lines import Line, Setter, Span
from facilitator.report.logo import logo_of
from facilitator.report.look import (
    FIELD,
    HEIGHT,
    INK,
    KIND_COLOURS,
    LABEL_ON_FIELD,
    LEFT,
    ON_FIELD,
    PAGE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    SCRIBBLE,
    SOFT_ON_FIELD,
    WIDTH,
    Type,
)
from facilitator.report.pen import Pen
from facilitator.report.pictures import COVER_SIDE, Framed, Printed, Room, cut
from facilitator.report.tags import Node

FIELD_TALL = 560.0
"""Height of the field of colour, in points from the top."""
BAND = 300.0
"""Height of the picture above the title, in points from the top."""
NARROWEST = 1.3
"""Width to height from which a picture fills the width, cut above and below; a taller one is shown whole."""

_TITLES = (56, 50, 44, 40, 34, 29, 24, 20, 17)
_QUESTIONS = (17, 15, 13, 11.5)


def cover(kit: Kit) -> list[Block]:
    """Return the cover page."""
    return [PageStart("", bare=True), _Cover(kit)]


class _Cover(Block):
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._title: tuple[list[Line], Type] = ([], Type(0, 0))
        self._question: tuple[list[Line], Type] = ([], Type(0, 0))
        self._asked: list[Line] = []
        self._nodes: dict[str, Node] = {}
        self._logo = logo_of(kit.facts)
        self._picture = _picture(kit)
        # Lower down with a picture above, and then the words are set smaller.
        self._field = FIELD_TALL if self._picture is None else FIELD_TALL + 40

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        strings, dialogue = self._kit.strings, self._kit.facts.state.dialogue
        title = dialogue.title or strings.t("cover.untitled")
        if self._picture is None:
            top, tall, foot, sizes = 172.0, 230.0, 82, _TITLES
        else:
            top, tall, foot, sizes = BAND + 52, 118.0, 70, (*_TITLES[3:], 15, 13)
        self._title = fitted(setter, title, sizes, Type(0, 0, BOLD, ON_FIELD), WIDTH, tall, 1.16)
        room = self._field - top - len(self._title[0]) * self._title[1].leading - foot
        quiet = Type(0, 0, colour=SOFT_ON_FIELD)
        self._question = fitted(setter, dialogue.question, _QUESTIONS, quiet, WIDTH - 40, room, 1.5)
        asked = joined(dialogue.commissioners, ", ")
        most = 5 if self._picture is None else 3
        self._asked = shortened(setter.break_lines([Span(asked, BOLD)], 11, WIDTH - 160), most)
        if self._logo is not None:
            self._logo.fit(setter, WIDTH)
        self.height = HEIGHT
        return self.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        strings, data = self._kit.strings, self._kit.facts.data
        node = self._nodes.get
        pen.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, PAGE)
        pen.rect(0, 0, PAGE_WIDTH, self._field, FIELD)
        above, foot = (112.0, 104) if self._picture is None else (BAND + 16, 62)
        if self._picture is None:
            _loose_notes(pen)
        with pen.inside(node("kind")):
            pen.text(strings.t("cover.kind").upper(), LEFT, above + 16, Type(9.5, 14, BOLD, LABEL_ON_FIELD))
        pen.rect(LEFT, above, 42, 5, KIND_COLOURS["experience"])
        lines, kind = self._title
        tall = len(lines) * kind.leading + 20 + len(self._question[0]) * self._question[1].leading
        start = max(above + 42, self._field - foot - tall)
        with pen.inside(node("title")):
            pen.lines(lines, LEFT, start, kind)
        below = start + len(lines) * kind.leading + 20
        with pen.inside(node("question")):
            pen.lines(self._question[0], LEFT, below, self._question[1])
        if self._picture is not None:
            self._picture.draw(pen, PAGE_WIDTH - self._picture.shown[0], 0)
        with pen.picture(node("people"), 0, self._field - 90, PAGE_WIDTH, 180):
            _portraits(self._kit, pen, self._field)
        top = self._field + (92 if self._picture is None else 62)
        if self._asked:
            with pen.inside(node("asked")):
                top = _fact(pen, strings.t("cover.asked_by"), self._asked, top)
        made = pen.setter.break_lines([Span(strings.date(data.made_on), BOLD)], 11, WIDTH)
        with pen.inside(node("made")):
            _fact(pen, strings.t("cover.made_on"), made, top)
        if self._logo is not None:
            # Above the version, which stands at the foot on the left.
            self._logo.draw(pen, LEFT, PAGE_HEIGHT - 66 - self._logo.height)
        version = strings.t("cover.version", version=data.version)
        with pen.inside(node("version")):
            kept = data.kept.publication
            told = strings.t(f"kept.short_{kept}") if kept != "notes" else ""
            version = joined((part for part in (version, told) if part), " · ")
            pen.text(version, LEFT, PAGE_HEIGHT - 54, Type(8.5, 12, colour=QUIET))

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        state, strings = self._kit.facts.state, self._kit.strings
        self._nodes = {
            name: parent.add("H1" if name == "title" else "P") for name in ("kind", "title", "question")
        }
        self._nodes["title"].actual = state.dialogue.title or strings.t("cover.untitled")
        self._nodes["question"].actual = state.dialogue.question
        if self._picture is not None:
            self._picture.tag(parent)
        if state.personas:
            names = strings.and_list([persona.name for persona in state.personas])
            self._nodes["people"] = parent.add("Figure", alt=strings.t("cover.people", names=names))
        if self._logo is not None:
            self._logo.tag(parent)
        self._nodes |= {name: parent.add("P") for name in ("asked", "made", "version")}


def _picture(kit: Kit) -> Framed | None:
    """Return the picture of the dialogue, cut to the width of the page or else as it is."""
    pictures, id = kit.facts.pictures, kit.facts.state.dialogue.cover
    pixels = pictures.pixels(id, COVER_SIDE)
    if pixels is None:
        return None
    if pixels.width >= NARROWEST * pixels.height:
        pixels = cut(pixels, PAGE_WIDTH / BAND)
    alt = pictures.told(id) or kit.strings.t("cover.picture")
    framed = Framed(Printed(pixels), Room(PAGE_WIDTH, BAND, grows=True), alt)
    framed.resize(PAGE_WIDTH)
    return framed


def _fact(pen: Pen, label: str, lines: list[Line], y: float) -> float:
    pen.text(label, LEFT, y, Type(9.5, 16, colour=QUIET), more=True)
    pen.lines(lines, LEFT + 120, y, Type(11, 16, BOLD, INK))
    return y + len(lines) * 16 + 8


def _loose_notes(pen: Pen) -> None:
    """Draw a few sticky notes fluttering at the top right."""
    notes = (
        ("need", 408, 30, 58, -8),
        ("experience", 470, 52, 66, 7),
        ("worry", 428, 92, 44, 12),
        ("strength", 540, 18, 60, -14),
        ("wish", 532, 112, 48, 5),
    )
    for kind, x, y, size, degrees in notes:
        with pen.turned(x + size / 2, y + size / 2, degrees):
            pen.rect(x, y, size, size, KIND_COLOURS[kind], 3)
            for line in range(3):
                wide = size * (0.64, 0.5, 0.34)[line]
                pen.rect(x + size * 0.16, y + size * (0.28 + 0.17 * line), wide, 2, SCRIBBLE, 1)


def _portraits(kit: Kit, pen: Pen, edge: float) -> None:
    """Draw the personas in a row on the edge of the colour field, in two rows when there are many."""
    people = kit.facts.state.personas[:24]
    if not people:
        return
    rows = (
        [people]
        if len(people) <= 12
        else [people[: (len(people) + 1) // 2], people[(len(people) + 1) // 2 :]]
    )
    size = min(76.0, (WIDTH + 24) / (len(rows[0]) * 0.9 + 0.1))
    step = min(size * 1.08, (WIDTH - size) / max(1, len(rows[0]) - 1)) if len(rows[0]) > 1 else size
    top = edge - size * (0.5 if len(rows) == 1 else 1.0)
    for row in rows:
        for place, persona in enumerate(row):
            pen.portrait(persona.portrait, persona.name, LEFT + place * step, top, size, PAGE)
        top += size * 1.08
