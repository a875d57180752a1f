"""Many documents at once: what would leave, what leaves, each told by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backend.billing.queries.deliveries import deliveries_of
from backend.billing.queries.documents import DocumentFilter
from backend.billing.queries.sendings import add_problems, last_sendings
from backend.billing.rules.kinds import DocumentKind, LetterKind
from backend.billing.sending_rows import SendingState
from backend.billing.service import PaymentDraft, record_payment, sending_many, void_document
from backend.billing.service.sending import send_document
from backend.billing.service.sending_many import (
    DocumentSelection,
    ManyDraft,
    go_on_sending,
    own_sending,
    preview_sending,
    send_documents,
    stop_sending,
)
from backend.core.database import read
from backend.core.errors import NotFound, Required, TooMany
from backend.core.jobs.worker import run_due_jobs
from backend.core.storage import StorageUnavailable
from tests.factories.billing import BUYER, new_document, new_issued, new_seller

CLIENT = replace(BUYER, email="client@example.org")
INVOICES = DocumentSelection(filter=DocumentFilter(kinds=frozenset({DocumentKind.INVOICE})))


@pytest.fixture
async def book(owner):
    """Two invoices that can be sent, one that is paid, one without an address, a draft, a void."""
    tax = await new_seller(owner.actor)
    one, two, paid, void = [await new_issued(owner.actor, tax, buyer=CLIENT) for _ in range(4)]
    await record_payment(owner.actor, paid.pk, PaymentDraft(paid.total_minor))
    await void_document(owner.actor, void.pk, void.version)
    silent = await new_issued(owner.actor, tax)
    await new_document(owner.actor, tax, buyer=CLIENT)
    return owner, one, two, paid, silent


async def test_it_is_looked_at_first_and_then_each_leaves_once(book, stranger):
    owner, one, two, paid, silent = book
    seen = await preview_sending(owner.actor, INVOICES, ManyDraft())
    assert (seen.count, seen.ready, seen.unissued) == (6, [paid.pk, two.pk, one.pk], 2)
    assert [each.pk for each in seen.unreachable] == [silent.pk]
    reminded = await preview_sending(owner.actor, INVOICES, ManyDraft(reminds=True))
    assert reminded.ready == [two.pk, one.pk]

    sending = await send_documents(owner.actor, INVOICES, ManyDraft(), idempotency_key="k")
    assert (await send_documents(owner.actor, INVOICES, ManyDraft(), idempotency_key="k")).pk == (
        sending.pk
    )
    assert (sending.state, sending.total, sending.sent) == (SendingState.RUNNING, 4, 0)
    await run_due_jobs()
    done = await own_sending(owner.actor, sending.pk)
    assert (done.state, done.sent, done.refused) == (SendingState.FINISHED, 3, 1)
    await add_problems(owner.actor, (done,))
    assert [(each.document.pk, each.problem) for each in done.problems] == [(silent.pk, "REQUIRED")]
    payload = {"account_id": owner.account_id, "user_id": owner.actor.user_id, "token_id": None}
    await go_on_sending(
        {**payload, "name": "", "request_id": "", "tries": 0, "sending_id": done.pk}
    )
    (letter,) = (await deliveries_of(owner.actor, [one.pk]))[one.pk]
    assert (letter.kind, letter.to, letter.created_by) == (
        LetterKind.INVOICE, "client@example.org", owner.actor.name,
    )  # fmt: skip

    again = await preview_sending(owner.actor, INVOICES, ManyDraft(unsent=True))
    assert (again.ready, again.sent_before) == ([], 3)
    with pytest.raises(Required):
        await send_documents(owner.actor, INVOICES, ManyDraft(unsent=True))
    assert await last_sendings(stranger.actor) == []
    theirs = DocumentSelection(ids=(one.pk,))
    assert (await preview_sending(stranger.actor, theirs, ManyDraft())).count == 0
    with pytest.raises(NotFound):
        await stop_sending(stranger.actor, sending.pk)


async def test_a_sending_that_is_stopped_sends_no_more(book, monkeypatch):
    owner, *_ = book
    sending = await send_documents(owner.actor, INVOICES, ManyDraft())
    monkeypatch.setattr(sending_many, "AT_ONCE", 1)
    jobs = "SELECT COUNT(*) FROM document_delivery"
    assert (await stop_sending(owner.actor, sending.pk)).state is SendingState.STOPPED
    await run_due_jobs()
    assert await read.fetch_value(jobs) == 0
    other = await send_documents(owner.actor, INVOICES, ManyDraft())
    await run_due_jobs()  # one document after the other, each by a job of its own
    assert (await own_sending(owner.actor, other.pk)).sent == 3
    assert (await stop_sending(owner.actor, other.pk)).state is SendingState.FINISHED


async def test_a_storage_that_does_not_answer_is_asked_again(book, monkeypatch):
    owner, *_ = book

    async def unavailable(*_: object, **__: object) -> None:
        raise StorageUnavailable

    monkeypatch.setattr(sending_many, "send_document", unavailable)
    monkeypatch.setattr(sending_many, "PAUSE", sending_many.PAUSE * 0)
    monkeypatch.setattr(sending_many, "PATIENCE", 2)
    first = await send_documents(owner.actor, DocumentSelection(ids=(book[1].pk,)), ManyDraft())
    await run_due_jobs()
    assert (await own_sending(owner.actor, first.pk)).refused == 1
    monkeypatch.setattr(sending_many, "PATIENCE", 10**6)
    tries = iter(range(3))

    async def answers_later(*args: Any, **values: Any) -> object:
        if next(tries, None) is not None:
            raise StorageUnavailable
        return await send_document(*args, **values)

    monkeypatch.setattr(sending_many, "send_document", answers_later)
    second = await send_documents(owner.actor, DocumentSelection(ids=(book[1].pk,)), ManyDraft())
    await run_due_jobs()
    assert (await own_sending(owner.actor, second.pk)).sent == 1


async def test_whoever_may_no_longer_send_sends_nothing(book):
    owner, *_ = book
    many = DocumentSelection(ids=tuple(range(1, 1_002)))
    with pytest.raises(TooMany):
        await send_documents(owner.actor, many, ManyDraft())
    gone = replace(owner.actor, user_id=10**6)
    sending = await send_documents(gone, INVOICES, ManyDraft())
    await run_due_jobs()
    assert (await own_sending(owner.actor, sending.pk)).sent == 0
