"""Writing down a note that comes up while grouping: the writing bar, out of sight until asked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from facilitator.domain.entities import BASES, KINDS
from facilitator.services.notes import NoteDraft, add_note, add_notes
from facilitator.ui.kit.page import Page, Where
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.pages.pasting import Pasting
from facilitator.ui.pages.persona_rows import PersonaRows
from facilitator.ui.pages.similar_hint import SimilarHint
from facilitator.ui.widgets.capture_bar import CaptureBar, Choice


class GroupCapture(QObject):
    """Holds the bar ``bar`` of a page; the page puts it in its layout."""

    def __init__(self, page: Page, step_id: str, kinds: tuple[str, ...]) -> None:
        super().__init__(page)
        self._page = page
        self._step = step_id
        context = page.context
        self._people = PersonaRows(context, self)
        self.bar = CaptureBar(context.theme, page)
        self.bar.hide()
        words, theme = context.words, context.theme
        offered = kinds or KINDS
        self.bar.set_choices(
            "kind", [Choice(kind, words.kind(kind), "", theme.note(kind)) for kind in offered], offered[0]
        )
        self.bar.set_choices("basis", [Choice(basis, words.basis(basis)) for basis in BASES], BASES[0])
        self.bar.set_choices("table", [Choice("0", "")], "0")
        self.bar.set_choices("meeting", [Choice("", "")], "")
        self._similar = SimilarHint(page, self.bar, NoteFaces(context, self))
        self._similar.pointed.connect(self._point_out)
        self.bar.submitted.connect(self._stick)
        self.bar.many_pasted.connect(self._stick_many)
        self._pasting = Pasting(page, self._about, self._stick_chosen)

    def offer_people(self) -> None:
        """Offer the personas as they are now."""
        people = self._people.choices(self._page.context.dialogue.state.personas)
        self.bar.set_choices("persona", people, self.bar.value("persona"))

    def toggle(self) -> None:
        """Bring the bar with the cursor in it; again takes it away."""
        if self.bar.isVisible() and self.bar.field.hasFocus() and not self.bar.field.text():
            self.bar.hide()
            self._page.first_focus().setFocus()
            return
        self.bar.fit(self._page.width())
        self.bar.show()
        self.bar.field.setFocus()

    def _draft(self, text: str) -> NoteDraft:
        bar = self.bar
        return NoteDraft(
            text,
            persona=bar.value("persona"),
            step=self._step,
            kind=bar.value("kind"),
            basis=bar.value("basis"),
        )

    @Slot(str)
    def _stick(self, text: str) -> None:
        session = self._page.context.dialogue
        said = self.bar.said(text, session.state.dialogue.language)
        if said.strip() and session.run(add_note, self._draft(said), self.bar.picture) is not None:
            self.bar.accepted()

    @Slot(str)
    def _point_out(self, id: str) -> None:
        note = self._page.context.dialogue.state.note(id)
        if note is not None:
            self._page.reveal(Where(note=id, insight=next(iter(note.insights), "")))

    @Slot(object)
    def _stick_many(self, text: str) -> None:
        self._pasting.take(text)
        self.bar.field.setFocus()

    def _about(self) -> str:
        persona = self._page.context.dialogue.state.persona(self.bar.value("persona"))
        return persona.name if persona is not None else ""

    def _stick_chosen(self, chosen: list[str]) -> None:
        self._page.context.dialogue.run(add_notes, [self._draft(line) for line in chosen])

    def keep_draft(self) -> None:
        """Make a note of what is in the field."""
        for piece in self.bar.pieces():
            self._stick(piece)

    def save_view(self) -> dict[str, object]:
        """Return the draft, the chips and whether the bar is there."""
        return {**self.bar.save_view(), "shown": not self.bar.isHidden()}

    def restore_view(self, view: object) -> None:
        """Take up what ``save_view`` gave."""
        if isinstance(view, Mapping):
            self.bar.restore_view(view)
            self.bar.setVisible(bool(view.get("shown")))
