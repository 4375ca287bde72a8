"""Judge codebooks and projects by what REFI-QDA 1.5 says of their elements: which, in what order, with what.

The names, their order and what is required are written here in our own words; the schema itself lies with its
makers at qdasoftware.org.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree as ET

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_MADE = ("creatingUser", "creationDateTime")
_LEADS_TO = {
    "CodeRef": "Code",
    "MemberCode": "Code",
    "VariableRef": "Variable",
    "SelectionRef": "PlainTextSelection",
}
"""What a reference must lead to."""


@dataclass(frozen=True)
class Rule:
    """An element: its parts in order (a star: any number, a mark: at most one), and its attributes."""

    parts: str = ""
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


_SHARED = {
    "Codes": Rule("Code+"),
    "Sets": Rule("Set+"),
    "Set": Rule("Description? MemberCode*", ("guid", "name")),
    "Description": Rule(),
}
CODEBOOK = {
    **_SHARED,
    "CodeBook": Rule("Codes Sets?", (), ("origin",)),
    "Code": Rule("Description? Code*", ("guid", "name", "isCodable"), ("color",)),
    "MemberCode": Rule("", ("guid",)),
}
PROJECT = {
    **_SHARED,
    "Project": Rule(
        "Users? CodeBook? Variables? Cases? Sources? Sets? Description?",
        ("name",),
        ("origin", "creatingUserGUID", "creationDateTime"),
    ),
    "Users": Rule("User+"),
    "User": Rule("", ("guid",), ("name",)),
    "CodeBook": Rule("Codes"),
    "Code": Rule("Description? Code*", ("guid", "name", "isCodable"), ("color",)),
    "MemberCode": Rule("", ("targetGUID",)),
    "Variables": Rule("Variable+"),
    "Variable": Rule("", ("guid", "name", "typeOfVariable")),
    "Cases": Rule("Case+"),
    "Case": Rule("Description? SelectionRef*", ("guid",), ("name",)),
    "SelectionRef": Rule("", ("targetGUID",)),
    "Sources": Rule("TextSource+"),
    "TextSource": Rule("PlainTextSelection* VariableValue*", ("guid", "plainTextPath"), ("name", *_MADE)),
    "PlainTextSelection": Rule("Coding*", ("guid", "startPosition", "endPosition"), ("name", *_MADE)),
    "Coding": Rule("CodeRef", ("guid",), _MADE),
    "CodeRef": Rule("", ("targetGUID",)),
    "VariableValue": Rule("VariableRef TextValue?"),
    "VariableRef": Rule("", ("targetGUID",)),
    "TextValue": Rule(),
}


def faults(root: ET.Element, rules: dict[str, Rule], space: str) -> list[str]:
    """Return what is wrong with the elements under ``root``, and references that lead nowhere."""
    found: list[str] = []
    members = [element for element in root.iter() if element.tag.endswith("}MemberCode")]
    known = [str(e.get("guid")) for e in root.iter() if e.get("guid") and e not in members]
    own = set(known)
    kinds = {str(e.get("guid")): e for e in root.iter() if e.get("guid") and e not in members}
    if len(own) != len(known):
        found.append("an identifier is used twice")
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{space}}}")
        rule = rules.get(name)
        if rule is None:
            found.append(f"{element.tag}: no such element")
            continue
        order = "".join(f"{child.tag.removeprefix(f'{{{space}}}')} " for child in element)
        pattern = re.sub(r"(\w+)([?*+]?)", r"(?:\1 )\2", rule.parts).replace(") (", ")(").replace("* (", "*(")
        if not re.fullmatch(re.sub(r"([?*+)]) (?=\()", r"\1", pattern), order):
            found.append(f"{name}: {order}is not {rule.parts}")
        given = set(element.attrib)
        if set(rule.needs) - given or given - {*rule.needs, *rule.may}:
            found.append(f"{name}: attributes {sorted(given)}")
        found += [f"{name}: {key} {value}" for key, value in element.attrib.items() if not _fits(key, value)]
        target = element.get("targetGUID") or (element.get("guid") if element in members else None)
        if target is not None and target not in own:
            found.append(f"{name}: nothing is called {target}")
        elif target is not None and kinds[target].tag != f"{{{space}}}{_LEADS_TO[name]}":
            found.append(f"{name}: leads to {kinds[target].tag}")
        elif name == "CodeRef" and target is not None and kinds[target].get("isCodable") != "true":
            found.append(f"{name}: {target} is a group and is given to nothing")
        users = [value for key, value in element.attrib.items() if key.startswith("creatingUser")]
        if any(user not in own or not kinds[user].tag.endswith("}User") for user in users):
            found.append(f"{name}: made by nobody")
        if int(element.get("startPosition", 0)) > int(element.get("endPosition", 0)):
            found.append(f"{name}: ends before it begins")
    return found


def _fits(key: str, value: str) -> bool:
    if key in {"guid", "targetGUID", "creatingUser", "creatingUserGUID"}:
        return GUID.fullmatch(value) is not None
    if key in {"startPosition", "endPosition"}:
        return value.isdigit()
    if key == "creationDateTime":
        return MOMENT.fullmatch(value) is not None and datetime.fromisoformat(value).tzinfo is not None
    if key == "plainTextPath":
        return GUID.fullmatch(value.removeprefix("internal://").removesuffix(".txt")) is not None
    allowed = {"isCodable": {"true", "false"}, "typeOfVariable": {"Text"}}
    return COLOUR.fullmatch(value) is not None if key == "color" else value in allowed.get(key, {value})


def read_codebook(content: bytes) -> ET.Element:
    """Return the root of a codebook; refuse one that is not as it should be."""
    root = ET.fromstring(content)
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    assert faults(root, CODEBOOK, "urn:QDA-XML:codebook:1.0") == []
    return root


def read_project(content: bytes) -> tuple[ET.Element, dict[str, str]]:
    """Return the root of a project and its texts by path; refuse one that is not as it should be."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        root = ET.fromstring(package.read("project.qde"))
        texts = {
            f"internal://{name.removeprefix('sources/')}": package.read(name).decode("utf-8")
            for name in package.namelist()
            if name != "project.qde"
        }
    assert root.tag == "{urn:QDA-XML:project:1.0}Project"
    assert faults(root, PROJECT, "urn:QDA-XML:project:1.0") == []
    sources = list(root.iter("{urn:QDA-XML:project:1.0}TextSource"))
    assert sorted(texts) == sorted(str(source.get("plainTextPath")) for source in sources)
    for source in sources:
        places = [int(str(place.get("endPosition"))) for place in source if place.get("endPosition")]
        assert max(places, default=0) <= len(texts[str(source.get("plainTextPath"))])
    return root, texts


def passages(root: ET.Element, texts: dict[str, str]) -> list[tuple[str, str, list[str]]]:
    """Return name, words and codes (by name) of every coded passage."""
    space = "{urn:QDA-XML:project:1.0}"
    names = {code.get("guid"): str(code.get("name")) for code in root.iter(f"{space}Code")}
    found: list[tuple[str, str, list[str]]] = []
    for source in root.iter(f"{space}TextSource"):
        text = texts[str(source.get("plainTextPath"))]
        for place in source.iter(f"{space}PlainTextSelection"):
            words = text[int(str(place.get("startPosition"))) : int(str(place.get("endPosition")))]
            codes = [names[ref.get("targetGUID")] for ref in place.iter(f"{space}CodeRef")]
            found.append((str(place.get("name")), words, codes))
    return found
