"""The index finds what going through all notes would find, after any sequence of changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facilitator.domain.entities import BASES, KINDS, Insight, Meeting, Note
from facilitator.domain.evidence import gather
from facilitator.domain.search_index import FACETS, YES, Query, SearchIndex
from facilitator.domain.search_words import words_of
from facilitator.domain.state import State

WORDS = ("wacht", "wachten", "Wáchtkamer", "zorg", "zo'n", "één", "een", "tolk", "我等", "zaal")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
NOTES = st.builds(
    Note,
    id=st.sampled_from([f"n{n}" for n in range(12)]),
    alive=st.just(True),
    text=TEXTS,
    translation=TEXTS,
    persona=st.sampled_from(["", "fatima", "bram"]),
    step=st.sampled_from(["ervaren", "dromen"]),
    kind=st.sampled_from(KINDS[:3]),
    basis=st.sampled_from(BASES[:2]),
    speaker_group=st.sampled_from(["", "carers"]),
    meeting=st.sampled_from(["", "m1", "m2", "gone"]),
    table=st.integers(0, 2),
    insights=st.sampled_from([(), ("i1",), ("i1", "i2"), ("i3",)]),
    parked=st.sampled_from([None, "", "te vaag"]),
    starred=st.booleans(),
    picture=st.sampled_from(["", "p1"]),
)
VALUES = {
    "persona": ["", "fatima", "bram", "nobody knows"],
    "kind": list(KINDS[:3]),
    "basis": list(BASES[:2]),
    "step": ["ervaren", "dromen"],
    "meeting": ["", "m1", "m2", "gone"],
    "channel": ["large", "soft", "other"],
    "table": ["0", "1", "2"],
    "speakers": ["", "carers", "residents", "staff"],
    "place": ["loose", "grouped", "parked"],
    "starred": [YES],
    "picture": [YES],
}
FILTERS = st.dictionaries(st.sampled_from(FACETS), st.integers(0, 15), max_size=3).map(
    lambda drawn: {
        name: frozenset(value for n, value in enumerate(VALUES[name]) if mask >> n & 1)
        for name, mask in drawn.items()
    }
)
QUERIES = st.builds(
    Query, st.sampled_from(["", "w", "wacht", "WÁCHTEN", "een zorg", "?", "zo'n t", "等", "x"]), FILTERS
)


class Slow:
    """Goes through all notes, in the plainest way."""

    def __init__(self, state: State) -> None:
        self.state = state
        gathered = gather(state)
        self.places = {note.id: "loose" for note in gathered.tray}
        self.places |= {note.id: "parked" for note in gathered.parked}
        self.channels = gathered.channel_of

    def values(self, note: Note) -> dict[str, str]:
        meeting = self.state.meeting(note.meeting)
        return {
            "persona": note.persona,
            "kind": note.kind,
            "basis": note.basis,
            "step": note.step,
            "meeting": note.meeting,
            "channel": self.channels[note.id],
            "table": str(note.table),
            "speakers": note.speaker_group or (meeting.group if meeting else ""),
            "place": self.places.get(note.id, "grouped"),
            "starred": YES if note.starred else "",
            "picture": YES if note.picture else "",
        }

    def find(self, query: Query, but: str = "") -> list[Note]:
        found: list[Note] = []
        for note in self.state.notes:
            values, words = self.values(note), words_of(f"{note.text} {note.translation}")
            said = all(any(w.startswith(p) for w in words) for p in words_of(query.text))
            passed = all(values[f] in of for f, of in query.filters.items() if of and f != but)
            if said and passed and all(values[f] in of for f, of in query.scope.items()):
                found.append(note)
        return found


class Changing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.state = State({"note": {}, "meeting": {}, "insight": {}})
        self.index = SearchIndex()
        self.query = Query()

    @rule(note=NOTES)
    def put(self, note: Note) -> None:
        self.state.tables["note"][note.id] = note
        self.index.put(note)

    @rule(id=st.sampled_from([f"n{n}" for n in range(12)]))
    def drop(self, id: str) -> None:
        note = self.state.note(id)
        if note is not None:
            self.state.tables["note"][id] = replace(note, alive=False)
        assert self.index.drop(id) is (note is not None)

    @rule(id=st.sampled_from(["m1", "m2"]), channel=st.sampled_from(["large", "soft"]), alive=st.booleans())
    def meet(self, id: str, channel: str, alive: bool) -> None:
        group = "staff" if channel == "soft" else "residents"
        self.state.tables["meeting"][id] = Meeting(id=id, channel=channel, group=group, alive=alive)
        self.index.set_meetings(self.state.meetings)

    @rule(id=st.sampled_from(["i1", "i2", "i3"]), alive=st.booleans())
    def group(self, id: str, alive: bool) -> None:
        self.state.tables["insight"][id] = Insight(id=id, alive=alive)
        self.index.set_insights(insight.id for insight in self.state.insights)

    @rule(query=QUERIES, scope=FILTERS)
    def ask(self, query: Query, scope: dict[str, frozenset[str]]) -> None:
        self.query = replace(query, scope=scope)

    @invariant()
    def finds_the_same(self) -> None:
        slow, hits = Slow(self.state), self.index.query(self.query)
        found = {note.id for note in slow.find(self.query)}
        assert set(hits) == found
        assert len(hits) == len(found)
        assert all((note.id in hits) is (note.id in found) for note in self.state.notes)
        assert hits.total == len(slow.find(Query(scope=self.query.scope)))
        for facet in FACETS:
            others = [slow.values(note)[facet] for note in slow.find(self.query, but=facet)]
            for value in VALUES[facet]:
                assert hits.facets[facet].get(value, 0) == others.count(value)


Changing.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAnySequence = Changing.TestCase


@given(st.lists(NOTES, max_size=20), QUERIES)
@settings(deadline=None)
def test_the_same_notes_give_the_same_answer(notes: list[Note], query: Query) -> None:
    first, second = SearchIndex(), SearchIndex()
    for note in notes:
        first.put(note)
        second.put(note)
    one, other = first.query(query), second.query(query)
    assert list(one) == list(other)
    assert one.facets == other.facets


def test_a_query_comes_back_from_a_kept_view() -> None:
    query = Query("wacht", {"kind": frozenset(["worry", "need"]), "table": frozenset()})
    again = Query.from_view(query.as_view())
    assert again == Query("wacht", {"kind": frozenset(["worry", "need"])})
    assert again.active


def test_what_is_no_kept_view_asks_for_nothing() -> None:
    for view in (None, 3, {"text": 4, "filters": {"kind": "worry", "colour": ["red"]}}):
        assert Query.from_view(view) == Query()
        assert not Query.from_view(view).active


def test_signs_alone_ask_for_nothing() -> None:
    assert not Query("?!").active
    assert not Query("", {"kind": frozenset()}).active


def test_what_was_found_does_not_hold_what_no_note_is() -> None:
    index = SearchIndex()
    index.put(Note(id="a", alive=True, text="zorg"))
    hits = index.query(Query("zorg"))
    assert "a" in hits
    assert "b" not in hits
    assert 3 not in hits
