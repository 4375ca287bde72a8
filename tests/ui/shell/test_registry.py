from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.shell.registry import Registry
from tests.helpers.ui import make_context
from tests.helpers.window import PLAIN, PlainPage, PlainStep, make_file


class GroupStep(PlainStep):
    """Another kind of step page."""


def test_a_step_is_shown_by_the_page_of_its_first_activity(qtbot: QtBot, tmp_path: Path) -> None:
    registry = Registry(StartPage, steps={"meet": PlainStep, "capture": PlainStep, "group": GroupStep})
    owner = QWidget()
    qtbot.addWidget(owner)
    with SessionStore.open(make_file(tmp_path), source="laptop-1") as store:
        context = make_context(store)
        made = {
            step.id: type(registry.make(Go("step", step.id), context, tmp_path, owner))
            for step in context.method().steps[:4]
        }
    assert made == {"ontmoeten": PlainStep, "ervaren": PlainStep, "dromen": PlainStep, "wegen": GroupStep}


def test_every_step_of_every_method_has_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    library = make_context().library
    for id in library.methods:
        path = tmp_path / f"{id}.dialoog"
        with create_dialogue(path, DialogueSetup("x", "", method=id), library, "laptop-1") as store:
            context = make_context(store)
            for step in context.method().steps:
                page = PLAIN.make(Go("step", step.id), context, tmp_path, owner)
                assert isinstance(page, PlainStep)


def test_set_up_and_report_have_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    context = make_context()
    assert isinstance(PLAIN.make(Go("setup"), context, tmp_path, owner), PlainPage)
    assert isinstance(PLAIN.make(Go("report"), context, tmp_path, owner), PlainPage)
    assert isinstance(PLAIN.make(Go("start"), context, tmp_path, owner), StartPage)
