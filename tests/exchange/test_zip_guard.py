from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.exchange.xlsx_table import read_xlsx
from facilitator.exchange.zip_guard import GuardedZip
from tests.helpers.hostile_zips import WORKBOOKS
from tests.helpers.workbooks import PARTS, packed

ANY = re.compile(".*")
HERE = Path("a.xlsx")


def test_an_honest_file_is_read_part_by_part() -> None:
    package = GuardedZip(packed(PARTS), HERE, ANY)
    assert {name: package.read(name) for name in package.names} == PARTS


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_hostile_workbook_is_refused_with_its_code_at_once(name: str) -> None:
    code, make = WORKBOOKS[name]
    raw = make()
    started = time.monotonic()
    with pytest.raises(UserError) as caught:
        read_xlsx(raw, HERE)
    assert caught.value.code == code
    assert time.monotonic() - started < 3


def test_damage_anywhere_is_refused_or_does_not_matter() -> None:
    honest = packed(PARTS)
    chance = random.Random(3)
    codes: set[str] = set()
    for _ in range(400):
        raw = bytearray(honest)
        for _ in range(chance.choice([1, 3, 30])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        try:
            read_xlsx(bytes(raw), HERE)
        except UserError as error:
            codes.add(error.code)
    assert "exchange.zip_broken" in codes
    assert all(code.startswith("exchange.") for code in codes)
