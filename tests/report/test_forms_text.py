from __future__ import annotations

import pytest

from facilitator.report.forms_text import _first


@pytest.mark.parametrize(
    ("words", "most", "told"),
    [
        ("Eén zin. Nog een zin.", 40, "Eén zin. Nog een zin."),
        ("Eén zin. Nog een zin.", 18, "Eén zin. (…)"),
        ("Zorg dichtbij voor iedereen", 20, "Zorg dichtbij (…)"),
        ("x" * 50, 10, "x" * 6 + " (…)"),
        ("", 10, ""),
    ],
)
def test_what_is_left_out_is_whole_sentences_or_words_and_seen(words: str, most: int, told: str) -> None:
    assert _first(words, most) == told
