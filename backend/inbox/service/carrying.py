"""How letters of other domains leave by the account's own mail server."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.permissions import Actor
from backend.inbox.mailboxes import MailServer
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.queries.sending import account_locale, account_name, email_of_user
from backend.inbox.service.senders import Sender


@dataclass(frozen=True, slots=True)
class Carriage:
    """Who writes, in which language, and the server that takes it; None where there is none."""

    account: str
    locale: str
    sender: Sender | None
    server: MailServer | None


async def carriage_of(account_id: int) -> Carriage:
    """Return how an account's letters leave; without a mailbox of its own they do not."""
    mailbox = await mailbox_of(account_id)
    return Carriage(
        await account_name(account_id),
        await account_locale(account_id),
        None if mailbox is None else Sender(mailbox.from_name, mailbox.from_address),
        None if mailbox is None else mailbox.smtp_server(),
    )


async def own_address(actor: Actor) -> str | None:
    """Return the e-mail of whoever acts; of a token, of the person who made it."""
    return None if actor.user_id is None else await email_of_user(actor.user_id)
