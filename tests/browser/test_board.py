"""Boards: dragged, carried by keys, added to, filtered, shaped, and seen live elsewhere."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Locator, Page, expect

from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact
from tests.factories.workflows import NewBoard, new_board, new_card, read_card, shift_card

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


def names(page: Page, step: int) -> Locator:
    """Return the names of the cards of a step."""
    return page.locator(".board-step").nth(step).locator(".board-cards .board-card-link")


async def drag(page: Page, name: str, onto: Locator) -> None:
    """Take a card by the mouse and let it go above another one."""
    card = await page.locator(".board-cards > .board-card", has_text=name).bounding_box()
    there = await onto.bounding_box()
    assert card
    assert there
    await page.mouse.move(card["x"] + 40, card["y"] + 12)
    await page.mouse.down()
    await page.mouse.move(there["x"] + 40, there["y"] + 4, steps=4)
    await expect(page.locator("carnet-board[data-dragging] .board-landing")).to_have_count(1)
    await page.mouse.up()


async def filled(reader: Person) -> NewBoard:
    """Return a board with three cards in its first step, and one in its second."""
    board = await new_board(reader.actor, name="Sales")
    for title in ("Alpha", "Beta", "Gamma"):
        await new_card(reader.actor, board, title)
    await new_card(reader.actor, board, "Delta", 1)
    return board


async def test_cards_are_dragged_carried_and_taken_back_before_a_colleague(
    product: Product, reader: Person, member: Person
) -> None:
    board = await filled(reader)
    path = f"/boards/{board.workflow.id}"
    other = (await product.visit_as(member, path)).page
    await expect(names(other, 0)).to_have_text(["Alpha", "Beta", "Gamma"])
    page = (await product.visit_as(reader, path)).page
    await expect(names(page, 0)).to_have_text(["Alpha", "Beta", "Gamma"])
    await drag(page, "Alpha", page.locator(".board-card", has_text="Delta"))
    for window in (page, other):
        await expect(names(window, 0)).to_have_text(["Beta", "Gamma"])
        await expect(names(window, 1)).to_have_text(["Alpha", "Delta"])
    await expect(page.locator(".board-shelf > *, .board-overlay > *")).to_have_count(0)
    await expect(other.locator(".board-step-count").first).to_contain_text("2")
    # With Escape on the way nothing happens.
    await page.keyboard.press("Escape")
    await page.locator(".board-cards .board-card-link", has_text="Gamma").focus()
    await expect(other.locator(f".board-looking [title='{reader.name}']")).to_be_visible()
    await expect(page.locator(f".board-looking [title='{member.name}']")).to_be_visible()
    for key in ("Space", "ArrowRight", "ArrowDown"):
        await page.keyboard.press(key)
    held = other.locator(f".board-card[data-holder='{reader.name}']")
    await expect(held).to_contain_text("Gamma")
    await page.keyboard.press("Escape")
    await expect(held).to_have_count(0)
    await expect(page.locator(".board-says")).to_have_text("Gamma is back where it was")
    for key in ("Space", "ArrowRight", "ArrowDown", "Space"):
        await page.keyboard.press(key)
    dropped = f"Gamma dropped in {board.steps[1].name}"
    await expect(page.locator(".board-says")).to_have_text(dropped)
    await expect(names(other, 1)).to_have_text(["Alpha", "Delta", "Gamma"])
    await expect(page.locator(".board-card-link:focus")).to_have_text("Gamma")
    await page.keyboard.press("ControlOrMeta+z")
    await expect(names(other, 1)).to_have_text(["Alpha", "Delta"])
    await page.get_by_role("button", name="Undo").first.click()
    await expect(names(other, 0)).to_have_text(["Alpha", "Beta", "Gamma"])
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


async def test_of_two_who_move_a_card_one_is_told_in_words(
    product: Product, reader: Person, member: Person
) -> None:
    board = await filled(reader)
    card = await new_card(reader.actor, board, "Wanted by two")
    page = (await product.visit_as(reader, f"/boards/{board.workflow.id}")).page
    link = page.locator(".board-cards .board-card-link", has_text="Wanted by two")
    await link.focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("ArrowUp")
    await shift_card(member.actor, await read_card(member.actor, card.pk), board.steps[2])
    await expect(names(page, 2)).to_have_text(["Wanted by two"])
    await page.keyboard.press("Space")
    words = f"{member.name} moved Wanted by two meanwhile: it is in {board.steps[2].name}."
    await expect(page.get_by_text(words)).to_be_visible()
    await expect(names(page, 0)).to_have_text(["Alpha", "Beta", "Gamma"])
    # Lost, with a reason; and not, without one.
    await names(page, 0).first.focus()
    await page.keyboard.press("m")
    await page.get_by_role("dialog").get_by_role("button", name=board.steps[5].name).click()
    await page.get_by_role("textbox", name="Why was it lost?").fill("Too dear")
    await page.get_by_role("button", name="Move", exact=True).click()
    await expect(names(page, 5)).to_have_text(["Alpha"])
    focused = page.locator(".board-card-link:focus")
    await expect(focused).to_have_text("Alpha")
    await page.keyboard.press("Enter")
    await expect(page.locator("#card-title")).to_have_value("Alpha")
    await page.keyboard.press("Escape")
    await expect(focused).to_have_text("Alpha")


async def test_cards_are_typed_in_a_row_and_steps_shaped(product: Product, reader: Person) -> None:
    await new_contact(reader.actor, given_name="Zora", family_name="Neale")
    page = (await product.visit_as(reader, "/boards")).page
    await page.get_by_role("button", name="New board").first.click()
    await page.get_by_text("Web project").click()
    await page.get_by_role("button", name="Create board").click()
    await expect(page).to_have_url(re.compile(r"/boards/[^/?]+$"))
    await expect(page.get_by_placeholder("Add a card")).to_have_count(6)
    await page.keyboard.press("c")
    for title in ("One", "Two", "Three"):
        await page.keyboard.type(title)
        await page.keyboard.press("Enter")
    await expect(names(page, 0)).to_have_text(["One", "Two", "Three"])
    await page.keyboard.type("zora")
    await expect(page.get_by_role("option", name="Zora Neale")).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(names(page, 0)).to_have_text(["One", "Two", "Three", "Zora Neale"])
    await page.get_by_label("Search cards").fill("two")
    await expect(names(page, 0)).to_have_text(["Two"])
    await expect(page).to_have_url(re.compile(r"\?q=two$"))
    await page.get_by_role("button", name="Show all cards").click()
    menus = page.locator("[popovertarget^=step-menu]")
    await menus.first.click()
    await page.get_by_role("menuitem", name="Edit step").click()
    await page.get_by_role("textbox", name="Name").fill("Wishes")
    await page.get_by_role("button", name="Save").click()
    await expect(page.locator(".board-step-name").first).to_have_text("Wishes")
    await menus.first.click()
    await page.get_by_role("menuitem", name="Delete step").click()
    await page.locator("dialog .board-choice").first.click()
    await expect(names(page, 0)).to_have_count(4)
    await expect(page.locator(".board-step-name")).to_have_count(5)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".board-step-name").first).to_have_text("Wishes")


async def test_a_finger_carries_a_card_to_the_next_step_on_a_phone(
    product: Product, reader: Person
) -> None:
    board = await filled(reader)
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = (await product.visit_as(reader, f"/boards/{board.workflow.id}", **phone)).page
    card = await page.locator(".board-cards > .board-card", has_text="Beta").bounding_box()
    assert card
    fingers = await page.context.new_cdp_session(page)

    async def touch(kind: str, *point: float) -> None:
        points = [{"x": point[0], "y": point[1]}] if point else []
        await fingers.send(
            "Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points}
        )

    y = card["y"] + 20
    await touch("Start", 80, y)
    await expect(page.locator("carnet-board[data-dragging]")).to_be_visible()
    for x in (150, 250, 380):
        await touch("Move", x, y)
    await expect(page.locator(".board-stop[aria-current]")).to_contain_text(board.steps[1].name)
    await touch("Move", 200, y)
    await expect(page.locator(".board-step[data-aimed]")).to_contain_text(board.steps[1].name)
    await touch("End")
    await expect(names(page, 0)).to_have_text(["Alpha", "Gamma"])
    await expect(names(page, 1)).to_contain_text(["Beta"])
    await expect(page.locator(".board-shelf > *, .board-overlay > *")).to_have_count(0)
