from __future__ import annotations

import re

import pytest

from facilitator.cli.parser import COMMANDS, Parser, WrongUse, command_parser, window_parser, wrong_use
from facilitator.content.words import Words


def parsers(language: str) -> dict[str, Parser]:
    words = Words(language, name="cli")
    return {"": window_parser(words), **{name: command_parser(words, name) for name in COMMANDS}}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_argument_is_explained_in_words(language: str, name: str) -> None:
    parser = parsers(language)[name]
    told = parser.format_help()
    assert len(parser.description or "") > 40
    for action in parser._actions:
        assert action.help
        assert " " in action.help, f"{action.dest} has no words, only its key"
        for option in action.option_strings:
            assert option in told
    assert not re.search(r"\b(usage|positional|show this)\b", told) or language == "en"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_lists_every_command(language: str) -> None:
    told = parsers(language)[""].format_help()
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w+ \w+", told, re.MULTILINE)


def test_the_usage_stays_in_line_in_every_language() -> None:
    for language in ("nl", "en"):
        first, second = parsers(language)["capture"].format_help().splitlines()[:2]
        assert len(second) - len(second.lstrip()) == first.index("[-h]")


def test_no_text_is_left_over() -> None:
    words = Words("nl", name="cli")
    used = {"file", "window.file", "import.data", "merge.others", "key.action", "open-sealed.sealed"}
    for name, parser in parsers("nl").items():
        for action in parser._actions:
            keys = {option.lstrip("-").replace("-", "_") for option in action.option_strings}
            used |= {f"{name or 'window'}.{key}" for key in keys}
    assert set(words.codes("options")) <= used
    assert set(words.codes("commands")) == set(words.codes("about")) == set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["notes"], "dit ontbreekt nog: FILE"),
        (["notes", "a", "-x"], "dit ken ik niet: -x"),
        (["capture", "a", "--persona"], "achter --persona hoort een waarde"),
        (["merge", "a"], "dit ontbreekt nog: OTHER"),
        (["capture", "a", "--table", "x"], "--table moet een getal zijn, niet 'x'"),
        (["notes", "a", "--json=ja"], "--json krijgt geen waarde, ook niet 'ja'"),
    ],
)
def test_wrong_use_is_told_in_the_users_language(arguments: list[str], reason: str) -> None:
    with pytest.raises(WrongUse) as caught:
        parsers("nl")[arguments[0]].parse_args(arguments[1:])
    program = f"facilitator {arguments[0]}"
    assert str(caught.value) == f"{program}: {reason}. Uitleg: {program} --help"


def test_a_choice_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(WrongUse, match=r"--language kan niet 'fr' zijn; kies uit '?nl'?, '?en'?\. Uitleg"):
        parsers("nl")["report"].parse_args(["a", "-o", "b", "--language", "fr"])


def test_what_argparse_says_otherwise_is_passed_on() -> None:
    words = Words("en", name="cli")
    told = wrong_use(words, "facilitator x", "something {new}")
    assert str(told) == "facilitator x: something {new}. Help: facilitator x --help"
