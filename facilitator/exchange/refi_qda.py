"""Codebook and project for qualitative research programs, as REFI-QDA 1.5 describes them (qdasoftware.org).

A project is a package with ``project.qde`` and a plain text per source; places in a text are counted in code
points from 0, the end just past the last one.
"""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

from facilitator.exchange.sheets import xml_text

_CODEBOOK = "urn:QDA-XML:codebook:1.0"
_PROJECT = "urn:QDA-XML:project:1.0"
_ENTRY = "project"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_APART = "\n\n"
"""Between two notes in the text of a source."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code; ``codable`` ones are given to notes, the others only hold codes."""

    id: str
    name: str
    description: str = ""
    colour: str = ""
    codable: bool = True
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeSet:
    """Codes that belong together, by their ids."""

    id: str
    name: str
    description: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One note: its text, the codes it has, the case it is about, and a name."""

    id: str
    name: str
    text: str
    codes: tuple[str, ...] = ()
    case: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One text: the notes of a meeting, with what is known of it by name of a variable."""

    id: str
    name: str
    passages: tuple[Passage, ...]
    values: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody notes are about."""

    id: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a researcher gets.

    Attributes:
        made_at: ISO date and time.
        codes: At least one.
        variables: Names of what is known of sources.
    """

    name: str
    description: str
    origin: str
    made_at: str
    codes: tuple[Code, ...]
    sets: tuple[CodeSet, ...] = ()
    variables: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()


def codebook(project: Project) -> bytes:
    """Return the codes and their sets as a ``.qdc`` file."""
    root = Element("CodeBook", {"xmlns": _CODEBOOK, "origin": xml_text(project.origin)})
    _codes(root, project.codes)
    if project.sets:
        _sets(root, project.sets, "guid")
    return _written(root)


def project_file(project: Project) -> bytes:
    """Return the whole project as a ``.qdpx`` package; the same project gives the same bytes."""
    texts = {source.id: _laid_out(source) for source in project.sources}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        _put(package, f"{_ENTRY}.qde", _project(project, texts))
        for source in project.sources:
            _put(package, f"sources/{_text_guid(source)}.txt", texts[source.id][0].encode("utf-8", "replace"))
    return out.getvalue()


def guid(kind: str, id: str) -> str:
    """Return the identifier under which programs know this; always the same one for the same thing."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:facilitator:{kind}:{id}"))


def _text_guid(source: Source) -> str:
    return guid("text", source.id)


Places = dict[str, tuple[int, int]]


def _laid_out(source: Source) -> tuple[str, Places]:
    """Return the text of a source, and where each of its notes begins and ends."""
    places: Places = {}
    parts: list[str] = []
    at = 0
    for passage in source.passages:
        text = xml_text(passage.text).replace("\r", "")
        places[passage.id] = at, at + len(text)
        parts.append(text)
        at += len(text) + len(_APART)
    return _APART.join(parts), places


def _project(project: Project, texts: Mapping[str, tuple[str, Places]]) -> bytes:
    user = guid("user", project.origin)
    made = {"creatingUserGUID": user, "creationDateTime": project.made_at}
    names = {"name": xml_text(project.name), "origin": xml_text(project.origin)}
    root = Element("Project", {"xmlns": _PROJECT, **names, **made})
    SubElement(SubElement(root, "Users"), "User", {"guid": user, "name": xml_text(project.origin)})
    _codes(SubElement(root, "CodeBook"), project.codes)
    if project.variables:
        variables = SubElement(root, "Variables")
        for name in project.variables:
            about = {"guid": guid("variable", name), "name": xml_text(name), "typeOfVariable": "Text"}
            SubElement(variables, "Variable", about)
    _cases(root, project)
    if project.sources:
        sources = SubElement(root, "Sources")
        for source in project.sources:
            _source(sources, source, texts[source.id][1], user, project.made_at)
    if project.sets:
        _sets(root, project.sets, "targetGUID")
    _described(root, project.description)
    return _written(root)


def _codes(parent: Element, codes: Sequence[Code]) -> None:
    holder = SubElement(parent, "Codes")
    for code in codes:
        _code(holder, code)


def _code(parent: Element, code: Code) -> None:
    about = {
        "guid": guid("code", code.id),
        "name": xml_text(code.name),
        "isCodable": str(code.codable).lower(),
    }
    if code.colour:
        about["color"] = code.colour
    element = SubElement(parent, "Code", about)
    _described(element, code.description)
    for inner in code.codes:
        _code(element, inner)


def _sets(parent: Element, sets: Sequence[CodeSet], reference: str) -> None:
    holder = SubElement(parent, "Sets")
    for one in sets:
        element = SubElement(holder, "Set", {"guid": guid("set", one.id), "name": xml_text(one.name)})
        _described(element, one.description)
        for member in one.members:
            SubElement(element, "MemberCode", {reference: guid("code", member)})


def _cases(root: Element, project: Project) -> None:
    if not project.cases:
        return
    holder = SubElement(root, "Cases")
    spoken: dict[str, list[str]] = {}
    for source in project.sources:
        for passage in source.passages:
            spoken.setdefault(passage.case, []).append(passage.id)
    for case in project.cases:
        element = SubElement(holder, "Case", {"guid": guid("case", case.id), "name": xml_text(case.name)})
        _described(element, case.description)
        for passage in spoken.get(case.id, ()):
            SubElement(element, "SelectionRef", {"targetGUID": guid("selection", passage)})


def _source(parent: Element, source: Source, places: Places, user: str, made_at: str) -> None:
    made = {"creatingUser": user, "creationDateTime": made_at}
    about = {
        "guid": guid("source", source.id),
        "name": xml_text(source.name),
        "plainTextPath": f"internal://{_text_guid(source)}.txt",
    }
    element = SubElement(parent, "TextSource", {**about, **made})
    for passage in source.passages:
        start, end = places[passage.id]
        selection = SubElement(
            element,
            "PlainTextSelection",
            {
                "guid": guid("selection", passage.id),
                "name": xml_text(passage.name),
                "startPosition": str(start),
                "endPosition": str(end),
                **made,
            },
        )
        for code in passage.codes:
            coding = SubElement(selection, "Coding", {"guid": guid("coding", f"{passage.id}/{code}"), **made})
            SubElement(coding, "CodeRef", {"targetGUID": guid("code", code)})
    for name, value in source.values.items():
        holder = SubElement(element, "VariableValue")
        SubElement(holder, "VariableRef", {"targetGUID": guid("variable", name)})
        SubElement(holder, "TextValue").text = xml_text(value)


def _described(parent: Element, words: str) -> None:
    if words:
        SubElement(parent, "Description").text = xml_text(words)


def _written(root: Element) -> bytes:
    return tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    package.writestr(entry, content)
