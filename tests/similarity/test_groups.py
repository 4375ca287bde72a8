"""Small and sure groups: the same ones whatever the order, with words that say why, doubtful notes loose."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.similarity.groups import CUT, LARGEST, PAIR_CUT, Found, Home, Text, find_groups
from facilitator.similarity.words import Reader
from tests.similarity.corpus import BUS, OTHER, WAITING, home, texts

ROOT = Path(__file__).resolve().parents[2]


def groups(loose: list[Text], *homes: Home, ignored: frozenset[str] = frozenset()) -> list[Found]:
    return find_groups(loose, homes, Reader("nl"), lambda _done: None, ignored)


def test_notes_worded_alike_come_together_and_the_rest_stays_loose() -> None:
    found = groups(texts(WAITING, BUS, OTHER))
    assert sorted(group.keys for group in found) == [
        ("n000", "n001", "n002", "n003"),
        ("n004", "n005", "n006"),
    ]


def test_every_group_tells_why_in_words_people_wrote() -> None:
    by_size = {len(group.keys): group for group in groups(texts(WAITING, BUS, OTHER))}
    assert {"wachten", "huisarts"} <= {reason.lower() for reason in by_size[4].reasons}
    assert {"bus", "zondag"} <= set(by_size[3].reasons)
    written = " ".join(WAITING + BUS)
    for group in by_size.values():
        assert all(reason in written for reason in group.reasons)
        assert group.title[:1].isupper()
        assert any(reason.lower() in group.title.lower() for reason in group.reasons)


def test_a_word_and_a_longer_one_with_it_inside_are_one_reason() -> None:
    found = groups(texts(WAITING, OTHER))
    assert len(found) == 1
    reasons = [reason.lower() for reason in found[0].reasons]
    assert len({"wachten", "wachttijd"} & set(reasons)) == 1


def test_unlike_notes_give_no_groups_at_all() -> None:
    assert groups(texts(OTHER)) == []
    assert groups([]) == []
    assert groups(texts(OTHER[:1])) == []


def test_names_of_personas_bring_nobody_together() -> None:
    notes = texts(
        ["Fatima kookt graag", "Fatima fietst nooit", "Fatima zoekt werk", "Fatima schildert"], OTHER
    )
    assert groups(notes, ignored=frozenset(Reader("nl").stems("Fatima", "nl"))) == []


def test_a_pair_must_be_much_alike() -> None:
    near = texts(["Inloggen met DigiD lukt niet", "Met DigiD lukt inloggen niet"], OTHER, BUS)
    far = texts(["Mijn moeder woont ver weg van de winkel", "De winkel bij het station is dicht"], OTHER)
    assert ("n000", "n001") in [group.keys for group in groups(near)]
    assert groups(far) == []
    assert all(group.sureness >= (PAIR_CUT if len(group.keys) == 2 else CUT) for group in groups(near))


def test_a_note_joins_a_group_that_is_there_when_that_is_clear() -> None:
    waiting = home("i1", "Te lang wachten bij de huisarts", WAITING[1:])
    bus = home("i2", "Geen bus op zondag", BUS[1:])
    found = groups(texts(WAITING[:1], BUS[:1], OTHER), waiting, bus)
    assert {group.home: group.keys for group in found} == {"i1": ("n000",), "i2": ("n001",)}
    assert {group.title for group in found} == {"Te lang wachten bij de huisarts", "Geen bus op zondag"}
    assert all(len(group.reasons) >= 2 for group in found)


def test_a_note_between_two_groups_stays_loose() -> None:
    bus = home("i1", "Bus", ["De bus is laat op zondag", "De late bus op zondag"])
    also = home("i2", "Zondag", ["Op zondag is de bus vol", "De volle bus op zondag"])
    assert groups(texts(["De bus op zondag"], OTHER), bus, also) == []


def test_a_group_stays_small_enough_to_look_through() -> None:
    same = [
        f"De bus rijdt niet op zondag {'abcdefghijklmnopqrstuvwxyz'[number % 26] * 4}" for number in range(70)
    ]
    found = groups(texts(same, OTHER * 6))
    assert found
    assert max(len(group.keys) for group in found) <= LARGEST


def test_progress_only_rises_and_can_stop_the_work() -> None:
    told: list[float] = []
    find_groups(texts(WAITING, BUS, OTHER), [], Reader("nl"), told.append)
    assert told == sorted(told)
    assert 0.0 <= told[0] <= told[-1] <= 1.0

    def stop(_done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_groups(texts(WAITING), [], Reader("nl"), stop)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_notes_makes_no_difference(rnd: random.Random) -> None:
    loose, homes = texts(WAITING, BUS, OTHER), [home("i1", "Wachten", WAITING), home("i2", "Bus", BUS)]
    wanted, plain = groups(loose, *homes), groups(loose)
    rnd.shuffle(loose)
    rnd.shuffle(homes)
    assert groups(loose, *homes) == wanted
    assert groups(loose) == plain


SCRIPT = """
from facilitator.similarity.groups import find_groups
from facilitator.similarity.words import Reader
from tests.similarity.corpus import BUS, OTHER, WAITING, home, texts
loose = texts(WAITING, BUS, OTHER, [w.replace("huisarts", "balie") for w in WAITING])
print(find_groups(loose, [home("i1", "Bus", BUS)], Reader("nl"), lambda done: None))
"""


def test_the_seed_of_hashing_makes_no_difference() -> None:
    told = set()
    for seed in ("0", "1", "77", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        told.add(done.stdout)
    assert len(told) == 1
    assert "Found(" in told.pop()


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["bus", "zondag", "huisarts", "wachttijd", "wachten", "moestuin", "tolk", "de", "mens"]
            ),
            max_size=6,
        ).map(" ".join),
        max_size=25,
    )
)
def test_any_notes_give_groups_without_doubles_and_with_reasons(lines: list[str]) -> None:
    loose = texts(lines)
    found = groups(loose)
    keys = [key for group in found for key in group.keys]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {text.key for text in loose}
    for group in found:
        assert len(group.keys) >= 2
        assert group.reasons
        assert group.title


def test_notes_in_a_language_the_dialogue_does_not_speak_are_read_in_their_own() -> None:
    german = [
        "Leerstand soll besteuert werden",
        "Leerstände besteuern",
        "Wohnungen, die leer stehen, muss man besteuern: Leerstand",
        "Die Häuser sind schön",
        "Mehr Bäume an der Straße",
    ]
    found = groups(texts(german))
    assert [group.keys[:2] for group in found] == [("n000", "n001")]
