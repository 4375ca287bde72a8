"""The base of all pages: what the main window asks of them and what they may ask of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.ui.kit.context import Context

PAGES = ("start", "setup", "step", "report", "locked")


@dataclass(frozen=True, slots=True)
class Where:
    """What to bring into view on a page; a page passes over what it does not show.

    Attributes:
        persona: Whose notes, as the pane of personas names them; None leaves that as it is.
    """

    persona: str | None = None
    note: str = ""
    insight: str = ""
    goal: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """A wish to see another page; ``argument`` is the step id when ``page`` is ``step``.

    Attributes:
        where: What to bring into view there; it is the same page whatever that is.
    """

    page: str
    argument: str = ""
    where: Where | None = field(default=None, compare=False)


class Page(QWidget):
    """One screen of the window.

    Signals:
        navigate_requested: A Go.
        notice_requested: A Notice to show in the bar.
        notice_dismissed: The key of a notice that has become untrue.
        commands_changed: The answer of ``commands()`` may differ now.
        action_requested: The id of an action of the table that the main window should do.
        open_requested: The path of a file to open.
        deed_requested: Something to do with files that are kept or damaged.
    """

    navigate_requested = Signal(object)
    notice_requested = Signal(object)
    notice_dismissed = Signal(str)
    commands_changed = Signal()
    action_requested = Signal(str)
    open_requested = Signal(object)
    deed_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the dialogue as it is now; None means: read everything anew."""

    def first_focus(self) -> QWidget:
        """Return the widget that gets the focus when the page is shown."""
        return self

    def panes(self) -> list[QWidget]:
        """Return the areas F6 goes round, in reading order; a hidden one is passed over."""
        return []

    def save_view(self) -> dict[str, object]:
        """Return what the eye sees but the dialogue does not hold: drafts, choice, scroll."""
        return {}

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up what ``save_view`` of an earlier page of this class gave."""

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions of the action table this page can do now."""
        return {}

    def reveal(self, where: Where) -> None:
        """Bring into view what is asked for, if it is shown here."""

    def show_unsaved(self, notes: frozenset[str], state: str) -> None:
        """Mark the notes that the dialogue's own file lacks as ``kept`` on this laptop, or ``unsaved``."""

    def show_drop(self, on: bool) -> None:
        """Show that a file hangs above the window, or no longer."""

    def may_leave(self) -> bool:
        """Commit or keep what is being typed; False keeps the page on screen."""
        return True

    def keep_draft(self) -> None:
        """Make something lasting of a draft: the dialogue is about to close."""
