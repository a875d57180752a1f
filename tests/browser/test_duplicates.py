"""Likely duplicates: the list, two contacts side by side, merged, undone, dismissed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from backend.contacts.drafts import ContactChanges, EmailDraft, PhoneDraft, ValueDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service import update_contact
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from backend.duplicates.service import catch_up
from tests.browser.axe import OVERLAY, overflow, violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact, read_contact
from tests.factories.custom_fields import new_field

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def new_twins(person: Person, family: str = "Rossi") -> list[int]:
    """Make two contacts that are one person, known as such."""
    address = f"anna.{family.lower()}@example.org"
    first = await new_contact(
        person.actor,
        given_name="Anna",
        family_name=family,
        emails=[EmailDraft(address, status=SubscriptionStatus.SUBSCRIBED)],
    )
    second = await new_contact(
        person.actor,
        given_name="Ana",
        family_name=family,
        company="Studio Rossi",
        emails=[EmailDraft(address, status=SubscriptionStatus.UNSUBSCRIBED)],
        phones=[PhoneDraft("+39 011 000111")],
    )
    await catch_up(person.actor.account_id)
    return [first.pk, second.pk]


async def open_page(product: Product, person: Person, query: str = "", **options: Any) -> Page:
    window = await product.visit_as(person, f"/duplicates{query}", **options)
    return window.page


def pairs(page: Page) -> Locator:
    return page.locator(".pair")


async def test_two_are_reviewed_merged_and_given_back(product: Product, reader: Person) -> None:
    first, second = await new_twins(reader)
    size = (await new_field(reader.actor, "Size", CustomFieldKind.NUMBER)).pk
    for key, value in ((first, "38"), (second, "40.5")):
        version = (await read_contact(reader.actor, key)).version
        values = ContactChanges(custom_values=[ValueDraft(size, value)])
        await update_contact(reader.actor, key, version, values)
    page = await open_page(product, reader)
    await expect(pairs(page)).to_have_count(1)
    await expect(page.locator("#sidebar .section-count")).to_contain_text("1")
    await expect(page.locator(".pair-why")).to_contain_text("Almost certain")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    review = page.locator("#review")
    await expect(review.locator(".merge-fields")).to_be_visible()
    await expect(review.get_by_role("button", name="Merge")).to_be_visible()
    assert "pair=" in page.url
    # What is newer is chosen; somebody may choose otherwise.
    await expect(review.locator("input[name='merge-GIVEN_NAME'][value='other']")).to_be_checked()
    await review.locator("input[name='merge-GIVEN_NAME'][value='kept']").check()
    await expect(review.get_by_role("group", name="Size").get_by_label("40.5")).to_be_checked()
    await review.get_by_role("group", name="Size").get_by_label("38").check()
    await review.get_by_role("group", name="Size").get_by_label("40.5").check()
    await expect(review.locator(".merge-lists")).to_contain_text("Unsubscribed")
    await review.get_by_role("button", name="Merge").click()
    await expect(review).to_have_count(0)
    await expect(page.get_by_role("heading", name="No duplicates")).to_be_visible()
    await expect(page.locator("#sidebar .section-count")).to_have_count(0)
    merged = await read_contact(reader.actor, second)
    assert [value.kept for value in merged.values] == ["40.5"]
    assert (merged.pk, merged.given_name, merged.company) == (first, "Anna", "Studio Rossi")
    assert [email.status for email in merged.emails] == ["unsubscribed"]
    await page.locator(".toasts").get_by_role("button", name="Undo").click()
    await expect(page.locator(".toasts")).to_contain_text("The merge was undone")
    assert (await read_contact(reader.actor, second)).pk == second
    await catch_up(reader.actor.account_id)
    await expect(pairs(page)).to_have_count(1)


async def test_a_pair_is_dismissed_by_a_key_and_put_back(product: Product, reader: Person) -> None:
    await new_twins(reader)
    await new_twins(reader, "Bianchi")
    page = await open_page(product, reader)
    await expect(pairs(page)).to_have_count(2)
    await page.keyboard.press("j")
    await page.keyboard.press("d")
    await expect(pairs(page)).to_have_count(1)
    await expect(page.locator(".pair-link")).to_be_focused()
    await page.locator(".toasts").get_by_role("button", name="Undo").click()
    await expect(pairs(page)).to_have_count(2)


async def test_pairs_enter_and_leave_while_one_looks(product: Product, reader: Person) -> None:
    page = await open_page(product, reader)
    await expect(page.get_by_role("heading", name="No duplicates")).to_be_visible()
    await new_twins(reader)
    await expect(pairs(page)).to_have_count(1)


async def test_who_may_only_look_is_offered_nothing_to_do(
    product: Product, reader: Person, viewer: Person
) -> None:
    await new_twins(reader)
    page = await open_page(product, viewer)
    await expect(pairs(page)).to_have_count(1)
    await expect(page.locator(".pair-dismiss")).to_have_count(0)
    await page.locator(".pair-link").click()
    await expect(page.locator("#review .merge-fields")).to_be_visible()
    await expect(page.locator("#merge")).to_have_count(0)


async def test_a_link_to_a_merged_contact_shows_the_one_that_has_it_all(
    product: Product, reader: Person
) -> None:
    _, second = await new_twins(reader)
    page = await open_page(product, reader)
    await page.locator(".pair-link").click()
    await expect(page.locator("#merge")).to_be_focused()
    await expect(page.locator("#review .merge-fields")).to_be_visible()
    await page.locator("#merge").click()
    await expect(page.locator("#review")).to_have_count(0)
    link = f"/contacts?open={encode_id('Contact', second)}"
    window = await product.visit_as(reader, link)
    await expect(window.page.locator("#contact-card #quick-familyName")).to_have_value("Rossi")


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(theme: str, width: int, product: Product, reader: Person) -> None:
    viewport = {"width": width, "height": 900}
    options: dict[str, Any] = {"color_scheme": theme, "viewport": viewport, "bypass_csp": True}
    page = await open_page(product, reader, **options)
    await expect(page.get_by_role("heading", name="No duplicates")).to_be_visible()
    await check(page, "empty")
    await new_twins(reader)
    await expect(pairs(page)).to_have_count(1)
    await check(page, "list")
    await page.locator(".pair-link").click()
    await expect(page.locator("#review .merge-lists")).to_be_visible()
    await check(page, "review", OVERLAY)


async def check(page: Page, state: str, within: str | None = None) -> None:
    """Hold one state of the page against axe and the window's width."""
    assert await violations(page, within) == [], state
    assert await overflow(page) <= 0, state
