from __future__ import annotations

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.exchange.refi_qda import Code, Project
from facilitator.report import strings
from facilitator.report.facts import Facts
from facilitator.services.coding import research_project
from tests.report.builders import RESOURCES, example_state, report_of, state_of

STATE = state_of(
    e.Dialogue(title="Zorg", question="Hoe dan?"),
    e.Meeting(id="m", name="Praatcafé", channel="soft", date="2026-03-04"),
    e.Persona(id="p", name="Fatima", line="tolkt"),
    e.Note(id="a", text="een", meeting="m", persona="p", insights=("i", "i", "weg"), kind="worry", seq=1),
    e.Note(id="b", text="geheim", consent="none", seq=2),
    e.Insight(id="i", title="Een tolk", goals=("g", "h")),
    e.Insight(id="j", title="Los", seq=2),
    e.Goal(id="g", title="Samen", definition="één ploeg", seq=1),
    e.Goal(id="h", title="Dichtbij", seq=2),
)


def project(state: State) -> Project:
    report, words = (strings.load(RESOURCES, "nl", folder) for folder in ("report", "exports"))
    return research_project(Facts(report_of(state)), report, words)


def names(codes: tuple[Code, ...]) -> dict[str, list[str]]:
    return {code.name: [inner.name for inner in code.codes] for code in codes}


def test_insights_stand_under_their_first_goal_and_in_the_set_of_each() -> None:
    found = project(STATE)
    told = names(found.codes)
    assert told["1 Samen"] == ["I1 Een tolk"]
    assert told["2 Dichtbij"] == []
    assert told["I2 Los"] == []
    assert [(one.name, one.members) for one in found.sets] == [
        ("Doel 1: Samen", ("i",)),
        ("Doel 2: Dichtbij", ("i",)),
    ]
    assert [code.codable for code in found.codes][:3] == [False, False, True]


def test_a_note_is_a_passage_of_its_meeting_with_insight_kind_and_basis_as_codes() -> None:
    first, second = project(STATE).sources
    assert (first.name, first.values) == (
        "Praatcafé",
        {"Kanaal": "Zachte stemmen", "Groep": "bewoners", "Datum": "2026-03-04"},
    )
    assert first.passages[0].codes == ("i", "kind:worry", "basis:own")
    assert (first.passages[0].name, first.passages[0].case) == ("N1", "p")
    assert second.name == "Notities zonder bijeenkomst"
    assert "geheim" not in second.passages[0].text


def test_every_note_of_the_example_is_one_passage() -> None:
    state = example_state()
    ids = [passage.id for source in project(state).sources for passage in source.passages]
    assert sorted(ids) == sorted(note.id for note in state.notes)


def test_an_empty_dialogue_still_has_codes() -> None:
    found = project(state_of(e.Dialogue()))
    assert list(names(found.codes)) == ["Soort notitie", "Hoe we dit weten"]
    assert (found.sources, found.sets) == ((), ())
