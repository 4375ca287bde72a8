"""The check before publication, for the report page: counting beside the work, and deciding in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog

from facilitator.domain.errors import UserError
from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.services.extra_names import Names
from facilitator.services.publication import (
    Finding,
    PublicationCheck,
    decide,
    open_findings,
    printed_texts,
    replace,
)
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.publication_dialog import PublicationDialog
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.tasks import Handle, Task
from facilitator.ui.pages.name_finding import NameFinding
from facilitator.ui.widgets.report_options import ReportOptions

TOLD_ELSEWHERE = frozenset({"advice.unvoted"})
"""Kinds the page lists among its own hints already."""


class _Look:
    """Work for a TaskRunner: looks through a copy of the dialogue."""

    def __init__(self, check: PublicationCheck, state: State, method: Method) -> None:
        self._check, self._state, self._method = check, state, method

    def __call__(self, handle: Handle) -> int:
        """Return how much is open."""
        return len(_waiting(self._state, self._check.find(self._state, self._method)))


def _waiting(state: State, findings: list[Finding]) -> list[Finding]:
    return [one for one in open_findings(state, findings) if one.kind not in TOLD_ELSEWHERE]


class Publication(QObject):
    """Knows how much is open, shows that in the options, and lets somebody decide.

    Signals:
        counted: How many findings wait for a decision.

    Attributes:
        count: The same, None while it is not known.
        dialog: The one that is open, or None.
    """

    counted = Signal(int)

    def __init__(self, page: Page, options: ReportOptions) -> None:
        super().__init__(page)
        self._page = page
        self.counted.connect(options.show_open)
        options.check_requested.connect(self.show)
        self._check = PublicationCheck()
        self._extra = NameFinding(page, lambda: printed_texts(page.context.dialogue.state))
        self._extra.found.connect(self._take_names)
        self._extra.refused.connect(self._say_refusal)
        self._task: Task[int] | None = None
        self._stale = False
        self._asked = False
        self.count: int | None = None
        self.dialog: PublicationDialog | None = None

    # ── counting ────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Count anew, beside the window's own work."""
        if self._task is not None:
            self._stale = True
            return
        self._stale = False
        context = self._page.context
        work = _Look(self._check, context.dialogue.state.copy(), context.method())
        self._task = context.tasks.start(work)
        self._page.destroyed.connect(self._task.cancel)
        self._task.succeeded.connect(self._tell)
        self._task.finished.connect(self._finished)

    @Slot(object)
    def _tell(self, count: object) -> None:
        if isinstance(count, int):
            self.count = count
            self.counted.emit(count)

    @Slot()
    def _finished(self) -> None:
        self._task = None
        if self._stale:
            self.refresh()

    # ── deciding ────────────────────────────────────────────────────────────

    def before_saving(self, go_on: Callable[[], object]) -> bool:
        """Show what is open before the first report leaves; ``go_on`` is called when it may leave anyway.

        Returns False when there is nothing to show: the caller goes on by itself.
        """
        if self._asked:
            return False
        state = self._page.context.dialogue.state
        # Not by the count: that may still be under way.
        if not _waiting(state, self._findings()):
            return False
        self._asked = True
        self._show(go_on)
        return True

    @Slot()
    def show(self) -> PublicationDialog:
        """Open the dialog; the window goes on below it."""
        return self._show(None)

    def _show(self, go_on: Callable[[], object] | None) -> PublicationDialog:
        page = self._page
        # What is being typed is looked through as well.
        page.may_leave()
        dialog = PublicationDialog(page.context, self._findings(), page, saving=go_on is not None)
        dialog.decided.connect(self._decide)
        dialog.replaced.connect(self._replace)
        self._extra.show_in(dialog.extra)

        def ended(result: int) -> None:
            self.dialog = None
            dialog.deleteLater()
            if result == 2 and dialog.go is not None:
                page.navigate_requested.emit(dialog.go)
            elif result == QDialog.DialogCode.Accepted and go_on is not None:
                go_on()

        dialog.finished.connect(ended)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _findings(self) -> list[Finding]:
        context = self._page.context
        check, state, method = self._check, context.dialogue.state.copy(), context.method()
        # Among very many notes a first look takes its time: the window goes on painting.
        found = context.dialogue.store.patience.aside(
            lambda: check.find(state, method), self.tr("Looking through the texts…")
        )
        return [one for one in found if one.kind not in TOLD_ELSEWHERE]

    @Slot(object, str, str)
    def _decide(self, finding: Finding, verdict: str, reason: str) -> None:
        self._do(partial(decide, finding=finding, verdict=verdict, reason=reason))

    @Slot(object, str)
    def _replace(self, finding: Finding, text: str) -> None:
        self._do(partial(replace, finding=finding, text=text, names=self._check.names))

    @Slot(object)
    def _take_names(self, names: Names) -> None:
        # A look that is under way keeps what it began with; the next one knows more.
        self._check = PublicationCheck({**self._check.names, **names})
        self.refresh()
        if self.dialog is not None:
            self.dialog.show_findings(self._findings())

    @Slot(object)
    def _say_refusal(self, error: UserError) -> None:
        if self.dialog is not None:
            self.dialog.show_refusal(error)

    def _do(self, service: Callable[[SessionStore], object]) -> None:
        dialog = self.sender()
        if not isinstance(dialog, PublicationDialog):
            return
        try:
            service(self._page.context.dialogue.store)
        except UserError as error:
            # The notice bar lies behind the dialog.
            dialog.show_refusal(error)
            return
        dialog.show_findings(self._findings())
