"""What is typed and not saved is lost to no link, Back, Escape or reload without a question."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Dialog, Page, expect

from tests.browser.axe import OVERLAY, violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
TYPES_ON = """field => {
  field.form.requestSubmit();
  field.value += "B";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
"""What somebody does who types on faster than any server answers."""


async def test_leaving_what_is_typed_is_asked_about_however_one_leaves(
    product: Product, reader: Person
) -> None:
    page = (await product.visit_as(reader, "/settings/profile")).page
    await page.get_by_role("link", name="Business").click()
    name = page.locator("#business-form").get_by_label("Name")
    await name.fill("Atelier")
    await name.press("End")
    await page.keyboard.type(" Exemple")
    question = page.get_by_role("dialog", name="Leave without saving?")

    await page.get_by_role("link", name="Campaigns").last.click()
    await expect(question.get_by_role("button", name="Go on editing")).to_be_focused()
    assert await violations(page, OVERLAY) == []
    await page.keyboard.press("Escape")
    await expect(question).to_be_hidden()

    await page.evaluate("history.back()")
    await expect(question).to_be_visible()
    await question.get_by_role("button", name="Go on editing").click()
    await expect(page).to_have_url(f"{product.url}/settings/business")
    await expect(name).to_have_value("Atelier Exemple")
    await page.locator(".sidebar-viewer").click()
    await page.get_by_role("menuitem", name="Sign out").click()
    await expect(question).to_be_visible()
    await page.keyboard.press("Escape")
    assert await is_asked_by_the_browser(page)

    await page.locator("#business-form").get_by_role("button", name="Save").click()
    await expect(page.locator("carnet-unsaved[data-dirty]")).to_have_count(0)
    await page.get_by_role("link", name="Profile").first.click()
    await expect(page.get_by_label("Your name")).to_be_visible()
    await expect(question).to_be_hidden()

    await page.get_by_label("Your name").fill("Somebody else")
    await page.evaluate("history.back()")
    await question.get_by_role("button", name="Discard").click()
    await expect(name).to_have_value("Atelier Exemple")
    await expect(page).to_have_url(f"{product.url}/settings/business")


async def test_what_is_typed_while_the_rest_is_saved_is_asked_about_too(
    product: Product, reader: Person
) -> None:
    page = (await product.visit_as(reader, "/settings/profile")).page
    name = page.get_by_label("Your name")
    await name.press("End")
    await page.keyboard.type("A")
    await name.evaluate(TYPES_ON)
    await expect(page.locator("form:has([name=name]) carnet-unsaved")).to_have_attribute(
        "data-saves", "1"
    )
    await page.get_by_role("link", name="Business").click()
    question = page.get_by_role("dialog", name="Leave without saving?")
    await expect(question).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(question).to_be_hidden()
    await name.press("Enter")
    await expect(page.locator("form:has([name=name]) carnet-unsaved")).to_have_attribute(
        "data-saves", "2"
    )
    await page.get_by_role("link", name="Business").click()
    await expect(page.locator("#business-form")).to_be_visible()


async def is_asked_by_the_browser(page: Page) -> bool:
    """Reload the page, and stay when the browser asks whether to."""
    asked: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def stay(dialog: Dialog) -> None:
        await dialog.dismiss()
        asked.set_result(dialog.type)

    page.once("dialog", stay)
    await page.evaluate("void setTimeout(() => location.reload())")
    return await asyncio.wait_for(asked, 15) == "beforeunload"


async def test_a_dialog_of_several_fields_asks_before_it_closes(
    product: Product, reader: Person
) -> None:
    page = (await product.visit_as(reader, "/settings/profile")).page
    await page.get_by_role("button", name="Change", exact=True).click()
    dialog = page.get_by_role("dialog", name="Change the e-mail address")
    await expect(dialog.get_by_label("New address")).to_be_focused()
    await page.keyboard.type("new@example.org")
    await page.keyboard.press("Escape")
    question = page.get_by_role("dialog", name="Leave without saving?")
    await expect(question).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(dialog.get_by_label("New address")).to_have_value("new@example.org")
    await dialog.get_by_role("button", name="Cancel").click()
    await question.get_by_role("button", name="Discard").click()
    await expect(dialog).to_have_count(0)
