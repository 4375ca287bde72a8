"""The personas of the talking picture: faces, the choice of whom to walk along with, and their stories."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain import entities as e
from facilitator.domain.spoken import alike
from facilitator.report.facts import Facts
from facilitator.report.kit import Kit, picture_alt
from facilitator.report.plate_html import Markup, Voice, el, join
from facilitator.report.svg import Shape, portrait

QUOTES_PER_PERSONA = 8
IMAGINED_PER_PERSONA = 4


@dataclass(frozen=True, slots=True)
class About:
    """The notes about one persona: said and imagined per goal number, and all of them."""

    number: int
    persona: e.Persona
    said: dict[int, list[e.Note]]
    imagined: dict[int, list[e.Note]]
    notes: list[e.Note]


class Walkers:
    """Who can be walked along with, in order; knows where each was spoken about."""

    def __init__(self, facts: Facts) -> None:
        per_goal = [facts.goal_notes(goal) for goal in facts.state.goals]
        self.all: list[About] = []
        for number, persona in enumerate(facts.state.personas, 1):
            said: dict[int, list[e.Note]] = {}
            imagined: dict[int, list[e.Note]] = {}
            for place, notes in enumerate(per_goal, 1):
                for note in notes:
                    if note.persona == persona.id:
                        bin_ = imagined if note.basis == "imagined" else said
                        bin_.setdefault(place, []).append(note)
            own = [note for note in facts.notes if note.persona == persona.id]
            self.all.append(About(number, persona, said, imagined, own))
        self._numbers = {about.persona.id: about.number for about in self.all}

    def number(self, persona: str) -> int:
        """Return the number of the persona with this id, 0 for none that can be chosen."""
        return self._numbers.get(persona, 0)

    def lit(self, goal: int) -> list[int]:
        """Return the numbers of the personas people spoke about with goal number ``goal``."""
        return [about.number for about in self.all if goal in about.said]


def notes_in_words(kit: Kit, about: About, goal: int) -> str:
    """Return how many notes with a goal are about a persona, imagined ones apart."""
    words = kit.strings.n("insight.notes", len(about.said.get(goal, [])))
    imagined = len(about.imagined.get(goal, []))
    return f"{words}, {kit.strings.n('insight.imagined', imagined)}" if imagined else words


def faces(walkers: Walkers) -> Markup:
    """Return the drawings of all faces once, to be shown from anywhere by ``face``."""
    symbols = [
        el("symbol", _drawn(about), id=f"gezicht-{about.number}", viewBox=_box(about))
        for about in walkers.all
    ]
    return el("svg", *symbols, class_="store", aria_hidden="true", focusable="false", width="0", height="0")


def face(number: int, more: str = "") -> Markup:
    """Return the face of persona ``number``; decoration, the name stands beside it."""
    use = el("use", href=f"#gezicht-{number}")
    return el(
        "svg",
        use,
        class_=f"face {more}".strip(),
        viewBox="0 0 160 160",
        aria_hidden="true",
        focusable="false",
    )


def _box(about: About) -> str:
    drawing = portrait(about.persona.portrait)
    if drawing is None:
        return "0 0 160 160"
    return " ".join(_number(value) for value in (drawing.left, drawing.top, drawing.width, drawing.height))


def _drawn(about: About) -> Markup:
    drawing = portrait(about.persona.portrait)
    if drawing is not None:
        return join(*(_shape(shape) for shape in drawing.shapes))
    letters = "".join(word[0] for word in about.persona.name.split()[:2]).upper() or "?"
    disc = el("circle", cx=80, cy=80, r=80, class_="disc")
    return join(disc, el("text", letters, x=80, y=102, class_="initials", text_anchor="middle"))


def _shape(shape: Shape) -> Markup:
    d = "".join(op + " ".join(_number(value) for value in points) for op, points in shape.segments)
    return el(
        "path",
        d=d,
        fill=shape.fill or "none",
        stroke=shape.stroke,
        stroke_width=_number(shape.stroke_width) if shape.stroke else None,
        stroke_linecap="round" if shape.stroke and shape.round_caps else None,
        opacity=_number(shape.opacity) if shape.opacity < 1 else None,
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def choice(kit: Kit, walkers: Walkers, voice: Voice) -> Markup:
    """Return the row of faces to choose from; radio buttons, so it works without script."""
    t = kit.strings.t
    if not walkers.all:
        return Markup("")
    nobody = _option(
        0,
        join(el("span", el("span", "✦", class_="mark"), class_="face", aria_hidden="true")),
        el("span", t("praatplaat.nobody"), class_="who"),
        t("praatplaat.chosen_nobody"),
    )
    options = [nobody]
    for about in walkers.all:
        name = voice.el("span", about.persona.name, class_="who")
        count = kit.strings.number(len(about.said))
        told = t("praatplaat.chosen", persona=about.persona.name, count=count)
        options.append(_option(about.number, face(about.number), name, told))
    legend = el("legend", el("h2", t("praatplaat.walk")))
    return el("fieldset", legend, el("div", *options, class_="faces"), class_="walk", id="meelopen")


def _option(number: int, picture: Markup, name: Markup, told: str) -> Markup:
    button = el(
        "input",
        type="radio",
        name="wie",
        id=f"wie-{number}",
        value=str(number),
        class_="pick",
        checked=number == 0,
        data_told=told,
    )
    return el("div", button, el("label", picture, name, for_=f"wie-{number}"), class_="option")


def stories(kit: Kit, walkers: Walkers, voice: Voice) -> Markup:
    """Return a panel per persona, shown while walking along with it."""
    return join(*(_story(kit, about, voice) for about in walkers.all))


def _story(kit: Kit, about: About, voice: Voice) -> Markup:
    t, persona = kit.strings.t, about.persona
    age, line, story, needs = (
        kit.facts.persona_text(persona, field) for field in ("age", "line", "story", "needs")
    )
    head = el(
        "div",
        face(about.number, "large"),
        el(
            "div",
            voice.el("h3", persona.name, tabindex="-1"),
            voice.el("p", age, class_="quiet") if age else None,
            voice.el("p", line, class_="line") if line else None,
        ),
        class_="card-head",
    )
    parts: list[Markup | None] = [head]
    if "personas" in kit.facts.data.parts:
        parts.append(voice.paragraphs(story))
        if needs:
            parts.append(el("p", el("strong", f"{t('personas.needs')}: "), voice.el("span", needs)))
        if persona.made_with:
            parts.append(el("p", t("personas.made_with", who=persona.made_with), class_="quiet"))
    parts += [_heard_at(kit, about, voice), *_words(kit, about, voice)]
    return el("article", *parts, id=f"verhaal-{about.number}", class_=f"card story on on-{about.number}")


def _heard_at(kit: Kit, about: About, voice: Voice) -> Markup:
    t, goals = kit.strings.t, kit.facts.state.goals
    name = about.persona.name
    places = sorted(about.said)
    if not places:
        return el("p", t("praatplaat.heard_nowhere", persona=name))
    rows = [
        el(
            "li",
            el(
                "a",
                el("span", str(n), class_="no"),
                voice.el("span", goals[n - 1].title or t("goal.untitled")),
                href=f"#doel-{n}",
            ),
            el("span", notes_in_words(kit, about, n), class_="quiet"),
        )
        for n in places
    ]
    return join(el("h4", t("praatplaat.heard_at", persona=name)), el("ul", *rows, class_="goals"))


def _words(kit: Kit, about: About, voice: Voice) -> list[Markup | None]:
    t = kit.strings.t
    fit = sorted(
        (n for n in about.notes if n.consent != "none"), key=lambda n: (not n.starred, n.kind != "quote")
    )
    said = [note for note in fit if note.basis != "imagined"][:QUOTES_PER_PERSONA]
    thought = [note for note in fit if note.basis == "imagined"][:IMAGINED_PER_PERSONA]
    parts: list[Markup | None] = []
    if said:
        title = t("praatplaat.quotes_of", persona=about.persona.name)
        parts += [el("h4", title), quotes(kit, said, voice)]
    if thought:
        parts.append(imagined(kit, thought, voice))
    withheld = sum(note.consent == "none" for note in about.notes)
    if withheld:
        parts.append(el("p", kit.strings.n("praatplaat.withheld", withheld), class_="quiet"))
    return parts


def quotes(kit: Kit, notes: Sequence[e.Note], voice: Voice, marks: Sequence[str] = ()) -> Markup:
    """Return notes as sticky notes; ``marks`` are more classes for each, or none."""
    marks = marks or [""] * len(notes)
    return el(
        "ul",
        *(_sticky(kit, note, voice, mark) for note, mark in zip(notes, marks, strict=True)),
        class_="notes",
    )


def imagined(kit: Kit, notes: Sequence[e.Note], voice: Voice) -> Markup:
    """Return what was imagined for a persona, apart from what was said and under its own heading."""
    head = el("h4", kit.strings.t("praatplaat.imagined"))
    told = el("p", kit.strings.t("praatplaat.imagined_text"), class_="quiet")
    return el("div", head, told, quotes(kit, notes, voice), class_="imagined")


def _sticky(kit: Kit, note: e.Note, voice: Voice, mark: str) -> Markup:
    kind = note.kind if note.kind in e.KINDS else "other"
    literal = note.consent != "paraphrase" and note.basis != "imagined"
    words = alike(note.text, f"“{note.text}”") if literal else note.text
    letter = el("span", kit.word("letter", note.kind)[:1], class_="letter", aria_hidden="true")
    parts: list[Markup | None] = [
        letter,
        el("span", f"{kit.word('kind', note.kind)}: ", class_="vh"),
        _photo(kit, note, voice),
        voice.el("blockquote", words),
    ]
    if note.translation:
        label = el("strong", f"{kit.strings.t('goal.translation')}: ")
        parts.append(el("p", label, voice.el("span", note.translation), class_="translation"))
    parts.append(el("p", kit.quote_source(note), class_="source"))
    return el("li", *parts, class_=f"note k-{kind} {mark}".strip())


def _photo(kit: Kit, note: e.Note, voice: Voice) -> Markup | None:
    """Return the picture on a note with its words; None without one that may be shown."""
    printed = kit.facts.pictures.on_note(note)
    if printed is None:
        return None
    alt = picture_alt(kit, note)
    source = f"data:image/jpeg;base64,{b64encode(printed.content).decode()}"
    return el("img", src=source, alt=alt, width=printed.width, height=printed.height, **voice.marks(alt))
