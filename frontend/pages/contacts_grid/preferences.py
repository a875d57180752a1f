"""The user's columns, kept on the server."""

from __future__ import annotations

from frontend.client import Client, OperationFailed
from frontend.errors import report
from frontend.operations import load
from frontend.pages.contacts_grid.columns import PREFERENCE, ColumnChoice
from frontend.pages.contacts_grid.contact_list import ContactList


async def read_columns(client: Client) -> ColumnChoice:
    """Return the columns that the user chose last, or the usual ones."""
    data = await client.run(load("preferences/read_preferences"), {"keys": [PREFERENCE]})
    kept = {item["key"]: item["value"] for item in (data["viewer"] or {}).get("preferences", ())}
    return ColumnChoice.parse(kept.get(PREFERENCE))


async def keep_columns(contacts: ContactList, choice: ColumnChoice) -> None:
    """Show other columns at once, and remember them."""
    if choice == contacts.choice.value:
        return
    contacts.choose(choice)
    try:
        await contacts.client.run(
            load("preferences/save_preference"),
            {"input": {"key": PREFERENCE, "value": choice.stored()}},
        )
    except OperationFailed as error:
        report(error)
