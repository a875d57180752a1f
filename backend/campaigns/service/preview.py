"""A letter as one contact would get it: shown, and sent to oneself."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from backend.campaigns.errors import NoSendingServer, TestNotSent
from backend.campaigns.mime import Target, letter_bytes
from backend.campaigns.queries.campaigns import settings_of
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.template import Addresses, as_they_are
from backend.campaigns.service.faults import campaign_faults
from backend.campaigns.service.letters import Press, press_of, readers_of
from backend.campaigns.service.standing import own_campaign
from backend.contacts.rows import ContactRow
from backend.core.clock import now
from backend.core.errors import NotFound, Refusals
from backend.core.permissions import Actor, Permission
from backend.core.secrets import sign, verify
from backend.core.settings import settings
from backend.inbox.mail.composing import ascii_address
from backend.inbox.mail.smtp import Envelope, hand_over
from backend.inbox.mail.trouble import MailTrouble
from backend.inbox.service.carrying import Carriage, carriage_of, own_address

_PURPOSE = "campaign-preview"
_LINK_SECONDS = 3600
_SAMPLE = "you@example.org"
_TEST = "[Test] "


async def preview_path(actor: Actor, campaign_id: int, contact_id: int | None) -> str:
    """Return the path of the page with a letter as a contact would get it, good for an hour.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.READ)
    campaign = await own_campaign(actor, campaign_id)
    value: dict[str, object] = {
        "account": actor.account_id,
        "campaign": campaign_id,
        "contact": contact_id or 0,
        # Another letter has another address: what is shown is never an older one.
        "version": campaign.version,
    }
    return f"/files/campaigns/{sign(_PURPOSE, value, ttl_seconds=_LINK_SECONDS)}"


async def previewed_letter(actor: Actor, token: str) -> str | None:
    """Return the page of an address that the actor's account made; None when it is over."""
    value = verify(_PURPOSE, token)
    if value is None or value["account"] != actor.account_id:
        return None
    campaign = await own_campaign(actor, int(str(value["campaign"])))
    press, _ = await _press(actor, campaign, base_url="")
    contact = await _contact(actor, press, int(str(value["contact"])) or None)
    filled = press.fill(press.values(contact, _address(contact)), _nowhere("#"))
    return filled.html


async def send_test(actor: Actor, campaign_id: int, contact_id: int | None) -> str:
    """Send a letter to whoever asks, filled for a contact; return the address that it went to.

    Raises:
        TestNotSent: the mail server did not take it.
        NoSendingServer, NotFound, Forbidden
        Refusals: what is wrong with the letter.
    """
    actor.require(Permission.SEND_MESSAGES)
    campaign = await own_campaign(actor, campaign_id)
    Refusals.raise_if(await campaign_faults(actor, campaign))
    press, carriage = await _press(actor, campaign, base_url=settings().public_url)
    address = await own_address(actor)
    if carriage.server is None or address is None:
        raise NoSendingServer(("id",))
    contact = await _contact(actor, press, contact_id)
    filled = press.fill(
        press.values(contact, _address(contact)),
        _nowhere(f"{settings().public_url}/c/unsubscribe/test"),
    )
    domain = press.sender.domain
    target = Target(actor.name, ascii_address(address), f"test.{uuid4().hex}@{domain}", None)
    content = letter_bytes(
        press.heading, target, replace(filled, subject=_TEST + filled.subject), now()
    )
    envelope = Envelope(ascii_address(press.sender.address), target.address, content)
    try:
        await hand_over(carriage.server, envelope, _nothing)
    except MailTrouble as trouble:
        raise TestNotSent(("id",), reason=trouble.problem.value, detail=trouble.detail) from None
    return address


async def _nothing() -> None:
    """Nothing is to be written before a letter to oneself goes."""


async def _press(actor: Actor, campaign: CampaignRow, *, base_url: str) -> tuple[Press, Carriage]:
    carriage = await carriage_of(actor.account_id)
    own = await settings_of(actor.account_id)
    return await press_of(campaign, actor.account_id, carriage, own, base_url=base_url), carriage


async def _contact(actor: Actor, press: Press, contact_id: int | None) -> ContactRow | None:
    if contact_id is None:
        return None
    found = (await readers_of(actor, press, (contact_id,), with_emails=True)).get(contact_id)
    if found is None or found.deleted_micros is not None:
        raise NotFound(("contactId",))
    return found


def _address(contact: ContactRow | None) -> str:
    email = None if contact is None else contact.primary_email
    return _SAMPLE if email is None else email.address


def _nowhere(unsubscribe: str) -> Addresses:
    return Addresses(unsubscribe, None, as_they_are)
