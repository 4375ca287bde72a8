"""A round of voting in the words of the window: what is counted, and how the control total stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.domain.entities import Ballot
from facilitator.domain.evidence import advice_numbers
from facilitator.domain.tally import Control, Tally
from facilitator.ui.dialogs.count_model import CountWords
from facilitator.ui.dialogs.result_rows import ResultRow
from facilitator.ui.kit.context import Context


class BallotWords(QObject):
    """Names targets, units and choices, and tells tallies."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def titles(self, subject: str) -> dict[str, str]:
        """Return every target of a subject with its words, in order."""
        state = self._context.dialogue.state
        if subject == "insight":
            return {insight.id: insight.title for insight in state.insights}
        numbers = advice_numbers(state)
        return {a.id: f"{numbers.get(a.id, '')} {' '.join(a.text.split())}".strip() for a in state.advices}

    def unit(self, ballot: Ballot, unit: str) -> str:
        """Return the name of a table or persona; "together" for a total."""
        if not unit:
            return self.tr("Together")
        if ballot.unit == "persona":
            persona = self._context.dialogue.state.persona(unit)
            return persona.name if persona is not None else unit
        return self.tr("Table {number}").format(number=unit)

    def choice(self, choice: str) -> str:
        """Return what a pile is for."""
        names = {
            "dot": self.tr("Dots"),
            "for": self.tr("For"),
            "against": self.tr("Against"),
            "abstain": self.tr("Abstained"),
        }
        return names[choice]

    def table(self, tally: Tally) -> CountWords:
        """Return the words of the table to count in."""
        ballot = tally.ballot
        dots = ballot.method == "dots"
        columns: dict[tuple[str, str], str] = {}
        for unit in tally.units:
            for choice in tally.choices:
                name = self.unit(ballot, unit) if unit or dots else ""
                words = [name, "" if dots else self.choice(choice)]
                columns[unit, choice] = " ".join(word for word in words if word)
        checks = {unit: self.short(tally.control(unit=unit)) for unit in tally.units} if dots else {}
        total = self.tr("Together") if tally.units != ("",) or not dots else ""
        return CountWords(self.titles(ballot.subject), columns, checks, total, self.tr("nothing counted yet"))

    def short(self, control: Control) -> str:
        """Return a control total for below a heading."""
        if control.expected is None:
            return str(control.counted) if control.counted else ""
        if control.over:
            return self.tr("▲ %n too many", "", control.over)
        if control.under and control.counted:
            return self.tr("▽ %n too few", "", control.under)
        if control.under:
            return self.tr("of %n", "", control.expected)
        return "✓ " + self.tr("correct")

    def whole(self, control: Control, method: str) -> str:
        """Return a control total as a sentence."""
        counted, expected = control.counted, control.expected
        dots = method == "dots"
        if expected is None:
            if dots:
                return self.tr("%n dot(s) counted", "", counted)
            return self.tr("%n hand(s) counted", "", counted)
        if dots:
            text = self.tr("{counted} of {expected} dots counted")
        else:
            text = self.tr("{counted} of {expected} hands counted")
        text = text.format(counted=counted, expected=expected)
        if control.over:
            return f"{text}, " + self.tr("▲ %n too many", "", control.over)
        if control.under:
            return f"{text}, " + self.tr("▽ %n too few", "", control.under)
        return f"{text} ✓"

    def lead(self, ballot: Ballot) -> str:
        """Return how a round is voted, in one line."""
        parts = [self.tr("Dots") if ballot.method == "dots" else self.tr("Hands")]
        if ballot.method == "dots":
            parts.append(self.tr("%n per person", "", ballot.dots))
        if ballot.people:
            parts.append(self.tr("%n people", "", ballot.people))
        units = {
            "table": self.tr("per table"),
            "persona": self.tr("per persona"),
            "": self.tr("as one total"),
        }
        parts.append(units[ballot.unit])
        if ballot.secret:
            parts.append(self.tr("secret"))
        if ballot.closed:
            parts.append(self.tr("closed"))
        return " · ".join(parts)

    def results(self, tally: Tally) -> list[ResultRow]:
        """Return the outcome, the highest first."""
        titles = self.titles(tally.ballot.subject)
        ranking = tally.ranking()
        if tally.ballot.method == "dots":
            most = max((score for _, score in ranking), default=0) or 1
            return [ResultRow(titles.get(t, ""), (score / most,), str(score)) for t, score in ranking]
        rows: list[ResultRow] = []
        for target, _ in ranking:
            votes = tuple(tally.of(target, choice=choice) for choice in ("for", "against", "abstain"))
            cast = sum(votes)
            words = self.tr("{for_} for · {against} against · {abstained} abstained").format(
                for_=votes[0], against=votes[1], abstained=votes[2]
            )
            parts = (votes[0] / cast, votes[1] / cast) if cast else (0.0, 0.0)
            number = f"{100 * votes[0] // cast} %" if cast else "–"
            rows.append(ResultRow(titles.get(target, ""), parts, number, words))
        return sorted(rows, key=lambda shown: -shown.parts[0])
