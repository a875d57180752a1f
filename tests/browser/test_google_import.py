"""Contacts come from Google: connected, one label chosen, imported; then only what changed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from frontend.pages.contact_import import steps
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.fixtures.google_stand_in import GoogleStandIn

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


@pytest.fixture(autouse=True)
def here(
    database: Any,
    google: GoogleStandIn,
    product: Product,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings(), "data_dir", tmp_path / "data")
    monkeypatch.setattr(settings(), "base_url", product.url)
    monkeypatch.setattr(steps, "DOUBLE_CLICK_SECONDS", 0.0)  # nobody clicks twice here


async def import_all(page: Page) -> None:
    """Go through the steps of an import as they are."""
    for _ in range(2):
        await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("button", name="Check the contacts").click()
    await expect(page.locator("#import-check")).to_be_visible()
    await run_due_jobs()
    start = page.locator("#import-start")
    await expect(start).to_be_enabled()
    await start.click()
    await expect(page.locator("#page").get_by_role("button", name="Stop")).to_be_visible()
    await run_due_jobs()
    await expect(page.get_by_text("The import is done")).to_be_visible()


async def delete_here_too(page: Page) -> None:
    """Delete who was deleted at Google."""
    gone = page.get_by_role("region", name="Deleted at Google, still here")
    await expect(gone).to_contain_text("Anna Moreau 8")
    assert await violations(page) == []
    await gone.get_by_role("button", name="Delete 1 contact here too").click()
    await page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    await expect(gone).to_be_hidden()


async def test_a_label_comes_from_google_and_then_its_changes(
    product: Product, reader: Person, google: GoogleStandIn
) -> None:
    window = await product.visit_as(reader, "/contacts/import", bypass_csp=True)
    window.tolerated.append("favicon.ico")
    page = window.page
    await page.get_by_role("link", name="Connect Google").click()
    await page.get_by_role("button", name="Connect Google").click()
    await page.get_by_role("button", name="Cancel").click()
    await expect(page.get_by_role("alert")).to_contain_text("Google was not allowed")
    await page.get_by_role("button", name="Connect Google").click()
    await page.get_by_role("button", name="ann@example.org").click()
    await expect(page.get_by_text("Your Google account is connected")).to_be_visible()
    await page.get_by_role("radio", name="Clients").check()
    assert await violations(page) == []
    google.trouble(_busy)
    await page.get_by_role("button", name="Fetch 6 contacts").click()
    await expect(page.get_by_role("heading", name="Fetching your contacts")).to_be_visible()
    await run_due_jobs()
    await expect(page.get_by_text("Google asks us to wait")).to_be_visible()
    assert await violations(page) == []
    await _wait_is_over(page)
    await expect(page.locator(".import-sheet tbody tr")).to_have_count(6)
    await import_all(page)
    await page.get_by_role("link", name="Show the imported contacts").click()
    await expect(page.locator(".grid-row:not(.grid-head-row)")).to_have_count(6)
    await expect(page.locator(".grid-row:not(.grid-head-row)").first).to_contain_text("Clients")

    google.change_people()
    await product.go(window, "/contacts/import/google")
    await page.get_by_role("radio", name="Clients").check()
    await expect(page.get_by_role("checkbox", name="Only what is new or changed")).to_be_checked()
    await page.get_by_role("button", name="Fetch changes").click()
    await expect(page.get_by_role("heading", name="Fetching your contacts")).to_be_visible()
    await run_due_jobs()
    await expect(page.locator(".import-sheet tbody tr")).to_have_count(1)
    await expect(page.locator(".import-sheet")).to_contain_text("A new studio")
    await expect(page.get_by_text("1 contact was deleted at Google")).to_be_visible()
    await delete_here_too(page)
    await import_all(page)
    await expect(page.locator(".import-count-updated")).to_contain_text("1")


def _busy() -> Any:
    from tests.fixtures.google_people import refusal

    return refusal(429, "RESOURCE_EXHAUSTED", retry_after="1")


async def _wait_is_over(page: Page) -> None:
    """Run jobs until what Google wanted to wait for is over."""
    while not await page.locator(".import-sheet").count():
        await run_due_jobs()
        await asyncio.sleep(0.1)
