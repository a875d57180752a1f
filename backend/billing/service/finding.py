"""Documents for the domains above, and what a new account's billing begins with."""

from __future__ import annotations

from collections.abc import Collection

from backend.billing.document_rows import DocumentRow
from backend.billing.queries.documents import (
    DocumentFilter,
    add_payments,
    documents_by_id,
    documents_page,
)
from backend.billing.queries.settings import billing_settings, taxes
from backend.core.paging import PageRequest
from backend.core.permissions import Actor


async def find_documents(
    actor: Actor, ids: Collection[int], *, payments: bool = False
) -> dict[int, DocumentRow]:
    """Return those of some documents that the account has and that are not deleted, with their
    payments if asked.
    """
    found = await documents_by_id(actor, ids)
    if payments:
        await add_payments(actor, list(found.values()))
    return found


async def has_documents(actor: Actor) -> bool:
    """Whether the account has a quote, an invoice or a credit note, be it a draft."""
    return bool((await documents_page(actor, PageRequest.of(first=1), DocumentFilter())).rows)


async def settings_version(actor: Actor) -> int:
    """Return how often the settings of billing were said; 0 before they ever were."""
    return (await billing_settings(actor)).version


async def standard_tax(actor: Actor) -> int | None:
    """Return the tax that new lines have, or the first one; None where there is none."""
    found = await taxes(actor)
    return next((each.pk for each in found if each.is_default), found[0].pk if found else None)


async def billing_currency(actor: Actor) -> str:
    """Return the currency that new documents are in."""
    return (await billing_settings(actor)).settings.currency
