from __future__ import annotations

from facilitator.report.look import A4, HEIGHT, WIDTH, Sheet


def test_the_room_is_the_sheet_without_its_margins() -> None:
    assert A4.room == (WIDTH, HEIGHT)
    assert Sheet(400, 300, 20, 30, 40).room == (360, 230)
