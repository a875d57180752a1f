"""Contacts found as one types a name or an e-mail, and made on the spot where there is none."""

from __future__ import annotations

from collections.abc import Collection
from uuid import uuid4

from frontend.client import OperationFailed
from frontend.components import Choice
from frontend.errors import explain, report
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name
from frontend.session import Session

OFFERED = 8


async def find_contacts(session: Session, text: str, without: Collection[str] = ()) -> list[Choice]:
    """Return the contacts that a text finds, those first that something happened with last."""
    data = await session.client.run(
        load("contacts/find_contacts"), {"search": text, "first": OFFERED + len(without)}
    )
    found = [edge["node"] for edge in data["contacts"]["edges"]]
    choices = [
        Choice(
            each["id"],
            contact_name(each),
            hint=each["company"] or (each["primaryEmail"] or {}).get("address") or "",
        )
        for each in found
        if each["id"] not in without
    ]
    return choices[:OFFERED]


async def make_contact(session: Session, typed: str) -> str | None:
    """Make a contact of a name or an e-mail and return its id; what is refused is said in a toast.

    A name is kept whole: nobody can tell where it parts.
    """
    text = typed.strip()
    known = {"emails": [{"address": text, "kind": "MAIN"}]} if "@" in text else {"givenName": text}
    values = {**known, "idempotencyKey": uuid4().hex}
    try:
        data = await session.client.run(load("contacts/create_contact"), {"input": values})
    except OperationFailed as error:
        report(error, session)
        return None
    payload = data["createContact"]
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return str(payload["contact"]["id"])
