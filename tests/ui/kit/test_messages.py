from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.notices import refusal


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_of_the_domain_has_a_word(language: str) -> None:
    words = Words(language)
    for table, codes in (
        ("kinds", e.KINDS),
        ("kind_letters", e.KINDS),
        ("bases", e.BASES),
        ("channels", e.CHANNELS),
        ("speaker_groups", e.SPEAKER_GROUPS),
        ("consents", e.CONSENTS),
        ("sources", e.SOURCES),
        ("reply_kinds", e.REPLY_KINDS),
    ):
        assert words.codes(table) == codes, table


def test_place_markers_are_filled_with_what_the_error_tells(tmp_path: Path) -> None:
    (tmp_path / "messages_nl.toml").write_text('[messages]\n"a.b" = "Meer dan {limit} {onbekend}."\n')
    words = Words("nl", tmp_path)
    assert words.error(UserError("a.b", limit=5)) == "Meer dan 5 {onbekend}."
    assert words.message("a.b", {"limit": "<b>"}) == "Meer dan <b> {onbekend}."


def test_an_unknown_code_still_gives_a_sentence() -> None:
    text = Words("nl").error(UserError("nog.nooit_gezien"))
    assert "nog.nooit_gezien" in text
    assert "veilig" in text


def test_an_edit_has_words_for_undo_or_none() -> None:
    words = Words("nl")
    assert words.edit("note.moved") == "notitie verplaatsen"
    assert words.edit("x.y") == ""


def test_short_words_read_one_code() -> None:
    words = Words("en")
    read = [
        words.kind("worry"),
        words.kind_letter("wish"),
        words.basis("own"),
        words.channel("soft"),
        words.speaker_group("staff"),
        words.consent("none"),
        words.source("paper"),
    ]
    codes = ["worry", "wish", "own", "soft", "staff", "none", "paper"]
    assert len(set(read)) == len(codes)
    assert not set(read) & set(codes)


def test_letters_agree_with_the_theme() -> None:
    data = tomllib.loads((paths.resources() / "i18n" / "messages_nl.toml").read_text("utf-8"))
    assert list(data["kind_letters"].values()) == ["E", "Z", "B", "K", "W", "I", "C"]


def test_a_refusal_becomes_a_notice_that_replaces_its_like() -> None:
    notice = refusal(Words("nl"), UserError("note.empty"))
    assert (notice.kind, notice.key) == ("error", "note.empty")
    assert notice.text == Words("nl").error(UserError("note.empty"))


def test_where_there_is_little_room_a_file_is_called_by_its_name() -> None:
    error = UserError("key.wrong", path=str(Path("/srv/mara/heel/diep") / "zorg.dialoog"))
    told = Words("nl").brief(error)
    assert "zorg.dialoog" in told
    assert "mara" not in told
    assert "mara" in Words("nl").error(error)
