"""The personas of a step as rows, choices and a hint about who is hardly heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from facilitator.domain.entities import Persona
from facilitator.ui.kit.actions import keys_text
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.persona_text import persona_text
from facilitator.ui.widgets.capture_bar import Choice
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY, PersonaRow

FUNCTION_KEYS = 12
PERSONA_KEYS = tuple(f"Ctrl+F{n}" for n in range(1, FUNCTION_KEYS + 1)) + tuple(
    f"Ctrl+Shift+F{n}" for n in range(1, FUNCTION_KEYS + 1)
)
"""One key for each of the first 24 personas; none of them ever types anything."""
ENOUGH = 12
"""Only from this many notes on it says something that a persona has few."""
NAMED = 2


class PersonaRows(QObject):
    """Makes what panes and chips show of the personas, in the language of the window."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = context.language

    def rows(self, personas: Sequence[Persona], counts: Mapping[str, int]) -> list[PersonaRow]:
        """Return everyone, the personas, and nobody in particular when that is used."""
        few = {persona.id for persona in hardly_heard(personas, counts)}
        found = [self._plain(EVERYONE, self.tr("Everyone"), sum(counts.values()))]
        for place, persona in enumerate(personas):
            keys = keys_text(PERSONA_KEYS[place]) if place < len(PERSONA_KEYS) else ""
            count = counts.get(persona.id, 0)
            line = persona_text(persona, "age", self._language) or persona_text(
                persona, "line", self._language
            )
            spoken = [persona.name, line, self.tr("%n note(s)", "", count)]
            if persona.id in few:
                spoken.append(self.tr("hardly heard yet"))
            spoken.append(keys)
            found.append(
                PersonaRow(
                    id=persona.id,
                    name=persona.name,
                    line=line,
                    portrait=persona.portrait,
                    count=count,
                    few=persona.id in few,
                    keys=keys,
                    cap=keys.split(" ", 1)[1] if " " in keys else keys,
                    spoken=". ".join(part for part in spoken if part),
                )
            )
        # Notes of a hidden persona are still theirs: they show under everyone alone.
        others = counts.get(NOBODY, 0)
        if others:
            found.append(self._plain(NOBODY, self.tr("Nobody in particular"), others))
        return found

    def _plain(self, id: str, name: str, count: int) -> PersonaRow:
        spoken = f"{name}. {self.tr('%n note(s)', '', count)}"
        return PersonaRow(id, name, "", "", count, False, "", "", spoken)

    def choices(self, personas: Sequence[Persona]) -> list[Choice]:
        """Return whom a new note can be about."""
        found = [
            Choice(
                persona.id,
                persona.name,
                keys_text(PERSONA_KEYS[place]) if place < len(PERSONA_KEYS) else "",
                portrait=persona.portrait,
            )
            for place, persona in enumerate(personas)
        ]
        return [*found, Choice(NOBODY, self.tr("Nobody in particular"))]

    def hint(self, personas: Sequence[Persona], counts: Mapping[str, int]) -> tuple[str, str]:
        """Return title and text of a remark about who is hardly heard; both empty when all is well."""
        few = hardly_heard(personas, counts)
        if not few:
            return "", ""
        named = [
            self.tr("{name} ({notes})").format(
                name=persona.name, notes=self.tr("%n note(s)", "", counts.get(persona.id, 0))
            )
            for persona in few[:NAMED]
        ]
        text = self.tr("Hardly heard yet: {names}. Ask who recognises this.").format(names=", ".join(named))
        return self.tr("Take note"), text


def hardly_heard(personas: Sequence[Persona], counts: Mapping[str, int]) -> list[Persona]:
    """Return the personas with less than half the average number of notes, fewest first.

    Nobody is, while there are too few notes for it to mean anything.
    """
    total = sum(counts.get(persona.id, 0) for persona in personas)
    if total < ENOUGH or len(personas) < 2:
        return []
    average = total / len(personas)
    few = [persona for persona in personas if counts.get(persona.id, 0) < average / 2]
    return sorted(few, key=lambda persona: counts.get(persona.id, 0))
