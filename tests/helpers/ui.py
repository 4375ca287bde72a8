"""Windows under test: a context as the program makes it, and the application dressed for it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QApplication

from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.context import Context, build_context
from facilitator.ui.kit.language import Translators
from facilitator.ui.kit.theme import Theme, apply_theme
from tests.helpers.shelf import shelf

NOON = datetime(2026, 11, 14, 12, 40)


def dress(theme: Theme, language: str = "nl") -> None:
    """Give the application the look and the language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, theme)
    found = app.findChild(Translators)
    (found or Translators(app)).switch(language)


def make_context(
    store: SessionStore | None = None,
    *,
    language: str = "nl",
    theme: str = "light",
    scale: int = 100,
) -> Context:
    """Return a context on ``store``; it is always 14 November 2026, 12:40."""
    settings = Settings(language=language, theme=theme, text_scale=scale, source="laptop-1")
    session = Session(store) if store is not None else None
    context = build_context(shelf(), settings, session, now=lambda: NOON)
    dress(context.theme, language)
    return context
