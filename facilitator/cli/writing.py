"""Commands that make or change a dialogue: new, capture, import, merge."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.parser import PROGRAM, wrong_use
from facilitator.cli.sessions import finishing, kept, remember, to_write
from facilitator.domain.errors import UserError
from facilitator.services import exchange, merging
from facilitator.services import fields as f
from facilitator.services.dialogue import DialogueSetup, create_dialogue, method_of
from facilitator.services.notes import RULES, NoteDraft, add_note
from facilitator.services.opening import open_dialogue
from facilitator.store.session import SessionStore

_PROMISES = ("publication", "anonymity", "smallest_group")
_NEW_OPTIONS = ("method", "personas", "title", "question", "commissioner", "language", *_PROMISES)


def new(given: Namespace, desk: Desk) -> int:
    """Make a new dialogue, empty or from JSON."""
    if given.source is not None:
        for name in _NEW_OPTIONS:
            if getattr(given, name) is not None:
                raise wrong_use(desk.words, f"{PROGRAM} new", "from_alone", f"--{name.replace('_', '-')}")
        store = exchange.import_json(given.source, given.file, desk.settings.source, desk.library)
    else:
        store = create_dialogue(given.file, _setup(given), desk.library, desk.settings.source)
    with finishing(store):
        pass
    remember(given.file, desk)
    return 0


def adopt(given: Namespace, desk: Desk) -> int:
    """Take in a dialogue from elsewhere and say where it is now."""
    ours = kept(desk)
    if ours.holds(given.file):
        output.say(str(given.file))
        return 0
    twin = "merge" if given.merge else "ask"
    opened = open_dialogue(given.file, source=desk.settings.source, kept=ours, twin=twin)
    with finishing(opened.store) as store:
        output.say(str(store.path))
    return 0


def _setup(given: Namespace) -> DialogueSetup:
    packs = "twente" if given.personas is None else given.personas
    return DialogueSetup(
        title=given.file.stem if given.title is None else given.title,
        question=given.question or "",
        commissioners=tuple(given.commissioner or ()),
        language=given.language or "nl",
        method=given.method or "vijf-stappen",
        packs=tuple(pack.strip() for pack in packs.split(",") if pack.strip()),
        **{name: value for name in _PROMISES if (value := getattr(given, name)) is not None},
    )


def capture(given: Namespace, desk: Desk) -> int:
    """Keep one note a line from standard input; print each id only when the note is durable."""
    code = 0
    with to_write(given.file, desk) as store:
        pattern = _draft(store, given)
        for number, raw in enumerate(output.stdin(), start=1):
            try:
                id = _kept(store, pattern, raw)
            except UserError as error:
                reason = desk.messages.error(error)
                output.complain(desk.words.line("said", "line", line=number, reason=reason))
                code = 1
                continue
            if id:
                store.wait_saved()
                output.say(id)
    return code


def _draft(store: SessionStore, given: Namespace) -> NoteDraft:
    """Return what every note of this run shares, refused now rather than at the first line."""
    state, method = store.state, method_of(store)
    step = method.step(given.step)
    if step is None:
        raise UserError("cli.unknown_step", id=given.step, known=", ".join(step.id for step in method.steps))
    if given.persona and state.persona(given.persona) is None:
        known = ", ".join(persona.id for persona in state.all_personas)
        raise UserError("cli.unknown_persona", id=given.persona, known=known)
    fields: dict[str, object] = {
        "kind": given.kind or (step.kinds[0] if step.kinds else "experience"),
        "basis": given.basis,
        "speaker_group": given.group,
        "table": given.table,
        "consent": given.consent,
        "meeting": _meeting(store, given.meeting),
    }
    return NoteDraft("", persona=given.persona, step=step.id, **f.cleaned(state, RULES, fields))  # pyright: ignore[reportArgumentType]


def _meeting(store: SessionStore, wanted: str) -> str:
    meetings = store.state.meetings
    found = [meeting.id for meeting in meetings if wanted in {meeting.id, meeting.name}]
    if wanted and not found:
        known = ", ".join(f"{meeting.id} ({meeting.name})" for meeting in meetings)
        raise UserError("cli.unknown_meeting", id=wanted, known=known)
    return found[0] if wanted else ""


def _kept(store: SessionStore, pattern: NoteDraft, raw: bytes) -> str:
    """Add the note and return its id; empty for an empty line."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UserError("exchange.line_not_text") from None
    try:
        return add_note(store, replace(pattern, text=text))
    except UserError as error:
        if error.code == "note.empty":
            return ""
        raise


def import_csv(given: Namespace, desk: Desk) -> int:
    """Make notes of a survey."""
    skip_if: dict[str, str] = {}
    for wish in given.skip_if or ():
        column, equals, value = wish.partition("=")
        if not (column and equals):
            raise wrong_use(desk.words, f"{PROGRAM} import", "skip_if", wish)
        skip_if[column] = value
    with to_write(given.file, desk) as store:
        told = exchange.import_csv(
            store,
            given.data,
            text_column=given.text_column,
            channel=given.channel,
            persona_column=given.persona_column,
            kind=given.kind,
            step=given.step,
            meeting_name=given.meeting_name,
            skip_if=skip_if,
            sheet=given.sheet,
        )
    for row, code in told.refused:
        reason = desk.words.text("refused", code)
        output.complain(desk.words.line("said", "import_row", path=given.data.name, row=row, reason=reason))
    line = desk.words.line(
        "said",
        "import",
        added=told.added,
        already_there=told.already_there,
        empty=told.empty,
        skipped=told.skipped,
        refused=len(told.refused),
    )
    output.say(line)
    return 1 if told.refused else 0


def merge(given: Namespace, desk: Desk) -> int:
    """Take in other copies of the dialogue."""
    with to_write(given.file, desk) as store:
        for told in merging.merge_files(store, given.others, kept(desk)):
            output.say(
                desk.words.line("said", "merge", path=str(told.path), edits=told.edits, notes=told.notes)
            )
            for text in merging.held_texts(store.state, told.held):
                output.say(desk.words.line("said", "held", text=text.replace("\n", " ")))
    return 0
