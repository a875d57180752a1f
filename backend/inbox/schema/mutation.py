"""What can be done with messages and threads."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.inbox import service
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.queries.threads import threads_by_id
from backend.inbox.schema.inputs import (
    ArchiveThreadsInput,
    ArchiveThreadsPayload,
    AssignThreadInput,
    AssignThreadPayload,
    CancelPaymentRequestInput,
    CancelPaymentRequestPayload,
    DiscardMessageInput,
    DiscardMessagePayload,
    MarkThreadsInput,
    MarkThreadsPayload,
    SendMessageAgainInput,
    SendMessageAgainPayload,
    SendMessageInput,
    SendMessagePayload,
)
from backend.inbox.schema.types import Message, Thread, wanted

_SEND = Permission.SEND_MESSAGES


@strawberry.type
class InboxMutation:
    """What can be done with messages and threads."""

    @mutation(
        _SEND,
        description="Write a message. It is kept at once and sent as e-mail a moment later; "
        "`threadChanged` tells how far it is.",
    )
    async def send_message(self, info: Info, input: SendMessageInput) -> SendMessagePayload:
        actor = info.context.actor
        kept = await service.send_message(
            actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        message = (await messages_by_id(actor, (kept.message_id,))).get(kept.message_id)
        thread = None
        if message is not None and "thread" in Selection.of(info):
            asked = wanted(Selection.of(info).at("thread"))
            found = await threads_by_id(actor, (message.thread_pk,), asked)
            thread = found.get(message.thread_pk)
        return SendMessagePayload(
            message=cast(Message | None, message),
            thread=cast(Thread | None, thread),
            cursor=kept.cursor or None,
        )

    @mutation(
        _SEND,
        description="Send a message again that failed, or after all one that is held or was "
        "discarded.",
    )
    async def send_message_again(
        self, info: Info, input: SendMessageAgainInput
    ) -> SendMessageAgainPayload:
        key = decode_id(input.id, "Message", ("id",))
        kept = await service.send_message_again(info.context.actor, key)
        return SendMessageAgainPayload(
            message=await _message(info, key), cursor=kept.cursor or None
        )

    @mutation(
        _SEND,
        description="Give up a message that is held. It stays in its thread; `sendMessageAgain` "
        "sends it after all.",
    )
    async def discard_message(
        self, info: Info, input: DiscardMessageInput
    ) -> DiscardMessagePayload:
        key = decode_id(input.id, "Message", ("id",))
        kept = await service.discard_message(info.context.actor, key)
        return DiscardMessagePayload(message=await _message(info, key), cursor=kept.cursor or None)

    @mutation(_SEND, description="Take back a payment request; its page says so from then on.")
    async def cancel_payment_request(
        self, info: Info, input: CancelPaymentRequestInput
    ) -> CancelPaymentRequestPayload:
        key = decode_id(input.message_id, "Message", ("messageId",))
        kept = await service.cancel_payment_request(info.context.actor, key)
        return CancelPaymentRequestPayload(
            message=await _message(info, key), cursor=kept.cursor or None
        )

    @mutation(
        _SEND,
        description="Mark all messages of threads read, or the newest received one unread.",
    )
    async def mark_threads(self, info: Info, input: MarkThreadsInput) -> MarkThreadsPayload:
        keys = _keys(input.ids)
        cursor = await service.mark_threads(info.context.actor, keys, is_read=input.is_read)
        return MarkThreadsPayload(threads=await _threads(info, keys), cursor=cursor or None)

    @mutation(
        _SEND,
        description="Put threads aside, or take them back; an answer brings them back by itself.",
    )
    async def archive_threads(
        self, info: Info, input: ArchiveThreadsInput
    ) -> ArchiveThreadsPayload:
        keys = _keys(input.ids)
        cursor = await service.archive_threads(
            info.context.actor, keys, is_archived=input.is_archived
        )
        return ArchiveThreadsPayload(threads=await _threads(info, keys), cursor=cursor or None)

    @mutation(
        _SEND,
        description="Give the thread of an unknown sender to a contact: its messages join those of "
        "the contact.",
    )
    async def assign_thread(self, info: Info, input: AssignThreadInput) -> AssignThreadPayload:
        actor = info.context.actor
        key = await service.assign_thread(
            actor,
            decode_id(input.id, "Thread", ("id",)),
            decode_id(input.contact_id, "Contact", ("contactId",)),
        )
        found = await threads_by_id(actor, (key,), wanted(Selection.of(info).at("thread")))
        return AssignThreadPayload(thread=cast(Thread | None, found.get(key)))


def _keys(ids: list[strawberry.ID]) -> list[int]:
    return [decode_id(value, "Thread", ("ids", str(place))) for place, value in enumerate(ids)]


async def _message(info: Info, key: int) -> Message | None:
    return cast(Message | None, (await messages_by_id(info.context.actor, (key,))).get(key))


async def _threads(info: Info, keys: list[int]) -> list[Thread]:
    asked = wanted(Selection.of(info).at("threads"))
    found = await threads_by_id(info.context.actor, keys, asked)
    return cast(list[Thread], [found[key] for key in dict.fromkeys(keys) if key in found])
