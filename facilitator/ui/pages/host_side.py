"""The host's side of any step page: prompts, time, gate, and going on or back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from facilitator.domain.changes import ChangeSet
from facilitator.domain.gates import Weighed, weigh
from facilitator.domain.method import Step
from facilitator.services.dialogue import overrule_gate, tick_condition
from facilitator.ui.dialogs.overrule_dialog import OverruleDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.widgets.host_pane import HostPane

WEIGH_AFTER_MS = 400
"""Weighing looks at all notes: it waits until typing pauses."""


class HostSide(QObject):
    """Holds the pane ``pane`` of a page and does what it asks; the page puts the pane in its layout."""

    def __init__(self, page: Page, step_id: str) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        method = self._context.method()
        self.step: Step = method.step(step_id) or method.steps[0]
        place = method.index(self.step.id)
        self._next = method.steps[place + 1] if place + 1 < len(method.steps) else None
        self._before = method.steps[place - 1] if place > 0 else None
        self._next_number = place + 2
        self._weighed: list[Weighed] = []
        self.pane = HostPane(self._context.theme, page)
        if self._context.dialogue.store.readonly:
            self.pane.gate.set_readonly()
        self.pane.prompts.set_parts(self.step.parts)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WEIGH_AFTER_MS)
        self._later.timeout.connect(self.weigh_now)
        self.pane.gate.ticked.connect(self._tick)
        self.pane.buttons.on_requested.connect(self.go_on)
        self.pane.buttons.back_requested.connect(self.go_back)
        self.pane.prompts.part_ended.connect(self._tell_end)
        self.pane.prompts.part_changed.connect(self._forget_end)

    def fit(self) -> None:
        """Fold or unfold the pane for the width the page has."""
        self.pane.fit(self._page.width())

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the gate as it is now; after an edit a moment later."""
        if changes is None or "gate" in changes.entities:
            self.weigh_now()
        else:
            self._later.start()

    @Slot()
    def weigh_now(self) -> None:
        """Weigh the conditions of the gate and show them."""
        self._later.stop()
        state = self._context.dialogue.state
        self._weighed = weigh(state, self.step)
        still_open = sum(not item.met for item in self._weighed)
        overruled = state.gate(self.step.id).overruled if still_open else None
        self.pane.gate.set_gate(self._weighed, overruled)
        self.pane.set_ways(self._way_on(), self._way_back(), still_open)

    def _way_on(self) -> str:
        if self._next is None:
            return self.tr("To the report")
        return self.tr("To step {number}: {step}").format(number=self._next_number, step=self._next.short)

    def _way_back(self) -> str:
        if self._before is None:
            return self.tr("To the set-up")
        return self.tr("Back to step {number}: {step}").format(
            number=self._next_number - 2, step=self._before.short
        )

    @Slot(str, bool)
    def _tick(self, condition: str, on: bool) -> None:
        session = self._context.dialogue
        session.run(tick_condition, self.step.id, condition, on)
        if (condition in session.state.gate(self.step.id).checked) != on:
            # Refused: the box goes back to what is true.
            self.pane.gate.set_gate([], None)
            self.weigh_now()

    @Slot()
    def go_on(self) -> None:
        """Go to the next step; asks for a reason when something is open and none was given yet."""
        self.weigh_now()
        session = self._context.dialogue
        open_texts = [item.condition.text for item in self._weighed if not item.met]
        if open_texts and session.state.gate(self.step.id).overruled is None and not session.store.readonly:
            going_to = self._next.short if self._next is not None else self.tr("the report")
            reason = OverruleDialog.ask(self._context, self._page, open_texts, going_to)
            if reason is None:
                return
            session.run(overrule_gate, self.step.id, reason)
            if session.state.gate(self.step.id).overruled is None:
                return
        self._page.navigate_requested.emit(Go("step", self._next.id) if self._next else Go("report"))

    @Slot()
    def go_back(self) -> None:
        """Go to the step before, or to the set-up from the first one."""
        self._page.navigate_requested.emit(Go("step", self._before.id) if self._before else Go("setup"))

    @Slot(str)
    def _tell_end(self, part: str) -> None:
        if self._context.settings.sound:
            QApplication.beep()
        last = self.pane.prompts.at >= len(self.step.parts) - 1
        text = self.tr("The time for ‘{part}’ is up. Finish calmly; nothing stops.").format(part=part)
        label = "" if last else self.tr("Next part")
        action = None if last else self.pane.prompts.part_on
        self._page.notice_requested.emit(Notice("info", text, label, action, key=self._end_key()))

    @Slot()
    def _forget_end(self) -> None:
        self._page.notice_dismissed.emit(self._end_key())

    def _end_key(self) -> str:
        return f"part.ended.{self.step.id}"

    def set_hint(self, title: str, text: str) -> None:
        """Show a remark for the host under the questions."""
        self.pane.prompts.set_hint(title, text)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the actions of this side."""
        prompts = self.pane.prompts
        found: dict[str, Callable[[], object]] = {
            "step_on": self.go_on,
            "step_back": self.go_back,
            "fold_right": self.pane.toggle,
        }
        if self.step.parts:
            found |= {
                "part_on": prompts.part_on,
                "part_back": prompts.part_back,
                "part_time": prompts.toggle_time,
            }
        return found

    def save_view(self) -> dict[str, object]:
        """Return the part shown, its time, and whether the pane was folded by hand."""
        return self.pane.save_view()

    def restore_view(self, view: object) -> None:
        """Take up what ``save_view`` gave."""
        if isinstance(view, Mapping):
            self.pane.restore_view(dict(view))
