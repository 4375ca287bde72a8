from __future__ import annotations

from facilitator.ui.kit.area_face import AreaFace


def test_count_and_mix_stand_on_one_line_and_are_said_after_the_title() -> None:
    face = AreaFace("Vervoer", "12 notities", "Fatima 6 · Mieke 2")
    assert face.line == "12 notities · Fatima 6 · Mieke 2"
    assert face.said == "Vervoer, 12 notities, Fatima 6 · Mieke 2"


def test_what_is_missing_leaves_no_marks_behind() -> None:
    assert (AreaFace("Leeg").line, AreaFace("Leeg").said) == ("", "Leeg")
    assert AreaFace("Leeg", spoken="Een lege plek").said == "Een lege plek"
