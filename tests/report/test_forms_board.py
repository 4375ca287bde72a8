from __future__ import annotations

import pytest

from facilitator.report.facts import Facts
from facilitator.report.forms_board import PAPERS, board
from facilitator.report.kit import Kit
from facilitator.report.strings import load
from tests.report.builders import RESOURCES, example


@pytest.mark.parametrize("size", ["one", *PAPERS])
def test_the_board_has_the_paper_asked_for(size: str) -> None:
    blocks, sheet = board(Kit(Facts(example()), load(RESOURCES, "nl")), size)
    assert (len(blocks) == 2) == (size == "one")
    assert size == "one" or (sheet.width, sheet.height) == PAPERS[size]
