"""How a note of the open dialogue looks and sounds in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.domain.entities import Note
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.note_face import NoteFace
from facilitator.ui.kit.pictures import Thumbnails
from facilitator.ui.pages.note_colours import NoteColours


class NoteFaces(QObject):
    """Describes notes for a list or a board; remembers the names of personas.

    Attributes:
        colours: What the colour of the papers tells.
        pictures: Decoded pictures of the dialogue.
    """

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._names: dict[str, str] = {}
        self.colours = NoteColours(context, self)
        self.pictures = Thumbnails(context.dialogue.state)

    def forget(self) -> None:
        """Ask for the names anew, because personas changed."""
        self._names.clear()

    def name(self, persona: str) -> str:
        """Return the name of a persona, or the words for nobody in particular."""
        found = self._names.get(persona)
        if found is None:
            entity = self._context.dialogue.state.persona(persona) if persona else None
            found = entity.name if entity is not None else self.tr("nobody in particular")
            self._names[persona] = found
        return found

    def __call__(self, note: Note) -> NoteFace:
        """Return the face of one note."""
        words = self._context.words
        name = self.name(note.persona)
        second = words.kind(note.kind) if note.kind == "quote" else words.basis(note.basis)
        parts = [name, second[:1].lower() + second[1:]]
        if note.table:
            parts.append(self.tr("table {number}").format(number=note.table))
        spoken = [words.kind(note.kind), name, words.basis(note.basis)]
        if note.starred:
            spoken.append(self.tr("key quote"))
        if note.parked is not None:
            spoken.append(self.tr("set aside: {reason}").format(reason=note.parked))
        places = self._places(note)
        if places:
            spoken.append(self.tr("with %n insight(s)", "", places))
        picture = self.pictures.of(note.picture)
        if picture is not None:
            seen = self._context.dialogue.state.picture(note.picture)
            description = seen.description if seen is not None else ""
            spoken.append(self.tr("picture: {text}").format(text=description or self.tr("not described")))
        ink = self.colours.of(note)
        return NoteFace(
            text=note.text,
            kind=note.kind,
            letter=ink.letter,
            footer=" · ".join(parts),
            starred=note.starred,
            parked=note.parked is not None,
            spoken=f"{note.text} ({', '.join(spoken)})",
            places=places,
            paper=ink.paper,
            picture=picture,
        )

    def _places(self, note: Note) -> int:
        """Return with how many insights it lies when that is more than one, else 0."""
        if len(note.insights) < 2:
            return 0
        state = self._context.dialogue.state
        living = sum(state.insight(id) is not None for id in note.insights)
        return living if living > 1 else 0
