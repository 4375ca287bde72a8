"""The model of a board: faces made once, and a choice that survives whatever happens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.domain.board import Touched
from facilitator.domain.changes import ChangeSet, RowChange
from facilitator.ui.board.model import BoardModel
from tests.domain.board_world import KEY, World
from tests.ui.board.faces import area_face, face


def changes(*rows: RowChange, label: str = "note.edited") -> ChangeSet:
    return ChangeSet(label, "edit", rows)


def made(world: World, *, table: bool = False) -> BoardModel:
    model = BoardModel(face, area_face)
    model.show(world.table() if table else world.flow())
    return model


def test_a_face_is_made_once_until_its_note_changes() -> None:
    world, asked = World(3), []
    model = BoardModel(lambda note: asked.append(note.id) or face(note), area_face)
    model.show(world.flow())
    assert not asked
    model.face("n1")
    model.face("n1")
    model.apply(changes(world.put(e.Note, "n1", text="anders")))
    assert (model.face("n1").text, asked) == ("anders", ["n1", "n1"])
    model.apply(changes(world.put(e.Persona, "p0", name="Nieuw")))
    model.face("n1")
    assert len(asked) == 3
    with pytest.raises(KeyError):
        model.face("nobody")


def test_the_count_of_an_area_follows_its_notes() -> None:
    world = World(2)
    model = made(world, table=True)
    tray = model.plan.areas["tray"]
    assert (model.area_title(tray), model.area_line(tray)) == ("tray", "2 stuks · Bram 1")
    model.apply(changes(world.put(e.Note, "n9", alive=True)))
    assert model.area_face(tray).count == "3 stuks"


def test_what_is_chosen_and_current_survives_what_can_survive(qtbot: QtBot) -> None:
    world = World(5)
    model = made(world)
    model.choose(["n1", "n3", "nobody"], "n3")
    assert (model.chosen, model.current) == (("n1", "n3"), "n3")
    with qtbot.waitSignals([model.chosen_changed, model.current_changed]):
        model.apply(changes(world.put(e.Note, "n3", alive=False)))
    assert (model.chosen, model.current) == (("n1",), "n4")
    model.show(world.flow("kind"))
    assert (model.chosen, model.current) == (("n1",), "n4")


def test_when_the_last_note_dies_the_keyboard_goes_to_the_one_before_it() -> None:
    world = World(3)
    model = made(world)
    model.choose(["n2"], "n2")
    model.apply(changes(world.put(e.Note, "n2", alive=False)))
    assert (model.current, model.chosen) == ("n1", ())


def test_shift_extends_from_where_the_choice_began() -> None:
    model = made(World(6))
    model.choose(["n2"], "n2")
    model.extend_to("n4")
    assert model.chosen == ("n2", "n3", "n4")
    model.extend_to("n1")
    assert (model.chosen, model.current) == (("n1", "n2"), "n1")


def test_arrows_choose_what_they_come_to_and_shift_keeps_what_was() -> None:
    model = made(World(3))
    assert model.go("right")
    assert (model.chosen, model.current) == (("n0",), "n0")
    model.go("right", extend=True)
    assert (model.chosen, model.current) == (("n0", "n1"), "n1")
    model.go("last")
    assert model.chosen == ("n2",)
    assert not model.go("right")


def test_a_head_can_be_current_and_chosen_beside_notes() -> None:
    model = made(World(2), table=True)
    model.go("first")
    assert (model.current, model.chosen) == ("tray", ())
    model.toggle("tray")
    model.toggle("n1")
    assert (model.chosen_areas(), model.chosen_notes()) == (("tray",), ("n1",))
    model.toggle("tray")
    assert model.chosen == ("n1",)


def test_arrows_follow_a_note_in_the_area_where_they_found_it() -> None:
    world = World(3)
    for nth in (0, 1):
        world.put(e.Insight, f"i{nth}", alive=True, seq=nth)
    world.put(e.Note, "n0", insights=("i0", "i1"))
    world.put(e.Note, "n1", insights=("i1",))
    model = made(world, table=True)
    model.set_current("insight:i1")
    model.go("down")
    assert (model.current, model.inside) == ("n0", "insight:i1")
    model.go("right")
    assert model.current == "n1"


def test_all_alike_are_of_one_persona_and_kind_and_found_if_something_is_looked_for() -> None:
    world = World(5)
    for id in ("n1", "n2", "n4"):
        world.put(e.Note, id, persona="p1", kind="worry")
    world.put(e.Note, "n3", persona="p1")
    model = made(world)
    model.choose_alike("n2")
    assert model.chosen == ("n1", "n2", "n4")
    model.set_hits({"n2", "n3"})
    model.choose_alike("n2")
    assert model.chosen == ("n2",)
    model.choose_all()
    assert model.chosen == ("n2", "n3")
    assert (model.is_hit("n3"), model.is_hit("n1")) == (True, False)
    model.set_hits(None)
    assert model.is_hit("n1")


def test_states_are_told_only_when_they_differ(qtbot: QtBot) -> None:
    model = made(World(2))
    with qtbot.waitSignal(model.states_changed) as told:
        model.set_state(["n0", "n1"], "waiting")
    assert told.args == [{"n0", "n1"}]
    with qtbot.assertNotEmitted(model.states_changed):
        model.set_state(["n0"], "waiting")
    model.set_state(["n0"], "")
    assert (model.state("n0"), model.state("n1")) == ("", "waiting")


def test_tidying_closes_holes_also_when_it_is_undone() -> None:
    world = World(4)
    model = made(world)
    place = model.plan.box("n0")
    model.apply(changes(world.put(e.Note, "n0", alive=False)))
    row = world.put(e.Spot, f"{KEY}/n1", alive=True, board=KEY, note="n1", x=50, y=900)
    model.apply(changes(row, label="board.laid"))
    told: list[Touched] = []
    model.changed.connect(told.append)
    model.apply(changes(world.put(e.Spot, f"{KEY}/n1", alive=False), label="board.tidied"))
    assert told[0].everything
    assert model.plan.box("n1") == place


@given(st.data(), st.integers(0, 40), st.booleans())
@settings(max_examples=60, deadline=None)
def test_nothing_that_is_gone_is_ever_chosen_or_current(data: st.DataObject, notes: int, table: bool) -> None:
    world = World(notes)
    model = made(world, table=table)
    for _ in range(data.draw(st.integers(1, 10))):
        order = model.order()
        if order:
            model.choose(data.draw(st.lists(st.sampled_from(order))), data.draw(st.sampled_from(order)))
        model.go(data.draw(st.sampled_from(["left", "right", "up", "down", "first", "last"])))
        model.apply(changes(*world.change(data)))
        living = {note.id for note in world.state.notes} | set(model.plan.areas)
        assert living.issuperset(model.chosen)
        assert model.current == "" or model.current in living
        assert model.inside == "" or model.inside in model.plan.areas_of(model.current)
        assert model.order() == list(dict.fromkeys(id for _a, ids in model.plan.outline() for id in ids))


def test_what_its_file_lacks_is_marked_until_the_file_has_it() -> None:
    model = made(World(3))
    model.set_state(["n2"], "saved")
    model.show_unsaved(frozenset({"n0", "n1"}), "kept")
    assert [model.state(id) for id in ("n0", "n1", "n2")] == ["kept", "kept", "saved"]
    assert model.state_said("n0") == "op deze laptop bewaard"
    model.show_unsaved(frozenset({"n1"}), "unsaved")
    assert [model.state(id) for id in ("n0", "n1", "n2")] == ["", "unsaved", "saved"]
    model.show_unsaved(frozenset(), "")
    assert [model.state_said(id) for id in ("n0", "n1", "n2")] == ["", "", ""]
