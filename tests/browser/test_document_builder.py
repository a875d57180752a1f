"""The builder: lines by keyboard, drag and products, totals, saving, two windows, issuing."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import DocumentKind, DocumentStatus
from backend.billing.service import ProductDraft, create_product
from backend.core.money import Money
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.billing import line, new_document, new_seller

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


def field(page: Page, place: int, name: str) -> Locator:
    """Return a field of a line."""
    return page.locator(".builder-line").nth(place).locator(f"[name={name}]")


async def expect_names(page: Page, *names: str) -> None:
    """Wait until the lines say so, in this order."""
    await expect(page.locator(".builder-line")).to_have_count(len(names))
    for place, name in enumerate(names):
        await expect(field(page, place, "name")).to_have_value(name)


async def drag_by_finger(page: Page, line: int, below: int) -> None:
    """Carry a line by its handle over the lower half of another one."""
    lines = page.locator(".builder-line")
    handle = lines.nth(line).locator(".builder-handle")
    await handle.evaluate("node => node.scrollIntoView({ block: 'center' })")
    begin, other = await handle.bounding_box(), await lines.nth(below).bounding_box()
    assert begin
    assert other
    x, y = begin["x"] + 14, begin["y"] + 20
    end = y + other["height"] * (below - line)
    finger = await page.context.new_cdp_session(page)
    held, middle, there = ([{"x": x, "y": each}] for each in (y, (y + end) / 2, end))
    moves: list[tuple[str, Any]] = [("touchStart", held), ("touchMove", middle)]
    moves += [("touchMove", there), ("touchEnd", [])]
    for kind, points in moves:
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


async def test_a_quote_is_written_by_keyboard_and_issued_once_nothing_is_missing(
    product: Product, reader: Person
) -> None:
    tax = await new_seller(reader.actor)
    days = ProductDraft("Design days", Money(45_000, "EUR"), "Wireframes", "day", tax)
    await create_product(reader.actor, days)
    page = (await product.visit_as(reader, "/quotes/new")).page
    await expect(page.locator("#draft-client")).to_be_focused()
    await field(page, 0, "name").press_sequentially("des")
    await expect(page.locator("#builder-offers [data-product]")).to_be_visible()
    for key in ("ArrowDown", "Enter"):
        await page.keyboard.press(key)
    await expect(field(page, 0, "quantity")).to_be_focused()
    await expect(field(page, 0, "price")).to_have_value("450.00")
    # What is typed before the next line is there goes into it.
    await page.keyboard.type("4")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Hosting")
    await expect(field(page, 1, "name")).to_have_value("Hosting")
    await expect(field(page, 1, "name")).to_be_focused()
    await field(page, 1, "price").fill("-1")
    await expect(page.locator(".builder-line-error")).to_contain_text("Price")
    await field(page, 1, "price").fill("120")
    await expect(page.locator(".builder-total-whole output")).to_have_text("€2,304.00")
    await page.locator(".builder-total-discount input").fill("10")
    await expect(page.locator(".builder-total-whole output")).to_have_text("€2,073.60")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Issue the quote").click()
    missing = page.locator("#issuing .builder-missing-link")
    await expect(missing).to_have_count(1)
    await missing.click()
    await expect(page.locator("#draft-client")).to_be_focused()
    await page.keyboard.type("Example Client")
    await page.locator("#draft-client-list .combobox-create").click()
    await expect(page.locator("#draft-client-edit")).to_be_focused()
    await expect(page.locator(".builder-preview img")).to_have_attribute("alt", "Page 1 of 1")
    assert await violations(page) == []
    await page.get_by_role("button", name="Issue the quote").click()
    await expect(page.locator("#issuing .builder-facts")).to_contain_text("€2,073.60")
    await page.locator("#issue-and-send:focus").press("Enter")
    await expect(page.locator(".toast")).to_contain_text("is issued")
    await expect(page.locator("dialog#send")).to_be_visible()
    (issued,) = (await documents_by_id(reader.actor, (1,))).values()
    assert (issued.kind, issued.status) == (DocumentKind.QUOTE, DocumentStatus.ISSUED)
    assert (issued.total_minor, issued.content.buyer.name) == (207_360, "Example Client")


async def test_two_windows_write_in_one_draft_and_lines_are_moved_and_brought_back(
    product: Product, reader: Person, member: Person
) -> None:
    tax = await new_seller(reader.actor)
    said = [line(tax, name=name) for name in ("Alpha", "Beta", "Gamma")]
    draft = await new_document(reader.actor, tax, lines=said)
    path = f"/invoices/{draft.id}"
    page = (await product.visit_as(reader, path)).page
    other = (await product.visit_as(member, path)).page
    for window in (page, other):
        await expect_names(window, "Alpha", "Beta", "Gamma")
    await field(page, 0, "name").fill("Alpha here")
    await field(other, 2, "name").fill("Gamma there")
    for window in (page, other):
        await expect_names(window, "Alpha here", "Beta", "Gamma there")
    handle = await page.locator(".builder-handle").nth(2).bounding_box()
    top = await page.locator(".builder-line").first.bounding_box()
    assert handle
    assert top
    await page.mouse.move(handle["x"] + 8, handle["y"] + 8)
    await page.mouse.down()
    await page.mouse.move(handle["x"] + 8, top["y"] + 4, steps=4)
    await page.mouse.up()
    for window in (page, other):
        await expect_names(window, "Gamma there", "Alpha here", "Beta")
    second = page.locator(".builder-line").nth(1)
    await second.locator("[name=name]").focus()
    await page.keyboard.press("Alt+ArrowDown")
    await expect_names(page, "Gamma there", "Beta", "Alpha here")
    await expect(field(page, 2, "name")).to_be_focused()
    await page.locator(".builder-line").nth(1).locator("[data-act=delete]").click()
    await expect_names(other, "Gamma there", "Alpha here")
    await page.locator(".toast").get_by_role("button", name="Undo").click()
    for window in (page, other):
        await expect_names(window, "Gamma there", "Beta", "Alpha here")
    await other.set_viewport_size({"width": 390, "height": 844})
    await drag_by_finger(other, 0, 1)
    for window in (page, other):
        await expect_names(window, "Beta", "Gamma there", "Alpha here")
    await page.reload()
    await expect_names(page, "Beta", "Gamma there", "Alpha here")
