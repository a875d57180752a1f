"""A new seller sets billing up, sees what is wrong while typing, and fills the catalogue."""

from __future__ import annotations

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">{}<path d="M0 0h90v30z"/></svg>'
)


def logo(inside: str = "") -> FilePayload:
    content = DRAWING.format(inside).encode()
    return FilePayload(name="logo.svg", mimeType="image/svg+xml", buffer=content)


async def test_a_small_french_business_is_set_up_in_minutes(
    product: Product, reader: Person
) -> None:
    window = await product.visit_as(reader, "/settings/billing")
    window.tolerated.append("400 (Bad Request)")
    page = window.page
    guide = page.locator(".billing-guide")
    await guide.get_by_label("Where do you sell from?").select_option("FR")
    await expect(guide.get_by_label("Do you charge VAT?")).to_contain_text("franchise en base")
    await guide.get_by_label("Do you charge VAT?").select_option("no")
    await guide.get_by_role("button", name="Fill in what is usual").click()
    await expect(guide).to_contain_text("Say who you are")

    number = page.get_by_label("SIREN or SIRET")
    await number.fill("732 829 320 00075")
    await expect(page.locator("#billing-seller")).to_contain_text("its check digit does not fit")
    await number.fill("732 829 320 00074")
    await expect(page.get_by_label("Checked")).to_be_visible()
    await page.get_by_label("Legal name").fill("Atelier Exemple")
    await page.get_by_label("Street and number").fill("1 rue de l'Exemple")
    await page.get_by_label("City").fill("Lyon")
    assert await violations(page, ".billing-settings") == []
    await page.get_by_role("button", name="Save").dblclick()
    await expect(number).to_have_value("73282932000074")
    await guide.get_by_role("link", name="Say where you are paid").click()
    await expect(page.get_by_label("IBAN")).to_be_focused()
    await page.get_by_label("IBAN").fill("FR7630006000011234567890189")
    await page.get_by_role("button", name="Save").click()
    await expect(guide).to_have_count(0)

    await page.get_by_role("link", name="Numbers and fields").click()
    pattern = page.get_by_label("Pattern").first
    await expect(page.locator(".billing-next-number").first).to_have_text("F2026-0001")
    await pattern.fill("F{number}")
    await expect(page.locator("#billing-numbers")).to_contain_text("the year if it begins anew")
    await pattern.fill("{year}/{number}")
    await expect(page.locator(".billing-next-number").first).to_have_text("2026/1")
    await give_a_logo(page)


async def give_a_logo(page: Page) -> None:
    """Choose a drawing that is refused, then one that is taken; take it away and bring it back.
    What was typed before is given up.
    """
    await page.get_by_role("link", name="Logo and colour").click()
    await page.get_by_role("button", name="Discard").click()
    choice, shown = page.get_by_label("Choose a logo"), page.locator(".billing-paper-logo")
    await choice.set_input_files([logo("<text>Exemple</text>")])
    await expect(page.locator(".billing-look")).to_contain_text("Convert its texts to paths")
    await choice.set_input_files([logo()])
    await expect(shown).to_be_visible()
    await page.get_by_role("button", name="Remove the logo").click()
    await expect(shown).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(shown).to_be_visible()


async def test_products_are_added_found_and_seen_by_every_window(
    product: Product, reader: Person
) -> None:
    page = (await product.visit_as(reader, "/products")).page
    other = (await product.visit_as(reader, "/products")).page
    await page.keyboard.press("c")
    drawer = page.get_by_role("dialog")
    await drawer.get_by_label("Name").fill("Journée de conception")
    await drawer.get_by_label("Price without tax").fill("4x")
    await page.keyboard.press("Enter")
    await expect(drawer).to_contain_text("This is not a number")
    await drawer.get_by_label("Price without tax").fill("450,5")
    await drawer.get_by_label("Unit").fill("day")
    await drawer.get_by_role("button", name="Add product").dblclick()
    row = other.locator(".product-row")
    await expect(row).to_contain_text("450.50")
    await expect(row).to_have_count(1)
    assert await violations(page, ".product-page") == []
    await page.get_by_role("link", name="Journée de conception").click()
    await drawer.get_by_label("Price without tax").fill("500")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="Leave without saving?")).to_be_visible()
    await page.keyboard.press("Escape")
    await drawer.get_by_role("button", name="Save").click()
    await expect(row).to_contain_text("500.00")
    await page.get_by_label("Search products").fill("journee")
    await page.get_by_role("button", name="Delete Journée de conception").click()
    await expect(row).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(row).to_have_count(1)
