"""A list of invoices put in another order by its heads, and those chosen in it sent at once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.async_api import expect

from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import BUYER, line, new_issued, new_seller

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_sorted_list_is_sent_and_found_again_from_a_document(
    product: Product, reader: Person
) -> None:
    tax = await new_seller(reader.actor)
    for cents, email in ((30_000, "ada@example.org"), (10_000, None), (20_000, "bob@example.org")):
        said = [line(tax, price=cents)]
        await new_issued(reader.actor, tax, lines=said, buyer=replace(BUYER, email=email))
    page = (await product.visit_as(reader, "/invoices?state=unpaid")).page
    totals = page.locator(".document-row .document-total")
    await expect(totals).to_have_text(["€240.00", "€120.00", "€360.00"])
    head = page.get_by_role("button", name=re.compile("^Sort by: Total"))
    await head.click()
    await expect(totals).to_have_text(["€360.00", "€240.00", "€120.00"])
    await head.click()
    await expect(totals).to_have_text(["€120.00", "€240.00", "€360.00"])
    assert await violations(page, ".documents-page") == []

    # All three are chosen; one has no address, and stays.
    for row in await page.locator(".document-row").all():
        await row.get_by_role("checkbox").check()
    await page.get_by_role("button", name="Send …").click()
    dialog = page.locator("dialog#send-many")
    await expect(dialog).to_contain_text("2 leave now")
    await expect(dialog).to_contain_text("1 has no e-mail address")
    assert await violations(page, "dialog#send-many") == []
    await dialog.get_by_role("button", name="Send 2 documents").dblclick()
    await expect(dialog).to_have_count(0)
    letters = await product.letters()
    assert sorted(letter["To"] for letter in letters) == [
        "Example Client <ada@example.org>",
        "Example Client <bob@example.org>",
    ]
    await expect(page.get_by_text("2 documents sent")).to_be_visible()

    # From a document one comes back to the list as it was.
    await page.locator(".document-link").first.click()
    await page.locator(".page-back").click()
    await expect(page).to_have_url(re.compile(r"state=unpaid&sort=total$"))
    await expect(totals).to_have_text(["€120.00", "€240.00", "€360.00"])
