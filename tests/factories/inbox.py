"""Messages, threads and saved replies to test with, made through the product's own verbs."""

from __future__ import annotations

from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.inbox.drafts import MessageDraft, PaymentDraft, ReplyDraft
from backend.inbox.queries.messages import messages_by_id
from backend.inbox.rows import MessageRow, SavedReplyRow
from backend.inbox.service import create_reply, send_message
from backend.inbox.service.threads import thread_of_address


async def new_message(
    actor: Actor,
    contact_id: int,
    html: str = "<p>Hello</p>",
    *,
    subject: str | None = None,
    amount_minor: int | None = None,
) -> MessageRow:
    """Write to a contact; the message is queued."""
    payment = None if amount_minor is None else PaymentDraft(amount_minor, "EUR", "A website")
    draft = MessageDraft(html, contact_id, subject=subject, payment=payment)
    return await read_message(actor, (await send_message(actor, draft)).message_id)


async def read_message(actor: Actor, message_id: int) -> MessageRow:
    """Read a message that must be there."""
    return (await messages_by_id(actor, (message_id,)))[message_id]


async def stop_message(actor: Actor, message_id: int, state: str) -> None:
    """Let a message be one that could not be sent (``failed``), or is ``held``."""
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE message SET state = ? WHERE id = ?", (state, message_id))


async def picture_message(actor: Actor, message_id: int) -> None:
    """Let a message be one with an image that lies elsewhere."""
    html = '<p>Look</p><img src="https://images.example.org/a.png">'
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE message SET pictured_html = ? WHERE id = ?", (html, message_id))


async def strange_thread(actor: Actor, address: str) -> int:
    """Make a thread with an address that is no contact's."""
    async with unit_of_work(actor) as unit:
        return await thread_of_address(unit, address, "A stranger")


async def new_saved_reply(
    actor: Actor, name: str = "Welcome", html: str = "<p>Hello {{given_name|you}}</p>"
) -> SavedReplyRow:
    """Save a reply."""
    return (await create_reply(actor, ReplyDraft(name, html))).reply
