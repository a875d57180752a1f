"""A campaign's letter for each of its recipients: cut once, filled for some at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date
from babel.numbers import format_decimal

from backend.campaigns import links
from backend.campaigns.mime import Heading, Target, letter_bytes
from backend.campaigns.queries.campaigns import SettingsRow
from backend.campaigns.rows import CampaignRow
from backend.campaigns.rules.letter import Sheet, Words, template_of
from backend.campaigns.rules.placeholders import CUSTOM, custom_names
from backend.campaigns.rules.template import Addresses, Filled, Template, as_they_are, fill
from backend.contacts.rows import (
    ContactRow,
    DateValueRow,
    NumberValueRow,
    ValueRow,
    Wanted,
)
from backend.contacts.service.finding import contacts_by_id
from backend.core.folding import fold
from backend.core.locale import translate
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.custom_fields.service import fields_of
from backend.inbox.mail.composing import ascii_address, reply_address
from backend.inbox.mail.smtp import Envelope
from backend.inbox.service.carrying import Carriage
from backend.inbox.service.senders import Sender


@dataclass(frozen=True, slots=True)
class Press:
    """All that the letters of a campaign share."""

    template: Template
    heading: Heading
    sender: Sender
    account: str
    locale: str
    custom_fields: frozenset[int]
    track_opens: bool
    track_clicks: bool

    def addresses(self, recipient_id: int) -> Addresses:
        """Return where a recipient's letter leads."""
        return Addresses(
            links.unsubscribe_url(recipient_id),
            links.pixel_url(recipient_id) if self.track_opens else None,
            (lambda url: links.click_url(recipient_id, url)) if self.track_clicks else as_they_are,
        )

    def envelope(
        self,
        recipient_id: int,
        address: str,
        contact: ContactRow | None,
        at: datetime,
    ) -> Envelope:
        """Return a recipient's letter as the server gets it.

        Raises:
            MailTrouble: the address cannot be written to by every server.
        """
        plain = ascii_address(address)
        filled = self.fill(self.values(contact, address), self.addresses(recipient_id))
        name = "" if contact is None else full_name(contact)
        target = Target(
            name,
            plain,
            links.message_id(recipient_id, self.sender.domain),
            links.unsubscribe_url(recipient_id),
        )
        sender = ascii_address(self.sender.address)
        return Envelope(sender, plain, letter_bytes(self.heading, target, filled, at))

    def fill(self, values: Mapping[str, str], addresses: Addresses) -> Filled:
        """Return the letter with its places filled."""
        return fill(self.template, values, addresses)

    def values(self, contact: ContactRow | None, address: str) -> dict[str, str]:
        """Return what is known of a contact, by the names of places."""
        own = {"my_name": self.heading.from_name, "my_account": self.account, "email": address}
        if contact is None:
            return own
        return own | {
            "given_name": contact.given_name or "",
            "family_name": contact.family_name or "",
            "full_name": full_name(contact),
            "company": contact.company or "",
            "position": contact.position or "",
            **{
                f"{CUSTOM}{fold(value.field.name).strip()}": shown_value(value, self.locale)
                for value in contact.values
            },
        }


def full_name(contact: ContactRow) -> str:
    """Return both names of a contact, as far as it has them."""
    return " ".join(filter(None, (contact.given_name, contact.family_name)))


def shown_value(value: ValueRow, locale: str) -> str:
    """Return the value of a custom field as people read it."""
    if isinstance(value, DateValueRow):
        return format_date(value.date, "long", locale=locale)
    if isinstance(value, NumberValueRow):
        return str(format_decimal(value.number, locale=locale, decimal_quantization=False))
    return value.kept


async def press_of(
    campaign: CampaignRow,
    account_id: int,
    carriage: Carriage,
    own: SettingsRow,
    *,
    base_url: str | None = None,
) -> Press:
    """Return what the letters of a campaign share; without a mailbox its sender is nobody.

    ``base_url`` is where pictures are, when that is not where others reach the server.
    """
    sender = carriage.sender or Sender(carriage.account, "")
    from_name = campaign.from_name or sender.name
    words = Words(
        carriage.locale,
        translate(
            carriage.locale,
            "You get this because you agreed to hear from {account}.",
            account=carriage.account,
        ),
        translate(carriage.locale, "Unsubscribe"),
    )
    sheet = Sheet(
        campaign.subject,
        campaign.preheader,
        tuple(campaign.blocks),
        own.footer,
        words,
        settings().public_url if base_url is None else base_url,
    )
    said = " ".join([sheet.subject, sheet.preheader, *(block.text for block in sheet.blocks)])
    named = custom_names(said)
    fields = await fields_of(account_id) if named else []
    return Press(
        template_of(sheet),
        Heading(
            from_name,
            ascii_address(sender.address) if sender.address else "",
            reply_address(campaign.reply_to),
            f"{campaign.pk}:{account_id}:campaign:carnet",
        ),
        sender,
        carriage.account,
        carriage.locale,
        frozenset(each.pk for each in fields if fold(each.name).strip() in named),
        campaign.track_opens,
        campaign.track_clicks,
    )


async def readers_of(
    actor: Actor, press: Press, contact_ids: Sequence[int], *, with_emails: bool = False
) -> dict[int, ContactRow]:
    """Return some contacts with what the letter says of them."""
    return await contacts_by_id(
        actor, contact_ids, Wanted(with_emails, value_fields=press.custom_fields)
    )
