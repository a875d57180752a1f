"""A copy asked for from a contact's page, told as it is ready, and fetched by its client."""

from __future__ import annotations

import re
from zipfile import ZipFile

import pytest
from playwright.async_api import expect

from backend.contacts.drafts import EmailDraft
from backend.core.jobs.worker import run_due_jobs
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
EMAIL = "zoe.quill@example.org"


async def test_a_copy_is_asked_for_passed_on_and_fetched(product: Product, reader: Person) -> None:
    zoe = await new_contact(
        reader.actor, given_name="Zoé", family_name="Quill", emails=[EmailDraft(EMAIL)]
    )
    await new_contact(reader.actor, given_name="Zoe", family_name="Quil")
    page = (await product.visit_as(reader, f"/contacts/{zoe.id}")).page
    await page.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Copy of their data").click()
    await expect(page.get_by_label("E-mail")).to_have_value(EMAIL)
    await page.get_by_label("E-mail").fill("nobody")
    await page.get_by_role("button", name="Find the person").click()
    await expect(page.get_by_text("This is not an e-mail address")).to_be_visible()
    await page.get_by_label("E-mail").fill(EMAIL.upper())
    await page.get_by_role("button", name="Find the person").click()
    await expect(page.locator(".privacy-person")).to_have_count(2)
    await expect(page.get_by_role("checkbox", name="Zoé Quill")).to_be_checked()
    await expect(page.get_by_role("checkbox", name="Zoe Quil", exact=True)).not_to_be_checked()
    assert await violations(page, ".privacy-page") == []
    await page.get_by_role("button", name="Make the copy").dblclick()
    await expect(page.get_by_text("is being gathered")).to_be_visible()
    await run_due_jobs()
    await expect(page.get_by_role("link", name="Download")).to_be_visible()
    assert await violations(page, ".privacy-page") == []
    await page.get_by_role("button", name="Send it to the client").click()
    dialog = page.locator("#privacy-send")
    await expect(dialog.get_by_label("To", exact=True)).to_have_value(EMAIL)
    await dialog.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator(".privacy-url")).to_contain_text("/p/")
    letters = await product.letters()
    (link,) = {
        found.group()
        for letter in letters
        if (words := letter.get_body(("plain",)))
        and (found := re.search(r"https?://\S+/p/\S+", words.get_content()))
    }
    client = (await product.visit(re.sub(r"^https?://[^/]+", "", link), live=False)).page
    async with client.expect_download() as fetching:
        await client.get_by_role("button").click()
    with ZipFile(await (await fetching.value).path()) as copy:
        assert "Zoé" in copy.read("index.html").decode()
    await expect(page.get_by_text("By the link")).to_be_visible()
    await page.get_by_role("link", name="Privacy requests").click()
    await expect(page.locator(".privacy-row")).to_have_count(1)
    assert await violations(page, ".privacy-page") == []
