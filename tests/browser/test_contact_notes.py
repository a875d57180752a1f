"""Notes on a contact's page: written, edited in two windows, pinned, deleted and brought back."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def begin_edit(page: Page, text: str) -> Locator:
    """Edit the note that says something; return its field, filled anew."""
    note = page.locator(".note", has_text=text)
    await note.hover()
    await note.get_by_role("button", name="Edit note").click()
    field = page.get_by_label("Text of the note")
    await expect(field).to_be_focused()
    return field


async def test_a_note_is_written_and_two_who_edit_it_lose_nothing(
    product: Product, reader: Person
) -> None:
    contact = await new_contact(reader.actor, given_name="Anna", family_name="Rossi")
    path = f"/contacts/{contact.id}?tab=notes"
    page = (await product.visit_as(reader, path)).page
    other = (await product.visit_as(reader, path)).page
    await expect(page.get_by_text("No notes yet")).to_be_visible()
    await page.keyboard.press("n")
    await page.keyboard.type("**Yes** to <b>all</b>\n- logo\n")
    await page.get_by_label("Kind of note").select_option("Meeting summary")
    await page.get_by_role("textbox", name="New note").press("Control+Enter")
    await expect(page.get_by_role("textbox", name="New note")).to_have_value("")
    for window in (page, other):
        note = window.locator(".note")
        await expect(note).to_contain_text("Meeting summary")
        await expect(note.locator("strong")).to_have_text("Yes")
        await expect(note.locator("li")).to_have_text("logo")
        await expect(note.locator("b")).to_have_count(0)

    mine, theirs = await begin_edit(page, "logo"), await begin_edit(other, "logo")
    await theirs.fill("Said no")
    await theirs.press("Control+Enter")
    await expect(other.locator(".note")).to_contain_text("edited")
    await mine.fill("Said *yes*")
    await mine.press("Control+Enter")
    conflict = page.locator(".note-conflict")
    await expect(conflict).to_contain_text("Said no")
    await expect(mine).to_have_value("Said *yes*")
    await conflict.get_by_role("button", name="Keep mine").click()
    await expect(other.locator(".note em")).to_have_text("yes")

    await page.locator(".note").hover()
    await page.get_by_role("button", name="Pin note").click()
    await expect(other.locator(".note[data-pinned]")).to_have_count(1)
    assert await violations(page, ".contact-middle") == []
    await page.get_by_role("button", name="Delete note").dblclick()
    await expect(other.locator(".note")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(other.locator(".note em")).to_have_text("yes")

    await page.get_by_role("textbox", name="New note").fill("half typed")
    await page.wait_for_timeout(1000)
    await page.reload()
    await expect(page.get_by_role("textbox", name="New note")).to_have_value("half typed")
