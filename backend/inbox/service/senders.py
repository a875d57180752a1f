"""Who a message of an account is from."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.queries.sending import account_name
from backend.inbox.rules.limits import NAME_LENGTH


@dataclass(frozen=True, slots=True)
class Sender:
    """A name and an address; the domain is that of the ids of its messages."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What comes after the @."""
        return self.address.rpartition("@")[2].lower() or "localhost"


async def sender_of(actor: Actor) -> Sender:
    """Return the account's own address, or the server's under the account's name."""
    mailbox = await mailbox_of(actor.account_id)
    if mailbox is not None:
        return Sender(mailbox.from_name, mailbox.from_address)
    name = await account_name(actor.account_id)
    return Sender(name[:NAME_LENGTH], parseaddr(settings().mail_from)[1])
