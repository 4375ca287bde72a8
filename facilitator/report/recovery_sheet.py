"""The sheet of paper with the recovery code of an encrypted dialogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.domain.report_data import ReportData
from facilitator.report import strings
from facilitator.report.blocks import Block, Box, Frame, Gap, Mark, PageStart, Text
from facilitator.report.facts import Facts
from facilitator.report.fonts import BOLD
from facilitator.report.kit import Kit, Tick
from facilitator.report.look import BODY, LABEL, LINE, SMALL, SURFACE, Type
from facilitator.report.render import Meter, Press, RenderResult, bind, type_setter
from facilitator.report.rows import Row
from facilitator.report.style import load_style

_CODE = Type(19, 25, BOLD)
_IN_A_ROW = 4


def render_recovery_sheet(
    data: ReportData, groups: Sequence[str], file: str, mark: str, out: Path, resources: Path
) -> RenderResult:
    """Write the sheet to ``out``; of the dialogue it tells the title alone. Raises as ``render``.

    Args:
        groups: The recovery code, in the groups that are typed back.
        file: Name of the dialogue's file.
        mark: What tells this key from another, and is no secret.
    """
    book = strings.load(resources, data.language)
    setter = type_setter(data, book, resources)
    kit = Kit(Facts(data), book)
    press = Press(setter, load_style(resources, data.style), title=book.t("recovery.label"))
    return bind(kit, _blocks(kit, groups, file, mark), press, out, Meter(None, None))


def _blocks(kit: Kit, groups: Sequence[str], file: str, mark: str) -> list[Block]:
    book = kit.strings
    title = kit.facts.state.dialogue.title or book.t("cover.untitled")
    day = kit.facts.data.made_on
    about = [
        book.t("recovery.dialogue", title=title),
        book.t("recovery.file", name=file),
        book.t("recovery.made_on", day=day),
        book.t("recovery.mark", mark=mark),
    ]
    heading = book.t("recovery.title")
    return [
        PageStart(bare=True),
        Tick(),
        Text(book.t("recovery.label").upper(), LABEL, before=10, keep=True),
        Text(heading, Type(24, 29, BOLD), before=2, after=12, mark=Mark("recovery", heading, 0), role="H1"),
        Text(book.t("recovery.intro"), BODY, after=10),
        *(Text(line, BODY) for line in about),
        Gap(8),
        Text(book.t("recovery.code"), Type(13, 18, BOLD), before=14, after=6, keep=True, role="H2"),
        *_code(kit, groups),
        Text(book.t("recovery.how"), Type(13, 18, BOLD), before=20, after=4, keep=True, role="H2"),
        *(Text(book.t(f"recovery.step_{number}"), BODY, after=3) for number in (1, 2, 3)),
        Text(book.t("recovery.keep"), Type(10, 15, BOLD), before=12),
    ]


def _code(kit: Kit, groups: Sequence[str]) -> list[Block]:
    rows: list[Block] = []
    for start in range(0, len(groups), _IN_A_ROW):
        part = groups[start : start + _IN_A_ROW]
        cells: list[Block] = [_cell(kit, start + n, group) for n, group in enumerate(part, 1)]
        cells += [Text("", SMALL) for _ in range(_IN_A_ROW - len(part))]
        rows.append(Row(cells, [1] * _IN_A_ROW, gap=8, after=8))
    return rows


def _cell(kit: Kit, number: int, group: str) -> Block:
    words = kit.strings.t("recovery.group", number=number)
    look = Frame(pad=(6, 8, 8, 8), fill=SURFACE, radius=4, stroke=LINE)
    return Box([Text(words, SMALL), Text(group, _CODE)], look)
