"""A book of contacts in a window: made at once, read by one who reads English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from backend.accounts.service.profile import ProfileChange, update_profile
from backend.contacts.drafts import ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service import bulk_create_contacts
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from tests.browser.product import Product
from tests.browser.windows import Window
from tests.factories.accounts import Person

GIVEN = ("Adele", "Bruno", "Chiara", "Denis", "Élodie", "Fabio", "Gaia", "Hugo", "Irene", "Jules")


@pytest.fixture
async def reader(owner: Person) -> Person:
    """The owner, reading English."""
    await update_profile(owner.actor, ProfileChange(locale="en"))
    return owner


async def fill_book(actor: Actor, count: int, *, labels: list[int] | None = None) -> list[str]:
    """Make contacts named `Adele 00000` and on; return their global ids in that order."""
    drafts = [draft(number, count, labels or []) for number in range(count)]
    made = await bulk_create_contacts(actor, drafts)
    assert not made.refused
    return [encode_id("Contact", made.ids[number]) for number in range(count)]


def draft(number: int, count: int, labels: list[int]) -> ContactDraft:
    """Return the contact at a place; every third is subscribed, every second labelled."""
    status = SubscriptionStatus.SUBSCRIBED if number % 3 == 0 else SubscriptionStatus.UNSUBSCRIBED
    return ContactDraft(
        given_name=GIVEN[number * len(GIVEN) // count],
        family_name=f"{number:05}",
        company=f"Company {number % 7}",
        emails=[EmailDraft(f"person{number}@example.org", status=status)],
        phones=[PhoneDraft(f"+39 011 555 {number:05}")],
        label_ids=labels if number % 2 == 0 else [],
    )


@dataclass(frozen=True)
class Book:
    """The contacts page of one window."""

    window: Window
    product: Product

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def rows(self) -> Locator:
        return self.page.locator(".grid-rows > .grid-row")

    @property
    def card(self) -> Locator:
        return self.page.locator("#contact-card")

    @property
    def selected(self) -> Locator:
        return self.page.locator(".selection-count")

    @property
    def toasts(self) -> Locator:
        return self.page.locator(".toasts")

    def row(self, family: str) -> Locator:
        """Return the row of the contact with this family name."""
        return self.rows.filter(has=self.page.locator(".grid-link", has_text=family))

    def tick(self, family: str) -> Locator:
        return self.row(family).locator(".grid-tick")

    async def names(self) -> list[str]:
        """Return the names of the rows in view."""
        names: list[str] = await self.page.evaluate(
            """() => {
              const grid = document.querySelector("carnet-grid");
              const { first, last } = grid.scroller.visible;
              return grid.rows.slice(first - grid.scroller.start, last - grid.scroller.start + 1)
                .map((row) => row.querySelector(".grid-link").textContent);
            }"""
        )
        return names

    async def scroll_to(self, row: int) -> None:
        """Drag the bar to a row, and wait until the rows there are drawn."""
        await self.page.evaluate(
            """async (row) => {
              const grid = document.querySelector("carnet-grid");
              grid.viewport.scrollTop = row * grid.scroller.rowHeight;
              // The browser tells of the scroll in its next frame.
              await new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told)));
            }""",
            row,
        )
        await self.rows_in_view()

    async def rows_in_view(self) -> None:
        """Wait until every row in view is drawn."""
        await self.page.wait_for_function(
            """() => {
              const { rows, scroller } = document.querySelector("carnet-grid");
              const { first, last } = scroller.visible;
              return first >= scroller.start && last < scroller.start + rows.length;
            }"""
        )

    async def place(self) -> dict[str, float]:
        """Return what is at the top of the view, to the pixel."""
        place: dict[str, Any] = await self.page.evaluate(
            """() => {
              const { rows, viewport } = document.querySelector("carnet-grid");
              const head = viewport.querySelector(".grid-head").getBoundingClientRect().bottom;
              const row = rows.find((other) => other.getBoundingClientRect().bottom > head + 1);
              const name = row.querySelector(".grid-link").textContent;
              return { [name]: row.getBoundingClientRect().top };
            }"""
        )
        return place

    async def loaded(self) -> int:
        """Return how many rows the window holds."""
        return await self.rows.count()

    async def heard(self) -> int:
        """Return how many bytes the window has received so far."""
        return sum(len(frame.encode()) for frame in self.window.frames_received)

    async def count_is(self, count: str) -> None:
        await expect(self.page.locator(".page-count")).to_have_text(count)


async def open_book(product: Product, person: Person, query: str = "", **options: Any) -> Book:
    """Open the contacts page and wait for its rows, or for what it shows instead."""
    options.setdefault("viewport", {"width": 1440, "height": 900})
    window = await product.visit_as(person, f"/contacts{query}", **options)
    book = Book(window, product)
    await expect(book.page.locator(".grid-space:not([data-jumps='0'])")).to_have_count(1)
    return book
