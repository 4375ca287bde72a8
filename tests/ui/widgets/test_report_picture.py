"""One picture of the first page, shown and asked for; the widget itself changes nothing."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Picture
from facilitator.ui.widgets.report_picture import PictureWords, ReportPicture
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

WORDS = PictureWords("Logo", "Logo toevoegen", "Ander logo", "Logo weghalen", "Wat staat er op?")


def picture(id: str = "p", description: str = "") -> Picture:
    out = BytesIO()
    Image.new("RGB", (60, 20), "#C01040").save(out, "PNG")
    data = b64encode(out.getvalue()).decode()
    return Picture(id=id, alive=True, data=data, width=60, height=20, description=description)


@pytest.fixture
def part(qtbot: QtBot) -> ReportPicture:
    made = ReportPicture(make_context(None).theme, WORDS, "logo")
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_picture_there_is_one_button(qtbot: QtBot, part: ReportPicture) -> None:
    part.show_picture(None)
    assert part.add.isVisible()
    assert not part.description.isVisible()
    with qtbot.waitSignal(part.wanted):
        part.add.click()


def test_a_picture_is_seen_and_its_words_are_asked_for(qtbot: QtBot, part: ReportPicture) -> None:
    part.show_picture(picture())
    assert not part.add.isVisible()
    assert part._hint.isVisible()
    assert not part._seen.pixmap().isNull()
    with qtbot.waitSignal(part.described) as told:
        type_text(part.description, "Rode balk")
        press(part.description, Qt.Key.Key_Return)
    assert told.args == ["Rode balk"]
    part.show_picture(picture(description="Rode balk"))
    assert not part._hint.isVisible()
    assert part._seen.accessibleName() == "Rode balk"


def test_what_is_being_typed_outlives_a_change_elsewhere(qtbot: QtBot, part: ReportPicture) -> None:
    part.show_picture(picture())
    part.activateWindow()
    part.description.setFocus()
    qtbot.waitUntil(part.description.hasFocus)
    type_text(part.description, "Rode")
    part.show_picture(picture())
    assert part.description.text() == "Rode"


def test_a_logo_without_a_ground_lies_on_paper_in_every_theme(qtbot: QtBot) -> None:
    part = ReportPicture(make_context(None, theme="dark").theme, WORDS, "logo")
    qtbot.addWidget(part)
    out = BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 40, 0)).save(out, "PNG")
    part.show_picture(Picture(id="p", alive=True, data=b64encode(out.getvalue()).decode()))
    assert part._seen.pixmap().toImage().pixelColor(5, 5).name() == "#ffffff"


def test_a_draft_is_for_a_picture_alone(part: ReportPicture) -> None:
    part.show_picture(None)
    part.take_draft("Rode")
    assert part.description.text() == ""
    part.show_picture(picture())
    part.take_draft("Rode")
    assert part.description.text() == "Rode"


def test_nothing_can_be_changed_in_a_dialogue_to_look_at(part: ReportPicture) -> None:
    part.show_picture(picture())
    part.set_readonly(True)
    assert not part.remove.isVisible()
    assert not part.replace.isVisible()
    assert part.description.isReadOnly()
    part.show_picture(None)
    assert not part.add.isEnabled()


def test_a_picture_that_cannot_be_read_can_still_be_taken_off(part: ReportPicture) -> None:
    part.show_picture(Picture(id="x", alive=True, data="???"))
    assert part.remove.isVisible()
