"""The dialogue as a whole: start one, set it up, hold meetings, walk its steps and gates."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from facilitator.content.library import Library
from facilitator.content.method_codec import dump_method, parse_method
from facilitator.domain import entities as e
from facilitator.domain.choices import LANGUAGES
from facilitator.domain.errors import UserError
from facilitator.domain.gates import open_conditions
from facilitator.domain.method import Method, MethodTexts, Step
from facilitator.domain.pack import PersonaPack
from facilitator.domain.state import State
from facilitator.domain.text import clean_block
from facilitator.services import fields as f
from facilitator.services.decisions import take_out
from facilitator.services.personas import from_pack, in_language
from facilitator.services.promises import loosens
from facilitator.store.session import SessionStore

ALL_PACKS = "all"
QUESTION_LIMIT = 2000
SMALLEST_GROUP_LIMIT = 100

_RULES: f.Rules = {
    "title": f.filled(f.line(), "dialogue.no_title"),
    "question": f.block(QUESTION_LIMIT),
    "commissioners": f.lines(),
    "language": f.choice(LANGUAGES, "dialogue.bad_language"),
    "privacy_promise": f.block(),
    "summary": f.block(),
    "opening": f.block(),
    "publication": f.choice(e.PUBLICATIONS, "dialogue.bad_publication"),
    "anonymity": f.choice(e.ANONYMITIES, "dialogue.bad_anonymity"),
    "smallest_group": f.whole(1, SMALLEST_GROUP_LIMIT, "dialogue.bad_smallest_group"),
    "retention": f.iso_date("dialogue.bad_retention"),
}
_MEETING_RULES: f.Rules = {
    "name": f.line(),
    "channel": f.choice(e.CHANNELS, "meeting.bad_channel"),
    "group": f.choice(e.SPEAKER_GROUPS, "meeting.bad_group"),
    "venue": f.line(),
    "date": f.iso_date("meeting.bad_date"),
    "tables": f.whole(0, 999, "meeting.bad_tables"),
    "people": f.whole(0, f.COUNT_LIMIT, "meeting.bad_people"),
}


@dataclass(frozen=True, slots=True)
class DialogueSetup:
    """What a new dialogue starts from.

    Attributes:
        packs: Ids of persona packs; ``all`` means every pack there is.
        threshold: Percentage of the votes cast that must be in favour, 1..100.
        publication, anonymity, smallest_group: What people are promised, as ``Dialogue`` has them.
    """

    title: str
    question: str
    commissioners: tuple[str, ...] = ()
    language: str = "nl"
    method: str = "vijf-stappen"
    packs: tuple[str, ...] = ("twente",)
    privacy_promise: str = ""
    threshold: int = 75
    publication: str = "notes"
    anonymity: str = "group"
    smallest_group: int = 5


def create_dialogue(
    path: Path,
    setup: DialogueSetup,
    library: Library,
    source: str,
    *,
    rescue: Path | None = None,
    identity: bytes | None = None,
) -> SessionStore:
    """Make a new file with the dialogue, its method and its personas, and return it open.

    Args:
        identity: What its file was named after; a new one when none is given.

    Raises:
        UserError: ``method.unknown``, ``pack.unknown``, ``dialogue.no_title``, ``dialogue.bad_language``,
            ``dialogue.bad_publication``, ``dialogue.bad_anonymity``, ``dialogue.bad_smallest_group``,
            ``threshold.bad``, ``text.too_long``, what ``SessionStore.create`` refuses; no file is left then.
    """
    texts = library.methods.get(setup.method)
    if texts is None:
        raise UserError("method.unknown", id=setup.method, known=", ".join(library.methods))
    dialogue = _dialogue(setup, texts)
    personas = _personas(_chosen_packs(setup.packs, library), setup.language)
    store = SessionStore.create(path, source=source, rescue=rescue, identity=identity)
    with whole_or_gone(store), store.edit("dialogue.created", undoable=False) as edit:
        edit.create(dialogue)
        for persona in personas:
            edit.create(persona)
    return store


@contextmanager
def whole_or_gone(store: SessionStore) -> Generator[None]:
    """Wait until what is put into a new file is durable; after any fault the file is gone."""
    try:
        yield
        store.wait_saved()
    except BaseException:
        store.abandon()
        store.path.unlink(missing_ok=True)
        raise


def _dialogue(setup: DialogueSetup, texts: MethodTexts) -> e.Dialogue:
    given: dict[str, object] = {
        "title": setup.title,
        "question": setup.question,
        "commissioners": setup.commissioners,
        "language": setup.language,
        "privacy_promise": setup.privacy_promise,
        "publication": setup.publication,
        "anonymity": setup.anonymity,
        "smallest_group": setup.smallest_group,
    }
    values = f.cleaned(State(), _RULES, given)
    f.whole(1, 100, "threshold.bad")(State(), setup.threshold)
    first = texts.pick(setup.language).steps[0].id
    return e.Dialogue(
        method=texts.id,
        method_data=dump_method(texts),
        threshold=setup.threshold,
        step=first,
        furthest=first,
        **values,  # pyright: ignore[reportArgumentType]
    )


def _chosen_packs(ids: Iterable[str], library: Library) -> list[PersonaPack]:
    wanted = f.unique(ids)
    if ALL_PACKS in wanted:
        return list(library.packs.values())
    for id in wanted:
        if id not in library.packs:
            raise UserError("pack.unknown", id=id, known=", ".join(library.packs))
    return [library.packs[id] for id in wanted]


def _personas(packs: Iterable[PersonaPack], language: str) -> list[e.Persona]:
    found: dict[str, e.Persona] = {}
    for pack in packs:
        for persona in pack.personas:
            if persona.id not in found:
                found[persona.id] = from_pack(persona, pack.id, language, len(found) + 1)
    return list(found.values())


def update_dialogue(store: SessionStore, **fields: object) -> None:
    """Change the set-up; with another language the personas speak that too, where they can.

    The threshold and the step have calls of their own. Promising less than what people heard before they
    spoke is an edit of its own name, so that the history tells.

    Raises:
        UserError: ``dialogue.no_title``, ``dialogue.bad_language``, ``dialogue.bad_publication``,
            ``dialogue.bad_anonymity``, ``dialogue.bad_smallest_group``, ``dialogue.bad_retention``,
            ``text.too_long``.
    """
    state = store.state
    values = f.cleaned(state, _RULES, fields)
    before = state.dialogue.language
    after = str(values.get("language", before))
    with store.edit("promise.loosened" if loosens(state, values) else "dialogue.edited") as edit:
        edit.set("dialogue", e.DIALOGUE_ID, **values)
        for persona in state.all_personas:
            spoken = in_language(persona, before, after)
            if spoken is not persona:
                edit.create(spoken)


def new_meeting(store: SessionStore, **fields: object) -> str:
    """Add a meeting, small talk or survey and return its id.

    Raises:
        UserError: ``meeting.bad_channel``, ``meeting.bad_group``, ``meeting.bad_date``,
            ``meeting.bad_tables``, ``meeting.bad_people``, ``text.too_long``.
    """
    state = store.state
    values = f.cleaned(state, _MEETING_RULES, fields)
    meeting = e.Meeting(id=store.new_id(), seq=state.next_seq("meeting"), **values)  # pyright: ignore[reportArgumentType]
    with store.edit("meeting.added") as edit:
        edit.create(meeting)
    return meeting.id


def update_meeting(store: SessionStore, id: str, **fields: object) -> None:
    """Change a meeting.

    Raises:
        UserError: ``meeting.unknown`` and as ``new_meeting``.
    """
    f.need_meeting(store.state, id)
    values = f.cleaned(store.state, _MEETING_RULES, fields)
    with store.edit("meeting.edited") as edit:
        edit.set("meeting", id, **values)


def delete_meeting(store: SessionStore, id: str) -> None:
    """Delete a meeting nobody said anything at.

    Raises:
        UserError: ``meeting.unknown``; ``meeting.has_notes`` with ``count``.
    """
    state = store.state
    meeting = f.need_meeting(state, id)
    count = sum(note.meeting == id for note in state.notes)
    if count:
        raise UserError("meeting.has_notes", name=meeting.name, count=count)
    with store.edit("meeting.deleted") as edit:
        take_out(edit, state, "meeting", [id])


def method_of(store: SessionStore, language: str | None = None) -> Method:
    """Return the dialogue's method in ``language`` (else that of the dialogue, Dutch, any).

    Raises:
        UserError: ``method.missing``, ``content.method_damaged``.
    """
    return method_in(store.state, language)


def method_in(state: State, language: str | None = None) -> Method:
    """Return the method as ``method_of``, from a state.

    Raises:
        UserError: ``method.missing``, ``content.method_damaged``.
    """
    dialogue = state.dialogue
    if not dialogue.method_data:
        raise UserError("method.missing")
    return _parsed(dialogue.method_data).pick(language or dialogue.language)


@lru_cache(maxsize=8)
def _parsed(text: str) -> MethodTexts:
    return parse_method(text)


def step_ids(store: SessionStore) -> frozenset[str]:
    """Return the ids of the method's steps; empty for a file without a method."""
    if not store.state.dialogue.method_data:
        return frozenset()
    return frozenset(step.id for step in method_of(store).steps)


def _need_step(store: SessionStore, id: str) -> tuple[Method, Step]:
    method = method_of(store)
    step = method.step(id)
    if step is None:
        raise UserError("step.unknown", id=id)
    return method, step


def go_to_step(store: SessionStore, step_id: str) -> None:
    """Remember which step is shown; steps are views, so undo does not walk back and nothing is lost.

    A file that is only looked at remembers nothing.

    Raises:
        UserError: ``step.unknown``.
    """
    method, step = _need_step(store, step_id)
    if store.readonly:
        return
    furthest = store.state.dialogue.furthest
    if method.step(furthest) is None or method.index(step.id) > method.index(furthest):
        furthest = step.id
    with store.edit("step.entered", undoable=False) as edit:
        edit.set("dialogue", e.DIALOGUE_ID, step=step.id, furthest=furthest)


def tick_condition(store: SessionStore, step_id: str, condition_id: str, on: bool) -> None:
    """Tick a condition that only people can judge, or take the tick off.

    Raises:
        UserError: ``step.unknown``, ``condition.unknown``.
    """
    _, step = _need_step(store, step_id)
    if condition_id not in {condition.id for condition in step.gate if not condition.rule}:
        raise UserError("condition.unknown", id=condition_id)
    gate = store.state.gate(step_id)
    checked = tuple(id for id in gate.checked if id != condition_id)
    _keep_gate(store, step_id, "gate.checked", (*checked, condition_id) if on else checked, gate.overruled)


def overrule_gate(store: SessionStore, step_id: str, reason: str | None) -> None:
    """Keep why the group goes on although something is open; None takes that back.

    Raises:
        UserError: ``step.unknown``, ``gate.no_reason``, ``text.too_long``.
    """
    _need_step(store, step_id)
    why = None if reason is None else clean_block(reason, 2000)
    if why == "":
        raise UserError("gate.no_reason")
    _keep_gate(store, step_id, "gate.overruled", store.state.gate(step_id).checked, why)


def _keep_gate(
    store: SessionStore, step_id: str, label: str, checked: tuple[str, ...], overruled: str | None
) -> None:
    with store.edit(label) as edit:
        edit.create(e.Gate(id=step_id, checked=checked, overruled=overruled))


def progress(state: State, method: Method) -> int:
    """Return how many steps are passed, 0..number of steps.

    Those before the furthest step entered; the last step counts once its gate is met or overruled.
    """
    passed = method.index(state.dialogue.furthest)
    last = method.steps[-1]
    if state.dialogue.furthest == last.id and (
        state.gate(last.id).overruled is not None or not open_conditions(state, last)
    ):
        passed += 1
    return passed
