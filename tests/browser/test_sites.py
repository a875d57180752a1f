"""Client sites: added, linked to a contact several at once, unlinked, deleted, brought back."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from backend.sites.service import SiteDraft, create_site
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_site_is_added_linked_and_followed_by_every_window(
    product: Product, reader: Person
) -> None:
    contact = await new_contact(reader.actor, given_name="Anna", family_name="Rossi")
    await create_site(reader.actor, SiteDraft("blog.example.org", "Blog"))
    page = (await product.visit_as(reader, "/sites")).page
    await page.keyboard.press("c")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Address").fill("javascript:alert(1)")
    await page.keyboard.press("Enter")
    await expect(dialog).to_contain_text("This is no address of a site")
    await dialog.get_by_label("Address").fill("shop.example.org")
    await dialog.get_by_label("Name").fill("Shop")
    await dialog.get_by_label("Dashboard").fill("panel.example.org")
    await page.keyboard.press("Enter")
    await expect(page.locator(".site-row")).to_have_count(2)

    other = (await product.visit_as(reader, f"/contacts/{contact.id}")).page
    await other.get_by_role("button", name="Link sites").click()
    await other.get_by_label("Shop").check()
    await other.get_by_label("Search sites").fill("blog")
    await other.get_by_label("Blog").check()
    await other.get_by_role("button", name="Link 2 sites").click()
    linked = other.locator(".contact-site")
    await expect(linked).to_have_count(2)
    door = other.get_by_role("link", name="Open the dashboard of Shop")
    await expect(door).to_have_attribute("href", "https://panel.example.org")
    await expect(page.locator(".site-row", has_text="Shop")).to_contain_text("1 contact")
    await other.get_by_role("button", name="Unlink Blog").click()
    await expect(linked).to_have_count(1)
    await other.get_by_role("button", name="Undo").click()
    await expect(linked).to_have_count(2)

    assert await violations(page, ".site-page") == []
    await page.get_by_role("button", name="Delete Shop").click()
    await expect(page.get_by_role("dialog")).to_contain_text("unlinked from 1 contact")
    await page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await expect(linked).to_have_count(1)
    await page.get_by_role("button", name="Undo").click()
    await expect(linked).to_have_count(2)
    await page.get_by_label("Search sites").fill("blo")
    await expect(page.locator(".site-row")).to_have_count(1)
    await page.reload()
    await expect(page.locator(".site-row")).to_have_count(1)
