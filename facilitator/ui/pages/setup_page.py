"""Set-up: the question, who asks, the meetings, the personas, the promise; one button begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from facilitator.content.personas import read_pack_file, write_pack_file
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import UserError
from facilitator.domain.pack import PersonaPack
from facilitator.services import advising, dialogue, personas, promises
from facilitator.ui.dialogs.persona_dialog import PersonaDialog
from facilitator.ui.kit.boxes import ChoiceBox, NumberBox
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import ask
from facilitator.ui.kit.fields import LineField, TextField
from facilitator.ui.kit.notices import Notice, refusal
from facilitator.ui.kit.page import Go, Page
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import ScrollColumn, Surface, column, row
from facilitator.ui.kit.theme import BODY, LEAD, QUESTION, SMALL, TITLE
from facilitator.ui.widgets.meeting_editor import LARGE_TEXT, MeetingEditor
from facilitator.ui.widgets.persona_tiles import PersonaTiles
from facilitator.ui.widgets.promise_editor import PromiseEditor, Suggestions

PACK_SUFFIX = ".personas.json"
WIDTH = 980


class SetupPage(Page):
    """Everything that is settled before the first step; all of it can be changed later."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theme = context.theme
        whole = column(self, theme, spacing=0)
        self._scroll = ScrollColumn(theme, self, (32, 48), spacing=24)
        whole.addWidget(self._scroll, 1)
        middle = QWidget()
        middle.setMaximumWidth(theme.px(WIDTH))
        self._column = column(middle, theme, spacing=24)
        # Lines stay readable on a wide screen: the column stops growing and stands in the middle.
        centred = row(None, theme)
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        self._scroll.body.addLayout(centred)
        self._scroll.body.addStretch(1)
        self._build_question()
        self._build_meetings()
        self._build_personas()
        self._build_promise()
        whole.addWidget(self._build_foot())
        self.refresh(None)

    def _card(self, title: str, lead: str = "") -> QVBoxLayout:
        theme = self.context.theme
        card = Surface("card", self)
        inside = column(card, theme, (24,), spacing=8)
        inside.addWidget(PlainLabel(title, font=theme.font(LEAD, bold=True), wrap=True))
        if lead:
            inside.addWidget(PlainLabel(lead, font=theme.font(BODY), tone="quiet", wrap=True))
        self._column.addWidget(card)
        return inside

    def _label(self, text: str, field: QWidget) -> PlainLabel:
        label = PlainLabel(text, font=self.context.theme.font(SMALL), tone="quiet", wrap=True)
        label.setBuddy(field)
        field.setAccessibleName(text)
        return label

    def _build_question(self) -> None:
        theme = self.context.theme
        self._column.addWidget(
            PlainLabel(
                self.tr("What is the conversation about?"), font=theme.font(QUESTION, bold=True), wrap=True
            )
        )
        inside = self._card(self.tr("The question"))
        self.question = TextField(theme, self, size=TITLE, lines=2, most=6)
        self.question.limit = dialogue.QUESTION_LIMIT
        self.question.setPlaceholderText(self.tr("One open question that everyone understands"))
        self.title = LineField(theme, self)
        self.asked_by = LineField(theme, self)
        self.asked_by.setPlaceholderText(self.tr("Put a comma between names"))
        inside.addWidget(self._label(self.tr("Central question"), self.question))
        inside.addWidget(self.question)
        inside.addWidget(self._label(self.tr("Short title"), self.title))
        inside.addWidget(self.title)
        inside.addWidget(self._label(self.tr("Who is asking"), self.asked_by))
        inside.addWidget(self.asked_by)
        self.language = ChoiceBox(self)
        self.language.addItem(self.tr("Dutch"), "nl")
        self.language.addItem(self.tr("English"), "en")
        self.threshold = NumberBox(self)
        self.threshold.setRange(1, 100)
        self.threshold.setSuffix(" %")
        self.threshold.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        beside = QWidget(self)
        large = theme.scale >= LARGE_TEXT
        small = column(beside, theme, spacing=8) if large else row(beside, theme, spacing=24)
        for text, field in (
            (self.tr("Language of the dialogue"), self.language),
            (self.tr("Votes in favour that advice needs"), self.threshold),
        ):
            field.setFont(theme.font())
            holder = QWidget(beside)
            pair = column(holder, theme, spacing=4)
            pair.addWidget(self._label(text, field))
            pair.addWidget(field)
            small.addWidget(holder, 1)
        inside.addWidget(beside)
        self.question.committed.connect(self._question_committed)
        self.title.committed.connect(self._title_committed)
        self.asked_by.committed.connect(self._asked_by_committed)
        self.language.activated.connect(self._language_chosen)
        self.threshold.editingFinished.connect(self._threshold_committed)

    def _build_meetings(self) -> None:
        inside = self._card(
            self.tr("Meetings"),
            self.tr("Large meetings, talks with soft voices and surveys stand side by side in the report."),
        )
        self.meetings = MeetingEditor(self.context, self)
        inside.addWidget(self.meetings)
        self.meetings.changed.connect(self._meeting_changed)
        self.meetings.added.connect(self._meeting_added)
        self.meetings.deleted.connect(self._meeting_deleted)

    def _build_personas(self) -> None:
        inside = self._card(
            self.tr("Personas"),
            self.tr("Imaginary people: the tables look through their eyes. Tick who takes part."),
        )
        language = self.context.language
        titles = {
            id: pack.titles.get(language) or next(iter(pack.titles.values()), id)
            for id, pack in self.context.library.packs.items()
        }
        self.tiles = PersonaTiles(self.context, titles, self)
        inside.addWidget(self.tiles)
        self.tiles.ticked.connect(self._persona_ticked)
        self.tiles.edit_requested.connect(self.edit_persona)
        self.tiles.duplicate_requested.connect(self._persona_copied)
        self.tiles.new_requested.connect(self.new_persona)
        self.tiles.pack_requested.connect(self._pack_taken)
        self.tiles.import_requested.connect(self._import_asked)
        self.tiles.export_requested.connect(self._export_asked)

    def _build_promise(self) -> None:
        inside = self._card(
            self.tr("What we promise"),
            self.tr("Read it aloud before the first question. Everything that is printed keeps it."),
        )
        words = Suggestions(promises.suggested, promises.is_suggested, dialogue.SMALLEST_GROUP_LIMIT)
        self.promises = PromiseEditor(self.context, words, self)
        self.promise, self.retention = self.promises.promise, self.promises.retention
        self.promises.changed.connect(self._promise_changed)
        inside.addWidget(self.promises)

    def _build_foot(self) -> QWidget:
        theme = self.context.theme
        foot = Surface("bottom", self)
        line = row(foot, theme, (12, 48), spacing=16)
        self.open_points = PlainLabel("", foot, tone="quiet", wrap=True)
        line.addWidget(self.open_points, 1)
        self.begin = Button(theme, "", foot, variant="primary", icon="arrow-right")
        self.begin.setObjectName("begin")
        self.begin.clicked.connect(self._begin)
        line.addWidget(self.begin)
        return foot

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show the set-up as the dialogue has it; fields somebody types in are left alone."""
        state = self.context.dialogue.state
        now = state.dialogue
        if changes is None or changes.origin == "merge" or changes.entities & {"dialogue"}:
            self.question.set_committed(now.question)
            self.title.set_committed(now.title)
            self.asked_by.set_committed(", ".join(now.commissioners))
            self.language.setCurrentIndex(max(self.language.findData(now.language), 0))
            self.threshold.setValue(now.threshold)
            self.promises.show_promise(now)
        if changes is None or changes.origin == "merge" or changes.entities & {"meeting"}:
            added = (
                [] if changes is None else [change.id for change in changes.of("meeting") if change.appeared]
            )
            self.meetings.set_meetings(state.meetings, added[-1] if added else "")
        if changes is None or changes.origin == "merge" or changes.entities & {"persona"}:
            self.tiles.set_personas(state.all_personas)
        readonly = self.context.dialogue.store.readonly
        self.promises.set_readonly(readonly)
        for widget in (self.question, self.title, self.asked_by):
            widget.setReadOnly(readonly)
        for field in (self.language, self.threshold, self.meetings, self.tiles):
            field.setEnabled(not readonly)
        self._say_what_is_open()

    def _say_what_is_open(self) -> None:
        state = self.context.dialogue.state
        missing = [
            text
            for text, there in (
                (self.tr("the question"), state.dialogue.question),
                (self.tr("a meeting"), state.meetings),
                (self.tr("a persona"), state.personas),
            )
            if not there
        ]
        self.open_points.setText(
            self.tr("Not filled in yet: {points}.").format(points=", ".join(missing))
            if missing
            else self.tr("You can change all of this later.")
        )
        method = self.context.method()
        first = method.step(state.dialogue.step) or method.steps[0]
        started = bool(state.notes)
        words = self.tr("Go on with {step}") if started else self.tr("Begin with {step}")
        self.begin.set_words(words.format(step=first.short))

    def first_focus(self) -> QWidget:
        """Return the question, where set-up starts."""
        return self.question

    def panes(self) -> list[QWidget]:
        """Return question, meetings, personas, promise and the button."""
        return [self.question, self.meetings.list, self.tiles.new, self.promise, self.begin]

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return nothing of its own: set-up has its buttons on the page."""
        return {}

    def save_view(self) -> dict[str, object]:
        """Return which meeting is shown and how far it is scrolled."""
        return {"meeting": self.meetings.chosen(), "scroll": self._scroll.verticalScrollBar().value()}

    def restore_view(self, view: Mapping[str, object]) -> None:
        """Show the same meeting again."""
        self.meetings.set_meetings(self.context.dialogue.state.meetings, str(view.get("meeting", "")))
        self._scroll.verticalScrollBar().setValue(int(str(view.get("scroll", 0))))

    @Slot(str)
    def _question_committed(self, text: str) -> None:
        self.context.dialogue.run(dialogue.update_dialogue, question=text)

    @Slot(str)
    def _title_committed(self, text: str) -> None:
        if text.strip():
            self.context.dialogue.run(dialogue.update_dialogue, title=text)
        else:
            self.title.set_committed(self.context.dialogue.state.dialogue.title)

    @Slot(str)
    def _asked_by_committed(self, text: str) -> None:
        names = tuple(name.strip() for name in text.split(",") if name.strip())
        self.context.dialogue.run(dialogue.update_dialogue, commissioners=names)

    @Slot(str, object)
    def _promise_changed(self, field: str, value: object) -> None:
        session = self.context.dialogue
        if promises.loosens(session.state, {field: value}) and not self._may_promise_less():
            self.promises.show_promise(session.state.dialogue)
            return
        session.run(dialogue.update_dialogue, **{field: value})

    def _may_promise_less(self) -> bool:
        text = self.tr("Whoever spoke heard a stricter promise. Go on only when they agreed.")
        title, *verbs = (
            self.tr("People were promised more"),
            self.tr("Promise less"),
            self.tr("Keep the promise"),
        )
        return ask(self.context, self, title, text, *verbs, danger=True)

    @Slot()
    def _language_chosen(self) -> None:
        self.context.dialogue.run(dialogue.update_dialogue, language=str(self.language.currentData()))

    @Slot()
    def _threshold_committed(self) -> None:
        session = self.context.dialogue
        if self.threshold.value() != session.state.dialogue.threshold:
            session.run(advising.set_threshold, self.threshold.value())
            self.threshold.setValue(session.state.dialogue.threshold)

    @Slot(str, str, object)
    def _meeting_changed(self, id: str, field: str, value: object) -> None:
        self.context.dialogue.run(dialogue.update_meeting, id, **{field: value})

    @Slot(str)
    def _meeting_added(self, channel: str) -> None:
        self.context.dialogue.run(
            dialogue.new_meeting,
            name=self.tr("Meeting {number}").format(number=len(self.context.dialogue.state.meetings) + 1),
            channel=channel,
            date=self.context.now().date().isoformat(),
        )
        self.meetings.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.meetings.name.selectAll()

    @Slot(str)
    def _meeting_deleted(self, id: str) -> None:
        self.context.dialogue.run(dialogue.delete_meeting, id)

    @Slot(str, bool)
    def _persona_ticked(self, id: str, on: bool) -> None:
        self.context.dialogue.run(personas.hide_persona, id, not on)

    @Slot(str)
    def _persona_copied(self, id: str) -> None:
        self.context.dialogue.run(personas.duplicate_persona, id)

    @Slot()
    def new_persona(self) -> None:
        """Ask for a new persona and add it."""
        dialog = PersonaDialog(self.context, None, self)
        if dialog.exec():
            fields = dialog.fields()
            self.context.dialogue.run(personas.add_persona, **fields)
        dialog.deleteLater()

    @Slot(str)
    def edit_persona(self, id: str) -> None:
        """Ask for changes of a persona and keep them."""
        persona = self.context.dialogue.state.persona(id)
        if persona is None:
            return
        dialog = PersonaDialog(self.context, persona, self)
        if dialog.exec():
            self.context.dialogue.run(personas.update_persona, id, **dialog.fields())
        dialog.deleteLater()

    @Slot(str)
    def _pack_taken(self, id: str) -> None:
        pack = self.context.library.packs.get(id)
        if pack is not None:
            self._add_pack(pack)

    def _add_pack(self, pack: PersonaPack) -> None:
        added = self.context.dialogue.run(personas.add_from_pack, pack)
        if added is not None:
            text = self.tr("%n persona(s) added.", "", len(added))
            self.notice_requested.emit(Notice("info", text, key="personas"))

    @Slot()
    def _import_asked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import personas"),
            "",
            self.tr("Persona packs (*{suffix})").format(suffix=PACK_SUFFIX),
        )
        if name:
            self.import_pack(Path(name))

    def import_pack(self, path: Path) -> None:
        """Add the personas of a pack file, or say what is wrong with it."""
        try:
            self._add_pack(read_pack_file(path))
        except UserError as error:
            self.notice_requested.emit(refusal(self.context.words, error))

    @Slot()
    def _export_asked(self) -> None:
        suffix = PACK_SUFFIX
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export personas"),
            f"personas{suffix}",
            self.tr("Persona packs (*{suffix})").format(suffix=suffix),
        )
        if name:
            self.export_pack(Path(name if name.endswith(suffix) else name + suffix))

    def export_pack(self, path: Path) -> None:
        """Write the personas that take part into a pack file."""
        state = self.context.dialogue.state
        ids = [persona.id for persona in state.personas]
        pack = self.context.dialogue.run(personas.pack_of, ids, "", state.dialogue.title)
        if pack is None:
            return
        try:
            write_pack_file(path, pack)
        except UserError as error:
            self.notice_requested.emit(refusal(self.context.words, error))
            return
        text = self.tr("%n persona(s) saved in {file}.", "", len(ids)).format(file=path.name)
        self.notice_requested.emit(Notice("info", text, key="personas"))

    @Slot()
    def _begin(self) -> None:
        state = self.context.dialogue.state
        method = self.context.method()
        step = method.step(state.dialogue.step) or method.steps[0]
        self.navigate_requested.emit(Go("step", step.id))
