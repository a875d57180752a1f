"""A message with the images that lie elsewhere, shown to whoever asked for them."""

from __future__ import annotations

from backend.core.permissions import Actor, Permission
from backend.core.secrets import sign, verify
from backend.inbox.queries.messages import messages_by_id, pictured_html

LINK_SECONDS = 600
_PURPOSE = "message-with-images"


async def pictured_path(actor: Actor, message_id: int) -> str | None:
    """Return the path of the page with a message and its images; None when it has none.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    message = (await messages_by_id(actor, (message_id,))).get(message_id)
    if message is None or not message.has_remote_images:
        return None
    value: dict[str, object] = {"account": actor.account_id, "message": message_id}
    return f"/files/messages/{sign(_PURPOSE, value, ttl_seconds=LINK_SECONDS)}"


async def pictured_message(actor: Actor, token: str) -> str | None:
    """Return the message of a link that the actor's account made; None when the link is over."""
    value = verify(_PURPOSE, token)
    if value is None or value["account"] != actor.account_id:
        return None
    return await pictured_html(actor, int(str(value["message"])))
