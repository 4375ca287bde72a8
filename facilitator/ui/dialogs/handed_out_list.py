"""The files that were made of a dialogue on this laptop, and that no erasing changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from facilitator.services.handed_out import HandedOut
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.language import day_text
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, SMALL

SHOWN = 6


def day_of(context: Context, one: HandedOut) -> str:
    """Return the day a file was made, in words."""
    return day_text(one.day, context.language, context.now().date())


class HandedOutList(Surface):
    """Names the newest of them, each with its day and place."""

    def __init__(self, context: Context, files: Sequence[HandedOut], parent: QWidget | None = None) -> None:
        super().__init__("warning", parent)
        theme = context.theme
        inside = column(self, theme, (12, 16), spacing=6)
        title = self.tr("%n file(s) made on this computer may still hold the words", "", len(files))
        inside.addWidget(PlainLabel(title, self, font=theme.font(BODY, bold=True), wrap=True))
        for one in files[:SHOWN]:
            line = self.tr("{name}, {day}").format(name=one.path.name, day=day_of(context, one))
            label = ElidedLabel(line, self, font=theme.font(SMALL))
            plain_tooltip(label, str(one.path))
            inside.addWidget(label)
            inside.addWidget(ElidedLabel(str(one.path.parent), self, font=theme.font(SMALL), tone="quiet"))
        if len(files) > SHOWN:
            more = self.tr("and %n more", "", len(files) - SHOWN)
            inside.addWidget(PlainLabel(more, self, font=theme.font(SMALL), tone="quiet"))
        advice = self.tr(
            "They stay as they are. Remove them yourself, make them anew, or ask who has them to."
        )
        inside.addWidget(PlainLabel(advice, self, font=theme.font(SMALL), wrap=True))
