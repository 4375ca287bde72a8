"""Personas as cards to tick: who takes part in this dialogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QMenu, QSizePolicy, QWidget

from facilitator.domain.entities import Persona
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic
from facilitator.ui.kit.portraits import Portrait
from facilitator.ui.kit.surfaces import FlowLayout, Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL

TILE_WIDTH = 300


class PersonaTile(Surface):
    """One persona with portrait, name, line and a box to tick.

    Signals:
        ticked: Persona id and whether it takes part.
        edit_requested: Persona id.
        duplicate_requested: Persona id.
    """

    ticked = Signal(str, bool)
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)

    def __init__(self, context: Context, persona: Persona, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        theme = context.theme
        self.id = persona.id
        self.setFixedWidth(theme.px(TILE_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        outer = column(self, theme, (12,), spacing=8)
        whole = row(None, theme, spacing=12)
        outer.addLayout(whole, 1)
        picture = Portrait(theme, 64, self)
        picture.show_person(persona.portrait, persona.name)
        whole.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget(self)
        text = column(words, theme, spacing=4)
        whole.addWidget(words, 1)
        self.box = QCheckBox(escape_mnemonic(persona.name), self)
        self.box.setFont(theme.font(BODY, bold=True))
        self.box.setChecked(not persona.hidden)
        self.box.toggled.connect(self._tick)
        text.addWidget(self.box)
        line = " · ".join(part for part in (persona.age, persona.line) if part)
        about = PlainLabel(line, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.box.setAccessibleDescription(line)
        text.addWidget(about)
        buttons = row(None, theme, spacing=4)
        self.edit = Button(theme, self.tr("Edit"), self, variant="quiet", icon="edit")
        self.edit.setFont(theme.font(SMALL))
        self.edit.setAccessibleName(self.tr("Edit {name}").format(name=persona.name))
        self.edit.clicked.connect(self._edit)
        self.copy = Button(theme, self.tr("Copy"), self, variant="quiet", icon="copy")
        self.copy.setFont(theme.font(SMALL))
        self.copy.setAccessibleName(self.tr("Copy {name}").format(name=persona.name))
        self.copy.clicked.connect(self._copy)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        text.addStretch(1)
        outer.addLayout(buttons)

    def show_hidden(self, hidden: bool) -> None:
        """Show whether the persona takes part, without telling anyone."""
        self.box.blockSignals(True)
        self.box.setChecked(not hidden)
        self.box.blockSignals(False)

    def take_focus(self, other: PersonaTile) -> None:
        """Take the focus over from a tile of the same persona, on the same button."""
        # A dialog that has just closed may still be the active window: ask the window, not the widget.
        focused = other.window().focusWidget()
        pairs = ((other.box, self.box), (other.edit, self.edit), (other.copy, self.copy))
        for theirs, ours in pairs:
            if theirs is focused:
                ours.setFocus()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.ticked.emit(self.id, on)

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit(self.id)

    @Slot()
    def _copy(self) -> None:
        self.duplicate_requested.emit(self.id)


class PersonaTiles(QWidget):
    """All personas, and the ways to get more of them.

    Signals:
        ticked: Persona id and whether it takes part.
        edit_requested, duplicate_requested: Persona id.
        new_requested, import_requested, export_requested: Nothing.
        pack_requested: Id of a pack of the library.
    """

    ticked = Signal(str, bool)
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    pack_requested = Signal(str)

    def __init__(self, context: Context, packs: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Make it empty; ``packs`` is id -> title of the packs one can take personas from."""
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Persona, ...] = ()
        self.tiles: dict[str, PersonaTile] = {}
        theme = context.theme
        whole = column(self, theme, spacing=12)
        self._flow_holder = QWidget(self)
        self._flow = FlowLayout(self._flow_holder, theme.gap(12))
        whole.addWidget(self._flow_holder)
        bar = QWidget(self)
        buttons = FlowLayout(bar, theme.gap(8))
        self.new = Button(theme, self.tr("Add persona"), bar, icon="plus")
        self.new.clicked.connect(self.new_requested)
        self.take = Button(theme, self.tr("Add from a pack"), bar, icon="people")
        menu = QMenu(self.take)
        for pack, title in packs.items():
            menu.addAction(escape_mnemonic(title)).setData(pack)
        menu.triggered.connect(self._take)
        self.take.setMenu(menu)
        self.read = Button(theme, self.tr("Import…"), bar, icon="import")
        self.read.clicked.connect(self.import_requested)
        self.write = Button(theme, self.tr("Export…"), bar, icon="export")
        self.write.clicked.connect(self.export_requested)
        for button in (self.new, self.take, self.read, self.write):
            buttons.addWidget(button)
        whole.addWidget(bar)

    @Slot(object)
    def _take(self, action: object) -> None:
        self.pack_requested.emit(str(action.data()))  # type: ignore[attr-defined]

    def set_personas(self, personas: Sequence[Persona]) -> None:
        """Show these personas; nothing is rebuilt when nothing changed."""
        if tuple(personas) == self._shown:
            return
        known = {persona.id: persona for persona in self._shown}
        old, self.tiles = self.tiles, {}
        self._shown = tuple(personas)
        for tile in old.values():
            self._flow.removeWidget(tile)
        for persona in personas:
            before = known.get(persona.id)
            if before is not None and replace(before, hidden=persona.hidden) == persona:
                tile = old.pop(persona.id)
                tile.show_hidden(persona.hidden)
            else:
                tile = self._make(persona)
            self._flow.addWidget(tile)
            tile.show()
            self.tiles[persona.id] = tile
        self._flow.activate()
        for id, tile in old.items():
            # The focus moves before its tile goes, or Qt would scroll to wherever it sends it.
            if id in self.tiles:
                self.tiles[id].take_focus(tile)
            tile.hide()
            tile.deleteLater()
        self._flow_holder.updateGeometry()

    def _make(self, persona: Persona) -> PersonaTile:
        tile = PersonaTile(self._context, persona, self._flow_holder)
        tile.ticked.connect(self.ticked)
        tile.edit_requested.connect(self.edit_requested)
        tile.duplicate_requested.connect(self.duplicate_requested)
        return tile
