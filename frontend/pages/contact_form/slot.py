"""The place of the drawer; the URL says what is in it: `?new=1`, `?edit=<id>`."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_can, use_url_state
from frontend.hooks.navigation import go
from frontend.pages.contact_form.edit_contact import EditContact
from frontend.pages.contact_form.new_contact import NewContact
from frontend.session import Session, current_session


@component
def FormSlot() -> Component | None:
    """The form that the URL asks for, if the viewer may write."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    new, _ = use_url_state("new")
    edited, _ = use_url_state("edit")
    if not can_write:
        return None
    if edited:
        return EditContact(edited, on_close=_closing(session), key=f"edit-{edited}")
    return NewContact(on_close=_closing(session), key="new") if new else None


def _closing(session: Session) -> Callable[[str | None], None]:
    """Return what takes the form out of the URL, and opens a contact when it is told one."""

    def close(open_id: str | None = None) -> None:
        changes: dict[str, str | None] = {"new": None, "edit": None}
        if open_id:
            changes["open"] = open_id
        go(session, session.location.value.with_query(changes).url, replace=True)

    return close
