"""What a document would say that nobody saved."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from backend.billing.queries.documents import party_of_contact
from backend.billing.rules.content import Content
from backend.billing.rules.drafting import DraftChanges, LineDraft, changed_content
from backend.billing.rules.settings import Party
from backend.billing.service.standing import line_taxes
from backend.contacts.redirects import redirects
from backend.core.permissions import Actor, Permission


async def reckon(
    actor: Actor, currency: str, lines: Sequence[LineDraft], discount_percent: Decimal
) -> Content:
    """Return lines as a draft would keep them, with their taxes and what they add up to.

    Raises:
        Forbidden; as ``rules.drafting.changed_content``
    """
    actor.require(Permission.READ)
    taxes = await line_taxes(actor, (line.tax_id for line in lines))
    changes = DraftChanges(currency=currency, lines=lines, discount_percent=discount_percent)
    return changed_content(Content(currency, "en", 0), changes, taxes)


async def proposed_buyer(actor: Actor, contact_id: int) -> Party | None:
    """Return what a new document would say of a contact, None when there is no such contact."""
    actor.require(Permission.READ)
    present = (await redirects(actor, (contact_id,))).get(contact_id, contact_id)
    found = await party_of_contact(actor, present)
    return Party(**found) if found else None
