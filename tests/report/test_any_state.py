"""Whatever stands in a dialogue, also what no window would let in, there is a report, and always the same."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.content.personas import load_pack
from facilitator.domain import entities as e
from facilitator.domain.report_data import PARTS
from facilitator.domain.state import State
from facilitator.report.render import render
from tests.report.builders import RESOURCES, report_of, state_of

TEXTS = (
    *("", " ", "x", "w" * 20_000, "a\n" * 2_000, "\n\n", "0" * 300, "a-b/" * 900, "\u00ad" * 100),
    *("<b>&</b>", "=1+1", "{title}", "%s %(x)s", "\x00\x01", "\u202ehallo", "\ue000", "\u200d\u200d"),
    *("ع" * 300, "שלום " * 60, "tekst العربية 123 (א) ok " * 40, "ﷺ" * 30, "ก" * 400, "漢字" * 2_000),
    *("\U0001f469\u200d\U0001f467" * 50, "\U0001f3f3\ufe0f", "e\u0301\u0301" * 200, "A\u0338\u031b" * 100),
    *("\U0001d54f" * 40, "\U00020000"),
)
STEPS = ("ontmoeten", "ervaren", "dromen", "wegen", "adviseren", "", "weg")
PORTRAITS = ("", "<svg", *(one.portrait for one in load_pack(RESOURCES / "personas" / "twente").personas))


class Chance:
    """Throws the dice for one dialogue."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self.ids = {name: [f"{name}{n}" for n in range(self._many(30))] for name in "pmgiax"}
        self.notes = self._many(100)

    def _many(self, most: int) -> int:
        return self._dice.choice([0, 1, 2, self._dice.randint(0, most)])

    def text(self) -> str:
        return self._dice.choice(TEXTS) if self._dice.random() < 0.6 else "een gewone zin over zorg"

    def one(self, *choices: str) -> str:
        return self._dice.choice(choices)

    def number(self, *choices: int | None) -> int | None:
        return self._dice.choice(choices)

    def link(self, name: str) -> str:
        """Return an id, perhaps of nothing or of what is gone."""
        return self._dice.choice([*self.ids[name], "", "weg"])

    def links(self, name: str) -> tuple[str, ...]:
        return tuple(self.link(name) for _ in range(self._many(5)))

    def parts(self) -> tuple[str, ...]:
        return tuple(part for part in PARTS if self._dice.random() < 0.8)

    def survives(self) -> bool:
        return self._dice.random() < 0.9


def any_state(c: Chance) -> State:
    t = c.text
    rows: list[e.Entity] = [
        e.Dialogue(
            title=t(), question=t(), commissioners=(t(), t()), summary=t(), opening=t(), privacy_promise=t()
        )
    ]
    rows += [
        e.Persona(id=id, name=t(), age=t(), line=t(), story=t(), needs=t(), portrait=c.one(*PORTRAITS))
        for id in c.ids["p"]
    ]
    rows += [
        e.Meeting(
            id=id,
            name=t(),
            channel=c.one(*e.CHANNELS, "vreemd"),
            group=c.one(*e.SPEAKER_GROUPS, ""),
            date=c.one("", "2026-01-01", "0001-01-01", "vreemd"),
            people=c.number(0, 1, 100_000) or 0,
        )
        for id in c.ids["m"]
    ]
    rows += [e.Goal(id=id, title=t(), definition=t(), residents_say=t(), tensions=t()) for id in c.ids["g"]]
    rows += [e.Insight(id=id, title=t(), description=t(), goals=c.links("g")) for id in c.ids["i"]]
    rows += [_advice(c, id) for id in c.ids["a"]]
    rows += [e.Gate(id=id, overruled=c.one("", t())) for id in STEPS if id]
    rows += [_note(c, n) for n in range(c.notes)]
    state = state_of(*rows)
    for table in state.tables.values():
        table.update({id: replace(row, alive=False) for id, row in table.items() if not c.survives()})
    return state


def _advice(c: Chance, id: str) -> e.Advice:
    return e.Advice(
        id=id,
        goal=c.link("g"),
        text=c.text(),
        addressee=c.text(),
        condition=c.text(),
        deadline=c.text(),
        minority=c.text(),
        insights=c.links("i"),
        votes_for=c.number(None, 0, 5, 100_000),
        votes_against=c.number(None, 0, 5),
        votes_abstain=c.number(None, 0, 5),
        decision=c.one("", "adopted", "rejected"),
    )


def _note(c: Chance, n: int) -> e.Note:
    return e.Note(
        id=f"n{n}",
        text=c.text()[:10_000],
        persona=c.link("p"),
        meeting=c.link("m"),
        step=c.one(*STEPS),
        kind=c.one(*e.KINDS, "vreemd"),
        basis=c.one(*e.BASES, "vreemd"),
        consent=c.one(*e.CONSENTS),
        translation=c.text(),
        starred=c.survives(),
        insights=c.links("i"),
        parked=c.one("", c.text()),
        seq=n - 5,
    )


def made(seed: int, out: Path) -> bytes:
    chance = Chance(seed)
    data = report_of(any_state(chance), chance.one("nl", "en"), chance.parts())
    assert render(data, out, RESOURCES).pages >= 3
    return out.read_bytes()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_in_it_there_is_a_report(tmp_path: Path, seed: int) -> None:
    assert made(seed, tmp_path / "1.pdf") == made(seed, tmp_path / "2.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.pdf", "2.pdf"]


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 300))
def test_whatever_is_in_many_of_them_there_is_a_report(tmp_path: Path, seed: int) -> None:
    made(seed, tmp_path / "1.pdf")
