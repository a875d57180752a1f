"""Clients' looks at documents."""

from __future__ import annotations

from datetime import timedelta

from backend.billing.delivery_rows import LinkRow
from backend.billing.events import DocumentViewed
from backend.billing.service.standing import own_document
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

ONE_LOOK = timedelta(minutes=30)
"""Looks within this time are one."""


async def record_view(link: LinkRow) -> bool:
    """Keep that a client looked at a document; return whether it is another look than the last."""
    at = now_micros()
    before = at - ONE_LOOK // timedelta(microseconds=1)
    if link.last_viewed_micros is not None and link.last_viewed_micros > before:
        return False
    actor = Actor.system(link.account_key)
    async with unit_of_work(actor) as unit:
        count = await unit.execute(
            "UPDATE document_link SET view_count = view_count + 1, last_viewed_at = ?, "
            "first_viewed_at = COALESCE(first_viewed_at, ?) WHERE id = ? AND revoked_at IS NULL "
            "AND (last_viewed_at IS NULL OR last_viewed_at <= ?)",
            (at, at, link.pk, before),
        )
        if count:
            document = await own_document(actor, link.document_key)
            unit.record(
                DocumentViewed(
                    document.pk, document.kind_name, document.contact_key, document.number or ""
                )
            )
    return bool(count)
