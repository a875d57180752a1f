"""What the browser's half of the grid (static/islands/grid.js) asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from frontend.events import Detail
from frontend.hooks.navigation import go
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contacts_grid.columns import ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.preferences import keep_columns
from frontend.pages.contacts_grid.selection import Selection
from frontend.session import Session


@dataclass(frozen=True, slots=True)
class GridActions:
    """Answers the grid's events. Each is one of: what is in view, what is ticked, where to go, a
    column's change.
    """

    contacts: ContactList
    session: Session

    async def answer(self, asked: Detail) -> None:
        """Do what an event asks; what is not known is ignored, it comes from a page of another
        version.
        """
        match asked.text("act"):
            case "view":
                self.contacts.look(asked.whole("first"), asked.whole("last"))
            case "anchor":
                self._go({"at": asked.text("id", "") or None}, replace=True)
            case "tick":
                self._tick(asked)
            case "span":
                await self.contacts.tick_span(asked.whole("first"), asked.whole("last"))
            case "open":
                self._go({"open": asked.text("id", "") or None}, replace=asked.flag("replace"))
            case "page":
                go(self.session, contact_url(asked.text("id")))
            case "edit" if self.session.viewer.value and self.session.viewer.value.can(
                "WRITE_CONTACTS"
            ):
                self._go({"edit": asked.text("id")}, replace=False)
            case "width":
                choice = self._choice.with_width(asked.text("column"), asked.number("width"))
                await keep_columns(self.session, self.contacts, choice)
            case "order":
                choice = self._choice.with_order(asked.texts("columns"))
                await keep_columns(self.session, self.contacts, choice)

    @property
    def _choice(self) -> ColumnChoice:
        return self.contacts.choice.value or ColumnChoice()

    def _tick(self, asked: Detail) -> None:
        self.contacts.heard = asked.whole("number")
        start = self.contacts.selection.value
        if anew := asked.text("anew", ""):
            start = Selection(everything=anew == "everything")
        ticked = start.ticked(asked.texts("add", []), asked.texts("remove", []))
        self.contacts.selection.set(ticked)

    def _go(self, changes: Mapping[str, str | None], *, replace: bool) -> None:
        location = self.session.location.value.with_query(changes)
        if location != self.session.location.value:
            go(self.session, location.url, replace=replace)
