"""Dialogues to draw talking pictures of, the worst kind among them, and the pages read back."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from facilitator import paths
from facilitator.domain import entities as e
from facilitator.domain.report_data import ReportData
from facilitator.domain.state import State
from facilitator.report.plate_page import plate
from tests.helpers.html import Element, read_page
from tests.report.builders import example, report_of, small_state

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' & &lt;b&gt;",
    "</style><style>body{display:none}",
    "<!-- ]]> --> <svg onload=alert(1)>",
    "http://example.org/x url(http://example.org/y) javascript:alert(1)",
    "أريد أن أفهم طبيبي، وليس فقط (أومئ) 3 مرات.",
    "אני רוצה להבין את הרופא שלי",
    "🙂👩‍⚕️🇳🇱 emoji ☑ ✓ → {n} {persona} %s",
    "w" * 400,
    "z\u0323\u0301\u0302\u0303\u0304\u0305 gestapeld",
)
LONG = "lange regel " * 800


def hostile_state() -> State:
    """Return a dialogue in which every text of people is of the worst kind."""
    rows: list[e.Entity] = []
    for n, text in enumerate(HOSTILE):
        rows += [
            e.Persona(
                id=f'p"{n}', name=text, age=text, line=text, story=text, needs=text, made_with=text, seq=n + 5
            ),
            e.Goal(id=f"x{n}", title=text, definition=text, residents_say=text, tensions=text, seq=n + 5),
            e.Insight(id=f"y{n}", title=text, goals=(f"x{n}",), description=text, seq=n),
            e.Note(
                id=f"h{n}",
                text=text,
                translation=text,
                persona=f'p"{n}',
                meeting="m1",
                starred=True,
                language='nl" onload="x',
                speaker_group=text,
                kind=text if n % 2 else "quote",
                insights=(f"y{n}",),
                seq=n + 9,
            ),
            e.Advice(
                id=f"z{n}",
                goal=f"x{n}",
                text=text,
                addressee=text,
                condition=text,
                deadline=text,
                minority=text,
                insights=(f"y{n}",),
                votes_for=n,
                votes_against=3,
                votes_abstain=0,
                seq=n,
            ),
            e.Reply(id=f"r{n}", advice=f"z{n}", kind=text, reason=text, date=text),
            e.Action(id=f"c{n}", advice=f"z{n}", text=text, owner=text, due=text, seq=n),
        ]
    rows.append(e.Note(id="long", text=LONG, persona="fatima", starred=True, insights=("y0",), seq=90))
    return small_state(
        *rows,
        title=HOSTILE[0],
        question=HOSTILE[1],
        opening=HOSTILE[2],
        summary=HOSTILE[3],
        commissioners=(HOSTILE[4], HOSTILE[5]),
        privacy_promise=HOSTILE[1],
        language="nl",
    )


def page_of(data: ReportData) -> Element:
    """Return the talking picture of ``data``, read back."""
    return read_page(plate(data, paths.resources()))


@cache
def example_page(language: str = "nl") -> Element:
    """Return the talking picture of the example, read back once for all tests."""
    return page_of(example(language))


def small_page(*more: e.Entity) -> Element:
    """Return the talking picture of a small dialogue."""
    return page_of(report_of(small_state(*more)))


def answered() -> State:
    """Return a small dialogue whose advice was answered and taken up."""
    reply = e.Reply(id="r1", advice="a1", kind="partly", reason="Eerst in één wijk.", date="2026-03-02")
    done = e.Action(
        id="c1", advice="a1", text="Plek zoeken", owner="De gemeente", due="2026-09-01", done=True, seq=1
    )
    to_do = replace(done, id="c2", text="Post openen", done=False, seq=2)
    return small_state(reply, done, to_do)
