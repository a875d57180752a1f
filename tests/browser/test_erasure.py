"""An erasure confirmed by the name, called off in another window, and seen as it is done."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from backend.core.ids import encode_id
from backend.core.unit_of_work import unit_of_work
from backend.privacy.service.erase import erase_request
from backend.privacy.service.start_erasure import start_erasure
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.privacy import new_erasure

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


def place(request_id: int) -> str:
    return f"/privacy/{encode_id('PrivacyRequest', request_id)}/erasure"


async def test_an_erasure_is_confirmed_called_off_and_certified(
    product: Product, reader: Person
) -> None:
    contact = await new_contact(reader.actor, given_name="Zoé", family_name="Quill")
    asked = await new_erasure(reader.actor, contact)
    page = (await product.visit_as(reader, "/privacy")).page
    await page.get_by_role("link", name="Zoé Quill").click()
    await expect(page.locator(".erasure-counts")).to_contain_text("1 contact with all details")
    other = (await product.visit_as(reader, place(asked))).page
    await page.get_by_label("Type the name").fill("Zoé")
    await page.get_by_role("button", name="Erase this person").click()
    await expect(page.get_by_text("This is not the name")).to_be_visible()
    assert await violations(page, ".erasure-page") == []
    await page.get_by_label("Type the name").fill("zoe quill")
    await page.get_by_role("button", name="Erase this person").click()
    await expect(other.locator(".erasure-begins")).to_have_text("Begins in 24 hours")
    await other.get_by_role("button", name="Cancel the erasure").click()
    await expect(page.get_by_text("This was cancelled")).to_be_visible()

    again = await new_erasure(reader.actor, contact)
    await page.goto(page.url.replace(place(asked), place(again)))
    await expect(page.get_by_label("Type the name")).to_be_visible()
    await start_erasure(reader.actor, again, "Zoé Quill")
    async with unit_of_work(reader.actor) as unit:
        await unit.execute("UPDATE privacy_request SET erase_after = 1 WHERE id = ?", (again,))
    job = {"account_id": reader.account_id, "request_id": again, "task": 1}
    await erase_request(job)
    sheet = page.get_by_role("article", name="Certificate of erasure")
    await expect(sheet).to_contain_text("Confirmed by")
    assert "Quill" not in await page.content()
    assert await violations(page, ".erasure-page") == []
