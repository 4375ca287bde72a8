"""The one model that the canvas and the outline of a board share: what lies there, what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from PySide6.QtCore import QObject, Signal

from facilitator.domain.board import BY_HAND, Area, Frame, Plan, Touched, flow_plan
from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import Note
from facilitator.domain.state import State
from facilitator.ui.kit.area_face import AreaFace
from facilitator.ui.kit.note_face import NoteFace

Describe = Callable[[Note], NoteFace]
DescribeArea = Callable[[Area | Frame], AreaFace]

_NAMES = frozenset({"persona", "meeting"})
"""Entities whose words stand on every card."""
_TITLES = frozenset({"insight", "goal"})
_TIDIED = "board.tidied"


def area_of_key(area: Area | Frame) -> AreaFace:
    """Return a face that only tells the key: for boards whose areas have no words of their own."""
    return AreaFace(title=area.key)


class BoardModel(QObject):
    """A plan with the faces of its notes, their states, the selection and the hits of a search.

    ``chosen`` may hold ids of notes and keys of areas; ``current`` is where the keyboard is: a note, an
    area (its head), or nowhere (empty). ``changed`` carries ``Touched``.
    """

    changed = Signal(object)
    chosen_changed = Signal()
    current_changed = Signal(str)
    hits_changed = Signal()
    states_changed = Signal(object)

    def __init__(
        self,
        describe: Describe,
        describe_area: DescribeArea = area_of_key,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._describe_area = describe_area
        self._plan: Plan = flow_plan(State(), "", (), _nothing, "rows", "kind")
        self._faces: dict[str, NoteFace] = {}
        self._area_faces: dict[str, AreaFace] = {}
        self._states: dict[str, str] = {}
        self._chosen: dict[str, None] = {}
        self._current = ""
        self._inside = ""
        self._anchor = ""
        self._hits: Container[str] | None = None
        self._order: list[str] | None = None

    # What lies there

    @property
    def plan(self) -> Plan:
        """Return where everything lies."""
        return self._plan

    def show(self, plan: Plan) -> None:
        """Show another plan; selection and place of the keyboard stay where they still exist."""
        self._plan = plan
        self._order = None
        self.forget_faces()
        self._let_go_of_gone([])
        self.changed.emit(Touched(everything=True))

    def apply(self, changes: ChangeSet) -> Touched:
        """Let the plan follow a change, and tell the views."""
        dying = {row.id for row in changes.rows if not row.after.alive}
        following = self._following(dying) if self._current in dying else []
        if changes.entities & _NAMES:
            self.forget_faces()
        elif changes.entities & _TITLES:
            self._area_faces.clear()
        touched = self._plan.apply(changes.rows)
        if changes.label == _TIDIED:
            touched = self._plan.rebuild()
        if changes.entities & _NAMES and not touched.everything:
            touched = Touched(everything=True)
        for row in changes.rows:
            self._faces.pop(row.id, None)
        for key in (*touched.areas, *self._plan.frames, BY_HAND):
            self._area_faces.pop(key, None)
        if touched.everything:
            self._area_faces.clear()
        if touched.everything or touched.notes or touched.areas:
            self._order = None
        self._let_go_of_gone(following)
        self.changed.emit(touched)
        return touched

    def forget_faces(self) -> None:
        """Ask for all words anew, because names changed."""
        self._faces.clear()
        self._area_faces.clear()

    def _following(self, dying: set[str]) -> list[str]:
        """Return where the keyboard may go when its note dies: what follows it, then what comes before."""
        order = self.order()
        place = order.index(self._current) if self._current in order else 0
        after = [id for id in order[place + 1 :] if id not in dying]
        return after[:1] or [id for id in order[:place] if id not in dying][-1:]

    def _let_go_of_gone(self, following: list[str]) -> None:
        kept = {item: None for item in self._chosen if self._is_here(item)}
        if len(kept) != len(self._chosen):
            self._chosen = kept
            self.chosen_changed.emit()
        if self._current and not self._is_here(self._current):
            self.set_current(next((item for item in following if self._is_here(item)), ""))
        elif self._current:
            # It may lie elsewhere now.
            self.set_current(self._current)

    def _is_here(self, item: str) -> bool:
        return item in self._plan.areas or self._plan.has(item)

    def note(self, id: str) -> Note | None:
        """Return a note of this board, or None."""
        return self._plan.note(id)

    def face(self, id: str) -> NoteFace:
        """Return how a note of this board looks and sounds."""
        found = self._faces.get(id)
        if found is None:
            note = self._plan.note(id)
            if note is None:
                raise KeyError(id)
            found = self._faces[id] = self._describe(note)
        return found

    def area_face(self, area: Area | Frame) -> AreaFace:
        """Return how an area or a frame looks and sounds."""
        found = self._area_faces.get(area.key)
        if found is None:
            found = self._area_faces[area.key] = self._describe_area(area)
        return found

    def area_title(self, area: Area | Frame) -> str:
        """Return the title of an area or a frame."""
        return self.area_face(area).title

    def area_line(self, area: Area | Frame) -> str:
        """Return the line under its title: count and mix."""
        return self.area_face(area).line

    def order(self) -> list[str]:
        """Return every note once, in reading order."""
        if self._order is None:
            self._order = list(dict.fromkeys(id for _area, ids in self._plan.outline() for id in ids))
        return self._order

    # Whether it is on disk

    def state(self, id: str) -> str:
        """Return ``waiting``, ``saved``, ``kept``, ``unsaved`` or nothing."""
        return self._states.get(id, "")

    def state_said(self, id: str) -> str:
        """Return in words that a note is not where it belongs yet, or nothing."""
        said = {"kept": self.tr("kept on this laptop"), "unsaved": self.tr("not saved yet")}
        return said.get(self.state(id), "")

    def set_state(self, ids: Iterable[str], state: str) -> None:
        """Mark how far notes are on their way to the disk; an empty text takes the mark off.

        ``waiting`` for the disk, ``saved``, ``kept`` on this laptop while their own place refuses them, or
        ``unsaved``: nowhere but in the program.
        """
        touched = [id for id in ids if self._states.get(id, "") != state]
        for id in touched:
            if state:
                self._states[id] = state
            else:
                del self._states[id]
        if touched:
            self.states_changed.emit(frozenset(touched))

    def show_unsaved(self, ids: frozenset[str], state: str) -> None:
        """Mark these as ``kept`` or ``unsaved``, and no others."""
        marked = {id for id, mark in self._states.items() if mark in ("kept", "unsaved")}
        self.set_state(marked - ids, "")
        self.set_state(ids, state)

    # What is chosen, and where the keyboard is

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return ids of notes and keys of areas, in the order they were chosen."""
        return tuple(self._chosen)

    def chosen_notes(self) -> tuple[str, ...]:
        """Return the ids of the chosen notes in reading order."""
        notes = {item for item in self._chosen if item not in self._plan.areas}
        if len(notes) < 2:
            return tuple(notes)
        return tuple(id for id in self.order() if id in notes)

    def chosen_areas(self) -> tuple[str, ...]:
        """Return the keys of the chosen areas in reading order."""
        return tuple(key for key in self._plan.areas if key in self._chosen)

    def is_chosen(self, item: str) -> bool:
        """Tell whether a note or area is chosen."""
        return item in self._chosen

    @property
    def current(self) -> str:
        """Return where the keyboard is: a note, an area, or nowhere."""
        return self._current

    @property
    def inside(self) -> str:
        """Return the area the keyboard is in; tells which card of a note with several places is meant."""
        return self._inside

    def choose(self, items: Iterable[str], current: str | None = None, inside: str = "") -> None:
        """Choose exactly these, and put the keyboard on ``current`` (left as it is with None)."""
        chosen = {item: None for item in items if self._is_here(item)}
        if current is not None:
            self._anchor = current
            self.set_current(current, inside)
        if chosen.keys() != self._chosen.keys():
            self._chosen = chosen
            self.chosen_changed.emit()

    def toggle(self, item: str) -> None:
        """Choose one more, or one less, and put the keyboard there."""
        if not self._is_here(item):
            return
        chosen = dict(self._chosen)
        if item in chosen:
            del chosen[item]
        else:
            chosen[item] = None
        self.choose(chosen, item)

    def extend_to(self, id: str, inside: str = "") -> None:
        """Choose everything from where the choice began up to a note, in reading order."""
        if not self._plan.has(id):
            return
        order = self.order()
        anchor = self._anchor if self._plan.has(self._anchor) else id
        start, end = sorted((order.index(anchor), order.index(id)))
        span = [other for other in order[start : end + 1] if self.is_hit(other)]
        self.set_current(id, inside)
        self.choose(span)
        self._anchor = anchor

    def choose_all(self) -> None:
        """Choose every note, while searching every hit."""
        self.choose([id for id in self.order() if self.is_hit(id)])

    def choose_alike(self, id: str) -> None:
        """Choose the notes of the same persona and kind."""
        like = self.note(id)
        if like is None:
            return
        alike = [
            other
            for other in self.order()
            if self.is_hit(other) and (note := self.note(other)) is not None and _twin(note, like)
        ]
        self.choose(alike, id)

    def set_current(self, item: str, inside: str = "") -> None:
        """Put the keyboard on a note or an area, or nowhere."""
        if item and not self._is_here(item):
            return
        places = self._plan.areas_of(item)
        if inside not in places:
            inside = self._inside if self._inside in places else next(iter(places), "")
        moved = item != self._current or inside != self._inside
        self._current, self._inside = item, inside
        if moved:
            self.current_changed.emit(item)

    def go(self, direction: str, *, extend: bool = False) -> bool:
        """Follow an arrow key, ``first`` or ``last``; choose the note arrived at. False at the edge."""
        start = self._current
        step = self._plan.step(start, direction if start or direction == "last" else "first", self._inside)
        if step is None:
            return False
        found, inside = step
        if extend and self._plan.has(found):
            if not self._plan.has(self._anchor):
                self._anchor = start if self._plan.has(start) else found
            self.extend_to(found, inside)
        elif extend:
            self.set_current(found)
        else:
            self.choose([found] if self._plan.has(found) else [], found, inside)
        return True

    # What was looked for

    @property
    def hits(self) -> Container[str] | None:
        """Return the notes found, or None while nothing is looked for."""
        return self._hits

    def set_hits(self, hits: Container[str] | None) -> None:
        """Light these notes up, or all with None; anything that knows ``id in hits`` will do."""
        if hits != self._hits:
            self._hits = hits
            self.hits_changed.emit()

    def is_hit(self, id: str) -> bool:
        """Tell whether a note is among those looked for; every one is when nothing is."""
        return self._hits is None or id in self._hits


def _nothing(_note: Note) -> bool:
    return False


def _twin(note: Note, like: Note) -> bool:
    return (note.persona, note.kind) == (like.persona, like.kind)
