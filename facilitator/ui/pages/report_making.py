"""Making the PDF in a process of its own, as a task of the window."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import weakref
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import FormOrder, ReportData
from facilitator.report.render import RenderResult
from facilitator.services import handed_out
from facilitator.services.reporting import RenderJob
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.tasks import Handle

_LOOK = 0.05
_DRAFTS = "facilitator-pages-"


class MakeReport:
    """Work for a TaskRunner: writes ``out`` and returns the RenderResult; cancelling kills the process.

    Where it went is remembered of the dialogue it is ``of``; a draft is of none.
    """

    def __init__(
        self, data: ReportData, out: Path, form: FormOrder | None = None, of: Session | None = None
    ) -> None:
        self._data = data
        self._form = form
        self._out = out
        self._identity = of.store.identity if of is not None else b""

    def __call__(self, handle: Handle) -> RenderResult:
        """Write the report.

        Raises:
            UserError: what ``RenderJob`` tells.
        """
        made: list[RenderResult] = []
        refused: list[UserError] = []

        def tell(done: int, total: int) -> None:
            handle.report(done / total if total else 0.0)

        job = RenderJob(
            self._data,
            self._out,
            on_progress=tell,
            on_done=made.append,
            on_error=refused.append,
            form=self._form,
        )
        job.start()
        while not job.join(_LOOK):
            if handle.is_cancelled():
                job.cancel()
                job.join()
        if refused:
            raise refused[0]
        if not made:
            raise UserError("report.cancelled")
        handed_out.record(self._identity, [self._out])
        return made[0]


class DraftFolder:
    """A folder outside the dialogues for the pages on screen; goes with its owner or the program."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def file(self) -> Path:
        """Return the place for the draft.

        Raises:
            UserError: ``report.not_written`` when there is no room for temporary files.
        """
        if self._path is None:
            try:
                self._path = Path(tempfile.mkdtemp(prefix=f"{_DRAFTS}{os.getpid()}-"))
            except OSError as error:
                where = tempfile.gettempdir()
                raise UserError("report.not_written", path=where, reason=error.strerror or "") from error
            weakref.finalize(self, shutil.rmtree, str(self._path), ignore_errors=True)
        return self._path / "pages.pdf"


def clear_left_behind() -> None:
    """Remove the drafts of programs of this user that were killed: what people said stands in them."""
    if os.name != "posix":
        # There a process cannot be asked whether it lives without a risk for it.
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_DRAFTS}*"):
        pid = folder.name.removeprefix(_DRAFTS).partition("-")[0]
        with contextlib.suppress(OSError):
            mine = folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid == os.getuid()
            if mine and pid.isdecimal() and not _lives(int(pid)):
                shutil.rmtree(folder, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def place_dialog(parent: QWidget, title: str, proposed: Path, kinds: str) -> QFileDialog:
    """Return the system's dialog for a place to save at, not shown yet; it goes when it is closed."""
    dialog = QFileDialog(parent, title, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
    dialog.selectFile(proposed.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
