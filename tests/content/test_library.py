"""The library: what ships, and what a user puts beside the sessions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.content.library import Library
from facilitator.content.personas import load_pack, write_pack_file
from facilitator.domain.entities import KINDS
from facilitator.domain.errors import UserError
from facilitator.domain.method import ACTIVITIES, GATE_RULES
from tests.content.helpers import RESOURCES, ROOT, change, shipped, small_method, small_pack


def test_what_ships_is_there_with_the_usual_one_first() -> None:
    library = Library(RESOURCES, None)
    assert list(library.methods) == ["vijf-stappen", "dag-van-de-dialoog"]
    assert list(library.packs) == ["twente", "kampen"]
    assert library.faults == []


def test_an_own_method_and_pack_dropped_in_are_picked_up(tmp_path: Path) -> None:
    small_method(tmp_path / "methods")
    small_pack(tmp_path / "personas")
    library = Library(RESOURCES, tmp_path)
    assert list(library.methods)[-1] == "klein"
    assert library.methods["klein"].pick("nl").title == "Klein"
    assert [persona.name for persona in library.packs["straat"].personas] == ["An", "Bo"]
    assert library.faults == []


def test_a_pack_file_dropped_in_is_picked_up(tmp_path: Path) -> None:
    pack = load_pack(small_pack(tmp_path / "elders"))
    (tmp_path / "personas").mkdir()
    write_pack_file(tmp_path / "personas" / "gekregen.personas.json", pack)
    assert Library(RESOURCES, tmp_path).packs["straat"] == pack


def test_a_faulty_own_folder_is_listed_and_stops_nothing(tmp_path: Path) -> None:
    change(small_method(tmp_path / "methods") / "method.toml", "minutes = 20", "minutes = 900")
    (tmp_path / "methods" / "leeg").mkdir()
    small_pack(tmp_path / "personas")
    (tmp_path / "personas" / "x.personas.json").write_text("{}", "utf-8")
    library = Library(RESOURCES, tmp_path)
    assert "klein" not in library.methods
    assert "straat" in library.packs
    assert library.faults == [
        "klein/method.toml:12: not between 1 and 240: minutes",
        "leeg/method.toml:1: file is missing",
        "x.personas.json:1: pack.foreign",
    ]


def test_an_own_folder_that_may_not_be_looked_into_is_listed_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_method(tmp_path / "methods")
    look = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.parent == tmp_path:
            raise PermissionError(13, "no")
        return look(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    library = Library(RESOURCES, tmp_path)
    assert "vijf-stappen" in library.methods
    assert library.faults == [f"{tmp_path.name}/methods:1: cannot be read"]


def test_an_own_method_cannot_take_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    shipped(tmp_path)
    change(tmp_path / "methods" / "vijf-stappen" / "nl.toml", 'title = "Vijf', 'title = "Zes')
    library = Library(RESOURCES, tmp_path)
    assert library.methods["vijf-stappen"].pick("nl").title.startswith("Vijf")
    assert library.faults == ["vijf-stappen:1: id is taken: vijf-stappen", "kampen:1: id is taken: kampen"]


def test_a_fault_in_what_ships_is_raised(tmp_path: Path) -> None:
    resources = shipped(tmp_path)
    change(resources / "methods" / "vijf-stappen" / "method.toml", "minutes = 15", "minutes = -1")
    library = Library(resources, None)
    with pytest.raises(UserError, match=r"content\.fault"):
        _ = library.methods
    assert list(library.packs) == ["kampen"]


def test_hidden_folders_and_loose_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "methods" / ".git").mkdir(parents=True)
    (tmp_path / "methods" / "LEESMIJ.txt").write_text("hallo", "utf-8")
    library = Library(RESOURCES, tmp_path)
    assert len(library.methods) == 2
    assert library.faults == []


def test_folders_that_are_not_there_are_no_fault(tmp_path: Path) -> None:
    assert Library(RESOURCES, tmp_path / "weg").faults == []


def blocks(text: str) -> list[str]:
    """Return the TOML examples of a document in their order."""
    return [part.split("```")[0] for part in text.split("```toml\n")[1:]]


def test_the_examples_of_the_manual_can_be_dropped_in(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "methods.md").read_text("utf-8")
    folders = ("methods/buurtavond/method", "methods/buurtavond/nl")
    folders += ("personas/onze-straat/pack", "personas/onze-straat/an")
    for name, text in zip(folders, blocks(manual), strict=True):
        path = tmp_path / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    library = Library(RESOURCES, tmp_path)
    assert library.faults == []
    assert library.methods["buurtavond"].pick("nl").steps[0].minutes == 30
    assert library.packs["onze-straat"].personas[0].name == "An"


def test_the_manual_names_all_one_can_choose() -> None:
    manual = (ROOT / "docs" / "methods.md").read_text("utf-8")
    assert not [name for name in (*ACTIVITIES, *GATE_RULES, *KINDS) if f"`{name}`" not in manual]
