"""The inbox: letters come in, are read, put aside, searched, and given to whom they are from."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from backend.contacts.drafts import EmailDraft
from backend.core.permissions import Actor
from backend.inbox.mail.received import Body, Received
from backend.inbox.mailboxes import no_mailbox
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.service.receive import receive_letter
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def letter(actor: Actor, address: str, subject: str, text: str) -> None:
    """Let a letter come in."""
    body = Body(f"<p>{text}</p>", None, None, text)
    name = address.partition("@")[0].title()
    of = (MessageKind.LETTER, name, address, (), subject, None, None, (), body)
    await receive_letter(
        no_mailbox(actor.account_id), Received(f"{subject}@example.org", *of), None
    )


async def test_conversations_come_in_and_are_worked_off(product: Product, reader: Person) -> None:
    anna = await new_contact(
        reader.actor,
        given_name="Anna",
        family_name="Rossi",
        emails=[EmailDraft("anna@example.org")],
    )
    window = await product.visit_as(reader, "/inbox", viewport={"width": 1440, "height": 900})
    page = window.page
    await expect(page.get_by_role("link", name="Set the mailbox up")).to_be_visible()
    await letter(reader.actor, "anna@example.org", "The offer", "When can you begin?")
    await letter(reader.actor, "stranger@example.org", "A website", "What would it cost?")
    rows, count = page.locator(".thread"), page.locator("a[href='/inbox'] .section-count")
    await expect(rows).to_have_count(2)
    await expect(count).to_contain_text("2")

    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator(".inbox-thread-name")).to_have_text("Anna Rossi")
    await expect(page.locator(".message")).to_contain_text("When can you begin?")
    await expect(count).to_contain_text("1")
    await page.locator(".thread-open .thread-link").focus()
    await page.keyboard.press("e")
    await expect(rows).to_have_count(1)
    await page.get_by_role("button", name="Undo").click()
    await expect(rows).to_have_count(2)
    await letter(reader.actor, "anna@example.org", "Re: The offer", "Monday would be fine.")
    await expect(rows.first).to_contain_text("Monday would be fine.")

    await give_what_is_found_to(page, "Anna Rossi", anna.id)
    await page.reload()
    await expect(page.locator(".message")).to_have_count(3)
    await expect(page.locator("#inbox-search")).to_have_value("cost")
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.locator(".inbox-list")).to_be_hidden()
    await page.get_by_role("link", name="‹ Inbox").click()
    await expect(rows).to_have_count(1)
    await expect(page.locator(".inbox-beside")).to_be_hidden()


async def give_what_is_found_to(page: Page, name: str, contact_id: str) -> None:
    """Search for the stranger's letter and say whose it is."""
    rows = page.locator(".thread")
    await page.keyboard.press("/")
    await page.keyboard.type("cost")
    await expect(rows).to_have_count(1)
    await rows.locator(".thread-link").click()
    await expect(page.locator(".stranger")).to_contain_text("stranger@example.org is no contact’s")
    assert await violations(page, ".inbox") == []
    await page.get_by_role("button", name="Give to a contact").click()
    await expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()
    await page.keyboard.type("ross")
    await page.get_by_role("option", name=name).click()
    await expect(page.locator(".inbox-thread-name > a")).to_have_attribute(
        "href", f"/contacts/{contact_id}?tab=messages"
    )
    await expect(page.locator(".message")).to_have_count(3)
