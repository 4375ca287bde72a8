"""Notes to group: two themes that people word alike, and notes about other things."""

from __future__ import annotations

from facilitator.similarity.groups import Home, Text

WAITING = [
    "De wachttijd bij de huisarts is veel te lang",
    "Ik moest drie uur wachten bij de huisarts",
    "Wachten bij de huisarts duurt lang",
    "Bij de huisarts is de wachttijd lang",
]
BUS = [
    "De bus rijdt niet op zondag",
    "Op zondag rijdt er geen bus naar het ziekenhuis",
    "Geen bus op zondag, dus geen bezoek",
]
OTHER = [
    "Mijn buurvrouw kookt elke dinsdag",
    "Ik wil een moestuin achter de school",
    "De rekening van de tandarts was een schok",
    "Muziek maakt mijn vader weer wakker",
]


def texts(*lists: list[str]) -> list[Text]:
    flat = [text for one in lists for text in one]
    return [Text(f"n{number:03}", text) for number, text in enumerate(flat)]


def home(key: str, title: str, notes: list[str]) -> Home:
    return Home(key, title, tuple(Text(f"{key}-{number}", text) for number, text in enumerate(notes)))
