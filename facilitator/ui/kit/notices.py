"""What the notice bar says: what happened, what to do, and perhaps a button that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.kit.messages import Words

_CALM = frozenset({"store.readonly"})
"""Refused because that was agreed before: nothing is the matter."""

NOTICE_KINDS = ("info", "warning", "error")


@dataclass(frozen=True)
class Notice:
    """One message to the person at the keyboard.

    Attributes:
        kind: One of ``NOTICE_KINDS``; an info goes by itself, the others stay until dismissed.
        text: Plain words: what happened, and what to do.
        action_label: Verb on the button, or empty for no button.
        action: What the button does; the notice goes when it is pressed.
        key: A later notice with the same key replaces this one; ``dismiss_notice(key)`` takes it away.
    """

    kind: str
    text: str
    action_label: str = ""
    action: Callable[[], object] | None = None
    key: str = ""
    second_label: str = ""
    second_action: Callable[[], object] | None = None


def refusal(words: Words, error: UserError) -> Notice:
    """Return the notice that tells a refused wish in plain words."""
    return Notice("warning" if error.code in _CALM else "error", words.error(error), key=error.code)


@runtime_checkable
class TellsRefusals(Protocol):
    """A window or dialog that can say what was refused."""

    def show_refusal(self, error: UserError) -> None:
        """Say in plain words what was refused."""
        ...


def tell_refusal(widget: QWidget, error: UserError) -> None:
    """Let the nearest dialog or window around ``widget`` say what was refused."""
    holder = widget.parentWidget()
    while holder is not None:  # pyright: ignore[reportUnnecessaryComparison]
        if isinstance(holder, TellsRefusals):
            holder.show_refusal(error)
            return
        holder = holder.parentWidget()
