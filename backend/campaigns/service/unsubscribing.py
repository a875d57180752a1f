"""Readers who say by the link in a letter whether they want to be written to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.campaigns.events import CampaignUnsubscribed
from backend.campaigns.queries.tracking import Letter, letters_in
from backend.campaigns.rules.kinds import LetterEvent
from backend.campaigns.service.counting import count_events
from backend.contacts.consent import ConsentOrigin
from backend.contacts.kinds import ConsentSource, SubscriptionStatus
from backend.contacts.service import statuses_of, subscribe_address
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork, unit_of_work

OUT, IN = SubscriptionStatus.UNSUBSCRIBED, SubscriptionStatus.SUBSCRIBED


@dataclass(frozen=True, slots=True)
class Asker:
    """Who opened a link: an address of the Internet, and the program as it names itself; whether
    they chose among their addresses by the form of its page, or just left or came back.
    """

    client: str = ""
    program: str = ""
    by_form: bool = False


async def choose_subscriptions(
    letter: Letter, wanted: Mapping[str, SubscriptionStatus], asker: Asker
) -> None:
    """Give addresses of a letter's reader the statuses that they want, on every contact of the
    account that has them; the caller has looked that they are the reader's.

    From the commit on no letter to them is begun: whoever sends looks at the status right before a
    letter leaves. The same again changes nothing.
    """
    async with unit_of_work(Actor.system(letter.account_id)) as unit:
        await unit.take_turn()
        now = (await letters_in(unit, (letter.pk,))).get(letter.pk)
        if now is None or not now.address:
            return
        before = (await statuses_of(unit, (now.normalized,))).get(now.normalized)
        origin = ConsentOrigin(
            ConsentSource.FORM if asker.by_form else ConsentSource.LINK,
            campaign_id=now.campaign_pk,
            client=asker.client,
            program=asker.program,
        )
        for normalized, status in wanted.items():
            await subscribe_address(unit, normalized, status, origin)
        said = wanted.get(now.normalized)
        if said is OUT and before is not OUT and now.unsubscribed_micros is None:
            await _count_out(unit, now)
        elif said is IN and now.unsubscribed_micros is not None:
            await _count_in(unit, now, now.unsubscribed_micros)


async def _count_out(unit: UnitOfWork, letter: Letter) -> None:
    await unit.execute(
        "UPDATE campaign_recipient SET unsubscribed_at = ? WHERE id = ?",
        (now_micros(), letter.pk),
    )
    await count_events(unit, letter.campaign_pk, LetterEvent.UNSUBSCRIBED, 1)
    unit.record(
        CampaignUnsubscribed(
            letter.campaign_pk,
            contact_id=letter.contact_pk,
            recipient_id=letter.pk,
            title=letter.subject,
        )
    )


async def _count_in(unit: UnitOfWork, letter: Letter, since: int) -> None:
    await unit.execute(
        "UPDATE campaign_recipient SET unsubscribed_at = NULL WHERE id = ?", (letter.pk,)
    )
    await count_events(unit, letter.campaign_pk, LetterEvent.UNSUBSCRIBED, -1, since)
