"""Short forms of the report: the same figures and words, for a table, a wall or one meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.domain.board import TABLE
from facilitator.domain.choices import FORMS, SIZES
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import FormOrder, ReportData
from facilitator.report import forms_board, forms_poster, forms_text, strings
from facilitator.report.blocks import Block
from facilitator.report.board_plans import ALL
from facilitator.report.facts import Facts
from facilitator.report.kit import Kit
from facilitator.report.lines import Setter
from facilitator.report.look import A4, Sheet
from facilitator.report.render import Cancelled, Meter, Press, Progress, RenderResult, bind, type_setter
from facilitator.report.style import load_style

Made = tuple[list[Block], Sheet]


def _summary(kit: Kit, setter: Setter, order: FormOrder) -> Made:
    return forms_text.summary(kit, setter), A4


def _meeting(kit: Kit, setter: Setter, order: FormOrder) -> Made:
    state = kit.facts.state
    chosen = [meeting for meeting in state.meetings if order.meeting in ("", meeting.id)]
    if order.meeting and not chosen:
        raise UserError("report.no_meeting", id=order.meeting)
    if not order.meeting:
        held = kit.facts.data.kept.notes_at
        chosen = [meeting for meeting in chosen if held.get(meeting.id)]
    return forms_text.meeting(kit, chosen), A4


def _handout(kit: Kit, setter: Setter, order: FormOrder) -> Made:
    chosen = [persona for persona in kit.facts.state.personas if order.persona in ("", persona.id)]
    if order.persona and not chosen:
        raise UserError("report.no_persona", id=order.persona)
    return forms_text.handout(kit, setter, chosen), A4


def _poster(kit: Kit, setter: Setter, order: FormOrder) -> Made:
    sheet = forms_poster.A2 if order.size == "a2" else forms_poster.A3
    return forms_poster.posters(kit, setter, sheet), sheet


def _board(kit: Kit, setter: Setter, order: FormOrder) -> Made:
    steps = [step.id for step in kit.facts.data.method.steps]
    if order.board and order.board not in (TABLE, ALL, *steps):
        raise UserError("report.no_board", id=order.board, allowed=", ".join((TABLE, ALL, *steps)))
    return forms_board.board(kit, order.size or "one", order.board or TABLE)


_FORMS: dict[str, Callable[[Kit, Setter, FormOrder], Made]] = {
    "summary": _summary,
    "meeting": _meeting,
    "handout": _handout,
    "poster": _poster,
    "board": _board,
}


def render_form(
    order: FormOrder,
    data: ReportData,
    out: Path,
    resources: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderResult:
    """Write one short form of the report of ``data`` to ``out``; raises as ``render``, and besides.

    Raises:
        UserError: ``report.bad_form`` and ``report.bad_size`` with ``value`` and ``allowed``;
            ``report.no_meeting`` and ``report.no_persona`` with ``id``; ``report.no_board`` with ``id`` and
            ``allowed``.
    """
    if order.form not in FORMS:
        raise UserError("report.bad_form", value=order.form, allowed=", ".join(FORMS))
    if order.size and order.size not in SIZES:
        raise UserError("report.bad_size", value=order.size, allowed=", ".join(SIZES))
    meter = Meter(progress, cancelled)
    meter.start(0, 1)
    book = strings.load(resources, data.language)
    setter = type_setter(data, book, resources)
    kit = Kit(Facts(data), book)
    blocks, sheet = _FORMS[order.form](kit, setter, order)
    press = Press(setter, load_style(resources, data.style), sheet, book.t(f"form_{order.form}.label"))
    return bind(kit, blocks, press, out, meter)
