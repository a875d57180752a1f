"""What is typed in the card is kept when one moves on without leaving the field."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, label_contacts
from backend.core.ids import decode_id
from tests.browser.book import fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label, read_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

Move = Callable[[Page], Awaitable[object]]
MOVES: dict[str, Move] = {
    "the next contact": lambda page: page.keyboard.press("Alt+ArrowDown"),
    "back": lambda page: page.go_back(),
    "a new load": lambda page: page.reload(),
}


@pytest.fixture
async def ids(reader: Person) -> list[str]:
    return await fill_book(reader.actor, 30)


@pytest.mark.parametrize("move", MOVES)
async def test_moving_on_saves_what_is_typed(
    move: str, product: Product, reader: Person, ids: list[str]
) -> None:
    book = await open_book(product, reader)
    await book.row("00004").locator(".grid-link").click()
    field = book.card.get_by_label("Position")
    await field.click()
    await book.page.keyboard.type("Owner", delay=10)
    await MOVES[move](book.page)
    again = await open_book(product, reader, f"?open={ids[4]}")
    await expect(again.card.get_by_label("Position")).to_have_value("Owner")


async def test_a_contact_deleted_elsewhere_can_no_longer_be_typed_in(
    product: Product, reader: Person, member: Person, ids: list[str]
) -> None:
    label = await new_label(reader.actor, "Client")
    chosen = SelectedIds((decode_id(ids[4], "Contact"),))
    await label_contacts(reader.actor, chosen, add=[label])
    book = await open_book(product, reader, f"?open={ids[4]}")
    await expect(book.card.get_by_label("Company")).to_have_value("Company 4")
    await delete_contacts(member.actor, chosen)
    await expect(book.card.get_by_role("alert")).to_contain_text("Deleted")
    await expect(book.card.locator("input")).to_have_count(0)
    await expect(book.card.locator(".quick-company")).to_have_text("Company 4")
    await expect(book.card.get_by_text("Client", exact=True)).to_be_visible()
    row = await read_contact(reader.actor, decode_id(ids[4], "Contact"))
    assert row.company == "Company 4"


async def test_labels_that_do_not_fit_are_counted(product: Product, reader: Person) -> None:
    names = ["Architecture", "Hospitality", "Newsletter", "Prospects", "Suppliers"]
    labels = [await new_label(reader.actor, name) for name in names]
    await fill_book(reader.actor, 4, labels=labels)
    book = await open_book(product, reader)
    cell = book.row("00000").locator(".grid-labels")
    await expect(cell).to_have_attribute("data-more", "+4")
    await expect(cell).to_have_attribute("title", ", ".join(names))
    edge = book.page.locator("[data-column=labels] .grid-resize")
    box = await edge.bounding_box()
    assert box
    await book.page.mouse.move(box["x"] + 2, box["y"] + 10)
    await book.page.mouse.down()
    await book.page.mouse.move(box["x"] + 200, box["y"] + 10, steps=4)
    await book.page.mouse.up()
    await expect(cell).to_have_attribute("data-more", "+2")
