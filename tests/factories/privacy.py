"""Privacy requests to test with, made through the product's own verbs."""

from __future__ import annotations

from backend.contacts.rows import ContactRow
from backend.core.permissions import Actor
from backend.privacy.details import Details
from backend.privacy.queries import requests_by_id
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind
from backend.privacy.service.create import create_request


async def new_erasure(actor: Actor, contact: ContactRow, details: Details | None = None) -> int:
    """Write down that a contact wants to be erased; return the request's key."""
    given = details or Details(name=contact.display_name)
    made = await create_request(actor, RequestKind.ERASURE, given, (contact.pk,))
    return made.request_id


async def read_request(actor: Actor, request_id: int) -> RequestRow:
    """Return a request as it is now."""
    return (await requests_by_id(actor, (request_id,)))[request_id]
