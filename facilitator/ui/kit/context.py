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
    """Read it in the constructor; when what shows of it changes the page is built anew.

    Attributes:
        read_settings: Gives the settings of now, also those that changed without anything built anew.
        session: The open dialogue, or None on the start page.
        now: The clock; tests give their own.
        tasks: Runs long work off the GUI thread.
    """

    theme: Theme
    language: str
    library: Library
    read_settings: Callable[[], Settings]
    session: Session | None
    words: Words
    tasks: TaskRunner
    now: Callable[[], datetime] = field(default=datetime.now)

    @property
    def settings(self) -> Settings:
        """Return the settings of now."""
        return self.read_settings()

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
    read_settings: Callable[[], Settings] | None = None,
) -> Context:
    """Put a context together from the settings; without ``read_settings`` they stay as they are."""
    return Context(
        theme=load_theme(settings.theme, settings.text_scale),
        language=settings.language,
        library=library,
        read_settings=read_settings or (lambda: settings),
        session=session,
        words=Words(settings.language),
        tasks=tasks or TaskRunner(),
        now=now,
    )
