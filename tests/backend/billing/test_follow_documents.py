"""Documents as they change."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from backend.billing.live import follow_document, follow_documents
from backend.billing.queries.documents import DocumentFilter
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.service import PaymentDraft, delete_draft, issue_document, record_payment
from backend.core.change_log import current_cursor, decode_cursor
from tests.factories.billing import new_document, new_seller


async def first(changes, count):
    """The first events of a subscription."""
    found = []
    async with asyncio.timeout(10), aclosing(changes) as told:
        async for change in told:
            found.append(change)
            if len(found) == count:
                return found
    raise AssertionError("it ended")


async def test_a_list_tells_what_its_filter_finds_and_what_left_it(owner, stranger):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax)
    quote = await new_document(owner.actor, tax, DocumentKind.QUOTE)
    after = decode_cursor(await current_cursor(owner.account_id))
    drafts = DocumentFilter(
        kinds=frozenset({DocumentKind.INVOICE}), statuses=frozenset({DocumentStatus.DRAFT})
    )
    await issue_document(owner.actor, draft.pk, draft.version)
    (event,) = await first(follow_documents(owner.actor, drafts, after), 1)
    assert (event.changed, event.gone, event.reset) == ([], [draft.id], False)
    (event,) = await first(follow_documents(owner.actor, DocumentFilter(), after), 1)
    assert [each.number is not None for each in event.changed] == [True]
    await delete_draft(owner.actor, quote.pk)
    (event,) = await first(follow_document(owner.actor, quote.pk, after), 1)
    assert (event.changed, event.gone) == ([], [quote.id])


async def test_one_document_tells_of_its_payments(owner):
    tax = await new_seller(owner.actor)
    draft = await new_document(owner.actor, tax)
    await issue_document(owner.actor, draft.pk, draft.version)
    after = decode_cursor(await current_cursor(owner.account_id))
    await record_payment(owner.actor, draft.pk, PaymentDraft(5_000))
    (event,) = await first(follow_document(owner.actor, draft.pk, after), 1)
    assert event.changed[0].balance_minor == 7_000
