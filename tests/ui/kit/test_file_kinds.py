from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.ui.kit.file_kinds import KINDS, endings, kind_of, patterns
from facilitator.ui.kit.messages import Words


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.dialoog", "dialogue"), ("a.JSON", "export"), ("b.Xlsx", "survey"), ("uit.json.age", "sealed"),
     ("a.pdf", ""), ("dialoog", "")],
)  # fmt: skip
def test_the_ending_tells_the_kind(name: str, kind: str) -> None:
    assert kind_of(Path(name)) == kind


def test_a_file_chooser_gets_the_endings_of_a_kind() -> None:
    assert endings("survey") == [".csv", ".xlsx"]
    assert patterns("dialogue", "sealed") == "*.dialoog *.age"
    assert set(endings("dialogue", "export", "survey", "sealed")) == set(KINDS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_brings_another_file_hears_which_ones_are_taken(language: str) -> None:
    told = Words(language).message("ui.unsupported_file", {"name": "a.pdf"})
    assert [ending for ending in KINDS if ending not in told] == []
