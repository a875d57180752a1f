"""Documents as they change."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime

from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentViewed
from backend.billing.queries.deliveries import documents_of_messages
from backend.billing.queries.documents import DocumentFilter, documents_by_id, documents_page
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.ids import encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Permission
from backend.inbox.events import MessageBounced, MessageDelayed, MessageFailed, MessageSent

_MOST = 100
"""Documents that one event tells apart."""
_MOVING = frozenset({"contact.merged", "contact.unmerged", "contact.purged"})
"""What gives the documents of a contact to another, or to nobody."""


_LETTERS = frozenset(
    each.kind for each in (MessageDelayed, MessageSent, MessageFailed, MessageBounced)
)
"""What tells how far the letter of a document is."""


@dataclass(frozen=True, slots=True)
class View:
    """A client looked at a document's page."""

    cursor: str
    at: datetime
    document: DocumentRow


@dataclass(slots=True)
class DocumentsChange:
    """What happened to documents in one step. ``reset``: read the list again.

    ``gone`` are those that are deleted, or that the filter no longer finds.
    """

    cursor: str
    reset: bool = False
    changed: list[DocumentRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


async def follow_document(
    actor: Actor, document_id: int, after: int | None
) -> AsyncGenerator[DocumentsChange, None]:
    """Yield what happens to one document after a place in the account's history, or from now on.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            if document_id in await _touched(actor, batch):
                found = await documents_by_id(actor, (document_id,))
                yield _told(batch, [document_id], found)


async def follow_documents(
    actor: Actor, wanted: DocumentFilter, after: int | None
) -> AsyncGenerator[DocumentsChange, None]:
    """Yield what happens to the documents that a filter finds or found.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            keys = await _touched(actor, batch)
            if len(keys) > _MOST or any(change.kind in _MOVING for change in batch):
                yield DocumentsChange(batch[-1].cursor, reset=True)
            elif keys:
                page = await documents_page(
                    actor, PageRequest.of(first=_MOST), replace(wanted, ids=frozenset(keys))
                )
                yield _told(batch, keys, {each.pk: each for each in page.rows})


async def follow_views(
    actor: Actor, document_id: int | None, after: int | None
) -> AsyncGenerator[View, None]:
    """Yield each look of a client at the page of one document, or of any.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            looks = [
                each
                for each in batch
                if each.kind == DocumentViewed.kind
                and (document_id is None or each.subject_id == document_id)
            ]
            found = await documents_by_id(actor, {each.subject_id for each in looks})
            for each in looks:
                if each.subject_id in found:
                    yield View(each.cursor, each.at, found[each.subject_id])


async def _touched(actor: Actor, batch: Sequence[Change]) -> list[int]:
    """Return the documents that changes are about: also by the letters that they went with."""
    messages = {each.subject_id for each in batch if each.kind in _LETTERS}
    sent = await documents_of_messages(actor, messages)
    found: list[int] = []
    for each in batch:
        if each.subject_type == "BillingDocument":
            found.append(each.subject_id)
        elif each.kind in _LETTERS and each.subject_id in sent:
            found.append(sent[each.subject_id])
    return list(dict.fromkeys(found))


def _told(
    batch: Sequence[Change], keys: Sequence[int], found: dict[int, DocumentRow]
) -> DocumentsChange:
    return DocumentsChange(
        batch[-1].cursor,
        changed=[found[key] for key in keys if key in found],
        gone=[encode_id("BillingDocument", key) for key in keys if key not in found],
    )
