from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.report import strings
from tests.report.builders import RESOURCES


@pytest.fixture
def nl() -> strings.Strings:
    return strings.load(RESOURCES, "nl")


@pytest.fixture
def en() -> strings.Strings:
    return strings.load(RESOURCES, "en")


def test_both_languages_have_the_same_keys_and_markers(nl: strings.Strings, en: strings.Strings) -> None:
    assert strings.differences(nl, en) == []
    assert len(nl.texts) > 100


def test_one_is_singular_and_the_rest_plural(nl: strings.Strings, en: strings.Strings) -> None:
    assert [nl.n("channel.notes", n) for n in (0, 1, 2)] == ["0 notities", "1 notitie", "2 notities"]
    assert [en.n("advice.trace_insights", n) for n in (1, 4)] == ["1 insight", "4 insights"]


def test_numbers_and_dates_follow_the_language(nl: strings.Strings, en: strings.Strings) -> None:
    assert (nl.number(1104), en.number(1104)) == ("1.104", "1,104")
    assert (nl.date("2026-11-14"), en.date("2026-11-14")) == ("14 november 2026", "14 November 2026")
    assert (nl.percent(75), en.percent(75)) == ("75 %", "75%")


def test_a_date_that_is_none_stays_as_it_is(nl: strings.Strings) -> None:
    assert nl.date("voorjaar") == "voorjaar"


def test_almost_all_is_not_shown_as_all(en: strings.Strings) -> None:
    assert en.percent(99.7) == "99%"
    assert en.percent(100.0) == "100%"


def test_braces_in_what_people_wrote_are_not_markers(nl: strings.Strings) -> None:
    assert nl.t("advice.for", who="{n} en {0}") == "Voor: {n} en {0}"


def test_lists_end_with_and(nl: strings.Strings) -> None:
    assert [nl.and_list(list(x)) for x in ("", "a", "ab", "abc")] == ["", "a", "a en b", "a, b en c"]


def test_an_unknown_language_is_dutch() -> None:
    assert strings.load(RESOURCES, "fr").language == "nl"


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    shutil.copytree(RESOURCES / "report", folder)
    text = (folder / "en.toml").read_text(encoding="utf-8")
    (folder / "en.toml").write_text(text.replace('title = "Contents"\n', ""), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        strings.load(tmp_path, "nl")
    assert caught.value.code == "report.texts_bad"
    assert "contents.title" in str(caught.value.details["reason"])


def test_another_marker_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    shutil.copytree(RESOURCES / "report", folder)
    text = (folder / "nl.toml").read_text(encoding="utf-8")
    (folder / "nl.toml").write_text(
        text.replace('for = "Voor: {who}"', 'for = "Voor: {wie}"'), encoding="utf-8"
    )
    with pytest.raises(UserError, match="advice.for"):
        strings.load(tmp_path, "nl")
