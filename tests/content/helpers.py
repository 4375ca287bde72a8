"""Small content folders to break in one place at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.domain.errors import UserError

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'
CIRCLE = SVG.format('<circle cx="5" cy="5" r="4" fill="#aabbcc"/>')

STRUCTURE = """\
id = "klein"
version = "1"
languages = ["nl", "en"]

[[steps]]
id = "praten"
activities = ["capture"]
kinds = ["experience", "worry"]

[[steps.parts]]
id = "ronde"
minutes = 20

[[steps.gate]]
id = "notities"
rule = "notes_captured"

[[steps.gate]]
id = "klaar"
"""

WORDS = """\
title = "Klein"
summary = "Een korte werkwijze."

[steps.praten]
title = "Praten"
short = "Praten"
purpose = "We praten."

[steps.praten.parts.ronde]
title = "Een ronde"
prompts = [
  "Wat maakte u mee?",
]

[steps.praten.gate]
notities = "Er zijn notities"
klaar = "Iedereen is klaar"
"""

PACK = """\
id = "straat"
order = ["an", "bo"]

[titles]
nl = "Onze straat"
en = "Our street"
"""

PERSONA = """\
name = "{name}"
made_with = "de buurt"

[nl]
age = "40 jaar"
line = "Woont hier"
story = "Een verhaal."
needs = "Rust."

[en]
age = "aged 40"
line = "Lives here"
story = "A story."
needs = "Rest."
"""


def small_method(parent: Path) -> Path:
    folder = parent / "klein"
    folder.mkdir(parents=True)
    (folder / "method.toml").write_text(STRUCTURE, "utf-8")
    (folder / "nl.toml").write_text(WORDS, "utf-8")
    (folder / "en.toml").write_text(WORDS, "utf-8")
    return folder


def small_pack(parent: Path) -> Path:
    folder = parent / "straat"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, "utf-8")
    (folder / "an.toml").write_text(PERSONA.format(name="An"), "utf-8")
    (folder / "bo.toml").write_text(PERSONA.format(name="Bo"), "utf-8")
    (folder / "an.svg").write_text(CIRCLE, "utf-8")
    return folder


def shipped(parent: Path) -> Path:
    """Return a copy of the resources with one method and one pack."""
    shutil.copytree(RESOURCES / "methods" / "vijf-stappen", parent / "methods" / "vijf-stappen")
    shutil.copytree(RESOURCES / "personas" / "kampen", parent / "personas" / "kampen")
    return parent


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def place(error: UserError) -> tuple[object, object, str]:
    return error.details["file"], error.details["line"], str(error.details["reason"])
