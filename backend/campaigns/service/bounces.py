"""Letters that came back: at once, by the server's answer, or later, by its report."""

from __future__ import annotations

from backend.campaigns.events import CampaignBounced
from backend.campaigns.links import recipient_of_message_id
from backend.campaigns.queries.tracking import Letter, is_soft_throughout, letters_in
from backend.campaigns.rules.kinds import BounceKind, LetterEvent, RecipientState
from backend.campaigns.rules.limits import DETAIL_LENGTH
from backend.campaigns.service.activity import settle_activity
from backend.campaigns.service.counting import count_events
from backend.contacts.service import mark_address_bounced
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.mail.received import Report
from backend.inbox.rules.verdicts import Verdict, verdict_of

_EVENTS = {BounceKind.HARD: LetterEvent.HARD_BOUNCE, BounceKind.SOFT: LetterEvent.SOFT_BOUNCE}
_EXCERPT = 140


def bounce_of_answer(said: str) -> BounceKind:
    """Return how a letter came back whose recipient a server refused; ``said`` is its answer, from
    the code on.
    """
    return BounceKind.HARD if verdict_of(said) is Verdict.HARD else BounceKind.SOFT


async def hear_report(unit: UnitOfWork, report: Report) -> bool:
    """Hear of letters that came back to the mailbox of the unit's account; True if one is ours.

    They are known by the signed ids that the report quotes, and by nothing else that it says: it
    can name whom it likes. Letters of other accounts are none of this one's.
    """
    keys = {key for each in report.rfc_ids if (key := recipient_of_message_id(each)) is not None}
    letters = await letters_in(unit, keys) if keys else {}
    for letter in letters.values():
        await bounce_letter(unit, letter, BounceKind(report.verdict.value), report.said)
    return bool(letters)


async def bounce_letter(unit: UnitOfWork, letter: Letter, bounce: BounceKind, said: str) -> None:
    """Write that a letter came back, and what follows for its address: after one that came back for
    good, or three in a row for now, it is written to no more.

    The unit has the account's turn. The same again changes nothing.
    """
    before = None if letter.bounce is None else BounceKind(letter.bounce)
    # Servers say whom they could not find: of somebody who was erased nothing is written anew.
    told = said if letter.address else ""
    if before in (bounce, BounceKind.HARD):
        return
    if before is not None:
        await count_events(unit, letter.campaign_pk, _EVENTS[before], -1, letter.bounced_micros)
    await unit.execute(
        "UPDATE campaign_recipient SET bounce = ?, bounced_at = ?, problem_detail = ? WHERE id = ?",
        (bounce.value, now_micros(), told[:DETAIL_LENGTH] or None, letter.pk),
    )
    await count_events(unit, letter.campaign_pk, _EVENTS[bounce], 1)
    if before is None and letter.state == RecipientState.SENT:
        await count_events(unit, letter.campaign_pk, LetterEvent.RETURNED, 1)
    unit.record(
        CampaignBounced(
            letter.campaign_pk,
            contact_id=letter.contact_pk,
            recipient_id=letter.pk,
            title=letter.subject,
            bounce=bounce.value,
            excerpt=told[:_EXCERPT],
        )
    )
    if not letter.address:  # its owner was erased
        return
    if bounce is BounceKind.HARD or await is_soft_throughout(unit, letter.normalized):
        await mark_address_bounced(unit, letter.normalized)
    await settle_activity(unit, (letter.contact_pk,))
