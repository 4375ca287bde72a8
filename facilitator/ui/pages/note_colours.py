"""What the colour of a paper tells (kind, basis, channel, table), and the letter that tells it too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from facilitator.domain.entities import BASES, CHANNELS, COLOURINGS, KINDS, Note
from facilitator.ui.kit.context import Context

_PAPERS = ("experience", "need", "strength", "wish", "worry", "idea")
"""Paper colours for what is no kind, in the order they are given out; unknown is white as a quote."""
_UNKNOWN = "quote"
NO_LETTER = "–"


@dataclass(frozen=True, slots=True)
class Ink:
    """How one value is told: the colour of the paper as a code for ``Theme.note``, letter and words."""

    paper: str
    letter: str
    words: str


class NoteColours(QObject):
    """Tells colour and letter of notes for one colouring at a time."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.colouring = COLOURINGS[0]

    def of(self, note: Note) -> Ink:
        """Return the ink of a note."""
        if self.colouring == "basis":
            return self._basis(note.basis)
        if self.colouring == "channel":
            meeting = self._context.dialogue.state.meeting(note.meeting)
            return self._channel(meeting.channel if meeting is not None else "")
        if self.colouring == "table":
            return self._table(note.table)
        return self._kind(note.kind)

    def legend(self) -> list[Ink]:
        """Return the ink of every value there can be; for tables those with a colour of their own."""
        if self.colouring == "basis":
            return [self._basis(code) for code in BASES]
        if self.colouring == "channel":
            return [self._channel(code) for code in (*CHANNELS, "")]
        if self.colouring == "table":
            return [self._table(number) for number in (*range(1, len(_PAPERS) + 1), 0)]
        return [self._kind(code) for code in KINDS]

    def words(self, colouring: str) -> str:
        """Return the name of a colouring."""
        names = {
            "kind": self.tr("Kind of note"),
            "basis": self.tr("How the speaker knows"),
            "channel": self.tr("Kind of meeting"),
            "table": self.tr("Table"),
        }
        return names[colouring]

    def _kind(self, code: str) -> Ink:
        words = self._context.words
        return Ink(code, words.kind_letter(code), words.kind(code))

    def _basis(self, code: str) -> Ink:
        words = self._context.words
        paper = _PAPERS[BASES.index(code)] if code in BASES else _UNKNOWN
        return Ink(paper, words.text("basis_letters", code, fallback=NO_LETTER), words.basis(code))

    def _channel(self, code: str) -> Ink:
        words = self._context.words
        if code not in CHANNELS:
            return Ink(_UNKNOWN, NO_LETTER, self.tr("No meeting"))
        letter = words.text("channel_letters", code, fallback=NO_LETTER)
        return Ink(_PAPERS[CHANNELS.index(code)], letter, words.channel(code))

    def _table(self, number: int) -> Ink:
        if number < 1:
            return Ink(_UNKNOWN, NO_LETTER, self.tr("No table"))
        name = self.tr("Table {number}").format(number=number)
        return Ink(_PAPERS[(number - 1) % len(_PAPERS)], str(number), name)
