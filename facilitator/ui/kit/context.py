"""What a page may know of the world around it, given once in its constructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from facilitator.content.library import Library
from facilitator.domain.method import Method
from facilitator.services.dialogue import method_of
from facilitator.services.settings import Settings
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.tasks import TaskRunner
from facilitator.ui.kit.theme import Theme, load_theme


@dataclass(frozen=True)
class Context:
    """Read it in the constructor; when anything of it changes the page is built anew.

    Attributes:
        session: The open dialogue, or None on the start page.
        now: The clock; tests give their own.
        tasks: Runs long work off the GUI thread.
    """

    theme: Theme
    language: str
    library: Library
    settings: Settings
    session: Session | None
    words: Words
    tasks: TaskRunner
    now: Callable[[], datetime] = field(default=datetime.now)

    @property
    def dialogue(self) -> Session:
        """Return the open session; for pages that exist only while one is open."""
        if self.session is None:
            raise RuntimeError("this page needs an open dialogue")
        return self.session

    def method(self) -> Method:
        """Return the method of the open dialogue in the language of the window."""
        return method_of(self.dialogue.store, self.language)


def build_context(
    library: Library,
    settings: Settings,
    session: Session | None = None,
    *,
    tasks: TaskRunner | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> Context:
    """Put a context together from the settings."""
    return Context(
        theme=load_theme(settings.theme, settings.text_scale),
        language=settings.language,
        library=library,
        settings=settings,
        session=session,
        words=Words(settings.language),
        tasks=tasks or TaskRunner(),
        now=now,
    )
