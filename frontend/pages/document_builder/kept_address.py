"""Keeping an address that was typed in a document with its contact, if that has none."""

from __future__ import annotations

from collections.abc import Mapping

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.document_builder.head import ADDRESS_FIELDS
from frontend.session import Session


async def lacks_address(session: Session, contact_id: str) -> bool:
    """Tell whether a contact has no postal address at all."""
    data = await session.client.run(load("billing/read_buyer_contact"), {"id": contact_id})
    contact = data["contact"]
    return contact is not None and not contact["addresses"]


async def keep_address(session: Session, contact_id: str, buyer: Mapping[str, str]) -> None:
    """Give a contact without an address that of a buyer; one that has one meanwhile keeps it."""
    try:
        data = await session.client.run(load("billing/read_buyer_contact"), {"id": contact_id})
        contact = data["contact"]
        if contact is None or contact["addresses"]:
            return
        address = {name: buyer[name].strip() or None for name in ADDRESS_FIELDS}
        values = {
            "id": contact_id,
            "version": contact["version"],
            "addresses": [{**address, "countryCode": buyer["country"] or None, "kind": "BILLING"}],
        }
        data = await session.client.run(load("contacts/update_contact"), {"input": values})
    except OperationFailed as error:
        report(error, session)
        return
    if errors := data["updateContact"]["errors"]:
        session.toasts.show(explain(errors[0]), kind="error")
    else:
        words = t("The address is kept with {name} too", name=contact["displayName"])
        session.toasts.show(words, kind="success")
