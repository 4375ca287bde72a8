from __future__ import annotations

from facilitator.domain.outline import Heading, Paragraph, Point, Points, Quote, Run, Table, texts, words


def test_words_are_those_of_all_runs() -> None:
    assert words((Run("Antwoord: ", bold=True), Run("ja"))) == "Antwoord: ja"


def test_every_text_is_told_in_order_however_deep() -> None:
    inner = Points((Point("•", (Paragraph((Run("diep"),)),)),))
    parts = (
        Heading(1, (Run("kop"),)),
        Points((Point("1", (Paragraph((Run("punt"),)), inner)),)),
        Table(("a", "b"), (("c", "d"),)),
        Quote((Paragraph((Run("gezegd"),)),)),
    )
    assert list(texts(parts)) == ["kop", "1", "punt", "•", "diep", "a", "b", "c", "d", "gezegd"]
