"""Writing on a card itself: one field that lies over it for as long as somebody types."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.text import PASTED_LINES_LIMIT, clean, clean_line, refuse_long_paste
from facilitator.ui.board.ground import Sheet, card_box
from facilitator.ui.kit.direction import follow_direction
from facilitator.ui.kit.notices import tell_refusal
from facilitator.ui.kit.theme import BODY, LEAD, SMALL

_READABLE = SMALL / BODY
"""Below this zoom letters become too small to write."""
_ROOM = 0.8
"""Share of the height of the board the field may take."""
_NO_BAR, _BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class NoteEditor(QPlainTextEdit):
    """Changes the text of one note, or the title of one area, in its place on the board.

    Signals:
        ended: Nobody is typing any more; True when it was ended by a key.
    """

    ended = Signal(bool)

    def __init__(self, ground: Sheet, widget: QWidget) -> None:
        super().__init__(widget)
        follow_direction(self)
        self._ground, self._widget = ground, widget
        self._item = ""
        self._before = ""
        self._beside: list[str] = []
        self.hide()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.setVerticalScrollBarPolicy(_NO_BAR)
        self.document().documentLayout().documentSizeChanged.connect(self._follow)
        ground.view_changed.connect(self._follow)
        ground.model.changed.connect(self._on_changed)

    @property
    def item(self) -> str:
        """Return the note or area somebody is writing on, or an empty text."""
        return self._item

    def start(self, item: str) -> bool:
        """Write on a note, or on the title of an area or frame; False when there is none."""
        self.finish()
        if self._item:
            return False
        model = self._ground.model
        note, group = model.note(item), model.plan.areas.get(item) or model.plan.frames.get(item)
        if note is not None:
            self._before = note.text
            self.setAccessibleName(self.tr("Text of the note"))
        elif group is not None:
            face = model.area_face(group)
            self._before = face.title if face.named else ""
            self.setAccessibleName(self.tr("Title"))
        else:
            return False
        self._item = item
        self._make_readable()
        self.setPlainText(self._before)
        # Only what is shown knows how much of it is edge.
        self.show()
        self._follow()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll() if note is None else self.moveCursor(self.textCursor().MoveOperation.End)
        return True

    def finish(self) -> None:
        """Keep what was written; what nobody can keep stays open and says why."""
        self._end(keep=True, by_key=False)

    def give_up(self) -> None:
        """Drop what was written."""
        self._end(keep=False, by_key=True)

    def _end(self, *, keep: bool, by_key: bool) -> None:
        if not self._item:
            return
        item, text = self._item, "\n\n".join([self.toPlainText(), *self._beside])
        is_note = self._ground.model.note(item) is not None
        if keep and clean(text):
            try:
                # More than a note holds becomes several, by whoever hears of it.
                text = clean(text) if is_note else clean_line(text)
            except UserError as error:
                tell_refusal(self, error)
                return
        changed = keep and bool(clean(text)) and text != self._before
        self._item, self._beside = "", []
        if by_key or self.hasFocus():
            self._widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.setPlainText("")
        if changed:
            (self._ground.edited if is_note else self._ground.renamed).emit(item, text)
        self.ended.emit(by_key)

    def _is_title(self) -> bool:
        return self._ground.model.note(self._item) is None

    def _make_readable(self) -> None:
        ground = self._ground
        box = card_box(ground.model, self._item)
        if box is None:
            return
        if ground.zoom < _READABLE:
            ground.set_zoom(1.0, ground.to_view(box).center())
        seen, room = ground.to_view(box), QRectF(self._widget.rect())
        if not room.contains(seen):
            ground.pan(
                _into(seen.left(), seen.right(), room.width()),
                _into(seen.top(), seen.bottom(), room.height()),
            )

    @Slot()
    def _follow(self) -> None:
        """Lie over the card, as large as the zoom says and as high as the text needs."""
        box = card_box(self._ground.model, self._item) if self._item else None
        if box is None:
            return
        font = self._ground.theme.font(LEAD if self._is_title() else BODY)
        font.setPixelSize(max(round(font.pixelSize() * self._ground.zoom), 8))
        if font.pixelSize() != self.font().pixelSize() or font.bold() != self.font().bold():
            self.setFont(font)
        seen = self._ground.to_view(box).toRect()
        if self.width() != seen.width():
            # The text wraps anew before its height is asked for.
            self.setGeometry(seen.x(), seen.y(), seen.width(), max(self.height(), 1))
        line = ceil(QFontMetricsF(font).lineSpacing())
        edges = self.height() - self.viewport().height()
        lines = round(self.document().documentLayout().documentSize().height())
        wanted = ceil(lines * line + 2 * self.document().documentMargin()) + edges + 1
        most = max(round(self._widget.height() * _ROOM), seen.height())
        height = min(max(seen.height(), wanted), most)
        policy = _BAR if wanted > most else _NO_BAR
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        self.setGeometry(seen.x(), seen.y(), seen.width(), height)

    @Slot(object)
    def _on_changed(self, _touched: object) -> None:
        if self._item and card_box(self._ground.model, self._item) is None:
            self._end(keep=False, by_key=False)
        else:
            self._follow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            refuse_long_paste(source.text())
        except UserError as error:
            tell_refusal(self, self._kept_beside(source.text(), error))
            return
        super().insertFromMimeData(source)

    def _kept_beside(self, text: str, error: UserError) -> UserError:
        """Keep what is too much to be laid out until the writing ends; return what to say of it."""
        if self._is_title() or len(text) + sum(map(len, self._beside)) > PASTED_LINES_LIMIT:
            return error
        self._beside.append(text)
        return UserError("paste.apart", length=len(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and (not shift or self._is_title()):
            self._end(keep=True, by_key=True)
        elif event.key() in _ENTER:
            # As a paragraph of its own: each has its own direction.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.finish()


def _into(start: float, end: float, room: float) -> float:
    """Return by how much the view must move to show from ``start`` to ``end``, the start first of all."""
    if start < 0:
        return start
    return min(max(end - room, 0.0), start)
