"""The list of contacts: scrolled, searched, filtered, sorted, its columns as one likes them."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_label

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

COUNT = 3000


@pytest.fixture
async def book(product: Product, reader: Person) -> Book:
    await fill_book(reader.actor, COUNT)
    return await open_book(product, reader)


async def the_first_rows_and_the_count_are_there(book: Book) -> None:
    await book.count_is("3,000")
    assert (await book.names())[:2] == ["Adele 00000", "Adele 00001"]
    grid = book.page.get_by_role("grid", name="Contacts")
    await expect(grid).to_have_attribute("aria-rowcount", "3001")
    await expect(book.row("00004")).to_have_attribute("aria-rowindex", "6")


async def scrolling_reaches_every_row_and_few_are_kept(book: Book) -> None:
    seen = set(await book.names())
    most = 0
    for step in range(1, 81):
        await book.scroll_to(5 * step)
        seen |= set(await book.names())
        most = max(most, await book.loaded())
    numbers = sorted(int(name.split()[1]) for name in seen)
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > 400
    assert most <= 200


async def the_bar_jumps_anywhere_and_back(book: Book) -> None:
    for row in (1500, 2981, 40, 2200, 0):
        await book.scroll_to(row)
        first = (await book.names())[0]
        assert int(first.split()[1]) == min(row, int(first.split()[1]))
    assert (await book.names())[0] == "Adele 00000"


async def a_jump_sends_what_is_in_view_first(book: Book) -> None:
    before = len(book.window.frames_received)
    await book.scroll_to(2000)
    rows = [f for f in book.window.frames_received[before:] if "grid-row" in f]
    assert rows[0].count('"grid-row"') <= 60


async def test_the_place_is_restored_from_the_url(
    book: Book, product: Product, reader: Person
) -> None:
    await book.scroll_to(1234)
    await expect(book.page).to_have_url(re.compile(r"at="))
    await book.page.reload()
    await book.page.wait_for_selector("html[data-live]")
    await book.rows_in_view()
    assert (await book.names())[0] == "Élodie 01234"
    other = await open_book(product, reader, "?" + book.page.url.split("?")[1])
    await other.rows_in_view()
    assert (await other.names())[0] == "Élodie 01234"


async def test_a_list_taller_than_a_browser_can_draw_scrolls_to_its_end(
    product: Product, reader: Person
) -> None:
    """A million rows, by the browser's half alone: the rows come from the server's 200."""
    await fill_book(reader.actor, 200)
    book = await open_book(product, reader)
    shown = await book.page.evaluate(
        """async () => {
          const grid = document.querySelector("carnet-grid");
          const space = grid.viewport.querySelector(".grid-space");
          space.dataset.total = 1000000;
          space.style.setProperty("--total", 1000000);
          const settle = () => new Promise((done) => setTimeout(done, 50));
          await settle();
          const seen = [];
          for (const part of [0, 0.5, 1]) {
            grid.viewport.scrollTop = part * grid.viewport.scrollHeight;
            await settle();
            seen.push(grid.scroller.visible);
          }
          grid.viewport.scrollTop -= 400;
          await settle();
          seen.push(grid.scroller.visible);
          return seen;
        }"""
    )
    assert shown[0]["first"] == 0
    assert abs(shown[1]["first"] - 500_000) < 50
    assert shown[2]["last"] == 999_999
    assert abs(shown[2]["last"] - shown[3]["last"] - 10) <= 1


async def search_finds_as_one_types_and_keeps_the_letters(book: Book) -> None:
    await book.page.keyboard.press("/")
    await book.page.keyboard.type("elodie 014", delay=20)
    await book.count_is("100")
    assert await book.page.input_value("#contacts-search") == "elodie 014"
    await expect(book.page).to_have_url(re.compile(r"q=elodie\+014"))
    await book.page.keyboard.press("Control+A")
    await book.page.keyboard.type("5550 2999", delay=20)
    await book.count_is("1")
    assert await book.names() == ["Jules 02999"]


async def a_keystroke_costs_no_more_than_the_rows_it_shows(book: Book) -> None:
    await book.page.locator("#contacts-search").focus()
    await book.page.keyboard.type("person29")
    await book.count_is("111")
    before = await book.heard()
    await book.page.keyboard.type("99")
    await book.count_is("1")
    assert await book.heard() - before < 10_000


async def nothing_found_leads_back(book: Book) -> None:
    await book.page.fill("#contacts-search", "nobody at all")
    await expect(book.page.get_by_role("heading", name="Nobody found")).to_be_visible()
    await book.page.get_by_role("button", name="Clear search and filters").click()
    await book.count_is("3,000")
    await expect(book.page.locator("#contacts-search")).to_have_value("")


async def back_leaves_the_search_as_a_whole(book: Book) -> None:
    await book.page.locator("#contacts-search").focus()
    await book.page.keyboard.type("gaia", delay=200)
    await book.count_is("300")
    await book.page.go_back()
    await book.count_is("3,000")
    await expect(book.page.locator("#contacts-search")).to_have_value("")


async def test_filters_join_stand_in_the_url_and_are_taken_off(
    product: Product, reader: Person
) -> None:
    label = await new_label(reader.actor, "Client")
    await fill_book(reader.actor, 60, labels=[label])
    book = await open_book(product, reader)
    await book.page.get_by_role("button", name="View: All").click()
    await book.page.get_by_role("option", name="Client 30").click()
    await book.count_is("30")
    await book.page.get_by_role("button", name="Filter", exact=True).click()
    await book.page.get_by_role("option", name="Subscription").click()
    await book.page.get_by_role("checkbox", name="Subscribed", exact=True).check()
    await book.page.keyboard.press("Enter")
    await book.count_is("10")
    other = await open_book(product, reader, "?" + book.page.url.split("?")[1])
    await other.count_is("10")
    await book.page.get_by_role("button", name="Remove Label is Client").click()
    await book.count_is("20")
    await book.page.go_back()
    await book.count_is("10")


async def a_header_sorts_and_turns_around(book: Book) -> None:
    header = book.page.get_by_role("columnheader")
    await book.page.locator("[data-column=company] .grid-heading-button").click()
    await expect(header.filter(has_text="Company")).to_have_attribute("aria-sort", "ascending")
    await expect(book.rows.first.locator(".grid-company")).to_have_text("Company 0")
    await book.page.locator("[data-column=company] .grid-heading-button").click()
    await expect(book.rows.first.locator(".grid-company")).to_have_text("Company 6")
    assert "sort=-company" in book.page.url
    await book.page.reload()
    await book.page.wait_for_selector("html[data-live]")
    await expect(book.rows.first.locator(".grid-company")).to_have_text("Company 6")


async def the_name_sorts_by_either_of_its_parts(book: Book) -> None:
    await book.page.locator("[data-column=name]").hover()
    await book.page.get_by_role("button", name="Sort by name").click()
    await book.page.get_by_role("menuitemcheckbox", name="Family name, Z to A").click()
    await expect(book.rows.first.locator(".grid-link")).to_have_text("Jules 02999")
    assert "sort=-family" in book.page.url


async def test_columns_are_chosen_ordered_widened_and_remembered(
    book: Book, product: Product, reader: Person
) -> None:
    page = book.page
    await page.get_by_role("button", name="Customize columns").click()
    await page.locator(".column-list").get_by_text("Subscription").click()
    await expect(page.locator("[data-column=subscription]")).to_be_visible()
    await page.get_by_role("button", name="Move Subscription up").focus()
    for _ in range(3):
        await page.keyboard.press("Enter")
    await expect(page.locator(".grid-heading").nth(3)).to_have_attribute(
        "data-column", "subscription"
    )
    await page.locator(".column-list li[data-id=labels]").drag_to(
        page.locator(".column-list li[data-id=company]"), target_position={"x": 60, "y": 4}
    )
    await expect(page.locator(".grid-heading").nth(1)).to_have_attribute("data-column", "labels")
    await page.get_by_role("button", name="Done").click()
    edge = await page.locator("[data-column=company] .grid-resize").bounding_box()
    assert edge
    await page.mouse.move(edge["x"] + 4, edge["y"] + 8)
    await page.mouse.down()
    await page.mouse.move(edge["x"] + 64, edge["y"] + 8, steps=4)
    await page.mouse.up()
    shown = "e => e.map(h => h.dataset.column + ' ' + h.offsetWidth)"
    order = [
        "name 248",
        "labels 192",
        "company 236",
        "email 232",
        "subscription 152",
        "phone 152",
        "activity 136",
    ]
    assert await page.locator(".grid-heading").evaluate_all(shown) == order
    await expect(book.row("00003").locator(".grid-subscription")).to_have_text("Subscribed")
    other = await open_book(product, reader)
    await expect(other.page.locator(".grid-heading")).to_have_count(7)
    assert await other.page.locator(".grid-heading").evaluate_all(shown) == order


async def a_header_is_dragged_to_its_place_without_sorting(book: Book) -> None:
    page = book.page
    phone = await page.locator("[data-column=phone] .grid-heading-words").bounding_box()
    second = await page.locator(".grid-heading").nth(1).bounding_box()
    assert phone
    assert second
    await page.mouse.move(phone["x"] + 5, phone["y"] + 5)
    await page.mouse.down()
    await page.mouse.move(second["x"] + 10, phone["y"] + 5, steps=8)
    await page.mouse.up()
    await expect(page.locator(".grid-heading").nth(1)).to_have_attribute("data-column", "phone")
    assert "sort=" not in page.url


async def header_keys_move_and_widen_a_column(book: Book) -> None:
    page = book.page
    heading = page.locator("[data-column=company]")
    await heading.locator("button").focus()
    await page.keyboard.press("Shift+ArrowRight")
    await expect(heading).to_have_css("width", "192px")
    await page.keyboard.press("Alt+ArrowRight")
    await expect(page.locator(".grid-heading").nth(2)).to_have_attribute("data-column", "company")


STORIES = {
    "scrolling": (
        the_first_rows_and_the_count_are_there,
        scrolling_reaches_every_row_and_few_are_kept,
        the_bar_jumps_anywhere_and_back,
        a_jump_sends_what_is_in_view_first,
    ),
    "searching": (
        back_leaves_the_search_as_a_whole,
        search_finds_as_one_types_and_keeps_the_letters,
        nothing_found_leads_back,
        a_keystroke_costs_no_more_than_the_rows_it_shows,
    ),
    "headers": (
        header_keys_move_and_widen_a_column,
        a_header_is_dragged_to_its_place_without_sorting,
        a_header_sorts_and_turns_around,
        the_name_sorts_by_either_of_its_parts,
    ),
}
"""Steps that share a book and its window: making them takes longer than most of the steps."""


@pytest.mark.parametrize("story", STORIES)
async def test_the_list_is_used(story: str, book: Book) -> None:
    for step in STORIES[story]:
        await step(book)


async def test_an_empty_book_says_how_to_begin(product: Product, reader: Person) -> None:
    book = await open_book(product, reader)
    await expect(book.page.get_by_role("heading", name="No contacts yet")).to_be_visible()
    await book.page.locator(".empty-state").get_by_role("button", name="New contact").click()
    await expect(book.page.locator("#contact-form")).to_be_visible()


async def test_mangled_links_find_nobody_or_are_passed_over(
    product: Product, reader: Person
) -> None:
    await fill_book(reader.actor, 5)
    book = await open_book(product, reader)
    for query in (
        "?label=nonsense",
        "?label=Q29udGFjdDox",
        "?q=" + "x" * 900,
        "?label=" + ",".join(f"TGFiZWw6{n}" for n in range(300)),
    ):
        await product.go(book.window, f"/contacts{query}")
        await expect(book.page.get_by_role("heading", name="Nobody found")).to_be_visible()
        await book.page.get_by_role("button", name="Clear search and filters").click()
        await book.count_is("5")
    for query in ("?at=nonsense", "?sort=nonsense", "?subscription=nonsense", "?open=&at="):
        await product.go(book.window, f"/contacts{query}")
        await book.count_is("5")
