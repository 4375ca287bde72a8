"""Three laptops with wrong clocks at work on one dialogue, each step compared with the plain model."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from benchmarks.breaking_place import break_place
from benchmarks.plain_model import Different, Place, Plain, Thing, Told, Wish
from facilitator.domain.entities import Insight, Note
from facilitator.domain.schema import DEFAULTS, Value, decode
from facilitator.services import safekeeping
from facilitator.services.safekeeping import Backup
from facilitator.store.engine import Database
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from facilitator.store.undo import START

DAY = 86_400_000_000
NOON = 1_773_745_200_000_000
SKEWS = {"laptop-a": 0, "laptop-b": 2 * DAY, "laptop-c": -3 * 3_600_000_000}


class Clock:
    """A laptop's clock: it stands still until it is moved, and may be put back."""

    def __init__(self, skew: int) -> None:
        self.value = NOON + skew

    def __call__(self) -> int:
        return self.value


class Laptop:
    """One laptop: its file, and the model of it."""

    def __init__(self, path: Path, source: str, plain: Plain, key: Key | None) -> None:
        self.path = path
        self.clock = Clock(SKEWS[source])
        self.plain = plain
        self.key = key
        self.backups: list[tuple[Backup, Plain]] = []
        self.folder = path.with_name(f"{source}-backups")
        self.kept = path.with_name(f"{source}-kept") / "rescued"
        self.store = self.open()

    def open(self) -> SessionStore:
        """Open the file as a start of the program does."""
        return SessionStore.open(
            self.path, source=self.plain.source, now=self.clock, key=self.key, rescue=self.kept
        )

    def told(self) -> list[Told]:
        """Return what this laptop recorded since the model knew all."""
        newest, source = self.plain.newest, self.plain.source
        return self.store.ask(lambda db: _told(db, source, newest))

    def follow(self, wishes: list[Callable[[], Wish]]) -> None:
        """Compare what was recorded and what is shown now with the model."""
        told = self.told()
        self.plain.take(told, wishes)
        for thing in {place[:2] for _, _, _, events in told for _, place, _ in events}:
            self.compare(thing)

    def compare(self, thing: Thing) -> None:
        """Compare one thing with the model.

        Raises:
            Different: it is otherwise.
        """
        row: Any = self.store.state.tables[thing[0]].get(thing[1])
        found = None if row is None else {name: getattr(row, name) for name in DEFAULTS[thing[0]]}
        if found != self.plain.thing(thing):
            raise Different(f"{self.plain.source}: {thing} is {found}, not {self.plain.thing(thing)}")

    def compare_all(self) -> None:
        """Compare everything with the model.

        Raises:
            Different: something is otherwise.
        """
        there = {(name, id) for name, rows in self.store.state.tables.items() for id in rows}
        if there != self.plain.things():
            raise Different(f"{self.plain.source}: {there ^ self.plain.things()}")
        for thing in there:
            self.compare(thing)


def _told(db: Database, source: str, newest: int) -> list[Told]:
    found: list[Told] = []
    edits = db.execute(
        "SELECT hlc, kind, undoes FROM edit WHERE src = ? AND hlc > ? ORDER BY hlc", [source, newest]
    ).fetchall()
    for stamp, kind, undoes in cast("list[tuple[int, str, int | None]]", edits):
        rows = db.execute(
            "SELECT hlc, entity, id, field, value FROM event WHERE src = ? AND edit = ? ORDER BY hlc",
            [source, stamp],
        ).fetchall()
        events = [(at, (e, id, f), decode(e, f, value)) for at, e, id, f, value in rows]
        found.append((stamp, kind, undoes, events))
    return found


class Session:
    """Three laptops at work on one dialogue."""

    def __init__(self, folder: Path, seed: int, key: Key | None = None) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.words: set[str] = set()
        self.number = 0
        self.copies = 0
        first = Laptop(self._created(key), "laptop-a", Plain("laptop-a"), key)
        self.laptops = [first]
        for source in ("laptop-b", "laptop-c"):
            path = folder / f"{source}.dialoog"
            first.store.save_copy(path)
            self.laptops.append(Laptop(path, source, Plain(source), key))

    def _created(self, key: Key | None) -> Path:
        path = self.folder / "laptop-a.dialoog"
        SessionStore.create(path, source="laptop-a", key=key).close()
        return path

    # ── one operation ───────────────────────────────────────────────────────

    def step(self) -> None:
        """Do one random thing on one laptop and compare."""
        laptop = self.chance.choice(self.laptops)
        # Now and then a clock stands still, or is put back.
        laptop.clock.value += self.chance.choice((0, 1, 3, 500, 70_000, 5_000_000, -60_000_000))
        names, weights = zip(*WEIGHTS.items(), strict=True)
        name = self.chance.choices(names, weights)[0]
        getattr(self, name)(laptop)
        self.done[name] += 1
        self.number += 1

    def _pick(self, laptop: Laptop, entity: str, most: int) -> list[str]:
        things = laptop.plain.things()
        living = sorted(id for name, id in things if name == entity and laptop.plain.lives((name, id)))
        return self.chance.sample(living, min(len(living), self.chance.randint(1, most)))

    def _word(self) -> str:
        word = f"woord-{self.number}-{self.chance.getrandbits(40):010x}"
        self.words.add(word)
        return word

    def _edit(
        self, laptop: Laptop, fields: list[tuple[Thing, dict[str, Value]]], *, undoable: bool = True
    ) -> None:
        wishes = laptop.plain.wish("edit" if undoable else "view", fields)
        with laptop.store.edit("note.edited", undoable=undoable) as edit:
            for (entity, id), given in fields:
                if (entity, id) in laptop.plain.things():
                    edit.set(entity, id, **given)
                else:
                    kind: Any = Note if entity == "note" else Insight
                    edit.create(kind(id=id, **given))
        laptop.follow([lambda wish=wish: wish for wish in wishes])

    def add(self, laptop: Laptop) -> None:
        """Stick one note or a few."""
        self._edit(
            laptop,
            [
                (("note", laptop.store.new_id()), {"alive": True, "text": self._word(), "persona": "fatima"})
                for _ in range(self.chance.choice((1, 1, 1, 4)))
            ],
        )

    def change(self, laptop: Laptop) -> None:
        """Change fields of notes, sometimes to what they are."""
        fields: list[tuple[Thing, dict[str, Value]]] = []
        for id in self._pick(laptop, "note", 3):
            given: dict[str, Value] = {"starred": self.chance.random() < 0.5}
            if self.chance.random() < 0.6:
                given["text"] = self._word()
            if self.chance.random() < 0.3:
                given["parked"] = self.chance.choice((None, "past niet"))
            fields.append((("note", id), given))
        self._edit(laptop, fields, undoable=self.chance.random() < 0.95)

    def delete(self, laptop: Laptop) -> None:
        """Delete notes."""
        self._edit(laptop, [(("note", id), {"alive": False}) for id in self._pick(laptop, "note", 2)])

    def revive(self, laptop: Laptop) -> None:
        """Bring a deleted note back by hand, or try to with one that was erased."""
        dead = sorted(thing for thing in laptop.plain.things() if not laptop.plain.lives(thing))
        if dead:
            self._edit(laptop, [(self.chance.choice(dead), {"alive": True})])

    def group(self, laptop: Laptop) -> None:
        """Make an insight of notes."""
        insight = laptop.store.new_id()
        placed: list[tuple[Thing, dict[str, Value]]] = [
            (("note", id), {"insights": (insight,), "parked": None}) for id in self._pick(laptop, "note", 4)
        ]
        self._edit(laptop, [(("insight", insight), {"alive": True, "title": self._word()}), *placed])

    def undo(self, laptop: Laptop) -> None:
        """Undo some steps, one by one."""
        for _ in range(self.chance.choice((1, 1, 2, 5))):
            wishes = [lambda: laptop.plain.turn("undo")] if laptop.plain.undo else []
            laptop.store.undo()
            laptop.follow(wishes)

    def redo(self, laptop: Laptop) -> None:
        """Redo some steps, one by one."""
        for _ in range(self.chance.choice((1, 1, 3))):
            wishes = [lambda: laptop.plain.turn("redo")] if laptop.plain.redo else []
            laptop.store.redo()
            laptop.follow(wishes)

    def go(self, laptop: Laptop) -> None:
        """Go to some moment of the evening."""
        undo, redo = laptop.plain.undo, laptop.plain.redo
        stamp = self.chance.choice([START, *undo[-30:], *redo[:10]])
        if stamp in redo:
            kind, steps = "redo", len(redo) - redo.index(stamp)
        else:
            kind, steps = "undo", len(undo) - (undo.index(stamp) + 1 if stamp in undo else 0)
        if steps > 40:
            return
        laptop.store.go_to(stamp)
        laptop.follow([lambda: laptop.plain.turn(kind)] * steps)

    def restart(self, laptop: Laptop) -> None:
        """Close the file and open it again."""
        laptop.store.close()
        laptop.store = laptop.open()
        laptop.compare_all()

    def merge(self, laptop: Laptop) -> None:
        """Take in the copy of another laptop."""
        other = self.chance.choice([one for one in self.laptops if one is not laptop])
        self._bring(laptop, other)

    def _bring(self, laptop: Laptop, other: Laptop) -> None:
        self.copies += 1
        stick = self.folder / f"stick-{self.copies}.dialoog"
        other.store.save_copy(stick)
        laptop.store.merge(stick)
        stick.unlink()
        laptop.plain.meet(other.plain)
        laptop.compare_all()

    def erase(self, laptop: Laptop) -> None:
        """Erase notes altogether, dead ones too."""
        notes = sorted(thing for thing in laptop.plain.things() if thing[0] == "note")
        things = self.chance.sample(notes, min(len(notes), self.chance.choice((1, 1, 2))))
        self._wipe(laptop, things, {})

    def erase_field(self, laptop: Laptop) -> None:
        """Erase the text of a note or the title of an insight, also of what is dead or erased."""
        things = sorted(laptop.plain.things())
        if things:
            entity, id = self.chance.choice(things)
            name = "text" if entity == "note" else "title"
            also = [(entity, id)] if self.chance.random() < 0.1 else []
            self._wipe(laptop, also, {(entity, id, name): self.chance.choice(("[naam]", "[plaats]", ""))})

    def _wipe(self, laptop: Laptop, things: list[Thing], fields: dict[Place, Value]) -> None:
        wishes = laptop.plain.wipe(things, fields)
        laptop.store.erase(things, fields)
        laptop.follow([lambda wish=wish: wish for wish in wishes])

    def back_up(self, laptop: Laptop) -> None:
        """Make a backup."""
        at = datetime(2026, 3, 17, tzinfo=UTC) + timedelta(seconds=self.number)
        made = safekeeping.back_up(laptop.store, laptop.folder, now=at)
        if made is not None:
            laptop.backups.append((made, copy.deepcopy(laptop.plain)))

    def restore(self, laptop: Laptop) -> None:
        """Go back to a backup."""
        there = [(backup, then) for backup, then in laptop.backups if backup.path.exists()]
        if there:
            backup, then = self.chance.choice(there)
            wishes = laptop.plain.restored(then)
            safekeeping.restore(laptop.store, backup)
            laptop.follow([lambda wish=wish: wish for wish in wishes])
            laptop.compare_all()

    def place_breaks(self, laptop: Laptop) -> None:
        """Write while the file is away; bring it back."""
        break_place(laptop, self.chance, self._word, killed=False)

    def killed_while_away(self, laptop: Laptop) -> None:
        """Write while the file is away, be killed, and put together what was kept at the next start."""
        break_place(laptop, self.chance, self._word, killed=True)

    # ── the end ─────────────────────────────────────────────────────────────

    def finish(self) -> None:
        """Bring all files together and compare them: same contents, same seal, whole, no erased words.

        Raises:
            Different: they are not.
        """
        for laptop in self.laptops:
            laptop.compare_all()
            self._whole(laptop)
        a, b, c = self.laptops
        for laptop, other in ((a, b), (a, c), (b, a), (c, a)):
            self._bring(laptop, other)
        for laptop in self.laptops:
            self._whole(laptop)
            if laptop.store.seal != a.store.seal or laptop.store.state != a.store.state:
                raise Different(f"{laptop.plain.source} and laptop-a do not hold the same")
            if laptop.plain.everything() != a.plain.everything():
                raise Different("the models do not agree")
        for laptop in self.laptops:
            laptop.store.close()
            laptop.store = laptop.open()
            laptop.compare_all()
            laptop.store.close()
            self._search(laptop)

    def _search(self, laptop: Laptop) -> None:
        """Look for words in the bytes of a closed file that no event tells any more."""
        words = {
            str(value)
            for place, known in laptop.plain.values.items()
            if place[2] in ("text", "title")
            for value in known.values()
        }
        raw = laptop.path.read_bytes()
        left = sorted(word for word in self.words - words if word.encode() in raw)
        if left:
            raise Different(f"{laptop.plain.source}: {len(left)} erased words are there still, {left[0]}")

    def _whole(self, laptop: Laptop) -> None:
        codes = laptop.store.check()
        if codes:
            raise Different(f"{laptop.plain.source}: {codes}")

    def close(self) -> None:
        """Close what is open."""
        for laptop in self.laptops:
            laptop.store.abandon()


WEIGHTS = {
    "add": 24,
    "change": 24,
    "delete": 5,
    "revive": 2,
    "group": 7,
    "undo": 14,
    "redo": 9,
    "go": 2,
    "restart": 2,
    "merge": 4,
    "erase": 2,
    "erase_field": 2,
    "back_up": 1,
    "restore": 1,
    "place_breaks": 1,
    "killed_while_away": 1,
}
"""How often each thing is done."""
