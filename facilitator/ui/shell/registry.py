"""Which page shows what: steps by their first activity, so that methods stay data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Go, Page

MakePage = Callable[[Context, QWidget | None], Page]
MakeStepPage = Callable[[Context, str, QWidget | None], Page]


@dataclass(frozen=True)
class Registry:
    """The page classes of the window.

    Attributes:
        start: Also gets the folder with the dialogue files.
        steps: First activity of a step -> its page.
    """

    start: Callable[[Context, Path, QWidget | None], Page]
    setup: MakePage | None = None
    report: MakePage | None = None
    steps: Mapping[str, MakeStepPage] = field(default_factory=dict[str, MakeStepPage])

    def make(self, go: Go, context: Context, sessions: Path, parent: QWidget) -> Page:
        """Return a new page for ``go``; the start page when there is none for it."""
        if go.page == "setup" and self.setup is not None:
            return self.setup(context, parent)
        if go.page == "report" and self.report is not None:
            return self.report(context, parent)
        if go.page == "step":
            step = context.method().step(go.argument)
            makers = [
                self.steps[activity]
                for activity in (step.activities if step else ())
                if activity in self.steps
            ]
            if makers:
                return makers[0](context, go.argument, parent)
        return self.start(context, sessions, parent)
