"""Make the report: gather its data, write it here, or let a process of its own write it."""

from __future__ import annotations

import errno
import pickle
import shutil
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from facilitator import __version__, paths
from facilitator.content.library import Library
from facilitator.domain.choices import DEFAULT_STYLE, LANGUAGES
from facilitator.domain.errors import UserError
from facilitator.domain.method import Method
from facilitator.domain.report_data import PARTS, FormOrder, ReportData
from facilitator.domain.state import State
from facilitator.exchange.files import refuse_session
from facilitator.report.forms import render_form
from facilitator.report.logo import cleaned_logo
from facilitator.report.plate_page import PlateResult, render_plate
from facilitator.report.render import RenderResult, render
from facilitator.report.style import load_style, style_ids
from facilitator.services import child, workers
from facilitator.services.dialogue import method_in
from facilitator.store.session import SessionStore

Progress = Callable[[int, int], None]


def report_data(
    store: SessionStore,
    *,
    language: str,
    parts: Collection[str],
    library: Library,
    made_on: str,
    style: str = DEFAULT_STYLE,
    logo: Path | None = None,
    logo_alt: str = "",
) -> ReportData:
    """Return a snapshot to make a report of; later edits do not touch it.

    ``parts`` are any of ``PARTS`` in any order, ``made_on`` is the ISO date for the cover. ``library``
    gives the method's texts when the dialogue lacks them in ``language``. ``style`` is one of ``styles()``,
    ``logo`` a file with a picture instead of the logo the dialogue keeps, and ``logo_alt`` what it shows.

    Raises:
        UserError: ``report.bad_language``, ``report.bad_part``, ``method.missing``,
            ``content.method_damaged``, ``report.logo_bad`` and ``report.logo_svg`` with ``path``,
            and what ``load_style`` refuses.
    """
    if language not in LANGUAGES:
        raise UserError("report.bad_language", value=language, allowed=", ".join(LANGUAGES))
    for part in parts:
        if part not in PARTS:
            raise UserError("report.bad_part", value=part, allowed=", ".join(PARTS))
    load_style(paths.resources(), style)
    state = store.state.copy()
    return ReportData(
        state=state,
        method=_method(state, language, library),
        language=language,
        parts=tuple(part for part in PARTS if part in parts),
        made_on=made_on,
        version=__version__,
        seal=store.seal,
        style=style,
        logo=_logo(logo) if logo is not None else b"",
        logo_alt=logo_alt,
    )


def styles(language: str) -> dict[str, str]:
    """Return the house styles there are, the default first: id -> name in ``language``.

    Raises:
        UserError: what ``load_style`` refuses.
    """
    resources = paths.resources()
    found = {id: load_style(resources, id).names for id in style_ids(resources)}
    return {id: names.get(language) or next(iter(names.values()), id) for id, names in found.items()}


_LOGO_LIMIT = 64 * 1024**2


def _logo(path: Path) -> bytes:
    """Return a picture drawn anew from its pixels, so that nothing else that was in the file goes along."""
    if path.suffix.lower() == ".svg":
        raise UserError("report.logo_svg", path=str(path))
    try:
        with paths.open_plain(path) as file:
            raw = file.read(_LOGO_LIMIT + 1)
        if len(raw) > _LOGO_LIMIT:
            raise UserError("report.logo_bad", path=str(path))
        return cleaned_logo(raw)
    except (OSError, ValueError):
        raise UserError("report.logo_bad", path=str(path)) from None


def _method(state: State, language: str, library: Library) -> Method:
    own = method_in(state, language)
    shelf = library.methods.get(own.id)
    if own.language == language or shelf is None:
        return own
    other = shelf.pick(language)
    same_steps = [step.id for step in other.steps] == [step.id for step in own.steps]
    return other if same_steps and other.language == language else own


def write_report(
    data: ReportData,
    out: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RenderResult:
    """Write the PDF in this process; a report that was there is replaced when the new one is whole.

    Raises:
        UserError: ``exchange.is_session`` for a place where a dialogue is, and what ``render`` refuses.
    """
    refuse_session(out)
    return render(data, out, paths.resources(), progress, cancelled)


def write_form(
    order: FormOrder,
    data: ReportData,
    out: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RenderResult:
    """Write a short form as PDF in this process; one that was there stays until the new one is whole.

    Raises:
        UserError: ``exchange.is_session`` for a place where a dialogue is, and what ``render_form`` refuses.
    """
    refuse_session(out)
    return render_form(order, data, out, paths.resources(), progress, cancelled)


def write_plate(data: ReportData, out: Path) -> PlateResult:
    """Write the talking picture, one HTML file that stands alone; one that was there stays until then.

    Raises:
        UserError: ``exchange.is_session`` for a place where a dialogue is, and what ``render_plate`` refuses.
    """
    refuse_session(out)
    return render_plate(data, out, paths.resources())


class RenderJob(child.Job[RenderResult]):
    """Writes a PDF in a process of its own, so that the window stays quick and cancel is at once.

    The callbacks are called on a thread of the job: ``on_progress(done, total)`` any number of times, then
    exactly one of ``on_done(result)`` and ``on_error(error)``; a cancelled job ends in ``report.cancelled``.
    """

    def __init__(
        self,
        data: ReportData,
        out: Path,
        *,
        on_progress: Progress,
        on_done: Callable[[RenderResult], None],
        on_error: Callable[[UserError], None],
        form: FormOrder | None = None,
    ) -> None:
        self._data = data
        self._form = form
        self._out = out
        self._on_progress = on_progress
        self._worker = child.Child("report.worker_failed", "report.cancelled")
        super().__init__(self._worker, self._made, on_done=on_done, on_error=on_error)

    def _made(self) -> RenderResult:
        refuse_session(self._out)
        try:
            # Beside its place, so that moving it there is one step; the worker's drafts go with the folder.
            folder = Path(tempfile.mkdtemp(prefix=".facilitator-", dir=self._out.parent))
        except OSError as error:
            raise _not_written(error, self._out) from error
        try:
            draft = folder / "report.pdf"
            result = self._rendered(draft)
            if self._worker.is_cancelled:
                raise UserError("report.cancelled")
            try:
                draft.replace(self._out)
            except OSError as error:
                raise _not_written(error, self._out) from error
            return result
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _rendered(self, draft: Path) -> RenderResult:
        order = Order(self._data, draft, paths.resources(), self._form)
        try:
            answer = self._worker.run(worker_command(), order, self._on_progress)
        except UserError as error:
            details = dict(error.details)
            if details.get("path") == str(draft):
                details["path"] = str(self._out)
            raise UserError(error.code, **details) from error
        return RenderResult(int(answer["pages"]))


@dataclass(frozen=True, slots=True)
class Order:
    """What the worker is asked to do."""

    data: ReportData
    out: Path
    resources: Path
    form: FormOrder | None = None


def worker_command() -> list[str]:
    """Return how this program starts its worker, from source, installed or frozen."""
    return child.command(workers.RENDER)


def serve(stdin: BinaryIO, stdout: TextIO) -> int:
    """Be the worker: read one order, tell progress and the end as JSON lines, return the exit code.

    ``stdin`` is trusted: the program that started this one wrote it.
    """
    order = cast("Order", pickle.load(stdin))  # noqa: S301

    def work(progress: Progress) -> dict[str, object]:
        data, out, resources = order.data, order.out, order.resources
        if order.form is not None:
            return {"pages": render_form(order.form, data, out, resources, progress).pages}
        return {"pages": render(data, out, resources, progress).pages}

    return child.serve(stdout, work)


def _not_written(error: OSError, out: Path) -> UserError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UserError("report.disk_full", path=str(out))
    return UserError("report.not_written", path=str(out), reason=error.strerror or "")
