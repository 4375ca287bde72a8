"""The words found stay in view, however narrow the list."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.finding_rows import FindingFace, FindingRows, fitted

# Scripts without a font on this machine make Qt complain.
LETTERS = st.one_of(st.characters(max_codepoint=0x24F, exclude_categories=("Cc", "Cs")), st.just("😀"))


def test_what_fits_is_shown_whole(qtbot: QtBot) -> None:
    assert fitted("Bel Jansen op", (4, 10), QFont(), 5000) == ("Bel Jansen op", (4, 10))


def test_a_long_beginning_is_cut_at_a_word(qtbot: QtBot) -> None:
    words = "een heel lang begin van een zin die maar doorgaat " * 2 + "Jansen en nog veel meer"
    start = words.index("Jansen")
    shown, (first, last) = fitted(words, (start, start + 6), QFont(), 250)
    assert shown[first:last] == "Jansen"
    assert shown.startswith("…")
    head = shown[1:first]
    assert not head or words[words.rindex(head, 0, start) - 1] == " "


@given(
    st.text(LETTERS, max_size=60),
    st.text(LETTERS, min_size=1, max_size=20),
    st.text(LETTERS, max_size=60),
    st.integers(1, 2000),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_the_mark_stays_on_its_words(qtbot: QtBot, before: str, words: str, behind: str, room: int) -> None:
    mark = (len(before), len(before) + len(words))
    shown, (start, end) = fitted(before + words + behind, mark, QFont(), room)
    assert shown[start:end] == words


def test_a_screen_reader_hears_the_row(qtbot: QtBot) -> None:
    rows = FindingRows()
    rows.set_faces(
        [FindingFace("Naam", "Ervaren", "Bel Jansen", (4, 10), "", True, "Naam. Bel Jansen. Ervaren")]
    )
    spoken = rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Naam. Bel Jansen. Ervaren"
    assert rows.data(rows.index(5, 0)) is None
