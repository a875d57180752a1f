"""What an erasure would take, end and leave, said before anybody confirms it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from backend.billing.service.keeping import documents_at_end
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.registry import personal_data
from backend.privacy.erasures import USUAL_DELAY_HOURS, ErasedSection, ErasurePreview
from backend.privacy.errors import NobodyChosen, WrongRequestState
from backend.privacy.queries import has_ready_copy, requests_by_id
from backend.privacy.rows import RequestRow
from backend.privacy.rules import RequestKind, RequestState

_DOCUMENTS, _DRAFTS = "documents", "drafts"


async def preview_erasure(actor: Actor, request_id: int) -> ErasurePreview:
    """Return what an erasure whose people are confirmed would do now.

    Raises:
        NobodyChosen: nobody is confirmed, or they are gone already.
        WrongRequestState: it is no erasure, or no longer to be confirmed.
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    request = (await requests_by_id(actor, (request_id,))).get(request_id)
    if request is None or request.kind is not RequestKind.ERASURE:
        raise NotFound(("id",))
    if request.state not in (RequestState.MATCHED, RequestState.FAILED, RequestState.WAITING):
        raise WrongRequestState(("id",), state=request.state.name)
    keys = request.contact_keys
    names = await names_to_type(actor, keys)
    if not names:
        raise NobodyChosen(("id",))
    documents = await documents_at_end(actor, keys)
    return ErasurePreview(
        words=names[0],
        contact_count=len(keys),
        erased=await count_held(actor, keys),
        kept=documents.kept,
        draft_count=documents.draft_count,
        recurring_count=documents.recurring_count,
        link_count=documents.link_count,
        unpaid_count=documents.unpaid_count,
        has_copy=await has_ready_copy(actor.account_id, keys),
        begins_at=request.erase_after or begins_at(request, USUAL_DELAY_HOURS),
    )


async def names_to_type(actor: Actor, contact_ids: Sequence[int]) -> list[str]:
    """Return what the contacts of a person are called, in their order."""
    found = await contacts_by_id(actor, contact_ids)
    return [found[key].display_name for key in contact_ids if key in found]


async def count_held(actor: Actor, contact_ids: Sequence[int]) -> list[ErasedSection]:
    """Return how many things of contacts go, by the sections of all that every domain holds.

    Of their documents only drafts do.
    """
    drafts = (await documents_at_end(actor, contact_ids)).draft_count
    counts: Counter[str] = Counter({_DRAFTS: drafts} if drafts else {})
    for entry in personal_data.entries.values():
        for key in contact_ids:
            async for held in entry.gather(actor, key):
                counts[held.section] += held.counted and held.section != _DOCUMENTS
    return [ErasedSection(section, count) for section, count in counts.items() if count]


def begins_at(request: RequestRow, delay_hours: int) -> datetime:
    """Return when an erasure confirmed now begins: after the delay, yet within the deadline, as
    long as that leaves an hour to think again.
    """
    soonest = now() + timedelta(hours=1)
    return max(soonest, min(now() + timedelta(hours=delay_hours), request.due_at))
