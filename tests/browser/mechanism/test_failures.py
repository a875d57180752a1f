"""What goes wrong is shown, with the id to quote, and takes nothing else with it."""

from __future__ import annotations

import pytest

from frontend.app import create_frontend
from frontend.routes import Registry
from tests.browser.mechanism import failing
from tests.browser.mechanism.api import MemoryApi
from tests.browser.windows import OpenWindow, Serve


@pytest.fixture
async def url(serve: Serve) -> str:
    api = MemoryApi()
    return await serve(
        create_frontend(api.execute, api.subscribe, root=failing.FailingApp, registry=Registry())
    )


@pytest.mark.expects_error_log
async def test_a_component_that_fails_is_replaced_by_a_panel(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#break")
    panel = page.locator(".error-panel")
    await panel.wait_for()
    assert "This part could not be shown." in await panel.inner_text()
    assert "secret" not in await page.inner_text("body")
    await page.click("#counter")
    await page.get_by_text("Count 1").wait_for()


@pytest.mark.expects_error_log
async def test_a_failed_component_starts_anew_when_the_cause_is_gone(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#break")
    await page.locator(".error-panel").wait_for()
    await page.click("#mend")
    await page.get_by_text("whole").wait_for()
    assert await page.locator(".error-panel").count() == 0


@pytest.mark.expects_error_log
async def test_a_handler_that_fails_becomes_a_toast_with_the_request_id(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#fail")
    toast = page.locator(".toast-error")
    await toast.wait_for()
    assert "Reference req-42" in await toast.inner_text()
    await toast.get_by_label("Close").click()
    await toast.wait_for(state="detached")
    await page.click("#counter")
    await page.get_by_text("Count 1").wait_for()
