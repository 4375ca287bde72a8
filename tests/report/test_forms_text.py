from __future__ import annotations

import pytest

from facilitator.report.forms_text import _first


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ("Eén zin. Nog een zin.", 40, "Eén zin."),
        ("Zorg dichtbij voor iedereen", 16, "Zorg dichtbij…"),
        ("x" * 50, 10, "x" * 10 + "…"),
        ("", 10, ""),
    ],
)
def test_the_first_sentence_is_cut_at_a_word(words: str, most: int, told: str) -> None:
    assert _first(words, most) == told
