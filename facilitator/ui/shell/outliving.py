"""What stays when the page or the dialogue it came from is gone: notices, drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page


def after_rebuild(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices for a window built anew: a button that needs an old page goes, the words stay."""
    return tuple(_without_page(notice) for notice in notices)


def after_close(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return the notices that still hold with another dialogue, or none: those that offer nothing."""
    return tuple(n for n in notices if n.action is None and n.second_action is None)


def holds_draft(view: Mapping[object, object]) -> bool:
    """Tell whether a saved view has text under a key ``draft``, at any depth: not in the dialogue yet."""
    return any(
        holds_draft(value) if isinstance(value, Mapping) else key == "draft" and bool(str(value).strip())
        for key, value in view.items()
    )


def _without_page(notice: Notice) -> Notice:
    if _needs_page(notice.action):
        notice = replace(notice, action_label="", action=None)
    if _needs_page(notice.second_action):
        notice = replace(notice, second_label="", second_action=None)
    return notice


def _needs_page(action: Callable[[], object] | None) -> bool:
    while isinstance(action, partial):
        action = action.func
    owner = getattr(action, "__self__", None)
    holder = owner if isinstance(owner, QObject) else None
    while holder is not None and not isinstance(holder, Page):
        holder = holder.parent()
    return holder is not None
