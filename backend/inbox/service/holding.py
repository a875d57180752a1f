"""Messages that have not left when their contact goes into the trash: held, until somebody lets
them go or discards them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.errors import MessageNotHeld
from backend.inbox.events import MessageDiscarded, MessageHeld
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.queries.sending import Outgoing, outgoing_message
from backend.inbox.rules.kinds import MessageState
from backend.inbox.service.threads import show_state
from backend.inbox.service.write import MessageKept


async def hold_messages(unit: UnitOfWork, contact_ids: Sequence[int]) -> None:
    """Hold what waits to be sent to contacts that went into the trash.

    What a mail server is being given already cannot be held any more.
    """
    rows = await unit.fetch(
        "SELECT message.id, thread.contact_id FROM message "
        "JOIN thread ON thread.id = message.thread_id WHERE message.account_id = ? "
        "AND message.state IN ('queued', 'sending') AND message.handing_over = ?",
        (unit.actor.account_id, False),
    )
    trashed = set(contact_ids)
    found = [await outgoing_message(key) for key, contact_id in rows if contact_id in trashed]
    await keep_held(unit, (message for message in found if message is not None))


async def keep_held(unit: UnitOfWork, messages: Iterable[Outgoing]) -> None:
    """Mark messages as held, and tell their contacts' stories so."""
    for message in messages:
        await unit.execute(
            "UPDATE message SET state = 'held', next_try_at = NULL WHERE id = ?", (message.pk,)
        )
        await show_state(unit, message.thread_id, message.pk)
        unit.record(
            MessageHeld(
                message.pk,
                thread_id=message.thread_id,
                contact_id=message.contact_id,
                subject=message.subject,
            )
        )


async def discard_message(actor: Actor, message_id: int) -> MessageKept:
    """Give a held message up: it stays in its thread, and can be sent again all the same.

    Raises:
        NotFound: no such message.
        MessageNotHeld, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        seen = await messages_by_id(actor, (message_id,))
        found = await outgoing_message(message_id) if message_id in seen else None
        if found is None:
            raise NotFound(("id",))
        if found.state != MessageState.HELD:
            raise MessageNotHeld(("id",))
        await unit.execute("UPDATE message SET state = 'discarded' WHERE id = ?", (message_id,))
        await show_state(unit, found.thread_id, message_id)
        unit.record(
            MessageDiscarded(
                message_id,
                thread_id=found.thread_id,
                contact_id=found.contact_id,
                subject=found.subject,
            )
        )
    return MessageKept(message_id, unit.cursor)
