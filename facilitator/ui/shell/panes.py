"""F6: from one area of the page to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def cycle(panes: Sequence[QWidget], *, backwards: bool = False) -> QWidget | None:
    """Give the focus to the pane after (or before) the one that has it; return the widget that got it."""
    shown = [pane for pane in panes if pane.isVisible() and _target(pane) is not None]
    if not shown:
        return None
    focus = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(shown) if focus is not None and _holds(pane, focus)), None)
    if here is None:
        place = len(shown) - 1 if backwards else 0
    else:
        place = (here + (-1 if backwards else 1)) % len(shown)
    target = _target(shown[place])
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return target


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _target(pane: QWidget) -> QWidget | None:
    """Return the first widget of the pane that takes the focus."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus and pane.isEnabled():
        return pane
    step = pane.nextInFocusChain()
    while step is not None and step is not pane:  # pyright: ignore[reportUnnecessaryComparison]
        takes = step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isEnabled() and step.isVisible()
        if takes and pane.isAncestorOf(step):
            return step
        step = step.nextInFocusChain()
    return None
