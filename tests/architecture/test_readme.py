from __future__ import annotations

import re

import dev
from facilitator.cli.parser import COMMANDS
from tests.architecture.source import ROOT, assert_none

README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_of_the_program_is_in_the_readme() -> None:
    assert_none([name for name in COMMANDS if f"`facilitator {name} " not in README])


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"`facilitator ([a-z-]+)", README))
    assert_none(sorted(named - set(COMMANDS)))
    made = set(re.findall(r"^ {4}make (\w+)|`make (\w+)", README, re.MULTILINE))
    assert_none(sorted({one or other for one, other in made} - set(dev.COMMANDS)))


def test_every_file_and_folder_the_readme_names_is_there() -> None:
    named = re.findall(
        r"`((?:docs|resources|facilitator|sessions|tests|benchmarks|build_spec)/[\w./-]*)`", README
    )
    assert named
    assert_none([name for name in named if not (ROOT / name).exists()])
