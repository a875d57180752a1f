"""A quote on its way: issued and sent at once, accepted by its client on a phone, told at once."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.rules.settings import Party
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import new_document, new_seller

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
CLIENT = Party(name="Example Client", email="client@example.org", city="Torino", country="IT")


async def test_a_quote_is_sent_and_its_client_signs_it(product: Product, reader: Person) -> None:
    tax = await new_seller(reader.actor)
    draft = await new_document(reader.actor, tax, DocumentKind.QUOTE, buyer=CLIENT, locale="en")
    page = (await product.visit_as(reader, f"/quotes/{draft.id}")).page
    await page.get_by_role("button", name="Issue the quote").click()
    await page.get_by_role("button", name=re.compile("Issue and send")).click()
    await expect(page.locator("#send-document [name=to]")).to_have_value("client@example.org")
    assert await violations(page) == []
    await page.locator("#send-document [name=subject]").fill("Our offer")
    await page.locator("#send").get_by_role("button", name="Send", exact=True).dblclick()
    await expect(page.locator(".sending-letter")).to_have_count(1)
    (letter,) = await product.letters()
    assert letter["Subject"] == "Our offer"
    await expect(page.locator(".sending-letter")).to_contain_text("Sent")
    words = letter.get_body(("plain",))
    assert words is not None
    link = re.search(r"https?://\S+/d/\S+", words.get_content())
    assert link is not None

    phone = (await product.visit(re.sub(r".*(?=/d/)", "", link[0]), live=False)).page
    await phone.set_viewport_size({"width": 390, "height": 844})
    await expect(page.locator(".sending-looks")).to_contain_text("Looked at once")
    assert await violations(phone) == []
    await phone.locator("#name").fill("Ada <Example>")
    await phone.get_by_role("button", name="Accept for").click()
    await expect(phone.locator("[name=way][value=drawn]")).to_be_focused()  # nothing is drawn yet
    await phone.locator("canvas").scroll_into_view_if_needed()
    box = await phone.locator("canvas").bounding_box()
    assert box is not None
    await phone.mouse.move(box["x"] + 40, box["y"] + 20)
    await phone.mouse.down()
    await phone.mouse.move(box["x"] + 200, box["y"] + 70, steps=5)
    await phone.mouse.up()
    await phone.get_by_role("button", name="Accept for").dblclick()
    await expect(phone.locator(".state")).to_have_text("Accepted by Ada <Example>")
    await expect(phone.locator(".signed img")).to_be_visible()
    await expect(page.locator(".sending-answer-words")).to_have_text(
        "Accepted and signed by Ada <Example>"
    )
    await expect(page.locator("carnet-builder-pages")).to_have_attribute("data-version", "signed")
    accepted = (await documents_by_id(reader.actor, (draft.pk,)))[draft.pk]
    assert accepted.status is DocumentStatus.ACCEPTED
