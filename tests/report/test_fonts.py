from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reportlab import rl_config
from reportlab.pdfbase import ttfonts

from facilitator.domain.errors import UserError
from facilitator.report import fonts
from tests.report.builders import RESOURCES


def test_each_character_gets_a_font_that_has_it() -> None:
    loaded = fonts.load(RESOURCES)
    picked = {char: loaded.pick(fonts.BOLD, ord(char)) for char in "aж→✓😀مש≥ሀ"}
    assert picked["a"] == picked["ж"] == fonts.BOLD
    assert picked["😀"] == "Facilitator-Emoji"
    assert picked["م"] == "Facilitator-Arabic"
    assert None not in picked.values()


def test_what_no_font_has_is_told() -> None:
    assert fonts.load(RESOURCES).pick(fonts.REGULAR, ord("漢")) is None


def test_settings_of_the_user_do_not_count() -> None:
    rl_config.useA85 = 1
    fonts.load.cache_clear()
    fonts.load(RESOURCES)
    assert (rl_config.useA85, rl_config.invariant, rl_config.pageCompression) == (0, 1, 1)


def test_a_missing_text_face_is_a_plain_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        fonts.load(tmp_path)
    assert caught.value.code == "report.font_missing"


def test_a_damaged_text_face_is_a_plain_fault(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "NotoSans-Bold.ttf").write_bytes(b"no font")
    with pytest.raises(UserError) as caught:
        fonts.load(tmp_path)
    assert str(caught.value.details["path"]).endswith("NotoSans-Bold.ttf")


def test_missing_fallback_fonts_do_not_stop_the_report(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for name in ("Regular", "Bold", "Italic"):
        shutil.copy(RESOURCES / "fonts" / f"NotoSans-{name}.ttf", tmp_path / "fonts")
    assert fonts.load(tmp_path).fallback == ()


def test_the_way_back_to_text_knows_emoji_and_arabic_forms() -> None:
    table = ttfonts.makeToUnicodeCMap("Face", [0x41, 0x1F600, 0xFE91])
    assert "<00> <0041>" in table
    assert "<01> <D83DDE00>" in table
    assert "<02> <0628>" in table


def test_width_grows_with_the_text() -> None:
    fonts.load(RESOURCES)
    assert fonts.width_of("zorg", fonts.REGULAR) < fonts.width_of("zorg", fonts.BOLD)
    assert fonts.width_of("", fonts.REGULAR) == 0
