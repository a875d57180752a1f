"""Tasks: typed with a due date in words, completed with an undo, edited, seen live elsewhere."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from backend.contacts.queries.lookups import get_contact
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.tasks import new_task

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
FIELD = "Type your task and press Enter"


async def test_a_task_is_typed_completed_given_back_and_edited(
    product: Product, reader: Person
) -> None:
    anna = await new_contact(reader.actor, given_name="Anna")
    page = (await product.visit_as(reader, f"/contacts/{anna.id}")).page
    everything = (await product.visit_as(reader, "/tasks")).page
    await expect(everything.get_by_text("Nothing to do")).to_be_visible()
    field = page.get_by_placeholder(FIELD)
    await field.press_sequentially("Send the quote in 2 weeks")
    await expect(page.locator(".task-understood")).to_contain_text("Due")
    await field.press("Enter")
    task = page.locator(".task", has_text="Send the quote")
    await expect(task).to_be_visible()
    await expect(page.locator(".task-title")).to_have_text(["Send the quote"])
    # In the other window: in its group, with the contact's name.
    elsewhere = everything.locator(".task-group-later .task")
    await expect(elsewhere).to_contain_text("Anna")

    await task.get_by_role("checkbox").click()
    await expect(task).to_have_count(0)
    await expect(elsewhere).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(task).to_be_visible()

    await everything.locator(".task-title").click()
    editor = everything.locator("#task-editor")
    await editor.get_by_label("Or in words").fill("soonish")
    await editor.get_by_role("button", name="Save").click()
    await expect(editor).to_contain_text("This is no date")
    await editor.get_by_label("Or in words").fill("2020-02-03")
    await editor.get_by_role("button", name="Save").click()
    await expect(editor).to_have_count(0)
    await expect(everything.locator(".task-group-overdue .task-late")).to_be_visible()
    await expect(page.locator(".task-late")).to_be_visible()
    assert (await get_contact(reader.actor, anna.pk)).version == anna.version  # type: ignore[union-attr]


async def test_what_is_refused_stays_in_the_field_and_keys_do_the_rest(
    product: Product, reader: Person, member: Person
) -> None:
    page = (await product.visit_as(reader, "/tasks")).page
    field = page.get_by_placeholder(FIELD)
    await field.press_sequentially("Renew on 31 December 9999")
    await field.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("A task is due between")
    await expect(field).to_have_value("Renew on 31 December 9999")
    await field.fill("")
    for title in ("First today", "Second tomorrow"):  # the next while the first is on its way
        await field.press_sequentially(title)
        await field.press("Enter")
    await expect(page.locator(".task-title")).to_have_text(["First", "Second"])
    await expect(field).to_have_value("")
    await field.press_sequentially("Draft next week")  # reloaded at the last key
    await page.reload()
    await expect(field).to_have_value("Draft next week")
    await expect(page.locator(".task-understood")).to_contain_text("Due")
    await field.press("Enter")
    await expect(page.locator(".task-title")).to_have_text(["First", "Second", "Draft"])
    await page.reload()
    await expect(page.locator(".task-title")).to_have_text(["First", "Second", "Draft"])
    await expect(field).to_have_value("")
    await page.locator(".task", has_text="Draft").get_by_role("checkbox").click()
    await page.locator(".task-title").first.focus()
    await page.keyboard.press("j")
    await expect(page.locator(".task-title", has_text="Second")).to_be_focused()
    await page.keyboard.press("x")
    await expect(page.locator(".task-title")).to_have_text(["First"])
    await page.get_by_role("link", name="Completed").click()
    await expect(page).to_have_url(re.compile("state=completed"))
    await expect(page.locator(".task-done .task-title")).to_have_text(["Second", "Draft"])
    # A colleague gives one a task: the bell says so, and leads there.
    await new_task(member.actor, "Third", assignee=reader.membership_id)
    bell = page.locator(".bell")
    await expect(bell.locator(".section-count")).to_contain_text("1 unread notification")
    await bell.get_by_role("button", name="Notifications").click()
    await page.get_by_role("link", name=f"{member.name} gave you a task: Third").click()
    await expect(page.locator(".task-title")).to_have_text(["First", "Third"])
    await expect(bell.locator(".section-count")).to_have_count(0)
    assert await violations(page) == []
