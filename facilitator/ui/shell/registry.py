"""Which page shows what: steps by their activities, so that methods stay data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.pages.combined_page import CombinedPage
from facilitator.ui.pages.locked_page import LockedPage

MakePage = Callable[[Context, QWidget | None], Page]
MakeStepPage = Callable[[Context, str, QWidget | None], Page]


@dataclass(frozen=True)
class Registry:
    """The page classes of the window.

    Attributes:
        start: Also gets the folder with the dialogue files.
        steps: Activity of a step -> its page; a step with two of them gets both behind a switch.
    """

    start: Callable[[Context, Path, QWidget | None], Page]
    setup: MakePage | None = None
    report: MakePage | None = None
    steps: Mapping[str, MakeStepPage] = field(default_factory=dict[str, MakeStepPage])

    def make(self, go: Go, context: Context, sessions: Path, parent: QWidget) -> Page:
        """Return a new page for ``go``; the start page when there is none for it."""
        if go.page == "locked":
            return LockedPage(context, parent)
        if go.page == "setup" and self.setup is not None:
            return self.setup(context, parent)
        if go.page == "report" and self.report is not None:
            return self.report(context, parent)
        if go.page == "step":
            step = context.method().step(go.argument)
            makers: list[tuple[str, MakeStepPage]] = []
            for activity in step.activities if step else ():
                make = self.steps.get(activity)
                if make is not None and all(make is not known for _, known in makers):
                    makers.append((activity, make))
            if len(makers) > 1:
                return CombinedPage(context, go.argument, makers, parent)
            if makers:
                return makers[0][1](context, go.argument, parent)
        return self.start(context, sessions, parent)
