"""Where the focus is on a page, told so that it can be found back on a page built anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

Place = tuple[str, str, int]
"""Object name, class and how many of that class come before it on the page."""


def place_of(widget: QWidget | None, page: QWidget) -> Place | None:
    """Return where a widget is on its page, or None when it is not on it."""
    if widget is None or not page.isAncestorOf(widget):
        return None
    alike = [found for found in page.findChildren(QWidget) if type(found) is type(widget)]
    return widget.objectName(), type(widget).__name__, alike.index(widget)


def widget_at(place: Place | None, page: QWidget) -> QWidget | None:
    """Return the widget that stands at ``place`` on another page of the same class."""
    if place is None:
        return None
    name, kind, number = place
    named = page.findChild(QWidget, name) if name else None
    alike = [found for found in page.findChildren(QWidget) if type(found).__name__ == kind]
    return named or (alike[number] if number < len(alike) else None)
