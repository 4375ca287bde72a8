"""A step in which people do two kinds of work, such as grouping and advising: one page, one switch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.ui.kit.buttons import Segments
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.page import Page, Where
from facilitator.ui.kit.surfaces import Surface, column, row

MakePart = Callable[[Context, str, QWidget | None], Page]


class CombinedPage(Page):
    """Shows one of several pages of a step; what a hidden one missed it reads when it is shown."""

    def __init__(
        self,
        context: Context,
        step_id: str,
        makers: Sequence[tuple[str, MakePart]],
        parent: QWidget | None = None,
    ) -> None:
        """Make the parts; ``makers`` gives activity and page in order."""
        super().__init__(context, parent)
        theme = context.theme
        whole = column(self, theme, spacing=0)
        bar = Surface("top", self)
        line = row(bar, theme, (8, 24), spacing=8)
        names = {
            "meet": self.tr("Meet"),
            "capture": self.tr("Notes"),
            "group": self.tr("Group"),
            "advise": self.tr("Advise"),
        }
        choices = [(activity, names[activity]) for activity, _ in makers]
        self.switch = Segments(theme, choices, makers[0][0], bar)
        self.switch.chosen.connect(self.show_part)
        line.addWidget(self.switch)
        line.addStretch(1)
        whole.addWidget(bar)
        self._stack = QStackedWidget(self)
        whole.addWidget(self._stack, 1)
        self._parts: dict[str, Page] = {}
        for activity, make in makers:
            part = make(context, step_id, self._stack)
            part.navigate_requested.connect(self.navigate_requested)
            part.notice_requested.connect(self.notice_requested)
            part.notice_dismissed.connect(self.notice_dismissed)
            part.commands_changed.connect(self.commands_changed)
            part.action_requested.connect(self.action_requested)
            self._parts[activity] = part
            self._stack.addWidget(part)
        self._fresh = set(self._parts)

    def part(self) -> Page:
        """Return the page that is shown."""
        return self._parts[self.switch.value()]

    @Slot(str)
    def show_part(self, activity: str) -> None:
        """Show the page of ``activity``, unless the one shown keeps the person there."""
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not self._parts[activity] and not before.may_leave():
            kept = next(name for name, page in self._parts.items() if page is before)
            self.switch.set_value(kept)
            return
        self.switch.set_value(activity)
        self._stack.setCurrentWidget(self._parts[activity])
        if activity not in self._fresh:
            self._parts[activity].refresh(None)
            self._fresh.add(activity)
        self._parts[activity].first_focus().setFocus()
        self.commands_changed.emit()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Refresh the page that is shown; the others later."""
        self._fresh = {self.switch.value()}
        self.part().refresh(changes)

    def reveal(self, where: Where) -> None:
        """Show the part that shows it, and bring it into view there."""
        for activity, wanted in (("advise", where.advice), ("group", where.insight or where.goal)):
            if wanted and activity in self._parts:
                self.show_part(activity)
                break
        self.part().reveal(where)

    def first_focus(self) -> QWidget:
        """Return where the shown page wants the focus."""
        return self.part().first_focus()

    def panes(self) -> list[QWidget]:
        """Return the switch and the panes of the shown page."""
        return [self.switch, *self.part().panes()]

    def save_view(self) -> dict[str, object]:
        """Return the view of every part and which one is shown."""
        return {
            "shown": self.switch.value(),
            **{name: page.save_view() for name, page in self._parts.items()},
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Take up the view of every part."""
        for name, page in self._parts.items():
            kept = view.get(name)
            if isinstance(kept, Mapping):
                page.restore_view({str(key): value for key, value in kept.items()})
        if view.get("shown") in self._parts:
            self.show_part(str(view["shown"]))

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the shown page can do."""
        return self.part().commands()

    def may_leave(self) -> bool:
        """Ask every part."""
        return all(page.may_leave() for page in self._parts.values())

    def show_unsaved(self, notes: frozenset[str], state: str) -> None:
        """Mark them on every part."""
        for page in self._parts.values():
            page.show_unsaved(notes, state)

    def keep_draft(self) -> None:
        """Let every part keep its draft."""
        for page in self._parts.values():
            page.keep_draft()
