"""The page of a step in which people meet the personas or say what is written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.entities import BASES, Note, Spot
from facilitator.services.notes import NoteDraft, add_note, add_notes, move_to_persona
from facilitator.store.session import SaveStatus
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page, Where
from facilitator.ui.kit.surfaces import column
from facilitator.ui.pages.host_side import HostSide
from facilitator.ui.pages.notes_area import NotesArea
from facilitator.ui.pages.pasting import Pasting
from facilitator.ui.pages.persona_rows import PERSONA_KEYS, PersonaRows
from facilitator.ui.pages.similar_hint import SimilarHint
from facilitator.ui.pages.step_notes import StepNotes
from facilitator.ui.widgets.capture_bar import CaptureBar, Choice
from facilitator.ui.widgets.persona_pane import EVERYONE, NOBODY, PersonaPane

TABLES_OFFERED = 8


class StepPage(Page):
    """Personas left, notes in the middle, the host's side right, the writing bar below."""

    def __init__(self, context: Context, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        method = context.method()
        self.step = method.step(step_id) or method.steps[0]
        self._counts: Counter[str] = Counter()
        self._waiting: list[str] = []
        self._rows = PersonaRows(context, self)
        self.personas = PersonaPane(theme, self, keys_hint=self.tr("Ctrl +"))
        presents = "meet" in self.step.activities
        self.area = NotesArea(context, self.step.id, presents=presents, parent=self)
        # Tab goes as one reads: personas, notes, the host's side, the writing bar.
        self.host = HostSide(self, self.step.id)
        self.capture = CaptureBar(theme, self)
        self.actions_on_notes = StepNotes(self, self.area.board.chosen_ids, self.step.kinds)
        self.similar = SimilarHint(self, self.capture, self.area.board.faces)
        whole = column(self, theme, spacing=0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.personas)
        across.addWidget(self.area, 1)
        across.addWidget(self.host.pane)
        whole.addLayout(across, 1)
        whole.addWidget(self.capture)
        self._connect()
        self._offer_kinds()
        people = context.dialogue.state.personas
        first = people[0].id if people else EVERYONE
        self.area.begin(first if presents else EVERYONE)
        self._fresh = False
        self.refresh(None)
        self.personas.choose(self.area.who)
        self.capture.set_value("persona", first if people else NOBODY)
        self._fresh = True

    def _connect(self) -> None:
        self.personas.chosen.connect(self._choose)
        self.personas.entered.connect(self._to_field)
        self.personas.coverage_wanted.connect(lambda: self.action_requested.emit("coverage"))
        board = self.area.board
        board.opened.connect(self.actions_on_notes.open)
        board.asked.connect(self._ask)
        board.menu_wanted.connect(self.actions_on_notes.show_menu)
        board.chosen_changed.connect(self.commands_changed)
        board.left.connect(self._leave_board)
        self.area.view_changed.connect(self.commands_changed)
        self.area.notice_wanted.connect(self.notice_requested)
        self.actions_on_notes.made.connect(board.choose)
        self.similar.pointed.connect(self._point_out)
        self.similar.changed.connect(self.commands_changed)
        if not self.context.dialogue.store.readonly:
            self.personas.take_drops()
            self.personas.notes_dropped.connect(self._drop_on_persona)
        self.area.card.step_requested.connect(self.personas.step)
        self.capture.submitted.connect(self._stick)
        self.capture.many_pasted.connect(self._stick_many)
        self._pasting = Pasting(self, self._about, self._stick_chosen)
        self.capture.chip_changed.connect(self._on_chip)
        self.context.dialogue.saved.connect(self._on_saved)
        for place, keys in enumerate(PERSONA_KEYS):
            shortcut = QShortcut(QKeySequence(keys, QKeySequence.SequenceFormat.PortableText), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda place=place: self._take_nth_persona(place))

    # ── showing ─────────────────────────────────────────────────────────────

    def refresh(self, changes: ChangeSet | None) -> None:
        fresh, self._fresh = self._fresh, False
        if fresh and changes is None:
            # Whoever shows a new page asks for this at once: everything has just been read.
            return
        everything = changes is None or changes.origin == "merge"
        if everything:
            self._count_all()
            self.area.reload()
        elif changes is not None:
            self._count(changes)
            appeared = self.area.refresh(changes)
            if changes.origin in ("undo", "redo"):
                self._show_where(changes, appeared)
            elif appeared:
                self.area.reveal(appeared[-1])
        if everything or changes is None or changes.entities & {"note", "persona"}:
            self._show_personas()
        if everything or changes is None or changes.entities & {"persona", "meeting"}:
            self._offer_people()
        self.host.refresh(None if everything else changes)
        if self.context.dialogue.store.readonly:
            self.capture.set_readonly(self.tr("You can only look at this dialogue here."))

    def _show_where(self, changes: ChangeSet, appeared: list[str]) -> None:
        """Point out what undo or redo brought back or changed, as far as it is here."""
        changed = [row.id for row in changes.of("note") if row.after.alive]
        changed += [row.after.note for row in changes.of("spot") if isinstance(row.after, Spot)]
        for id in (appeared or changed)[:1]:
            self.area.reveal(id, flash=True)

    def _count_all(self) -> None:
        notes = self.context.dialogue.state.notes
        self._counts = Counter(note.persona for note in notes if note.step == self.step.id)

    def _count(self, changes: ChangeSet) -> None:
        for change in changes.of("note"):
            for note, by in ((change.before, -1), (change.after, 1)):
                if isinstance(note, Note) and note.alive and note.step == self.step.id:
                    self._counts[note.persona] += by

    def _show_personas(self) -> None:
        state = self.context.dialogue.state
        self.personas.set_rows(self._rows.rows(state.personas, self._counts))
        self.host.set_hint(*self._rows.hint(state.personas, self._counts))

    def _offer_people(self) -> None:
        state = self.context.dialogue.state
        capture = self.capture
        people = self._rows.choices(state.personas)
        capture.set_choices("persona", people, capture.value("persona"))
        meetings = [Choice(meeting.id, meeting.name or self.tr("Meeting")) for meeting in state.meetings]
        known = capture.value("meeting") or (meetings[-1].value if meetings else NOBODY)
        capture.set_choices("meeting", meetings, known)
        self._offer_tables()

    def _offer_tables(self) -> None:
        meeting = self.context.dialogue.state.meeting(self.capture.value("meeting"))
        most = meeting.tables if meeting is not None and meeting.tables else TABLES_OFFERED
        tables = [Choice("0", self.tr("No table"))]
        tables += [Choice(str(n), self.tr("Table {number}").format(number=n)) for n in range(1, most + 1)]
        self.capture.set_choices("table", tables if most > 1 else tables[:1], self.capture.value("table"))

    def _offer_kinds(self) -> None:
        theme, words = self.context.theme, self.context.words
        kinds = [
            Choice(kind, words.kind(kind), f"Ctrl {place}", theme.note(kind))
            for place, kind in enumerate(self.step.kinds, 1)
        ]
        self.capture.set_choices("kind", kinds, self.step.kinds[0] if self.step.kinds else "")
        self.capture.set_choices("basis", [Choice(basis, words.basis(basis)) for basis in BASES], BASES[0])

    # ── choosing ────────────────────────────────────────────────────────────

    @Slot(str)
    def _choose(self, who: str) -> None:
        self.personas.choose(who)
        self.area.show_for(who)
        if who != EVERYONE:
            self.capture.set_value("persona", who)

    @Slot(str, str)
    def _on_chip(self, chip: str, value: str) -> None:
        if chip == "persona" and self.area.who != EVERYONE:
            self._choose(value)
        if chip == "meeting":
            self._offer_tables()

    def _take_nth_persona(self, place: int) -> None:
        people = self.context.dialogue.state.personas
        if place < len(people):
            self.capture.set_value("persona", people[place].id)
            self._on_chip("persona", people[place].id)

    def _take_nth_kind(self, place: int) -> None:
        choice = self.capture.nth("kind", place)
        if choice is not None:
            self.capture.set_value("kind", choice.value)

    @Slot(str)
    def _ask(self, wish: str) -> None:
        if wish == "find":
            self.area.open_find()
        else:
            self.actions_on_notes.do(wish)

    @Slot(str)
    def _point_out(self, id: str) -> None:
        self.area.point_out(id)
        self.personas.choose(self.area.who)

    @Slot(str, object)
    def _drop_on_persona(self, who: str, ids: list[str]) -> None:
        self.context.dialogue.run(move_to_persona, ids, who)

    @Slot()
    def _leave_board(self) -> None:
        """First show all notes again when only some were looked for, then go and type."""
        if self.area.finding.hits is not None:
            self.area.end_find()
        else:
            self._to_field()

    @Slot()
    def _to_field(self) -> None:
        self.capture.field.setFocus()

    # ── sticking notes ──────────────────────────────────────────────────────

    def _draft(self, text: str) -> NoteDraft:
        capture = self.capture
        return NoteDraft(
            text,
            persona=capture.value("persona"),
            step=self.step.id,
            kind=capture.value("kind"),
            basis=capture.value("basis"),
            meeting=capture.value("meeting"),
            table=int(capture.value("table") or 0),
        )

    @Slot(str)
    def _stick(self, text: str) -> None:
        picture = self.capture.picture
        text = self.capture.said(text, self.context.dialogue.state.dialogue.language)
        if not text.strip():
            return
        # A new note must be seen, whatever was being looked for.
        self.area.end_find()
        id = self.context.dialogue.run(add_note, self._draft(text), picture)
        if id is not None:
            self.capture.accepted()
            self._wait_for([id])

    @Slot(object)
    def _stick_many(self, text: str) -> None:
        if not self.context.dialogue.store.readonly:
            self._pasting.take(text)
            self.capture.field.setFocus()

    def _stick_chosen(self, chosen: list[str]) -> None:
        ids = self.context.dialogue.run(add_notes, [self._draft(line) for line in chosen])
        if ids:
            self._wait_for(ids)
            text = self.tr("%n note(s) stuck.", "", len(ids))
            undo = self.context.dialogue.undo
            self.notice_requested.emit(Notice("info", text, self.tr("Undo"), undo, key="notes.added"))

    def _about(self) -> str:
        words = self.context.words
        kind = words.kind(self.capture.value("kind"))
        persona = self.context.dialogue.state.persona(self.capture.value("persona"))
        return f"{persona.name} · {kind}" if persona is not None else kind

    def paste_many(self) -> None:
        """Make notes of the lines on the clipboard, after a look."""
        text = QGuiApplication.clipboard().text()
        if text and not text.isspace():
            self._stick_many(text)
        else:
            words = self.tr("There is no text to paste. Copy the lines first, then try again.")
            self.notice_requested.emit(Notice("info", words, key="paste.empty"))

    def _wait_for(self, ids: list[str]) -> None:
        self._waiting += ids
        self.area.mark(ids, "waiting")
        self._on_saved(self.context.dialogue.store.status)

    @Slot(object)
    def _on_saved(self, _status: SaveStatus) -> None:
        # What was queued may be older than the newest note: ask how it is now.
        if self._waiting and self.context.dialogue.store.status.pending == 0:
            self.area.mark(self._waiting, "saved")
            self._waiting = []

    def show_unsaved(self, notes: frozenset[str], state: str) -> None:
        self.area.board.model.show_unsaved(notes, state)
        self.capture.show_kept(state)

    # ── what the window asks ────────────────────────────────────────────────

    def reveal(self, where: Where) -> None:
        if where.persona is not None:
            self._choose(where.persona)
        if where.note:
            self.area.reveal(where.note)

    def first_focus(self) -> QWidget:
        return self.capture.field

    def panes(self) -> list[QWidget]:
        notes = self.area.view if self.area.view.isVisible() else self.area
        return [self.personas.list, notes, self.capture.field, self.host.pane]

    def commands(self) -> dict[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "fold_left": lambda: self.personas.setVisible(self.personas.isHidden()),
            **self.area.commands(),
            **self.host.commands(),
            **self.actions_on_notes.commands(),
            "persona_back": lambda: self.personas.step(-1),
            "persona_on": lambda: self.personas.step(1),
            "capture": self._to_field,
        }
        if self.similar.found:
            found["show_similar"] = self.similar.show_menu
        if not self.context.dialogue.store.readonly:
            found["paste_many"] = self.paste_many
            for place in range(len(self.step.kinds)):
                found[f"kind_{place + 1}"] = lambda place=place: self._take_nth_kind(place)
        return found

    def keep_draft(self) -> None:
        pieces = self.capture.pieces()
        for piece in pieces or ([""] if self.capture.picture is not None else []):
            self._stick(piece)

    def save_view(self) -> dict[str, object]:
        return {
            "who": self.area.who,
            "area": self.area.save_view(),
            "capture": self.capture.save_view(),
            "host": self.host.save_view(),
            "left": not self.personas.isHidden(),
        }

    def restore_view(self, view: Mapping[str, object]) -> None:
        area, capture = view.get("area"), view.get("capture")
        if "who" in view:
            self._choose(str(view["who"]))
        if isinstance(area, Mapping):
            self.area.restore_view(area)
        if isinstance(capture, Mapping):
            self.capture.restore_view(capture)
        self.host.restore_view(view.get("host"))
        self.personas.setVisible(bool(view.get("left", True)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.host.fit()
        self.capture.fit(self.width())
