"""What can be chosen for the form of the report: names, house styles, cover picture and logo."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from facilitator.domain.choices import DEFAULT_STYLE
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.domain.state import State
from facilitator.domain.text import slug
from facilitator.services.pictures import (
    PLACES,
    clear_cover,
    clear_logo,
    describe_picture,
    set_cover,
    set_logo,
)
from facilitator.services.reporting import styles
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.drawings import read_logo
from facilitator.ui.kit.notices import refusal
from facilitator.ui.kit.page import Page
from facilitator.ui.kit.pictures import read_file
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.widgets.report_form import ReportForm

log = logging.getLogger(__name__)

_READ = {"cover": read_file, "logo": read_logo}
_SET = {"cover": set_cover, "logo": set_logo}
_CLEAR = {"cover": clear_cover, "logo": clear_logo}


class Look(TypedDict):
    """How the report looks, as ``report_data`` wants it."""

    style: str


class ReportChoices(QObject):
    """Fills a ReportForm, and does what is asked about the pictures of the first page."""

    def __init__(self, form: ReportForm, language: str, page: Page) -> None:
        super().__init__(page)
        self._form, self._page = form, page
        try:
            form.set_styles(styles(language))
        except UserError as error:
            form.set_styles({DEFAULT_STYLE: DEFAULT_STYLE})
            log.warning("house styles: %s", error)
        form.picture_wanted.connect(self.choose_picture)
        form.picture_removed.connect(self.remove_picture)
        form.picture_described.connect(self.describe)

    def offer(self, state: State) -> None:
        """Offer the personas, meetings and steps of a dialogue, and show its pictures."""
        personas = [(persona.id, persona.name) for persona in state.personas]
        meetings = [(meeting.id, meeting.name) for meeting in state.meetings]
        steps = [(step.id, step.title) for step in self._page.context.method().steps]
        self._form.set_names(personas, meetings, steps)
        shown = {place: state.picture(getattr(state.dialogue, place)) for place in PLACES}
        self._form.show_pictures(shown, readonly=self._page.context.dialogue.store.readonly)

    def look(self) -> Look:
        """Return the house style; the pictures are in the dialogue."""
        return {"style": self._form.chosen_style()}

    def proposed_file(self, context: Context) -> Path:
        """Return a name made of title, form and day, beside the dialogue."""
        store, day = context.dialogue.store, context.now().date().isoformat()
        title = slug(store.state.dialogue.title, fallback="rapport")
        form = f"-{slug(self._form.form.currentText())}" if self._form.order() else ""
        return store.path.parent / f"{title}{form}-{day}.pdf"

    # ── pictures of the first page ──────────────────────────────────────────

    @Slot(str)
    def choose_picture(self, place: str) -> None:
        """Ask for a file for ``cover`` or ``logo``, without holding up the window."""
        kinds = "*.png *.jpg *.jpeg"
        kinds = f"{kinds} *.svg" if place == "logo" else f"{kinds} *.webp *.bmp *.gif"
        titles = {"cover": self.tr("Choose a cover picture"), "logo": self.tr("Choose a logo")}
        pictures = self.tr("Pictures ({kinds})").format(kinds=kinds)
        dialog = QFileDialog(self._page, titles[place], "", pictures)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.read_picture(place, Path(name)))
        dialog.open()

    def read_picture(self, place: str, path: Path) -> None:
        """Read a file beside the window's own work and make it ``cover`` or ``logo``."""
        task = self._page.context.tasks.start(_Read(place, path))
        task.succeeded.connect(self._take_picture)
        task.failed.connect(self._not_read)

    @Slot(object)
    def _take_picture(self, read: tuple[str, Image]) -> None:
        place, image = read
        if self._page.context.dialogue.run(_SET[place], image) is not None:
            # The page is told of the change before this line.
            self._form.pictures[place].ask()

    @Slot(object)
    def _not_read(self, error: BaseException) -> None:
        told = error if isinstance(error, UserError) else UserError("picture.unreadable")
        self._page.notice_requested.emit(refusal(self._page.context.words, told))

    @Slot(str)
    def remove_picture(self, place: str) -> None:
        """Take a picture off; Undo brings it back."""
        self._page.context.dialogue.run(_CLEAR[place])

    @Slot(str, str)
    def describe(self, place: str, words: str) -> None:
        """Keep what a picture shows."""
        session = self._page.context.dialogue
        id = getattr(session.state.dialogue, place)
        if id:
            session.run(describe_picture, id, words)

    def keep_typed(self) -> None:
        """Keep descriptions that are being typed."""
        session = self._page.context.dialogue
        for place, part in self._form.pictures.items():
            picture = session.state.picture(getattr(session.state.dialogue, place))
            if picture is not None and part.description.text() != picture.description:
                self.describe(place, part.description.text())


class _Read:
    """Work for a TaskRunner: reads a picture."""

    def __init__(self, place: str, path: Path) -> None:
        self._place, self._path = place, path

    def __call__(self, handle: Handle) -> tuple[str, Image]:
        """Return for which place it is, and the picture.

        Raises:
            UserError: what ``read_file`` or ``read_logo`` refuses.
        """
        return self._place, _READ[self._place](self._path)
