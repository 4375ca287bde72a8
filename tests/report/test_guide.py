from __future__ import annotations

from facilitator.report.guide import guide
from tests.report.builders import example, kit_of, laid_out, report_of, small_state


def test_only_the_parts_that_are_there_are_explained() -> None:
    text = laid_out(report_of(small_state(), parts=("guide",)), "guide")
    assert "Leeswijzer" in text
    assert "themaboek" not in text


def test_it_tells_words_letters_and_how_to_find_things_back() -> None:
    assert len(guide(kit_of(example()))) > 20
    text = laid_out(example(), "guide")
    assert "Zachte stemmen: mensen die niet snel naar een grote avond komen." in text
    assert "ervaring" in text
