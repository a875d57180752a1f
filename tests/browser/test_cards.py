"""A card in its drawer: filled in, moved, put away, in two windows; automations made in words."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import expect

from backend.core.jobs.worker import run_due_jobs
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.workflows import new_board, new_card

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_card_is_filled_in_moved_and_put_away_in_view_of_others(
    product: Product, reader: Person
) -> None:
    contact = await new_contact(reader.actor, given_name="Anna", family_name="Rossi")
    board = await new_board(reader.actor)
    card = await new_card(reader.actor, board, "New site", contact_id=contact.pk)
    page = (await product.visit_as(reader, f"/contacts/{contact.id}")).page
    other = (await product.visit_as(reader, f"/boards/{board.workflow.id}/cards/{card.id}")).page
    await page.get_by_role("button", name="New site").click()
    await page.locator("#card-title").fill("Shop")
    await page.locator("#card-title").press("Enter")
    await expect(other.locator("#card-title")).to_have_value("Shop")
    await page.locator("#card-value").fill("2,500.50")
    await page.locator("#card-value").press("Enter")
    await page.locator("#new-point").press_sequentially("Logo\nTexts\n")
    await expect(other.locator(".checklist-item")).to_have_count(2)
    await page.locator(".checklist-item input[type=checkbox]").first.check()
    await expect(other.locator(".card-checklist")).to_contain_text("1 of 2")
    await page.locator("#new-card-note").fill("Wants **blue**")
    await page.locator("#new-card-note").press("Control+Enter")
    await expect(other.locator(".card-note strong")).to_have_text("blue")
    found = await Axe().run(page, context="#card-drawer")
    assert found.response["violations"] == []
    await page.locator(".card-move button").first.click()
    await page.locator("#card-move").get_by_text(board.step("lost").name, exact=True).click()
    await page.get_by_role("textbox", name="Why was it lost?").fill("too dear")
    await page.keyboard.press("Enter")
    await expect(other.locator(".card-reason")).to_have_text("Lost: too dear")
    await page.get_by_role("button", name="Undo").click()
    await expect(other.locator(".card-move .button-label").first).to_have_text(board.steps[0].name)
    await page.get_by_role("button", name="More actions").last.click()
    await page.get_by_role("menuitem", name="Archive card").click()
    await expect(page.locator("#card-drawer")).to_have_count(0)
    await expect(page.get_by_text("On no board yet.")).to_be_visible()
    await other.get_by_role("button", name="Restore").click()
    await expect(page.locator(".contact-card-line")).to_contain_text("€2,500.50")
    # Deleted under somebody's eyes, it says so and can be had back there.
    await page.get_by_role("button", name="Shop").click()
    await other.get_by_role("button", name="More actions").last.click()
    await other.get_by_role("menuitem", name="Delete card").click()
    await expect(page.locator("#card-drawer .notice")).to_contain_text("Deleted")
    await page.locator("#card-drawer").get_by_role("button", name="Restore").click()
    await expect(page.locator("#card-title")).to_have_value("Shop")
    await expect(other.locator(".board-card-link")).to_have_text("Shop")


async def test_automations_are_said_in_words_and_tried_first(
    product: Product, reader: Person
) -> None:
    board = await new_board(reader.actor)
    await new_card(reader.actor, board, "New site", place=1)
    path = f"/boards/{board.workflow.id}"
    page = (await product.visit_as(reader, f"{path}?automations=1")).page
    await page.get_by_role("button", name="New automation").click()
    await page.get_by_label("Which step").select_option(label=board.steps[1].name)
    await page.get_by_label("Task", exact=True).fill("Call")
    await page.get_by_label("Due after how many days").fill("400")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Between 0 and 365 days.")).to_be_visible()
    await page.get_by_label("Due after how many days").fill("2")
    await page.get_by_role("button", name="Save").click()
    line = page.locator(".automation")
    await expect(line).to_contain_text("add the task “Call”, due 2 days later")
    await line.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="What would it do?").click()
    await expect(page.locator(".dry-run")).to_contain_text("New site")
    await page.keyboard.press("Escape")
    shop = await new_card(reader.actor, board, "Shop", place=1)
    await run_due_jobs()
    await page.goto(f"{product.url}{path}/cards/{shop.id}")
    story = page.locator(".card-story .story-said").first
    await expect(story).to_have_text("An automation added a task for a card")
    await page.goto(f"{product.url}{path}/numbers")
    await expect(page.locator(".numbers-table").first).to_contain_text(board.steps[1].name)
    found = await Axe().run(page, context=".board-numbers")
    assert found.response["violations"] == []
