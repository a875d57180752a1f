"""A picture of thirty megabytes in a letter: refused in words, and a smaller one taken after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import expect

from backend.core.ids import encode_id
from tests.browser.axe import violations
from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.campaigns import new_campaign

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only


async def test_a_picture_that_is_too_large_is_said_to_be(
    product: Product, reader: Person, tmp_path: Path
) -> None:
    campaign = await new_campaign(reader.actor)
    page = (await product.visit_as(reader, f"/campaigns/{encode_id('Campaign', campaign.pk)}")).page
    await page.get_by_role("button", name="Add Image").click()
    field = page.locator(".upload input[type=file]")
    small, large = tmp_path / "poster.png", tmp_path / "banner.png"
    Image.new("RGB", (20, 20), "red").save(small)
    large.write_bytes(small.read_bytes() + b"\0" * 30_000_000)
    await field.set_input_files(large)
    await expect(page.locator(".toast")).to_contain_text("too large: at most 10 MB")
    assert await violations(page, ".campaign-letter") == []
    await expect(page.locator("img.campaign-image")).to_have_count(0)
    await field.set_input_files(small)
    await expect(page.locator("img.campaign-image")).to_be_visible()
