"""The gate at the end of a step: what must be true to go on, and the buttons to go on or back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.gates import Weighed
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme


class _Tick(QWidget):
    """A condition people tick: a box with words that wrap, both of which can be clicked."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, weighed: Weighed, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = weighed.condition.id
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap(4))
        self.box = QCheckBox(self)
        self.box.setAccessibleName(weighed.condition.text)
        self.box.setChecked(weighed.met)
        self._words = PlainLabel(weighed.condition.text, self, font=theme.font(BODY), wrap=True)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self._words.setBuddy(self.box)
        self._words.installEventFilter(self)
        self.box.toggled.connect(self._tell)

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        self.ticked.emit(self._id, on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._words and self.box.isEnabled() and event.type() == QEvent.Type.MouseButtonRelease:
            self.box.toggle()
            return True
        return super().eventFilter(watched, event)


class GatePanel(QWidget):
    """The conditions of one gate with their state.

    Signals:
        ticked: Id of a condition and whether people say it is met.
    """

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._readonly = False
        self._shown: tuple[tuple[Weighed, ...], str | None] | None = None
        whole = column(self, theme, spacing=8)
        self._heading = PlainLabel(self.tr("Before we go on"), font=theme.font(BODY, bold=True), wrap=True)
        whole.addWidget(self._heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.gap(6))
        whole.addLayout(self._rows)
        self._overruled = Surface("tint", self)
        inside = column(self._overruled, theme, (8, 12), spacing=2)
        inside.addWidget(
            PlainLabel(self.tr("We went on anyway"), font=theme.font(SMALL, bold=True), wrap=True)
        )
        self._reason = PlainLabel(font=theme.font(SMALL), wrap=True)
        inside.addWidget(self._reason)
        self._overruled.hide()
        whole.addWidget(self._overruled)

    def set_readonly(self) -> None:
        """Let nothing be ticked; for before the conditions are shown."""
        self._readonly = True

    def set_gate(self, conditions: Sequence[Weighed], overruled: str | None) -> None:
        """Show these conditions, and why the group went on anyway if it did."""
        wanted = (tuple(conditions), overruled)
        if wanted == self._shown:
            return
        self._shown = wanted
        focus = self.focusWidget()
        held = focus.accessibleName() if isinstance(focus, QCheckBox) and focus.hasFocus() else ""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for weighed in conditions:
            line = self._line(weighed)
            self._rows.addWidget(line)
            if isinstance(line, _Tick) and line.box.accessibleName() == held:
                line.box.setFocus()
        self._heading.setVisible(bool(conditions))
        self._reason.setText(overruled or "")
        self._overruled.setVisible(overruled is not None)

    def _line(self, weighed: Weighed) -> QWidget:
        if weighed.by_hand:
            tick = _Tick(self._theme, weighed, self)
            tick.ticked.connect(self.ticked)
            tick.box.setEnabled(not self._readonly)
            return tick
        theme = self._theme
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(theme.px(6), 0, 0, 0)
        layout.setSpacing(theme.gap(10))
        mark = PlainLabel("", line)
        name, colour = ("check", theme.good) if weighed.met else ("minus", theme.quiet)
        mark.setPixmap(pixmap(name, colour, theme.px(18), self.devicePixelRatioF()))
        mark.setFixedSize(theme.px(20), theme.px(22))
        words = PlainLabel(weighed.condition.text, line, font=theme.font(BODY), wrap=True)
        words.set_tone("" if weighed.met else "quiet")
        state = self.tr("met") if weighed.met else self.tr("still open")
        words.setAccessibleName(f"{weighed.condition.text}: {state}")
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)
        return line

    def boxes(self) -> list[QCheckBox]:
        """Return the boxes people can tick, in order."""
        found = [self._rows.itemAt(n).widget() for n in range(self._rows.count())]  # pyright: ignore[reportOptionalMemberAccess]
        return [line.box for line in found if isinstance(line, _Tick)]


class GateButtons(QWidget):
    """The way back and the way on.

    Signals:
        on_requested, back_requested: The person wants to go there.
        conditions_requested: The person wants to see what is open.
    """

    conditions_requested = Signal()
    on_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scarce = False
        whole = column(self, theme, spacing=6)
        self.still = Button(theme, "", self, variant="row", icon="list")
        self.still.setFont(theme.font(SMALL))
        self.still.setMinimumWidth(theme.px(80))
        whole.addWidget(self.still)
        line = row(None, theme, spacing=8)
        self.back = IconButton(theme, "arrow-left", self.tr("Previous step"), self, variant="secondary")
        self.on = Button(theme, "", self, variant="primary")
        self.on.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.on.setMinimumWidth(theme.px(80))
        line.addWidget(self.back)
        line.addWidget(self.on, 1)
        whole.addLayout(line)
        self.still.clicked.connect(self.conditions_requested)
        self.back.clicked.connect(self.back_requested)
        self.on.clicked.connect(self.on_requested)

    def set_scarce(self, scarce: bool) -> None:
        """Leave out what can be seen elsewhere, where height is scarce."""
        self._scarce = scarce
        self.still.setVisible(bool(self.still.words()) and not scarce)

    def set_ways(self, on: str, back: str, open_count: int) -> None:
        """Name the way on and the way back (empty: there is none) and tell how much is still open."""
        self.on.set_words(on)
        self.on.setVisible(bool(on))
        self.back.setEnabled(bool(back))
        if back:
            self.back.setAccessibleName(back)
            plain_tooltip(self.back, back)
        self.still.set_words(self.tr("%n condition(s) still open", "", open_count) if open_count else "")
        self.set_scarce(self._scarce)
