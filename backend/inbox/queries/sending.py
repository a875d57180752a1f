"""What writing and sending a message needs to know; inside of a unit, or of the server's own."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from backend.core.database import read
from backend.core.locale import known_locale


@dataclass(frozen=True, slots=True)
class LastMessage:
    """The newest message of a thread, which an answer follows."""

    rfc_id: str
    reference_ids: list[str]
    subject: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message as the mail server gets it."""

    pk: int
    account_id: int
    thread_id: int
    contact_id: int | None
    state: str
    handing_over: bool
    attempts: int
    tries: int
    subject: str
    from_name: str
    from_address: str
    recipients: list[tuple[str, str]]
    html: str
    text: str
    rfc_id: str
    in_reply_to: str | None
    reference_ids: list[str]
    created_micros: int
    author_id: int | None
    in_trash: bool
    """Whether its contact is."""
    copy_to: str | None


async def last_message(thread_id: int) -> LastMessage | None:
    """Return the newest message of a thread."""
    row = await read.fetch_one(
        "SELECT rfc_id, reference_ids, subject FROM message WHERE thread_id = ? "
        "ORDER BY at DESC, id DESC LIMIT 1",
        (thread_id,),
    )
    return None if row is None else LastMessage(row[0], orjson.loads(row[1]), row[2])


async def last_sender(thread_id: int) -> str | None:
    """Return the address that the newest letter of a thread came from."""
    return await read.fetch_value(  # type: ignore[no-any-return]
        "SELECT from_address FROM message WHERE thread_id = ? AND direction = 'in' "
        "AND kind = 'letter' ORDER BY at DESC, id DESC LIMIT 1",
        (thread_id,),
    )


async def outgoing_message(message_id: int) -> Outgoing | None:
    """Return a message that is to be sent; None when it is gone."""
    row = await read.fetch_one(
        "SELECT message.id, message.account_id, message.thread_id, thread.contact_id, "
        "message.state, message.handing_over, message.attempts, message.tries, message.subject, "
        "message.from_name, message.from_address, message.recipients, message.html, message.text, "
        "message.rfc_id, message.in_reply_to, message.reference_ids, message.created_at, "
        "message.author_id, EXISTS (SELECT 1 FROM contact WHERE contact.id = thread.contact_id "
        "AND contact.deleted_at IS NOT NULL), message.copy_to "
        "FROM message JOIN thread ON thread.id = message.thread_id "
        "WHERE message.id = ? AND message.direction = 'out'",
        (message_id,),
    )
    if row is None:
        return None
    values = list(row)
    values[5] = bool(values[5])
    values[11] = [(address, name) for address, name in orjson.loads(values[11])]
    values[16] = orjson.loads(values[16])
    values[19] = bool(values[19])
    return Outgoing(*values)


async def account_name(account_id: int) -> str:
    """Return what an account is called."""
    return str(await read.fetch_value("SELECT name FROM account WHERE id = ?", (account_id,)) or "")


async def account_locale(account_id: int) -> str:
    """Return the language of an account."""
    found = await read.fetch_value("SELECT locale FROM account WHERE id = ?", (account_id,))
    return known_locale(found)


async def email_of_user(user_id: int) -> str | None:
    """Return the address of a person of the account."""
    return await read.fetch_value(  # type: ignore[no-any-return]
        "SELECT email FROM user_account WHERE id = ?", (user_id,)
    )
