"""Writing advice, voting, ordering and its evidence, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.evidence import advices_of_goal
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.insight_choice_dialog import InsightChoiceDialog
from facilitator.ui.dialogs.move_dialog import MoveChoice, MoveDialog
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.widgets.advice_card import AdviceCard, advice_mime
from tests.helpers.keys import press, type_text
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    library = shelf()
    with import_json(paths.example(), tmp_path / "a.dialoog", "laptop-1", library) as opened:
        yield opened


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[AdvicePage]:
    context = make_context(store)
    shown = AdvicePage(context, "adviseren")
    qtbot.addWidget(shown)
    context.dialogue.changed.connect(shown.refresh)
    shown.resize(1366, 712)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    context.dialogue.changed.disconnect(shown.refresh)


def texts(store: SessionStore, goal: int = 0) -> list[str]:
    return [advice.text for advice in advices_of_goal(store.state, store.state.goals[goal].id)]


def test_arrows_choose_a_goal_and_its_advice_is_shown(page: AdvicePage, store: SessionStore) -> None:
    page.goals.setFocus()
    press(page.goals, Qt.Key.Key_Down)
    assert page.chapter.heading() == f"Doel 2. {store.state.goals[1].title}"
    assert len(page.chapter.cards) == len(texts(store, 1))
    page.goal_on()
    assert page.chapter.heading().startswith("Doel 3.")
    page.goal_back()
    assert page.goals.chosen() == store.state.goals[1].id


def test_a_new_advice_is_written_voted_and_adopted_by_keyboard(page: AdvicePage, store: SessionStore) -> None:
    before = len(texts(store))
    page.new_advice()
    type_text(page.chapter.editor.text, "Regel één vast gezicht & <b>geen</b> keuzemenu")
    press(page.chapter.editor.text, Qt.Key.Key_Tab)
    type_text(page.chapter.editor.addressee, "Ziekenhuizen\n")
    page.enter_votes()
    for count in ("60", "10", "3"):
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, count)
        press(focus, Qt.Key.Key_Tab)
    made = advices_of_goal(store.state, store.state.goals[0].id)[-1]
    assert len(texts(store)) == before + 1
    assert made.text == "Regel één vast gezicht & <b>geen</b> keuzemenu"
    assert made.addressee == "Ziekenhuizen"
    assert (made.votes_for, made.votes_against, made.votes_abstain) == (60, 10, 3)
    assert "Aangenomen" in page.chapter.editor.verdict.text()
    assert page.chapter.editor.text.text() == made.text


def test_votes_under_the_threshold_are_not_adopted_unless_the_group_says_so(
    page: AdvicePage, store: SessionStore
) -> None:
    id = next(iter(page.chapter.cards))
    page.open_advice(id)
    for box, count in zip(page.chapter.editor.votes, (30, 30, 10), strict=True):
        box.setValue(count)
    page.chapter.editor.tell_votes()
    assert "Niet aangenomen" in page.chapter.editor.verdict.text()
    page.chapter.editor.decision.setCurrentIndex(1)
    page.chapter.editor.decision.activated.emit(1)
    assert "anders dan de stemmen" in page.chapter.editor.verdict.text()
    store.undo()
    store.undo()
    advice = store.state.advice(id)
    assert advice is not None
    assert advice.votes_for == page.chapter.editor.votes[0].value()


def test_taking_the_votes_off_leaves_it_open(page: AdvicePage, store: SessionStore) -> None:
    id = next(iter(page.chapter.cards))
    page.open_advice(id)
    for box in page.chapter.editor.votes:
        box.setValue(-1)
    page.chapter.editor.tell_votes()
    advice = store.state.advice(id)
    assert advice is not None
    assert advice.votes_for is None
    assert page.chapter.editor.verdict.text() == "Nog niet gestemd"


def test_advice_is_reordered_by_key_and_by_dropping(page: AdvicePage, store: SessionStore) -> None:
    first, second, third, *rest = texts(store)
    card = next(iter(page.chapter.cards.values()))
    card.setFocus()
    page.move_down()
    assert texts(store) == [second, first, third, *rest]
    ids = list(page.chapter.cards)
    onto = page.chapter.cards[ids[0]]
    carried = advice_mime(ids[2])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    onto.dropEvent(drop)
    QApplication.processEvents()
    assert texts(store) == [third, second, first, *rest]
    store.undo()
    store.undo()
    assert texts(store) == [first, second, third, *rest]


def test_a_click_opens_and_escape_closes_with_what_was_typed(
    page: AdvicePage, store: SessionStore, qtbot: QtBot
) -> None:
    id, card = next(iter(page.chapter.cards.items()))
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert page.chapter.editor.isVisible()
    press(page.chapter.editor.text, Qt.Key.Key_End, CONTROL)
    type_text(page.chapter.editor.text, " Vandaag nog.")
    page.close_advice()
    advice = store.state.advice(id)
    assert advice is not None
    assert advice.text.endswith("Vandaag nog.")
    assert not page.chapter.editor.isVisible()
    assert page.chapter.cards[id].hasFocus()


def test_an_emptied_text_comes_back(page: AdvicePage, store: SessionStore) -> None:
    id = next(iter(page.chapter.cards))
    advice = store.state.advice(id)
    assert advice is not None
    page.open_advice(id)
    page.chapter.editor.text.selectAll()
    press(page.chapter.editor.text, Qt.Key.Key_Delete)
    page.chapter.editor.addressee.setFocus()
    assert store.state.advice(id) == advice
    assert page.chapter.editor.text.text() == advice.text


def test_the_evidence_counts_insights_notes_and_channels_apart(page: AdvicePage, store: SessionStore) -> None:
    id = next(iter(page.chapter.cards))
    page.open_advice(id)
    advice = store.state.advice(id)
    assert advice is not None
    notes = {n.id for n in store.state.notes if set(n.insights) & set(advice.insights)}
    assert page.evidence._title.text() == f"{len(advice.insights)} inzichten, {len(notes)} notities"
    assert set(page.evidence.model.ids()) == notes
    words = [page.evidence._grid.itemAt(n).widget().text() for n in range(page.evidence._grid.count())]  # type: ignore[union-attr]
    assert "Zachte stemmen" in words
    assert all("%" in word or word == "niet gehoord" for word in words[1::2])


def test_insights_are_chosen_with_a_filter(
    page: AdvicePage, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = next(iter(page.chapter.cards))
    page.open_advice(id)
    wanted = store.state.insights[-1]

    def answer(dialog: InsightChoiceDialog) -> int:
        type_text(dialog.filter, wanted.title)
        shown = [r for r in range(dialog.list.count()) if not dialog.list.item(r).isHidden()]
        assert len(shown) == 1
        dialog.list.item(shown[0]).setCheckState(Qt.CheckState.Checked)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(InsightChoiceDialog, "exec", answer)
    page.choose_insights()
    advice = store.state.advice(id)
    assert advice is not None
    assert wanted.id in advice.insights


def test_an_advice_goes_to_another_goal_and_the_page_goes_along(
    page: AdvicePage, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = next(iter(page.chapter.cards))
    page.open_advice(id)
    target = store.state.goals[4].id
    monkeypatch.setattr(MoveDialog, "ask", lambda *_args, **_more: MoveChoice(target))
    page.move_to_goal()
    advice = store.state.advice(id)
    assert advice is not None
    assert advice.goal == target
    assert page.chapter.heading().startswith("Doel 5.")


def test_deleting_is_undone(page: AdvicePage, store: SessionStore) -> None:
    before = texts(store)
    page.open_advice(next(iter(page.chapter.cards)))
    page.delete()
    assert texts(store) == before[1:]
    store.undo()
    assert texts(store) == before
    assert len(page.chapter.cards) + (1 if page.chapter.editor.isVisible() else 0) == len(before)


def test_a_narrow_page_shows_the_goals_in_a_box_and_loses_nothing(page: AdvicePage) -> None:
    page.open_advice(next(iter(page.chapter.cards)))
    page.resize(700, 640)
    QApplication.processEvents()
    assert page.chapter.goal_box.isVisible()
    assert not page.goals.isVisible()
    assert page.evidence.isVisible()
    page.chapter.goal_box.setCurrentIndex(2)
    page.chapter.goal_box.activated.emit(2)
    assert page.goals.chosen() == page.context.dialogue.state.goals[2].id


def test_the_view_is_taken_up_again(page: AdvicePage, store: SessionStore, qtbot: QtBot) -> None:
    page.goal_on()
    page.open_advice(list(page.chapter.cards)[1])
    view = page.save_view()
    again = AdvicePage(page.context, "adviseren")
    qtbot.addWidget(again)
    again.restore_view(view)
    assert again.save_view()["goal"] == store.state.goals[1].id
    assert again.save_view()["advice"] == view["advice"]


def test_without_goals_the_page_says_where_they_come_from(page: AdvicePage, store: SessionStore) -> None:
    with store.edit("goal.deleted") as edit:
        for goal in store.state.goals:
            edit.delete("goal", goal.id)
    assert page.chapter.heading() == "Nog geen doelen"
    assert page.chapter.empty.isVisible()
    assert isinstance(page.first_focus(), type(page.goals))
    assert not page.chapter.findChildren(AdviceCard) or not page.chapter.cards
