"""What is done to messages: sent again, given up, not asked to be paid any more, shown with their
images.
"""

from __future__ import annotations

from frontend.client import OperationFailed
from frontend.errors import report
from frontend.locale import t
from frontend.operations import load
from frontend.pages.message_parts.delivery import MAYBE_SENT
from frontend.pages.message_parts.state import ConversationState, Message

_running: set[tuple[str, str]] = set()
"""What is being done, by the verb and the message: a double click is one."""


async def send_again(state: ConversationState, message: Message) -> None:
    """Send a message that failed; ask first where it may have arrived."""
    if message["failure"] == MAYBE_SENT and state.asked.value is None:
        state.asked.set(("again", message))
        return
    await _change(state, "send_message_again", {"id": message["id"]})


async def discard(state: ConversationState, message: Message) -> None:
    """Give a held message up; it stays where it is, and can be sent after all."""
    await _change(state, "discard_message", {"id": message["id"]})


async def cancel_request(state: ConversationState, message: Message) -> None:
    """Ask for the money of a message no longer, and say so."""
    if await _change(state, "cancel_payment_request", {"messageId": message["id"]}):
        state.session.toasts.show(t("The payment request was cancelled"), kind="success")


async def show_pictures(state: ConversationState, message_id: str) -> None:
    """Show a message with its images that lie elsewhere."""
    operation = load("messages/read_message_images")
    try:
        data = await state.session.client.run(operation, {"id": message_id})
    except OperationFailed as error:
        report(error, state.session)
        return
    path = data["messageWithImages"]
    if path:
        state.pictures.update(lambda shown: {**shown, message_id: path})


async def _change(state: ConversationState, verb: str, values: dict[str, str]) -> bool:
    doing = (verb, next(iter(values.values())))
    if doing in _running:
        return False
    _running.add(doing)
    try:
        payload = await state.run(verb, values)
    finally:
        _running.discard(doing)
    if payload is None or payload["message"] is None:
        return False
    state.take([payload["message"]])
    return True
