"""A reader leaves by the link in a letter and thinks again; the contact's page tells both live."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from backend.campaigns import links
from backend.contacts.drafts import EmailDraft
from backend.contacts.kinds import SubscriptionStatus
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.letters import new_letters

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_reader_leaves_and_comes_back_and_the_contact_tells(
    product: Product, reader: Person
) -> None:
    subscribed = SubscriptionStatus.SUBSCRIBED
    drafts = [EmailDraft(f"{name}@example.org", status=subscribed) for name in ("ada", "adele")]
    ada = await new_contact(reader.actor, given_name="Ada", emails=drafts)
    _, (letter,) = await new_letters(reader.actor, [ada])
    page = (await product.visit_as(reader, f"/contacts/{ada.id}")).page
    status = page.locator(".quick-row-note .status").first
    await expect(status).to_contain_text("Subscribed")

    place = "/c/" + links.unsubscribe_url(letter).partition("/c/")[2]
    phone = (await product.visit(place, live=False)).page
    await phone.set_viewport_size({"width": 390, "height": 844})
    await phone.get_by_role("link", name="Français").click()
    await expect(phone.locator("h1")).to_contain_text("Se désabonner")
    assert await violations(phone) == []
    await phone.get_by_role("button", name="Se désabonner").click()
    await expect(phone.get_by_role("status")).to_be_visible()
    await expect(status).to_contain_text("Unsubscribed")
    assert await violations(phone) == []
    await phone.get_by_role("button", name="Se réabonner").click()
    await expect(phone.get_by_role("button", name="Se désabonner")).to_be_visible()
    await phone.get_by_role("button", name="Tout désabonner").click()
    await expect(phone.get_by_role("checkbox", checked=True)).to_have_count(0)

    await expect(page.locator(".status-unsubscribed")).to_have_count(2)
    await page.locator(".consents-button").first.click()
    steps = page.locator(".consents-step")
    await expect(steps).to_have_count(4)
    await expect(steps.first).to_contain_text("Choice on a campaign’s page")
    await expect(steps.last).to_contain_text("By hand")
    assert await violations(page, ".popover:popover-open") == []
    await page.keyboard.press("Escape")
    await expect(page.locator(".consents-button").first).to_be_focused()
