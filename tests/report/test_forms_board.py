from __future__ import annotations

import pytest

from facilitator.domain import entities as e
from facilitator.report.facts import Facts
from facilitator.report.forms_board import PAPERS, board
from facilitator.report.kit import Kit
from facilitator.report.strings import load
from tests.report.builders import RESOURCES, example, kit_of, report_of, small_state


@pytest.mark.parametrize("size", ["one", *PAPERS])
def test_the_board_has_the_paper_asked_for(size: str) -> None:
    blocks, sheet = board(Kit(Facts(example()), load(RESOURCES, "nl")), size)
    assert (len(blocks) == 2) == (size == "one")
    assert size == "one" or (sheet.width, sheet.height) == PAPERS[size]


def test_cards_laid_by_hand_are_drawn_where_they_lie() -> None:
    key = "step:ervaren|*"
    far = e.Spot(id=f"{key}/n1", board=key, note="n1", x=9_000, y=100)
    kit = kit_of(report_of(small_state(far)))
    near, wide = (board(kit, "one", which)[1].width for which in ("dromen", "ervaren"))
    assert wide > near + 4_000
