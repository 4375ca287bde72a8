from __future__ import annotations

from facilitator.domain.spoken import filled, spoken
from facilitator.report.plate_html import Markup, Voice, el, join, safe
from tests.helpers.html import read_page


def test_text_is_never_markup_wherever_it_stands() -> None:
    bad = "\"'><b>&amp;"
    page = read_page(el("p", bad, title=bad))
    (found,) = page.all("p")
    assert (found.text, found.get("title"), found.all("b")) == (bad, bad, [])


def test_what_was_put_together_here_stays_as_it_is() -> None:
    assert el("p", el("b", "x")) == "<p><b>x</b></p>"
    assert join("a", None, Markup("<br>"), between=" · ") == "a · <br>"


def test_attributes_are_named_like_in_the_page() -> None:
    told = el("input", class_="a", aria_label="x", checked=True, disabled=False, value=None)
    assert told == '<input class="a" aria-label="x" checked>'


def test_controls_and_lone_surrogates_go() -> None:
    assert safe("a\x00b\ud800c\x1b") == "abc"


def test_blanks_at_the_edges_of_our_own_sentences_stay() -> None:
    assert el("span", "1 ", " – ") == "<span>1  – </span>"


def test_words_in_another_language_say_so() -> None:
    told = spoken("Zorg", "nl")
    assert Voice().el("p", told) == '<p lang="nl">Zorg</p>'
    assert Voice().el("p", "Zorg") == "<p>Zorg</p>"
    assert Voice().paragraphs(spoken("een\n\ntwee", "nl")) == '<p lang="nl">een</p><p lang="nl">twee</p>'


def test_words_of_people_inside_a_sentence_of_ours_keep_their_language() -> None:
    told = filled("about {name} & {other}", {"name": spoken("<Geert>", "nl"), "other": "us"})
    assert el("p", told) == '<p>about <span lang="nl">&lt;Geert&gt;</span> &amp; us</p>'
    assert el("a", "x", title=told) == '<a title="about &lt;Geert&gt; &amp; us">x</a>'


def test_right_to_left_words_say_their_direction_and_language() -> None:
    voice = Voice()
    assert voice.el("p", "أفهم") == '<p lang="ar" dir="rtl">أفهم</p>'
    assert voice.el("p", "אני") == '<p lang="he" dir="rtl">אני</p>'
    assert voice.el("p", "Zij zei أفهم") == '<p dir="auto">Zij zei أفهم</p>'


def test_lines_and_paragraphs_of_people_stay_apart() -> None:
    assert Voice().paragraphs("een\ntwee\n\n\ndrie") == "<p>een<br>twee</p><p>drie</p>"
    assert not Voice().paragraphs(" \n ")
