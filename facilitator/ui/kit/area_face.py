"""What a view needs to know of an area or a frame of a board to draw and speak it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreaFace:
    """The look of one area or frame.

    Attributes:
        title: Its name, or the words for one without.
        named: False when ``title`` only says that it has no name yet.
        count: Its notes in words ("12 notities").
        mix: Who they are about ("Fatima 6 · Mieke 2"), or what else is worth a line.
        letter: Letter or number beside the title.
        paper: Code of the kind whose colour stands for it, or empty.
        spoken: What a screen reader says; empty when title, count and mix say it all.
    """

    title: str
    count: str = ""
    mix: str = ""
    letter: str = ""
    paper: str = ""
    named: bool = True
    spoken: str = ""

    @property
    def line(self) -> str:
        """Return count and mix on one line."""
        return " · ".join(part for part in (self.count, self.mix) if part)

    @property
    def said(self) -> str:
        """Return the words for a screen reader."""
        return self.spoken or ", ".join(part for part in (self.title, self.count, self.mix) if part)
