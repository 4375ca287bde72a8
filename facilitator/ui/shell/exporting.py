"""Writing a dialogue for other programs: ask what and where, work beside the window, and say how it ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS
from facilitator.services.exporting import LOSSLESS, Wish, prepared
from facilitator.services.publication import PublicationCheck, open_findings
from facilitator.services.sealing import SUFFIX, Seal, prepared_sealed, sealed_name
from facilitator.ui.dialogs.export_dialog import ExportDialog, Telling
from facilitator.ui.kit.choose_file import save_file
from facilitator.ui.kit.dialog import ask
from facilitator.ui.kit.notices import Notice, refusal
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.tasks import Handle
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.shell.frame import Frame

KEY = "exporting"


@dataclass(frozen=True, slots=True)
class _Writing:
    work: Callable[[], list[Path]]

    def __call__(self, handle: Handle, /) -> list[Path]:
        return self.work()


class Exporting(QObject):
    """One export at a time, each told in the notice bar."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._busy = False
        self._check = PublicationCheck()
        self._told: set[tuple[Path, str, str]] = set()

    def _may_leave(self) -> bool:
        """Tell once what is open before it leaves, and what came since; False when somebody looks first."""
        window = self._window
        context = window.context
        path, state = context.dialogue.store.path, context.dialogue.state
        copy, method = state.copy(), context.method()
        looked = window.waiting.aside(
            lambda: self._check.find(copy, method), self.tr("Looking through the texts…")
        )
        found = open_findings(state, looked)
        waiting = {(path, one.id, one.text_hash) for one in found}
        if waiting <= self._told:
            return True
        self._told |= waiting
        text = self.tr(
            "%n thing(s) in this dialogue wait for a decision before it is published.", "", len(waiting)
        )
        if ask(
            context,
            window,
            self.tr("Before this leaves the laptop"),
            text,
            self.tr("Look at it first"),
            self.tr("Export all the same"),
        ):
            window.go(Go("report"))
            if isinstance(window.page, ReportPage):
                window.page.publication.show()
            return False
        return True

    def run(self) -> None:
        """Ask for format and place, and write."""
        window = self._window
        if not self._may_leave():
            return
        steps = [(step.id, step.title) for step in window.context.method().steps]
        chosen = window.choices_of(Go("report"))
        parts = tuple(cast("Iterable[str]", chosen.get("parts", PARTS)))
        language = str(chosen.get("language", window.context.dialogue.state.dialogue.language))
        choice = ExportDialog.ask(window.context, window, steps, Telling(language, parts))
        if choice is None:
            return
        suffix = "" if choice.format == "csv" else f".{choice.format}"
        name = window.desk.copy_name(window.context.now().date())
        ending = suffix if choice.seal is None else f"{suffix}{SUFFIX}"
        proposed = name.with_name(f"{name.name}{ending}")
        filters = f"*{ending} (*{ending})" if ending else self.tr("Folders (*)")
        path = save_file(window, self.tr("Export for other programs"), proposed, filters)
        if path is not None and choice.seal is not None:
            path = self._free(path, sealed_name(path, suffix))
        if path is not None:
            day = window.context.now().date().isoformat()
            wish = Wish(
                format=choice.format,
                language=choice.language,
                board=choice.board,
                made_on=day,
                parts=parts,
            )
            self.write(path, wish, choice.seal)

    def _free(self, asked: Path, named: Path) -> Path | None:
        """Return ``named``, unless it is a file nobody was asked about."""
        if named != asked and os.path.lexists(named):
            self._window.show_refusal(UserError("store.exists", path=str(named)))
            return None
        return named

    def write(self, path: Path, wish: Wish, seal: Seal | None = None) -> None:
        """Write the open dialogue to ``path``, sealed if asked; how it ends is told in the notice bar."""
        if self._busy:
            return
        window = self._window
        try:
            store, library = window.context.dialogue.store, window.context.library
            if seal is None:
                work = prepared(store, path, wish, library)
            else:
                work = prepared_sealed(store, path, wish, library, seal)
            if wish.format == LOSSLESS and seal is None:
                self._done(work())
                return
        except UserError as error:
            window.show_refusal(error)
            return
        self._busy = True
        window.notify(Notice("info", self.tr("{name} is being made…").format(name=path.name), key=KEY))
        task = window.context.tasks.start(_Writing(work))
        task.succeeded.connect(self._done)
        task.failed.connect(self._failed)
        task.finished.connect(self._finished)

    @Slot(object)
    def _done(self, written: list[Path]) -> None:
        is_one = len(written) == 1
        opens = is_one and written[0].suffix != SUFFIX
        place = written[0] if is_one else written[0].parent
        notice = Notice(
            "info",
            self.tr("The export is in {place}.").format(place=place),
            self.tr("Open the folder"),
            partial(self._open, place.parent if is_one else place),
            key=KEY,
            second_label=self.tr("Open it") if opens else "",
            second_action=partial(self._open, place) if opens else None,
        )
        self._window.notify(notice)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        told = refusal(self._window.context.words, error)
        self._window.notify(Notice("error", told.text, self.tr("Choose another place"), self.run, key=KEY))

    @Slot()
    def _finished(self) -> None:
        self._busy = False

    def _open(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            text = self.tr("The computer cannot open this by itself. It is here: {place}").format(place=place)
            self._window.notify(Notice("warning", text, key=KEY))
