"""The talking picture: one HTML file that stands alone, made of the same facts as the PDF.

It asks nothing of the network and needs no script to be read: choosing a persona is a radio button, opening
a goal is a link inside the page. The policy in its head lets the browser load nothing but what is in it.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import ReportData
from facilitator.domain.spoken import joined
from facilitator.report import strings
from facilitator.report.appendix import promise_kept
from facilitator.report.facts import Facts
from facilitator.report.files import put
from facilitator.report.kit import Kit
from facilitator.report.plate_goals import Goals
from facilitator.report.plate_html import Child, Markup, Voice, el, join
from facilitator.report.plate_people import Walkers, choice, face, faces, notes_in_words, stories
from facilitator.report.plate_places import kinds_for
from facilitator.report.plate_scene import HEIGHT, WIDTH, Land, scene, survey


@dataclass(frozen=True, slots=True)
class PlateResult:
    """What was written; ``size`` in bytes."""

    goals: int
    size: int


def render_plate(data: ReportData, out: Path, resources: Path) -> PlateResult:
    """Write the talking picture of ``data`` to ``out``; one that is there stays until then.

    Raises:
        UserError: ``report.not_written`` with ``path`` and ``reason``; ``report.disk_full`` with ``path``;
            ``report.texts_bad``.
    """
    content = plate(data, resources).encode("utf-8")
    put(content, out)
    return PlateResult(len(data.state.goals), len(content))


def plate(data: ReportData, resources: Path) -> str:
    """Return the whole page.

    Raises:
        UserError: ``report.texts_bad``.
    """
    book = strings.load(resources, data.language)
    kit = Kit(Facts(data), book)
    page = _Page(kit, strings.load(resources, data.state.dialogue.language))
    # As the browser sees them: it reads every line end as a line feed before it checks the policy.
    style = _resource(resources, "plate.css") + page.rules()
    script = _resource(resources, "plate.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    # Pictures lie in the page itself; none is fetched.
    policy += "; img-src data:; base-uri 'none'; form-action 'none'"
    title = data.state.dialogue.title or book.t("cover.untitled")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="generator", content=f"Facilitator {data.version}"),
        el("title", f"{title} · {book.t('praatplaat.kind')}"),
        Markup(f"<style>{style}</style>"),
    )
    body = el("body", page.body(), Markup(f"<script>{script}</script>"))
    return f"<!DOCTYPE html>\n{el('html', head, body, lang=data.language)}\n"


def _resource(resources: Path, name: str) -> str:
    path = resources / "praatplaat" / name
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as fault:
        raise UserError("report.texts_bad", path=str(path), reason=str(fault)) from None


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


class _Page:
    """The parts of the page, each made once."""

    def __init__(self, kit: Kit, words: strings.Strings) -> None:
        self._kit = kit
        self._t = kit.strings.t
        state = kit.facts.state
        self._voice = Voice()
        self._walkers = Walkers(kit.facts)
        self._goals = Goals(kit, self._walkers, self._voice)
        self._land: Land = survey(len(state.goals))
        self._kinds = kinds_for([goal.title for goal in state.goals], words)

    def body(self) -> Markup:
        """Return everything that is seen and heard, in order of reading."""
        side = el(
            "section",
            el("h2", self._t("praatplaat.reading"), id="doelen-kop", class_="vh"),
            stories(self._kit, self._walkers, self._voice),
            self._goals.panels(),
            self._welcome(),
            id="doelen",
            class_="side",
            aria_labelledby="doelen-kop",
        )
        return join(
            el("a", self._t("praatplaat.skip"), href="#doelen", class_="skip"),
            faces(self._walkers),
            self._header(),
            el(
                "main",
                choice(self._kit, self._walkers, self._voice),
                self._picture(),
                side,
                self._about(),
                el("div", id="gezegd", class_="vh", role="status"),
            ),
        )

    def rules(self) -> str:
        """Return the rules that hang on what this dialogue holds: where places lie, what lights up."""
        found: list[str] = []
        for n, place in enumerate(self._land.places, 1):
            left, top = 100 * place.x / WIDTH, 100 * (place.y + 20 * place.scale) / HEIGHT
            found.append(f"#plek-{n}{{left:{left:.2f}%;top:{top:.2f}%}}")
            found.append(f":root:has(#doel-{n}:target) .at-{n}{{--here:1}}")
            found.append(f":root:has(#plek-{n} a:is(:hover,:focus-visible)) .at-{n}{{--near:1}}")
        for about in self._walkers.all:
            n = about.number
            chosen = f":root:has(#wie-{n}:checked)"
            found.append(f"{chosen} .on-{n}{{display:var(--as,block)}}")
            found.append(f"{chosen} .lit-{n}{{--lit:1;--dim:1}}")
            found.append(f"{chosen} .by-{n}{{order:-1}}")
        return "\n".join(found) + "\n"

    def _header(self) -> Markup:
        dialogue, voice = self._kit.facts.state.dialogue, self._voice
        title = dialogue.title or self._t("cover.untitled")
        asked = joined(
            (self._t("cover.asked_by"), " ", self._kit.strings.and_list(list(dialogue.commissioners)))
        )
        return el(
            "header",
            el("p", self._t("praatplaat.kind"), class_="label"),
            voice.el("h1", title),
            voice.el("p", dialogue.question, class_="question") if dialogue.question else None,
            el("p", asked, class_="quiet") if dialogue.commissioners else None,
        )

    def _picture(self) -> Markup:
        goals = self._kit.facts.state.goals
        words = self._t("praatplaat.picture_alt" if goals else "praatplaat.picture_empty")
        marks = [self._goals.marks(n) for n in range(1, len(goals) + 1)]
        places = [self._place(n, marks[n - 1]) for n in range(1, len(goals) + 1)]
        many = " many" if len(goals) > 10 else ""
        return el(
            "section",
            el("h2", self._t("praatplaat.picture"), id="plaat-kop", class_="vh", tabindex="-1"),
            el(
                "div",
                scene(self._land, self._kinds, marks, words),
                el("ol", *places, class_=f"places{many}", aria_label=self._t("praatplaat.places"))
                if places
                else None,
                class_="picture",
            ),
            id="plaat",
            aria_labelledby="plaat-kop",
        )

    def _place(self, number: int, marks: str) -> Markup:
        goal = self._kit.facts.state.goals[number - 1]
        here: list[Child] = []
        told: list[Child] = []
        for about in self._walkers.all:
            if number in about.said:
                here.append(face(about.number, f"here on on-{about.number}"))
                words = notes_in_words(self._kit, about, number)
                spoken = self._t("praatplaat.lit", persona=about.persona.name, notes=words)
                told.append(el("span", ". ", spoken, class_=f"vh on on-{about.number}"))
        name = self._voice.el("span", self._goals.title(goal), class_="name")
        link = el("a", *here, el("span", str(number), class_="no"), name, *told, href=f"#doel-{number}")
        return el("li", link, id=f"plek-{number}", class_=f"spot {marks}")

    def _welcome(self) -> Markup:
        how = "praatplaat.how" if self._walkers.all else "praatplaat.how_nobody"
        dialogue = self._kit.facts.state.dialogue
        opening = None
        if dialogue.opening and "opening" in self._kit.facts.data.parts:
            head = el("summary", self._t("opening.title"))
            opening = el("details", head, self._voice.paragraphs(dialogue.opening), class_="opening")
        return el(
            "div",
            el("h3", self._t("praatplaat.goals")),
            el("p", self._t(how), class_="how"),
            self._goals.contents(),
            opening,
            class_="card welcome",
        )

    def _about(self) -> Markup:
        t, data, voice = self._t, self._kit.facts.data, self._voice
        parts: list[Child] = [el("h2", t("praatplaat.about"), id="over-kop")]
        if self._kit.facts.state.dialogue.summary and "summary" in data.parts:
            parts += [el("h3", t("summary.title")), voice.paragraphs(self._kit.facts.state.dialogue.summary)]
        if "process" in data.parts:
            parts += [el("h3", t("praatplaat.channels"), id="kanalen-kop"), self._channels()]
        promise = self._kit.facts.state.dialogue.privacy_promise
        parts.append(el("h3", t("colophon.promise")))
        parts.append(voice.paragraphs(promise) if promise else el("p", t("colophon.no_promise")))
        parts += [el("p", told) for told in promise_kept(self._kit)]
        parts += [el("p", t(f"colophon.{key}")) for key in ("names", "imagined", "channels")]
        made = t("colophon.made", date=self._kit.strings.date(data.made_on), version=data.version)
        parts.append(el("p", f"{made} {t('praatplaat.offline')}", class_="quiet"))
        if data.seal:
            parts.append(el("p", t("colophon.seal", seal=data.seal), class_="quiet"))
        return el("section", *parts, class_="about", id="over", aria_labelledby="over-kop")

    def _channels(self) -> Markup:
        t, kit = self._t, self._kit
        if not kit.facts.channels:
            return el("p", t("praatplaat.no_channels"))
        names = [t("process.col_channel"), t("praatplaat.col_people"), t("goal.col_notes")]
        rows: list[Markup] = []
        for channel in kit.facts.channels:
            notes = kit.strings.n("channel.notes", channel.notes)
            if channel.imagined:
                notes += f", {kit.strings.n('channel.imagined', channel.imagined)}"
            name = t(f"channel.{channel.id}")
            cells = [el("td", kit.channel_size(channel)), el("td", notes)]
            rows.append(el("tr", el("th", name, scope="row"), *cells))
        head = el("thead", el("tr", *(el("th", name, scope="col") for name in names)))
        table = el("table", head, el("tbody", *rows), aria_labelledby="kanalen-kop")
        return join(el("div", table, class_="wide"), el("p", t("process.apart"), class_="quiet"))
