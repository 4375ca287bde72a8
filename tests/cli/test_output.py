from __future__ import annotations

import pytest

from facilitator import paths
from facilitator.cli import output
from facilitator.cli.output import Desk, plain, system_language
from facilitator.domain.errors import UserError
from facilitator.services import settings
from facilitator.services.settings import Settings


def test_a_line_stays_one_line_and_harmless() -> None:
    assert plain("a\nb\x1b[31m\x00c\u2028d") == "a b [31m c d"
    assert plain("😀 👩‍👩‍👧 مرحبا") == "😀 👩‍👩‍👧 مرحبا"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en_US.UTF-8", "en"), ("EN", "en"), ("nl_NL", "nl"), ("C.UTF-8", "nl"), ("de_DE", "nl"), ("", "nl")],
)
def test_english_systems_get_english_and_all_others_dutch(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", locale)
    assert system_language() == language
    monkeypatch.setenv("LC_ALL", "en_GB")
    assert system_language() == "en"


def test_the_settings_win_and_the_name_of_the_laptop_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert Desk().language == "en"
    first = Desk().settings.source
    assert first == Desk().settings.source == settings.load(paths.settings_file()).source
    settings.save(paths.settings_file(), Settings(language="nl"))
    assert Desk().language == "nl"


def test_settings_that_cannot_be_kept_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_CONFIG", "/proc/nergens")
    assert Desk().language in {"nl", "en"}


def test_complaints_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("gewoon")
    Desk().complain(UserError("store.missing", path="weg\n.dialoog"))
    told = capsys.readouterr()
    assert told.out == "gewoon\n"
    assert told.err.count("\n") == 1
    assert "weg .dialoog" in told.err


@pytest.mark.parametrize("code", ["store.disk_full", "store.io"])
def test_a_command_that_ends_does_not_say_that_the_notes_are_still_in_the_program(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    desk.complain(UserError(code, path="/stick/a.dialoog"))
    told = capsys.readouterr().err
    assert "/stick/a.dialoog" in told
    assert told.strip() != desk.messages.error(UserError(code, path="/stick/a.dialoog"))
    assert "sluit" not in told.casefold()


def test_a_name_cannot_turn_the_letters_of_a_line_around() -> None:
    assert plain("/stick/einde \u202egnp.dialoog\n\x1b[31m") == "/stick/einde gnp.dialoog  [31m"
