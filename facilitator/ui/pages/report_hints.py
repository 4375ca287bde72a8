"""What somebody may want to do before the report goes out; none of it holds the report up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject

from facilitator.domain.evidence import gather
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.services.checking import check_rules
from facilitator.ui.kit.page import Go


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to look at, and where."""

    text: str
    go: Go | None


class ReportHints(QObject):
    """Finds what is still open in a dialogue, told in the language of the window."""

    def find(self, state: State, method: Method) -> list[Hint]:
        """Return the hints in the order of the work."""
        found = Counter(finding.code for finding in check_rules(state, method))
        tray = len(gather(state).tray)
        unnamed = found["insight.no_title"] + found["goal.no_title"]
        advised = {advice.goal for advice in state.advices}
        bare = sum(goal.id not in advised for goal in state.goals)
        unvoted = sum(advice.votes_for is None for advice in state.advices)
        loose = found["advice.no_insights"]
        weigh, advise = _step_for(method, "group"), _step_for(method, "advise")
        rows = (
            (found["dialogue.no_question"], self.tr("The question is not filled in"), Go("setup")),
            (tray, self.tr("%n note(s) not grouped yet", "", tray), weigh),
            (unnamed, self.tr("%n insight(s) or goal(s) without a name", "", unnamed), weigh),
            (bare, self.tr("%n goal(s) without advice", "", bare), advise),
            (unvoted, self.tr("%n piece(s) of advice without votes", "", unvoted), advise),
            (loose, self.tr("%n piece(s) of advice not resting on an insight", "", loose), advise),
        )
        return [Hint(text, go) for count, text, go in rows if count]


def _step_for(method: Method, activity: str) -> Go | None:
    step = next((step for step in method.steps if activity in step.activities), None)
    return Go("step", step.id) if step else None
