"""Pictures on notes and on the first page: checked, hung up, taken off, gone with the last that shows one."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Collection, Iterable

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import LONG_SIDE, TEXT_LIMIT, Image
from facilitator.domain.state import State
from facilitator.domain.text import clean_block
from facilitator.services import fields as f
from facilitator.services.decisions import take_out
from facilitator.store.session import SessionStore

PLACES = ("cover", "logo")
"""Fields of the dialogue that hold a picture for the first page."""

_BEGINNINGS = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}


def new_picture(store: SessionStore, image: Image) -> e.Picture:
    """Return the entity for a picture, not yet kept.

    Raises:
        UserError: ``picture.unreadable``; ``picture.too_heavy`` with ``limit_mb``; ``text.too_long``.
        ValueError: nobody made it as small as ``LONG_SIDE``.
    """
    beginning = _BEGINNINGS.get(image.format)
    if beginning is None or not image.data.startswith(beginning) or min(image.width, image.height) < 1:
        raise UserError("picture.unreadable")
    if max(image.width, image.height) > LONG_SIDE:
        raise ValueError(f"a picture of {image.width} x {image.height}")
    text = b64encode(image.data).decode("ascii")
    if len(text) > TEXT_LIMIT:
        raise UserError("picture.too_heavy", limit_mb=TEXT_LIMIT // 1024**2)
    return e.Picture(
        id=store.new_id(),
        data=text,
        format=image.format,
        width=image.width,
        height=image.height,
        description=clean_block(image.description),
    )


def attach(
    store: SessionStore,
    note_id: str,
    data: bytes,
    format: str,
    width: int,
    height: int,
    description: str = "",
) -> str:
    """Hang a picture on a note instead of the one it has, and return the picture's id.

    Raises:
        UserError: ``note.unknown`` and as ``new_picture``.
    """
    note = f.need_note(store.state, note_id)
    picture = new_picture(store, Image(data, format, width, height, description))
    with store.edit("picture.added") as edit:
        edit.create(picture)
        edit.set("note", note.id, picture=picture.id)
        take_out(edit, store.state, "picture", unused_after(store.state, [note]))
    return picture.id


def remove_picture(store: SessionStore, note_id: str) -> None:
    """Take the picture off a note.

    Raises:
        UserError: ``note.unknown``.
    """
    note = f.need_note(store.state, note_id)
    with store.edit("picture.removed") as edit:
        edit.set("note", note.id, picture="")
        take_out(edit, store.state, "picture", unused_after(store.state, [note]))


def describe_picture(store: SessionStore, picture_id: str, description: str) -> None:
    """Say what is seen on a picture.

    Raises:
        UserError: ``picture.unknown``, ``text.too_long``.
    """
    if store.state.picture(picture_id) is None:
        raise UserError("picture.unknown", id=picture_id)
    words = clean_block(description)
    with store.edit("picture.described") as edit:
        edit.set("picture", picture_id, description=words)


def set_cover(store: SessionStore, image: Image) -> str:
    """Make a picture that of the first page instead of the one there is, and return its id.

    Raises:
        UserError: as ``new_picture``.
    """
    return _set_place(store, "cover", image)


def clear_cover(store: SessionStore) -> None:
    """Take the picture off the first page."""
    _clear_place(store, "cover")


def set_logo(store: SessionStore, image: Image) -> str:
    """Make a picture the logo instead of the one there is, and return its id.

    Raises:
        UserError: as ``new_picture``.
    """
    return _set_place(store, "logo", image)


def clear_logo(store: SessionStore) -> None:
    """Take the logo off."""
    _clear_place(store, "logo")


def _set_place(store: SessionStore, place: str, image: Image) -> str:
    picture = new_picture(store, image)
    with store.edit(f"{place}.set") as edit:
        edit.create(picture)
        edit.set("dialogue", e.DIALOGUE_ID, **{place: picture.id})
        take_out(edit, store.state, "picture", unused_after(store.state, places=(place,)))
    return picture.id


def _clear_place(store: SessionStore, place: str) -> None:
    with store.edit(f"{place}.removed") as edit:
        edit.set("dialogue", e.DIALOGUE_ID, **{place: ""})
        take_out(edit, store.state, "picture", unused_after(store.state, places=(place,)))


def unused_after(state: State, letting_go: Iterable[e.Note] = (), places: Collection[str] = ()) -> list[str]:
    """Return the living pictures nothing shows any more once these notes and ``places`` let go of theirs."""
    on_first_page: list[str] = [getattr(state.dialogue, place) for place in PLACES]
    freed = Counter(note.picture for note in letting_go if note.picture)
    freed.update(id for place in places if (id := getattr(state.dialogue, place)))
    if not freed:
        return []
    shown = Counter(note.picture for note in state.notes if note.picture in freed)
    shown.update(id for id in on_first_page if id in freed)
    return [id for id, count in freed.items() if shown[id] <= count and state.picture(id) is not None]
