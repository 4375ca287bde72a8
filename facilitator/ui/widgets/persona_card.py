"""One persona in large type, to read aloud at the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.entities import Persona
from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.persona_text import persona_text
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, QUESTION, TITLE, Theme

READABLE = 720
"""Lines no longer than this at 100 %."""


class PersonaCard(Surface):
    """Portrait, name, age, line, story and needs; scrolls when it does not fit.

    Signals:
        step_requested: +1 for the next persona, -1 for the one before.
    """

    step_requested = Signal(int)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._theme = theme
        self._language = language
        self._shown: Persona | None = None
        whole = column(self, theme, (4,) * 4, spacing=0)
        self._scroll = ScrollColumn(theme, self, (20, 24), spacing=12)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(self.tr("The persona’s story"))
        whole.addWidget(self._scroll)
        self.portrait = Portrait(theme, round(104 * theme.gap(100) / theme.px(100)), self)
        self._name = PlainLabel(font=theme.font(QUESTION, bold=True), wrap=True)
        self._age = PlainLabel(font=theme.font(LEAD), tone="quiet", wrap=True)
        self._line = PlainLabel(font=theme.font(TITLE), wrap=True)
        self._story = PlainLabel(font=theme.font(LEAD), wrap=True)
        self._needs_title = PlainLabel(
            self.tr("What helps?"), font=theme.font(BODY, bold=True), tone="primary"
        )
        self._needs = PlainLabel(font=theme.font(LEAD), wrap=True)
        self._scroll.body.addLayout(self._head())
        for label in (self._line, self._story, self._needs_title, self._needs):
            # Only the height for the width it gets counts, not a minimum for some other width.
            policy = label.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            label.setSizePolicy(policy)
            self._scroll.body.addWidget(label)
        self._scroll.body.addStretch(1)

    def _head(self) -> QVBoxLayout:
        theme = self._theme
        whole = QVBoxLayout()
        line = row(None, theme, spacing=20)
        words = QVBoxLayout()
        words.setSpacing(theme.gap(4))
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._age)
        words.addStretch(1)
        line.addWidget(self.portrait)
        line.addLayout(words, 1)
        back = IconButton(theme, "chevron-left", self.tr("Previous persona"), self, variant="secondary")
        on = IconButton(theme, "chevron-right", self.tr("Next persona"), self, variant="secondary")
        back.clicked.connect(lambda: self.step_requested.emit(-1))
        on.clicked.connect(lambda: self.step_requested.emit(1))
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(on, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(line)
        return whole

    def show_persona(self, persona: Persona) -> None:
        """Show this persona, from the top; the one already shown stays where reading had come to."""
        if persona == self._shown:
            return
        self._shown = persona
        self.portrait.show_person(persona.portrait, persona.name)
        self._name.setText(persona.name)
        texts = {
            field: persona_text(persona, field, self._language) for field in ("age", "line", "story", "needs")
        }
        self._set(self._age, texts["age"])
        self._set(self._line, texts["line"])
        self._set(self._story, texts["story"])
        self._set(self._needs, texts["needs"])
        self._needs_title.setVisible(bool(texts["needs"]))
        self._scroll.verticalScrollBar().setValue(0)

    def _set(self, label: PlainLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Long lines read badly: what is wider than wanted becomes margin. (A largest width of the labels
        # would not do: the layout asks their height for the width it has, not for the one they take.)
        margins = self._scroll.body.contentsMargins()
        room = self.width() - margins.left() - self._theme.px(READABLE) - self._theme.px(12)
        margins.setRight(max(self._theme.gap(24), room))
        self._scroll.body.setContentsMargins(margins)

    def wanted_height(self, width: int) -> int:
        """Return the height at which nothing needs to scroll."""
        inner = self._scroll.widget()
        return inner.heightForWidth(max(width - 12, 100)) + 12 if inner is not None else 0
