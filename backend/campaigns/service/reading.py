"""What readers do, written down: letters and links that are opened."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from backend.campaigns.events import CampaignClicked, CampaignOpened
from backend.campaigns.queries.tracking import Letter, letters_in
from backend.campaigns.rules.kinds import LetterEvent, RecipientState
from backend.campaigns.rules.limits import URL_LENGTH
from backend.campaigns.service.activity import settle_activity
from backend.campaigns.service.counting import count_events
from backend.core.clock import now_micros
from backend.core.unit_of_work import UnitOfWork

_LEFT = frozenset({RecipientState.SENDING, RecipientState.SENT, RecipientState.UNKNOWN})
"""States of letters that may be with their readers."""
AGAIN_MICROS = 60_000_000
"""Programs fetch a picture several times over for one look: within a minute it is the same one."""
MAX_LINKS = 500
"""Addresses of one campaign that are counted one by one: an address may have places for names."""
_EXCERPT = 140


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter's picture was fetched, or, with an address, a link in it opened."""

    recipient_id: int
    url: str | None = None


async def write_opened(unit: UnitOfWork, events: Sequence[Opened]) -> None:
    """Write what was opened, in order; letters of other accounts and those that never left are left
    out, and so is what a campaign does not count.
    """
    await unit.take_turn()
    letters = await letters_in(unit, {event.recipient_id for event in events})
    # One without an address is of a reader who was erased: nothing about them is kept.
    present = {key: each for key, each in letters.items() if each.state in _LEFT and each.address}
    opened: dict[int, Letter] = {}
    clicked: Counter[tuple[int, str]] = Counter()
    for event in events:
        letter = present.get(event.recipient_id)
        if letter is None:
            continue
        if event.url is not None and letter.clicks_tracked:
            clicked[letter.pk, event.url] += 1
        if letter.opens_tracked:  # whoever opens a link has opened the letter
            opened[letter.pk] = letter
    await _write_opened(unit, opened)
    await _write_clicked(unit, present, clicked)


async def _write_opened(unit: UnitOfWork, opened: Mapping[int, Letter]) -> None:
    now = now_micros()
    first = [each for each in opened.values() if each.opened_micros is None]
    again = [
        each
        for each in opened.values()
        if each.opened_micros is not None and (each.last_opened_micros or 0) < now - AGAIN_MICROS
    ]
    await unit.execute_many(
        "UPDATE campaign_recipient SET opened_at = COALESCE(opened_at, ?), last_opened_at = ?, "
        "open_count = open_count + 1 WHERE id = ?",
        [(now, now, each.pk) for each in (*first, *again)],
    )
    for campaign_id, count in Counter(each.campaign_pk for each in first).items():
        await count_events(unit, campaign_id, LetterEvent.OPENED, count)
    unit.record_many(
        CampaignOpened(
            each.campaign_pk,
            contact_id=each.contact_pk,
            recipient_id=each.pk,
            title=each.subject,
        )
        for each in first
    )
    await settle_activity(unit, [each.contact_pk for each in first])


async def _write_clicked(
    unit: UnitOfWork, letters: Mapping[int, Letter], clicked: Mapping[tuple[int, str], int]
) -> None:
    now, told = now_micros(), set[int]()
    for (key, url), count in clicked.items():
        letter = letters[key]
        await unit.execute(
            "UPDATE campaign_recipient SET clicked_at = COALESCE(clicked_at, ?), "
            "click_count = click_count + ? WHERE id = ?",
            (now, count, key),
        )
        await _count_link(unit, letter, url, count, now)
        if letter.clicked_micros is None and key not in told:
            told.add(key)
            await count_events(unit, letter.campaign_pk, LetterEvent.CLICKED, 1)
            unit.record(
                CampaignClicked(
                    letter.campaign_pk,
                    contact_id=letter.contact_pk,
                    recipient_id=letter.pk,
                    title=letter.subject,
                    excerpt=_shown(url),
                )
            )


async def _count_link(unit: UnitOfWork, letter: Letter, url: str, count: int, now: int) -> None:
    link_id = await _link(unit, letter.campaign_pk, url)
    if link_id is None:
        return
    rows = await unit.fetch(
        "INSERT INTO campaign_click (recipient_id, link_id, count, first_at, last_at) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (recipient_id, link_id) DO UPDATE "
        "SET count = campaign_click.count + excluded.count, last_at = excluded.last_at "
        "RETURNING count",
        (letter.pk, link_id, count, now, now),
    )
    is_new = rows[0][0] == count
    await unit.execute(
        "UPDATE campaign_link SET clicks = clicks + ?, readers = readers + ? WHERE id = ?",
        (count, int(is_new), link_id),
    )


async def _link(unit: UnitOfWork, campaign_id: int, url: str) -> int | None:
    """Return the row of an address, made if there is room for one more."""
    digest = hashlib.sha256(url.encode()).hexdigest()
    known = "SELECT id FROM campaign_link WHERE campaign_id = ? AND digest = ?"
    rows = await unit.fetch(known, (campaign_id, digest))
    if not rows:
        rows = await unit.fetch(
            "INSERT INTO campaign_link (campaign_id, url, digest, clicks, readers) "
            "SELECT ?, ?, ?, 0, 0 WHERE "
            "(SELECT COUNT(*) FROM campaign_link WHERE campaign_id = ?) < ? RETURNING id",
            (campaign_id, url[:URL_LENGTH], digest, campaign_id, MAX_LINKS),
        )
    return int(rows[0][0]) if rows else None


def _shown(url: str) -> str:
    """Return an address as people say it: without what it carries to count by."""
    try:
        parts = urlsplit(url)
    except ValueError:  # browsers take what this does not
        return url.partition("?")[0][:_EXCERPT]
    return f"{parts.netloc}{parts.path.rstrip('/')}"[:_EXCERPT]
