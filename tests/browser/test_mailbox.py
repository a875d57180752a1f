"""The mailbox of an account: refused, tried, saved, changed by two at once, forgotten."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.async_api import expect

from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.fixtures.mail_servers import PASSWORD, LetterTaker, Mailboxes

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_mailbox_is_tried_saved_and_forgotten(product: Product, reader: Person) -> None:
    page = (await product.visit_as(reader, "/settings/mailbox")).page
    await expect(page.get_by_role("link", name="Mailbox")).to_have_attribute("aria-current", "page")
    await page.locator("#field-smtp-host").fill("127.0.0.1")
    await page.get_by_label("Protection").first.select_option("STARTTLS")
    await expect(page.locator("#field-smtp-port")).to_have_value("587")
    await page.locator("#field-imap-host").fill("imap.example.org")
    await page.locator("#field-imap-user").fill("me@example.org")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator("#field-imap-password-error")).to_contain_text("needed")
    await expect(page.locator("#field-imap-password")).to_be_focused()
    await page.get_by_label("Read a mailbox").uncheck()
    await page.get_by_role("button", name="Test").click()
    results = page.locator("#mailbox-results")
    await expect(results).to_contain_text("Sending does not work. This server is not on the")
    await page.get_by_role("button", name="Save").click()
    state = page.locator("#mailbox-state")
    await expect(state).to_contain_text("Answers are not read")

    other = (await product.visit_as(reader, "/settings/mailbox")).page
    await expect(other.locator("#field-smtp-host")).to_have_value("127.0.0.1")
    await page.get_by_label("Sender’s name").fill("Studio")
    await other.get_by_label("Sender’s name").fill("Atelier")
    await other.get_by_role("button", name="Save").click()
    await expect(other.locator(".toasts")).to_contain_text("Saved")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("Somebody changed the mailbox")
    await page.get_by_role("button", name="Show theirs").click()
    await expect(page.get_by_label("Sender’s name")).to_have_value("Atelier")
    assert await violations(page, ".settings") == []
    await page.get_by_role("button", name="Remove").click()
    await page.get_by_role("dialog").get_by_role("button", name="Forget").click()
    await expect(state).to_have_count(0)
    await expect(other.locator("#mailbox-state")).to_have_count(0)


async def test_servers_that_work_are_said_to_and_a_wrong_password_too(
    product: Product, reader: Person, letter_taker: LetterTaker, dovecot: Mailboxes
) -> None:
    page = (await product.visit_as(reader, "/settings/mailbox")).page
    for place, (way, port) in enumerate((("smtp", letter_taker.port), ("imap", dovecot.port))):
        await page.locator(f"#field-{way}-host").fill("127.0.0.1")
        await page.get_by_label("Protection").nth(place).select_option("NONE")
        await page.locator(f"#field-{way}-port").fill(str(port))
    await page.locator("#field-imap-user").fill(f"user{uuid4().hex[:8]}")
    await page.locator("#field-imap-password").fill(PASSWORD)
    await page.get_by_role("button", name="Test").dblclick()
    results = page.locator("#mailbox-results")
    await expect(results.locator(".notice-success")).to_have_text(
        ["Sending works.", "Reading works."]
    )
    await page.locator("#field-imap-password").fill("wrong")
    await page.get_by_role("button", name="Test").click()
    await expect(results.locator(".notice-error")).to_contain_text("refused the user")
    await expect(results.locator(".notice-success")).to_have_text(["Sending works."])
    assert letter_taker.received == []
