from __future__ import annotations

import pytest

from facilitator.report.facts import Facts
from facilitator.report.forms_poster import A2, A3, posters
from facilitator.report.kit import Kit
from facilitator.report.look import Sheet
from facilitator.report.strings import load
from tests.report.builders import RESOURCES, example


@pytest.mark.parametrize("sheet", [A3, A2], ids=["a3", "a2"])
def test_there_is_a_marked_sheet_for_every_goal(sheet: Sheet) -> None:
    kit = Kit(Facts(example()), load(RESOURCES, "nl"))
    marks = [block.mark.key for block in posters(kit, sheet) if block.mark]
    assert marks == [f"goal-{number}" for number in range(1, len(kit.facts.state.goals) + 1)]
