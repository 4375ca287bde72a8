"""The goals of the talking picture: a panel per place, with every figure taken from the report's facts."""

from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.evidence import advices_of_goal, insights_of_goal
from facilitator.domain.spoken import joined
from facilitator.report.goals import insight_count
from facilitator.report.kit import Kit, trace, votes_in_words
from facilitator.report.plate_html import Child, Markup, Voice, el, join
from facilitator.report.plate_people import Walkers, face, imagined, notes_in_words, quotes

EXTRA_QUOTES = 2
"""Notes about a persona that come to a goal's quotes while walking along with it."""


class Goals:
    """Writes the panels of all goals."""

    def __init__(self, kit: Kit, walkers: Walkers, voice: Voice) -> None:
        self._kit = kit
        self._walkers = walkers
        self._voice = voice
        self._t = kit.strings.t
        self._shown: set[str] = set()
        self._insights = {insight.id for insight in kit.facts.state.insights}

    def panels(self) -> Markup:
        """Return the panel of each goal, and one for advice that belongs to none."""
        found = [self._panel(n, goal) for n, goal in enumerate(self._kit.facts.state.goals, 1)]
        loose = self._kit.facts.loose_advices
        if loose:
            head = el("h3", self._t("goal.loose"), tabindex="-1")
            found.append(
                el("article", head, self._advices(loose), self._way(0), id="doel-0", class_="card goal")
            )
        return join(*found)

    def contents(self) -> Markup:
        """Return the list of goals with how much advice each holds."""
        facts = self._kit.facts
        rows = [
            el("li", self.link(n, goal), el("span", self.adopted(goal), class_="quiet"), class_=self.marks(n))
            for n, goal in enumerate(facts.state.goals, 1)
        ]
        if facts.loose_advices:
            count = self._kit.strings.n("summary.advices", len(facts.loose_advices))
            link = el("a", el("span", "0", class_="no"), el("span", self._t("goal.loose")), href="#doel-0")
            rows.append(el("li", link, el("span", count, class_="quiet")))
        if not rows:
            return el("p", self._t("praatplaat.no_goals"))
        return el("ol", *rows, class_="goals")

    def title(self, goal: e.Goal) -> str:
        """Return the title of ``goal``, or that it has none."""
        return goal.title or self._t("goal.untitled")

    def link(self, number: int, goal: e.Goal) -> Markup:
        """Return the link to a goal: its number and its title."""
        name = self._voice.el("span", self.title(goal))
        return el("a", el("span", str(number), class_="no"), name, href=f"#doel-{number}")

    def marks(self, number: int) -> str:
        """Return the classes by which the style sheet lights up what belongs to goal ``number``."""
        return " ".join([f"at-{number}", *(f"lit-{persona}" for persona in self._walkers.lit(number))])

    def adopted(self, goal: e.Goal) -> str:
        """Return how many pieces of advice a goal has and how many were adopted, in words."""
        strings, advices = self._kit.strings, advices_of_goal(self._kit.facts.state, goal.id)
        if not advices:
            return self._t("summary.no_advice")
        told = strings.n("summary.advices", len(advices))
        adopted = strings.number(self._kit.facts.adopted(goal))
        return self._t("summary.adopted_of", adopted=adopted, advices=told)

    def _panel(self, number: int, goal: e.Goal) -> Markup:
        t, voice = self._t, self._voice
        name = f"doel-{number}"
        parts: list[Child] = [
            el("p", t("goal.label", number=number), class_="label"),
            voice.el("h3", self.title(goal), id=f"{name}-naam", tabindex="-1"),
            voice.el("p", goal.definition, class_="lead") if goal.definition else None,
            el("p", self.adopted(goal), class_="quiet"),
            *self._walking(number),
        ]
        if goal.residents_say:
            parts += [el("h4", t("goal.say")), voice.paragraphs(goal.residents_say)]
        parts += self._quotes(number, goal)
        if self._kit.facts.channels:
            parts += [el("h4", t("goal.heard"), id=f"{name}-gehoord"), self._heard(goal, f"{name}-gehoord")]
        parts += [el("h4", t("goal.insights")), self._insights_of(goal)]
        if goal.tensions:
            parts += [el("h4", t("goal.tensions")), voice.paragraphs(goal.tensions)]
        parts.append(el("h4", t("goal.advices")))
        parts.append(self._advices(advices_of_goal(self._kit.facts.state, goal.id)))
        parts.append(self._way(number))
        return el("article", *parts, id=name, class_="card goal", aria_labelledby=f"{name}-naam")

    def _walking(self, number: int) -> list[Child]:
        found: list[Child] = []
        for about in self._walkers.all:
            if number in about.said or number in about.imagined:
                words = self._t(
                    "praatplaat.lit",
                    persona=about.persona.name,
                    notes=notes_in_words(self._kit, about, number),
                )
                story = el(
                    "a",
                    self._t("praatplaat.story", persona=about.persona.name),
                    href=f"#verhaal-{about.number}",
                )
                told = el("span", words, ". ", story)
                found.append(el("p", face(about.number), told, class_=f"along on on-{about.number}"))
        return found

    def _quotes(self, number: int, goal: e.Goal) -> list[Child]:
        facts = self._kit.facts
        chosen = facts.quotes(goal, self._shown)
        self._shown.update(note.id for note in chosen)
        said = [note for note in chosen if note.basis != "imagined"]
        thought = [note for note in chosen if note.basis == "imagined"]
        marks = [f"by by-{self._walkers.number(note.persona)}" for note in said]
        for about in self._walkers.all:
            fit = [n for n in about.said.get(number, []) if n.consent != "none" and n not in said]
            fit.sort(key=lambda note: (not note.starred, note.kind != "quote"))
            said += fit[:EXTRA_QUOTES]
            marks += [f"by by-{about.number} on on-{about.number}"] * len(fit[:EXTRA_QUOTES])
        parts: list[Child] = []
        if said:
            # A heading stands only above what is seen: what comes with a persona brings its heading along.
            with_whom = "" if any(" on " not in mark for mark in marks) else " ".join(marks)
            parts += [
                el("h4", self._t("goal.quotes"), class_=with_whom or None),
                quotes(self._kit, said, self._voice, marks),
            ]
        if thought:
            parts.append(imagined(self._kit, thought, self._voice))
        withheld = sum(note.consent == "none" for note in facts.goal_notes(goal))
        if withheld:
            parts.append(el("p", self._kit.strings.n("praatplaat.withheld", withheld), class_="quiet"))
        return parts

    def _heard(self, goal: e.Goal, label: str) -> Markup:
        t, strings = self._t, self._kit.strings
        head = [
            el("th", t(f"goal.col_{name}"), scope="col") for name in ("channel", "heard", "notes", "share")
        ]
        rows = [
            el(
                "tr",
                el(
                    "th",
                    f"{t(f'channel.{heard.channel.id}')} ",
                    el("small", self._kit.channel_size(heard.channel)),
                    scope="row",
                ),
                el("td", t("goal.yes" if heard.notes else "goal.no")),
                el("td", strings.n("channel.notes", heard.notes)),
                el("td", strings.percent(heard.share) if heard.channel.notes else "–", class_="right"),
            )
            for heard in self._kit.facts.heard(goal)
        ]
        table = el("table", el("thead", el("tr", *head)), el("tbody", *rows), aria_labelledby=label)
        return el("div", table, class_="wide", tabindex="0", role="region", aria_labelledby=label)

    def _insights_of(self, goal: e.Goal) -> Markup:
        insights = insights_of_goal(self._kit.facts.state, goal.id)
        if not insights:
            return el("p", self._t("goal.no_insights"))
        rows: list[Markup] = []
        for insight in insights:
            name = self._voice.el("strong", insight.title or self._t("insight.untitled"))
            told = self._voice.el("p", insight.description) if insight.description else None
            rows.append(el("li", name, told, el("p", insight_count(self._kit, insight), class_="quiet")))
        return el("ul", *rows, class_="insights")

    def _advices(self, advices: list[e.Advice]) -> Markup:
        if not advices:
            return el("p", self._t("goal.no_advice"))
        return el("ul", *(el("li", self._advice(advice)) for advice in advices), class_="advices")

    def _advice(self, advice: e.Advice) -> Markup:
        kit, voice = self._kit, self._voice
        number = kit.facts.numbers.get(advice.id, "")
        result = kit.facts.outcome(advice)
        verdict = {True: "adopted", False: "rejected", None: "open"}[result.adopted]
        head = el(
            "summary",
            el("span", f"{number} ", class_="no"),
            voice.el("span", advice.text, class_="words"),
            el("span", self._t(f"advice.{verdict}"), class_=f"verdict v-{verdict}"),
        )
        facts = [
            (key, text)
            for key, text in (
                ("whom", advice.addressee),
                ("when", advice.deadline),
                ("condition", advice.condition),
            )
            if text
        ]
        rows = [join(el("dt", self._t(f"praatplaat.{key}")), voice.el("dd", text)) for key, text in facts]
        rows.append(join(el("dt", self._t("praatplaat.votes")), el("dd", self._votes(advice))))
        if advice.minority:
            rows.append(join(el("dt", self._t("advice.minority")), voice.el("dd", advice.minority)))
        rows.append(
            join(el("dt", self._t("praatplaat.rests")), el("dd", trace(kit, advice), self._grounds(advice)))
        )
        if "follow_up" in kit.facts.data.parts:
            rows.append(join(el("dt", self._t("praatplaat.became")), el("dd", self._became(advice))))
        return el("details", head, el("dl", *rows), id=f"advies-{number.replace('.', '-')}")

    def _votes(self, advice: e.Advice) -> Markup:
        kit = self._kit
        told = "".join(span.text for span in votes_in_words(kit, advice)).split("\n")
        words = join(*(el("p", line) for line in told))
        if not kit.facts.outcome(advice).voted:
            return words
        counts = (
            (advice.votes_for or 0, "for"),
            (advice.votes_against or 0, "against"),
            (advice.votes_abstain or 0, "abstain"),
        )
        cast, left, bars = sum(count for count, _ in counts), 0.0, list[Markup]()
        for count, name in counts:
            wide = 400 * count / cast
            if count:
                bars.append(
                    el("rect", x=f"{left:.1f}", y=6, width=f"{wide:.1f}", height=20, class_=f"b-{name}")
                )
            left += wide
        mark = f"{4 * kit.facts.state.dialogue.threshold}"
        bars += [el("line", x1=mark, x2=mark, y1=0, y2=32, class_=kind) for kind in ("mark-back", "mark")]
        alt = self._t("advice.bar", votes="; ".join(told))
        bar = el(
            "svg", *bars, viewBox="0 0 400 32", class_="bar", role="img", aria_label=alt, focusable="false"
        )
        threshold = self._t(
            "praatplaat.threshold", threshold=kit.strings.percent(kit.facts.state.dialogue.threshold)
        )
        return join(bar, words, el("p", threshold, class_="quiet threshold"))

    def _grounds(self, advice: e.Advice) -> Markup | None:
        insights = [i for id in dict.fromkeys(advice.insights) if (i := self._kit.facts.state.insight(id))]
        if not insights:
            return None
        untitled = self._t("insight.untitled")
        return el(
            "ul", *(self._voice.el("li", insight.title or untitled) for insight in insights), class_="grounds"
        )

    def _became(self, advice: e.Advice) -> Markup:
        kit, t, state = self._kit, self._t, self._kit.facts.state
        parts: list[Child] = []
        replies = [
            reply for reply in state.replies if reply.advice == advice.id and (reply.kind or reply.reason)
        ]
        for reply in replies:
            kind = el("strong", kit.word("reply", reply.kind)) if reply.kind else None
            day = el("span", " · ", kit.strings.date(reply.date), class_="quiet") if reply.date else None
            parts.append(el("p", kind, day))
            parts.append(self._voice.paragraphs(reply.reason) if reply.reason else None)
        if not replies:
            parts.append(el("p", t("praatplaat.no_reply")))
        actions = [action for action in state.actions if action.advice == advice.id]
        if actions:
            parts.append(el("p", el("strong", t("praatplaat.actions"))))
            parts.append(el("ul", *(self._action(action) for action in actions)))
        return join(*parts)

    def _action(self, action: e.Action) -> Markup:
        notes = [action.owner] if action.owner else []
        if action.done:
            notes.append(self._t("praatplaat.action_done"))
        elif action.due:
            notes.append(self._t("praatplaat.action_due", date=self._kit.strings.date(action.due)))
        told = el("span", joined(notes, " · "), class_="quiet") if notes else None
        return el("li", self._voice.el("span", action.text), " – " if told else None, told)

    def _way(self, number: int) -> Markup:
        count = len(self._kit.facts.state.goals)
        steps = [el("a", self._t("praatplaat.close"), href="#plaat", class_="back")]
        if number > 1:
            steps.append(el("a", self._t("praatplaat.previous"), href=f"#doel-{number - 1}"))
        if 0 < number < count:
            steps.append(el("a", self._t("praatplaat.next"), href=f"#doel-{number + 1}"))
        return el("p", *steps, class_="way")
