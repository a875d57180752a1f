"""What the links in a letter do, and what they never do."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from backend.campaigns import links
from backend.campaigns.service import (
    delete_campaign,
    purge_deleted_campaigns,
    restore_campaign,
)
from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.queries.consents import all_consents
from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from tests.factories.api import Asker
from tests.factories.campaigns import new_campaign
from tests.factories.contacts import new_contact, read_contact
from tests.factories.letters import campaign_of, new_letters

IN, OUT = SubscriptionStatus.SUBSCRIBED, SubscriptionStatus.UNSUBSCRIBED
load_jobs()
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def path(url: str) -> str:
    return urlsplit(url).path


async def reader(person, *addresses):
    drafts = [EmailDraft(each, status=IN) for each in addresses or ("ada@example.org",)]
    return await new_contact(person.actor, given_name="Ada", emails=drafts)


async def statuses(person, contact):
    found = await read_contact(person.actor, contact.pk)
    return [SubscriptionStatus(each.status) for each in found.emails]


async def test_only_a_post_unsubscribes_and_a_second_thought_is_taken(owner, stranger, http):
    ada = await reader(owner)
    twin = await reader(owner)
    elsewhere = await reader(stranger)
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    place = path(links.unsubscribe_url(letter))
    spoken = (("fr-CA,fr", "Se désabonner"), ("it", "Cancellami"), ("de,en", "Unsubscribe"))
    for language, words in spoken:
        page = await http.get(place, headers={"accept-language": language})
        assert page.status_code == 200
        assert words in page.text
        assert "ada@example.org" not in page.text
        assert "set-cookie" not in page.headers
        assert "default-src 'none'" in page.headers["content-security-policy"]
    await http.head(place)
    assert await statuses(owner, ada) == [IN]
    asked = {"user-agent": "Letters/1 \u00e9".encode()}
    done = await http.post(place, data=ONE_CLICK, headers=asked)
    assert (done.status_code, done.text, "set-cookie" in done.headers) == (200, "", False)
    parts = await http.post(place, files={"List-Unsubscribe": (None, "One-Click")})
    assert parts.status_code == 200
    assert await statuses(owner, ada) == await statuses(owner, twin) == [OUT]
    assert await statuses(stranger, elsewhere) == [IN]
    assert (await campaign_of(owner.actor, campaign)).unsubscribed_count == 1
    step = (await all_consents(ada.pk))[-1][1]
    assert (step.source, step.campaign_key, step.client) == ("link", campaign, "127.0.0.1")
    assert step.program.startswith("Letters/1")
    page = await http.post(place, data={"act": "resubscribe"}, follow_redirects=True)
    assert page.status_code == 200
    assert 'role="status"' in page.text
    assert await statuses(owner, ada) == [IN]
    assert (await campaign_of(owner.actor, campaign)).unsubscribed_count == 0


@pytest.mark.sqlite_only
async def test_the_page_changes_the_readers_own_addresses_and_no_others(owner, http):
    ada = await reader(owner, "ada@example.org", "ada@work.example.org")
    other = await reader(owner, "bob@example.org")
    _, (letter,) = await new_letters(owner.actor, [ada])
    place = path(links.unsubscribe_url(letter))
    keys = [str(each.pk) for each in ada.emails]
    page = await http.get(place)
    assert all(f'value="{key}"' in page.text for key in keys)
    chosen = {"act": "save", "address": [keys[1], str(other.emails[0].pk), "0", "x"]}
    await http.post(place, data=chosen)
    assert await statuses(owner, ada) == [OUT, IN]
    assert await statuses(owner, other) == [IN]
    step = (await all_consents(ada.pk))[-1][1]
    assert (step.source, step.client) == ("form", "127.0.0.1")
    await http.post(place, data={"act": "none"})
    assert await statuses(owner, ada) == [OUT, OUT]
    for body in ({}, {"act": "delete"}, {"List-Unsubscribe": "Maybe"}):
        assert (await http.post(place, data=body)).status_code == 400
    assert (await http.post(place, content=b"a=" + b"x" * 20_000)).status_code == 413


@pytest.mark.sqlite_only
async def test_refuses_links_that_are_not_as_they_were_signed(owner, http):
    ada = await reader(owner)
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    good = path(links.click_url(letter, "https://example.org/a?b=c#d"))
    forged = path(links.click_url(letter, "https://evil.example.org/"))
    token, place = good.rsplit("/", 2)[1:]
    pixel, out = path(links.pixel_url(letter)), path(links.unsubscribe_url(letter))
    other = links.token(links.OPENED, letter)
    for wrong in (
        f"/c/click/{token}/{forged.rpartition('/')[2]}",
        f"/c/click/{token[:-1]}A/{place}x",
        f"/c/click/{token}/",
        "/c/click/1-aaaaaaaaaaaaaaaaaaaa/aGk",
        f"/c/click/{token}/{'A' * 9000}",
        f"/c/click/{token}/%FF%00",
        path(links.click_url(letter, "javascript:alert(1)")),
        f"/c/unsubscribe/{other}",
        f"/c/unsubscribe/{links.token(links.UNSUBSCRIBE, letter + 1)}",
        "/c/unsubscribe/99999999999999999999-aaaaaaaaaaaaaaaaaaaa",
        f"/c/open/{links.token(links.UNSUBSCRIBE, letter)}.gif",
        f"/c/open/{other}.png",
        "/c/open/%0d%0aset-cookie:x.gif",
    ):
        answer = await http.get(wrong)
        assert answer.status_code in {404, 405}, wrong
        assert "location" not in answer.headers
    assert (await http.post(out.replace(str(letter), "7", 1), data=ONE_CLICK)).status_code == 404
    found = await http.get(good)
    assert (found.status_code, found.headers["location"]) == (302, "https://example.org/a?b=c#d")
    split = await http.get(path(links.click_url(letter, "https://example.org/\r\nset-cookie: a=b")))
    assert "set-cookie" not in split.headers
    shown = (await http.get(pixel)).headers
    assert shown["content-type"] == "image/gif"
    assert shown["cross-origin-resource-policy"] == "cross-origin"
    row = await campaign_of(owner.actor, campaign)
    assert (row.opened_count, row.clicked_count, row.unsubscribed_count) == (1, 1, 0)


async def test_counts_each_letter_once_however_many_ask_at_once(owner, http, clock):
    people = [await reader(owner, f"{number}@example.org") for number in range(5)]
    campaign, letters = await new_letters(owner.actor, people)
    pixels = [path(links.pixel_url(letter)) for letter in letters]
    clicks = [path(links.click_url(letter, "https://example.org/")) for letter in letters[:2]]
    answers = await asyncio.gather(*(http.get(each) for each in (*pixels, *clicks) * 6))
    await http.head(pixels[0])
    await http.head(clicks[0])
    await http.get(clicks[0], headers={"sec-purpose": "prefetch;prerender"})
    assert {answer.status_code for answer in answers} == {200, 302}
    row = await campaign_of(owner.actor, campaign)
    assert (row.opened_count, row.clicked_count) == (5, 2)
    assert await read.fetch("SELECT url, clicks, readers FROM campaign_link") == [
        ("https://example.org/", 12, 2)
    ]
    tally = await read.fetch("SELECT kind, count FROM campaign_tally ORDER BY kind")
    assert tally == [("clicked", 2), ("opened", 5), ("sent", 5)]
    told = await read.fetch(
        "SELECT kind, COUNT(*) FROM change WHERE kind IN ('campaign.opened', 'campaign.clicked') "
        "GROUP BY kind ORDER BY kind"
    )
    assert told == [("campaign.clicked", 2), ("campaign.opened", 5)]
    looks = "SELECT open_count FROM campaign_recipient WHERE id = ?"
    assert await read.fetch_value(looks, (letters[0],)) == 1
    clock.advance(minutes=2)
    await http.get(pixels[0])
    assert await read.fetch_value(looks, (letters[0],)) == 2


@pytest.mark.sqlite_only
async def test_counts_nothing_that_the_account_does_not_want_counted(owner, http):
    ada = await reader(owner)
    campaign, (letter,) = await new_letters(
        owner.actor, [ada], track_opens=False, track_clicks=False
    )
    assert (await http.get(path(links.pixel_url(letter)))).status_code == 200
    found = await http.get(path(links.click_url(letter, "https://example.org/")))
    assert found.status_code == 302
    row = await campaign_of(owner.actor, campaign)
    assert (row.opened_count, row.clicked_count) == (0, 0)


@pytest.mark.sqlite_only
async def test_a_reader_who_is_gone_is_told_so_and_links_still_lead(owner, http):
    ada = await reader(owner)
    _, (letter,) = await new_letters(owner.actor, [ada])
    click = path(links.click_url(letter, "https://example.org/"))
    out = path(links.unsubscribe_url(letter))
    async with unit_of_work(owner.actor) as unit:
        blank = "UPDATE campaign_recipient SET address = '', normalized = '#1', contact_id = NULL"
        await unit.execute(blank)
    assert (await http.get(out)).status_code == 404
    assert (await http.post(out, data=ONE_CLICK)).status_code == 404
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("DELETE FROM campaign WHERE created_at <= ?", (now_micros(),))
    assert (await http.get(click)).status_code == 302


async def test_whoever_reads_a_letter_of_a_purged_campaign_can_leave(owner, http, clock):
    ada = await reader(owner)
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    draft = await new_campaign(owner.actor, text="<p>Never sent</p>")
    out, look = path(links.unsubscribe_url(letter)), path(links.pixel_url(letter))
    click = path(links.click_url(letter, "https://example.org/a"))
    await http.get(click)
    for key in (campaign, draft.pk):
        await delete_campaign(owner.actor, key)
    clock.advance(days=31)
    assert await purge_deleted_campaigns() == 2
    assert await purge_deleted_campaigns() == 0
    for place in (click, look):
        await http.get(place)
    assert await read.fetch("SELECT id, blocks, opened_count FROM campaign") == [
        (campaign, "[]", 1)
    ]
    assert await read.fetch_value("SELECT COUNT(*) FROM campaign_link") == 0
    with pytest.raises(NotFound):
        await restore_campaign(owner.actor, campaign)
    page = await http.get(out, headers={"accept-language": "en"})
    assert (page.status_code, "Unsubscribe" in page.text) == (200, True)
    assert (await http.post(out, data=ONE_CLICK)).status_code == 200
    assert await statuses(owner, ada) == [OUT]
    steps = [(step.source, step.campaign_id) for _, step in await all_consents(ada.pk)]
    assert steps[-1] == ("link", encode_id("Campaign", campaign))


async def test_figures_are_read_as_they_were_kept(api, owner, http, clock):
    clock.set(datetime(2026, 7, 1, 21, 30, tzinfo=UTC))
    people = [await reader(owner, f"{number}@example.org") for number in range(3)]
    campaign, letters = await new_letters(owner.actor, people)
    await http.get(path(links.click_url(letters[0], "https://example.org/a")))
    clock.advance(hours=1)
    await http.get(path(links.pixel_url(letters[1])))
    await http.post(path(links.unsubscribe_url(letters[1])), data=ONE_CLICK)
    document = (
        "query ($id: ID!, $zone: String) { campaign(id: $id) { figures { sent delivered opened "
        "clicked hardBounces softBounces unsubscribed } links { url clicks readers } "
        "hours: figuresOverTime { at sent opened clicked unsubscribed } "
        "days: figuresOverTime(by: DAY, timeZone: $zone) { at opened } } }"
    )
    asker, key = Asker(api, owner), encode_id("Campaign", campaign)
    found = (await asker.data(document, id=key, zone="Europe/Rome"))["campaign"]
    assert found["figures"] == {
        "sent": 3, "delivered": 3, "opened": 2, "clicked": 1, "hardBounces": 0, "softBounces": 0,
        "unsubscribed": 1,
    }  # fmt: skip
    assert found["links"] == [{"url": "https://example.org/a", "clicks": 1, "readers": 1}]
    assert [tuple(each.values())[1:] for each in found["hours"]] == [(3, 1, 1, 0), (0, 1, 0, 1)]
    assert [each["opened"] for each in found["days"]] == [1, 1]  # midnight in Rome is at 22
    assert found["days"][1]["at"].startswith("2026-07-01T22:00")
    error = await asker.error(document, id=key, zone="../etc/passwd")
    assert error["extensions"]["refusals"][0]["code"] == "TIME_ZONE_UNKNOWN"


async def test_an_erased_reader_leaves_figures_and_nothing_else(owner, http):
    ada, bob = await reader(owner), await reader(owner, "bob@example.org")
    campaign, (letter, other) = await new_letters(owner.actor, [ada, bob])
    for key, url in (
        (letter, "https://example.org/?who=ada"), (letter, "https://example.org/"),
        (other, "https://example.org/"),
    ):  # fmt: skip
        await http.get(path(links.click_url(key, url)))
    held = [each async for each in personal_data.entries["campaigns"].gather(owner.actor, ada.pk)]
    assert "who=ada" in str(held)
    async with unit_of_work(owner.actor) as unit:
        await personal_data.entries["campaigns"].erase(unit, ada.pk)
    await http.get(path(links.click_url(letter, "https://example.org/?who=ada")))
    kept = await read.fetch("SELECT url, clicks FROM campaign_link")
    assert kept == [("https://example.org/", 2)]
    assert (await campaign_of(owner.actor, campaign)).clicked_count == 2


@pytest.mark.sqlite_only
async def test_follows_addresses_that_browsers_take_and_python_does_not(owner, http):
    ada = await reader(owner)
    campaign, (letter,) = await new_letters(owner.actor, [ada])
    found = await http.get(path(links.click_url(letter, "https://a[@example.org/")))
    assert found.status_code == 302
    assert (await campaign_of(owner.actor, campaign)).clicked_count == 1
