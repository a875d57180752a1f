"""Sending many documents: looked at first, then one by one by a job, each told by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from backend.accounts.service.on_behalf import acting, mandate
from backend.billing.document_rows import DocumentRow
from backend.billing.limits import MAX_BUNDLE
from backend.billing.queries.documents import (
    DocumentFilter,
    count_documents,
    documents_by_id,
    documents_page,
)
from backend.billing.queries.sendings import sending_by_id, sent_before, waiting_of
from backend.billing.rules.kinds import DocumentKind, LetterKind
from backend.billing.sending_rows import SENT, SendingPreview, SendingRow, SendingState
from backend.billing.service.sending import SENDABLE, SendDraft, send_document
from backend.billing.service.standing import own_document
from backend.contacts.emails import normalize_email
from backend.core.clock import now, now_micros
from backend.core.errors import Forbidden, NotFound, Refusal, Refusals, Required, TooMany
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.paging import MAX_PAGE, PageRequest, encode_key
from backend.core.permissions import Actor, Permission
from backend.core.storage import StorageUnavailable
from backend.core.unit_of_work import unit_of_work

SEND = "send_documents"
AT_ONCE = 20
"""Documents that one job sends before it lets others go first."""
PATIENCE, PAUSE = 10, timedelta(minutes=1)
"""How often, and how far apart, a storage that does not answer is asked again."""


@dataclass(frozen=True, slots=True)
class DocumentSelection:
    """These documents, or all that a filter finds."""

    ids: tuple[int, ...] | None = None
    filter: DocumentFilter | None = None


@dataclass(frozen=True, slots=True)
class ManyDraft:
    """How to send them: each with the letter of its kind, or, where it ``reminds``, invoices that
    are not paid with a reminder; ``unsent``: only those that went with no letter yet.
    """

    reminds: bool = False
    unsent: bool = False


async def preview_sending(
    actor: Actor, selection: DocumentSelection, draft: ManyDraft
) -> SendingPreview:
    """Return what sending a selection would do: what leaves, whose address is missing.

    Raises:
        TooMany: above 1,000 documents.
        Forbidden
    """
    _require(actor)
    documents = await _selected(actor, selection)
    known = await sent_before(actor, [each.pk for each in documents])
    wanted = [
        each
        for each in documents
        if each.stage in SENDABLE and (_is_open(each) or not draft.reminds)
    ]
    if draft.unsent:
        wanted = [each for each in wanted if each.pk not in known]
    return SendingPreview(
        len(documents),
        [each.pk for each in wanted if _address(each)],
        [each for each in wanted if not _address(each)],
        sum(each.stage not in SENDABLE for each in documents),
        sum(each.pk in known for each in documents if each.stage in SENDABLE),
    )


async def send_documents(
    actor: Actor,
    selection: DocumentSelection,
    draft: ManyDraft,
    *,
    idempotency_key: str | None = None,
) -> SendingRow:
    """Begin to send all of a selection that can be sent; those without an address are told too.

    Raises:
        Required: there is nothing among them to send.
        TooMany, IdempotencyKeyReused, Forbidden
    """
    mark = fingerprint("send_documents", {"selection": asdict(selection), "draft": asdict(draft)})
    found = await preview_sending(actor, selection, draft)
    if not found.ready:
        raise Required(("selection",))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "send_documents", mark)
        if key is None:
            unreachable = [each.pk for each in found.unreachable]
            rows = await unit.fetch(
                "INSERT INTO document_sending (account_id, reminds, total, created_at, created_by) "
                "VALUES (?, ?, ?, ?, ?) RETURNING id",
                (
                    actor.account_id,
                    draft.reminds,
                    len(found.ready) + len(unreachable),
                    now_micros(),
                    actor.name,
                ),
            )
            key = int(rows[0][0])
            outcomes: list[tuple[int, str | None]] = [(each, None) for each in found.ready]
            outcomes += [(each, Required.code) for each in unreachable]
            for document_id, outcome in outcomes:
                await unit.execute(
                    "INSERT INTO document_sending_item (sending_id, document_id, outcome) "
                    "VALUES (?, ?, ?)",
                    (key, document_id, outcome),
                )
            await remember_result(unit, idempotency_key, "send_documents", mark, key)
            unit.enqueue(SEND, {**mandate(actor), "sending_id": key, "tries": 0})
    return await own_sending(actor, key)


async def stop_sending(actor: Actor, sending_id: int) -> SendingRow:
    """Stop a sending where it is; what has left has left.

    Raises:
        NotFound, Forbidden
    """
    _require(actor)
    await own_sending(actor, sending_id)
    async with unit_of_work(actor) as unit:
        await unit.execute(
            "UPDATE document_sending SET stopped_at = ? WHERE account_id = ? AND id = ? "
            "AND finished_at IS NULL AND stopped_at IS NULL",
            (now_micros(), actor.account_id, sending_id),
        )
    return await own_sending(actor, sending_id)


async def own_sending(actor: Actor, sending_id: int) -> SendingRow:
    """Return a sending of the account.

    Raises:
        NotFound
    """
    found = await sending_by_id(actor, sending_id)
    if found is None:
        raise NotFound(("id",))
    return found


async def go_on_sending(payload: Mapping[str, Any]) -> None:
    """Send the next documents of a sending, in the name and by the rights of whoever asked for it.

    Run twice, each leaves once. A storage that does not answer is asked again later.
    """
    sending_id = int(payload["sending_id"])
    system = Actor.system(int(payload["account_id"]))
    for document_id in await waiting_of(sending_id, AT_ONCE):
        sending = await own_sending(system, sending_id)
        if sending.state is not SendingState.RUNNING:
            return
        try:
            outcome = await _send(await acting(payload), sending, document_id)
        except StorageUnavailable as unavailable:
            if payload["tries"] < PATIENCE:
                await _again(system, {**payload, "tries": payload["tries"] + 1}, later=True)
                return
            outcome = unavailable.code
        except Forbidden as forbidden:
            outcome = forbidden.code
        async with unit_of_work(system) as unit:
            await unit.execute(
                "UPDATE document_sending_item SET outcome = ? WHERE sending_id = ? "
                "AND document_id = ? AND outcome IS NULL",
                (outcome, sending_id, document_id),
            )
    if await waiting_of(sending_id, 1):
        await _again(system, {**payload, "tries": 0}, later=False)
        return
    async with unit_of_work(system) as unit:
        await unit.execute(
            "UPDATE document_sending SET finished_at = ? WHERE id = ? AND finished_at IS NULL",
            (now_micros(), sending_id),
        )


async def _send(actor: Actor, sending: SendingRow, document_id: int) -> str:
    """Send one; return what became of it.

    Raises:
        StorageUnavailable
    """
    key = f"{SEND}:{sending.pk}:{document_id}"
    try:
        kind = _letter(await own_document(actor, document_id), sending.reminds)
        await send_document(actor, document_id, SendDraft(kind=kind), idempotency_key=key)
    except StorageUnavailable:
        raise
    except Refusals as refused:
        return refused.refusals[0].code
    except Refusal as refused:
        return refused.code
    return SENT


async def _again(actor: Actor, payload: Mapping[str, Any], *, later: bool) -> None:
    async with unit_of_work(actor) as unit:
        unit.enqueue(SEND, dict(payload), run_at=now() + PAUSE if later else None)


async def _selected(actor: Actor, selection: DocumentSelection) -> list[DocumentRow]:
    if selection.ids is not None:
        if len(selection.ids) > MAX_BUNDLE:
            raise TooMany(("selection", "ids"), maximum=MAX_BUNDLE)
        found = await documents_by_id(actor, selection.ids)
        return [found[key] for key in dict.fromkeys(selection.ids) if key in found]
    wanted = selection.filter or DocumentFilter()
    if await count_documents(actor, wanted) > MAX_BUNDLE:
        raise TooMany(("selection", "filter"), maximum=MAX_BUNDLE)
    documents: list[DocumentRow] = []
    after: str | None = None
    while True:
        page = await documents_page(actor, PageRequest(MAX_PAGE, after), wanted)
        documents += page.rows
        if not page.has_next:
            return documents
        after = encode_key(page.keys[-1])


def _is_open(document: DocumentRow) -> bool:
    """Whether it is an invoice that is not paid."""
    return document.kind is DocumentKind.INVOICE and document.balance_minor > 0


def _letter(document: DocumentRow, reminds: bool) -> LetterKind:
    if not reminds:
        return LetterKind(document.kind.value)
    return LetterKind.OVERDUE if document.is_overdue else LetterKind.REMINDER


def _address(document: DocumentRow) -> str | None:
    return normalize_email(document.content.buyer.email or "")


def _require(actor: Actor) -> None:
    actor.require(Permission.WRITE_BILLING)
    actor.require(Permission.SEND_MESSAGES)
