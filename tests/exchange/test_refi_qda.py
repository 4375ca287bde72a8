from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from facilitator.exchange.refi_qda import (
    Case,
    Code,
    CodeSet,
    Passage,
    Project,
    Source,
    codebook,
    project_file,
)
from tests.helpers.nasty import BROKEN, NASTY
from tests.helpers.refi import PROJECT, faults, passages, read_codebook, read_project

SPACE = "urn:QDA-XML:project:1.0"
CODES = (
    Code("goal", "1 Samen <werken>", "In één zin & meer", codable=False, codes=(Code("i1", "I1 Een tolk"),)),
    Code("kind", "zorg", colour="#FFC2B3"),
)


def project(*texts: str) -> Project:
    notes = tuple(
        Passage(f"n{n}", f"N{n}", text, ("i1", "kind"), "fatima") for n, text in enumerate(texts, 1)
    )
    return Project(
        name="Zorg voor morgen",
        description="Hoe ziet de zorg eruit?",
        origin="Facilitator 1.0.0",
        made_at="2026-11-14T00:00:00Z",
        codes=CODES,
        sets=(CodeSet("goal", "Doel 1", "", ("i1",)),),
        variables=("Kanaal",),
        cases=(Case("fatima", "Fatima", "Ze tolkt"),),
        sources=(Source("m1", "Avond 1", notes, {"Kanaal": "Zachte stemmen"}),),
    )


def test_a_codebook_holds_codes_under_their_group_and_in_sets() -> None:
    root = read_codebook(codebook(project()))
    names = [(code.get("name"), code.get("isCodable")) for code in root.iter() if code.tag.endswith("}Code")]
    assert names == [("1 Samen <werken>", "false"), ("I1 Een tolk", "true"), ("zorg", "true")]
    assert [child.tag.partition("}")[2] for child in root] == ["Codes", "Sets"]


def test_every_passage_is_found_back_at_its_place_with_its_codes() -> None:
    root, texts = read_project(project_file(project(*NASTY)))
    told = passages(root, texts)
    assert [words for _, words, _ in told] == list(NASTY)
    assert all(codes == ["I1 Een tolk", "zorg"] for _, _, codes in told)
    assert [name for name, _, _ in told] == [f"N{n}" for n in range(1, len(NASTY) + 1)]


def test_a_case_points_at_what_was_said_about_it() -> None:
    root, _ = read_project(project_file(project("een", "twee")))
    assert len(list(root.iter(f"{{{SPACE}}}SelectionRef"))) == 2
    assert [value.text for value in root.iter(f"{{{SPACE}}}TextValue")] == ["Zachte stemmen"]


def test_what_no_file_can_hold_is_left_out() -> None:
    root, texts = read_project(project_file(project(BROKEN, "na")))
    assert [words for _, words, _ in passages(root, texts)] == ["bel nul kleur[31m los ruil einde", "na"]


def test_without_notes_there_is_still_a_project() -> None:
    root, texts = read_project(project_file(replace(project(), sources=(), cases=(), sets=(), variables=())))
    assert texts == {}
    assert [child.tag.partition("}")[2] for child in root] == ["Users", "CodeBook", "Description"]


def test_same_project_same_bytes() -> None:
    assert project_file(project(*NASTY)) == project_file(project(*NASTY))


@pytest.mark.parametrize(
    "harm",
    [
        lambda root: root.append(root[0]),
        lambda root: root[0][0].attrib.pop("guid"),
        lambda root: root[0][0].set("guid", "x"),
        lambda root: next(root.iter(f"{{{SPACE}}}CodeRef")).set(
            "targetGUID", "0" * 8 + "-0000" * 3 + "-" + "0" * 12
        ),
        lambda root: ET.SubElement(root, f"{{{SPACE}}}Extra"),
        lambda root: root.set("creationDateTime", "2026-11-14 00:00"),
        lambda root: root.set("creatingUserGUID", next(root.iter(f"{{{SPACE}}}Code")).get("guid", "")),
        lambda root: next(root.iter(f"{{{SPACE}}}PlainTextSelection")).set("startPosition", "99"),
        lambda root: next(root.iter(f"{{{SPACE}}}CodeRef")).set(
            "targetGUID", next(root.iter(f"{{{SPACE}}}Code")).get("guid", "")
        ),
        lambda root: next(root.iter(f"{{{SPACE}}}SelectionRef")).set(
            "targetGUID", next(root.iter(f"{{{SPACE}}}Case")).get("guid", "")
        ),
    ],
)
def test_the_judge_sees_what_is_wrong(harm: object) -> None:
    root, _ = read_project(project_file(project("een")))
    harm(root)  # pyright: ignore[reportCallIssue]
    assert faults(root, PROJECT, SPACE)
