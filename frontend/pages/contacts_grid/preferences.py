"""The user's columns, kept on the server."""

from __future__ import annotations

from dataclasses import replace

from frontend.client import Client, OperationFailed
from frontend.errors import report
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.location import is_too_long
from frontend.operations import load
from frontend.pages.contacts_grid.asked import asked_of
from frontend.pages.contacts_grid.columns import PREFERENCE, ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.session import Session


async def read_columns(client: Client) -> ColumnChoice:
    """Return the columns that the user chose last, or the usual ones."""
    data = await client.run(load("preferences/read_preferences"), {"keys": [PREFERENCE]})
    kept = {item["key"]: item["value"] for item in (data["viewer"] or {}).get("preferences", ())}
    return ColumnChoice.parse(kept.get(PREFERENCE))


async def keep_columns(session: Session, contacts: ContactList, choice: ColumnChoice) -> None:
    """Show other columns at once, and remember them: in the URL while a saved filter with columns
    of its own is open, else as the user's. Those of the trash are always the same.
    """
    shown, asked = contacts.choice.value or ColumnChoice(), asked_of(session).value
    if choice == shown or (asked.in_trash and choice.shown != shown.shown):
        return
    before = contacts.own.value or ColumnChoice()
    own = choice
    if asked.columns is not None:
        own = replace(before, widths=choice.widths)
    if asked.columns is not None and choice.shown != shown.shown:
        query = asked.columns_query(choice.shown[1:])
        url = session.location.value.with_query(query).url
        if is_too_long(url):
            session.toasts.show(t("These columns are too many for a link."), kind="error")
            return
        go(session, url, replace=True)
    contacts.choose(choice)
    if own == before:
        return
    contacts.own.set(own)
    try:
        await session.client.run(
            load("preferences/save_preference"),
            {"input": {"key": PREFERENCE, "value": own.stored()}},
        )
    except OperationFailed as error:
        report(error)
