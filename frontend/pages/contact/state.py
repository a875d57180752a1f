"""The open contact of a window: read with all parts of the page in one operation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from frontend.operations import load
from frontend.pages.contact.parts import ContactTab, contact_parts
from frontend.pages.contact_card.state import CardState
from frontend.session import Session, current_session

PATTERN = "/contacts/{id}"
TAB = "tab"
"""The name of the open tab in the URL's query."""

_open: WeakKeyDictionary[Session, PageState] = WeakKeyDictionary()


@dataclass(eq=False)
class PageState(CardState):
    """The contact behind a page, and what was read for its parts when the page opened."""

    in_team: bool = False
    """Whether the account has others than the viewer."""
    _first: dict[str, Any] = field(default_factory=dict)

    async def read(self) -> None:
        """Read the contact; the first time with the panels and the open tab, which from then on
        follow their own changes.
        """
        if self.contact.value is not None:
            await super().read()
            return
        answer = await self.read_by(
            load("contacts/contact_page"),
            {tab.id: tab is open_tab(self.session) for tab in contact_parts().tabs if tab.reads},
        )
        self._first["fileUsage"] = answer.get("fileUsage")
        self.in_team = len((answer.get("viewer") or {}).get("members", ())) > 1

    def take(self, contact: Any) -> None:
        """Show a contact, and lay aside what is of its parts."""
        if contact is not None:
            keys = contact_parts().reads
            self._first |= {key: contact[key] for key in keys if key in contact}
            contact = {key: contact[key] for key in contact if key not in keys}
        super().take(contact)

    def first(self, key: str) -> Any:
        """Return what the page's operation answered under a key of `reads`, once: whoever comes
        later reads anew. None when it was not read, or was taken.
        """
        return self._first.pop(key, None)


def open_tab(session: Session) -> ContactTab | None:
    """Return the tab that the URL asks for, the first one when it asks for none that there is."""
    tabs, wanted = contact_parts().tabs, session.location.value.query.get(TAB)
    return next((tab for tab in tabs if tab.id == wanted), tabs[0] if tabs else None)


def open_contact_page(session: Session, contact_id: str) -> PageState:
    """Begin with a contact; the parts find it with `use_contact_page`."""
    state = _open[session] = PageState(session, contact_id)
    return state


def use_contact_page() -> PageState:
    """Return the open contact, for the parts of its page."""
    return _open[current_session()]
