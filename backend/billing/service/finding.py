"""Documents for the domains above."""

from __future__ import annotations

from collections.abc import Collection

from backend.billing.document_rows import DocumentRow
from backend.billing.queries.documents import add_payments, documents_by_id
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
