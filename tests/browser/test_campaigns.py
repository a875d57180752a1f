"""A campaign, from an empty page to letters at a mail server."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import EmailKind, SubscriptionStatus
from backend.core.clock import now
from backend.core.jobs.worker import run_due_jobs
from backend.inbox.rules.kinds import MailSecurity
from backend.inbox.service import MailboxDraft, ServerDraft, save_mailbox
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.campaigns import new_campaign
from tests.factories.contacts import new_contact
from tests.fixtures.mail_servers import LetterTaker

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def can_send(reader: Person, letter_taker: LetterTaker) -> None:
    """Give the account a mail server, one who wants letters and one who does not."""
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    await save_mailbox(reader.actor, None, MailboxDraft("Studio", "s@example.org", smtp=server))
    for name, status in (("Ada", "subscribed"), ("Left", "unsubscribed")):
        email = EmailDraft(f"{name}@example.org", EmailKind.MAIN, SubscriptionStatus(status))
        await new_contact(reader.actor, given_name=name, emails=[email])


async def send(page: Page) -> None:
    """Press twice, as people do, and wait until it is sent."""
    await page.get_by_role("button", name="Send …").click()
    await expect(page.get_by_role("link", name="Add it")).to_be_visible()
    await page.get_by_role("button", name="Send to 1 contact").dblclick()
    await expect(page.locator(".page-count")).to_have_text("Preparing")
    await run_due_jobs()
    await expect(page.locator(".page-count")).to_have_text("Sent")
    await expect(page.locator(".recipient-row")).to_contain_text("Ada")
    await expect(page.get_by_text("Left out: Unsubscribed: 1")).to_be_visible()
    assert await violations(page, ".campaign-page") == []


async def test_a_campaign_is_written_tried_and_sent(
    product: Product, reader: Person, letter_taker: LetterTaker
) -> None:
    await can_send(reader, letter_taker)
    page = (await product.visit_as(reader, "/campaigns")).page
    await page.get_by_role("button", name="Campaign").first.click()
    await page.get_by_label("Subject").fill("News for ")
    await page.get_by_role("button", name="First name").click()
    await expect(page.get_by_label("Subject")).to_have_value("News for {{given_name|there}}")
    await page.get_by_role("button", name="Add Heading").click()
    heading = page.locator("input[name='blocks.0.text']")
    await expect(heading).to_be_focused()
    await heading.fill("Autumn")
    await page.get_by_role("button", name="Add Text").click()
    text = page.locator("#field-blocks-1-text")
    await expect(text).to_be_focused()
    await page.keyboard.type("Dear {{nickname}}")
    await page.get_by_role("button", name="Move Text 2 up").click()
    await expect(page.locator("input[name='blocks.1.text']")).to_have_value("Autumn")
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator("input[name='blocks.0.text']")).to_have_value("Autumn")
    await page.get_by_role("combobox", name="Who gets it").click()
    await page.get_by_role("option", name="All contacts").click()
    await expect(page.get_by_text("1 contact gets it")).to_be_visible()
    await page.get_by_role("button", name="Unsubscribed: 1").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Left")
    await page.keyboard.press("Escape")

    await page.get_by_role("button", name="Send …").click()
    await expect(page.get_by_role("dialog")).to_contain_text("“nickname” is no field of a contact")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await text.click()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("Dear {{given_name|friend}}")
    await expect(page.get_by_text("Draft · saved")).to_be_visible()
    await expect(page.frame_locator("iframe").get_by_text("Dear friend")).to_be_visible()
    assert await violations(page, ".campaign-letter") == []
    await send(page)
    assert [letter["Subject"] for letter in letter_taker.received] == ["News for Ada"]


async def test_a_schedule_is_changed_and_taken_back(
    product: Product, reader: Person, letter_taker: LetterTaker
) -> None:
    await can_send(reader, letter_taker)
    campaign = await new_campaign(reader.actor)
    page = (await product.visit_as(reader, f"/campaigns/{campaign.id}")).page
    await page.get_by_role("button", name="Send …").click()
    await page.get_by_label("When").select_option("later")
    await page.get_by_role("button", name="Schedule for 1 contact").click()
    await expect(page.locator(".page-count")).to_have_text("Scheduled")
    await expect(page.get_by_text("1 contact gets it")).to_be_visible()
    await page.get_by_role("button", name="Change the time …").click()
    later = now() + timedelta(days=40)
    await page.get_by_label("Day and time").fill(later.strftime("%Y-%m-%dT09:30"))
    await page.get_by_role("button", name="Change the time", exact=True).click()
    await expect(page.get_by_text("9:30")).to_be_visible()
    assert await violations(page, ".campaign-section") == []
    await page.get_by_role("button", name="Back to draft").click()
    await expect(page.get_by_text("Draft · saved")).to_be_visible()
