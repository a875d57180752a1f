"""The page as it will be printed, beside the form; on phones in front of it."""

from __future__ import annotations

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, Dialog
from frontend.hooks import use_store, use_url_state
from frontend.locale import t
from frontend.pages.document_builder.state import OpenDraft

_pages = Vdom("carnet-builder-pages")
SIDE, NONE, FULL = "side", "none", "full"


def document_pages(pdf_url: str, version: int | str) -> VdomDict:
    """Draw the pages of a document, fetched by the browser and kept until new ones are there."""
    return _pages(
        {
            "className": "builder-pages",
            "data-url": f"{pdf_url}/pages",
            "data-version": str(version),
            "data-words": t("Page {page} of {count}", page="{page}", count="{count}"),
            "key": "pages",
        }
    )


@component
def Preview(draft: OpenDraft) -> VdomDict | None:
    """The pane beside the form, or the dialog that phones show."""
    mode, set_mode = use_url_state("preview", SIDE)
    version, pdf_url = use_store(draft.saved)

    def close() -> None:
        set_mode(None)

    if mode == NONE:
        return None
    pages = document_pages(pdf_url, version) if pdf_url else _nothing_yet()
    if mode == FULL:
        return Dialog(t("Preview"), pages, on_close=close, size="large", id="preview")
    return html.aside(
        {"className": "builder-preview", "aria-label": t("Preview"), "key": "side"}, pages
    )


def _nothing_yet() -> VdomDict:
    return html.div(
        {"className": "builder-pages", "key": "nothing"},
        html.div({"className": "builder-sheet"}, html.p(t("The page appears here as you write."))),
    )


@component
def PreviewButtons() -> VdomDict:
    """What shows and hides the preview: one button where it has a place beside the form, another
    where it has none; the style sheet shows one of them.
    """
    mode, set_mode = use_url_state("preview", SIDE)

    def toggle() -> None:
        set_mode(NONE if mode == SIDE else None)

    def show() -> None:
        set_mode(FULL, push=True)

    return html.span(
        {"className": "builder-preview-buttons"},
        Button(
            t("Preview"),
            icon="eye" if mode != NONE else "eye-off",
            on_click=toggle,
            attributes={
                "aria-pressed": str(mode != NONE).lower(),
                "className": "builder-preview-side",
                "key": "side",
            },
        ),
        Button(
            t("Preview"),
            icon="eye",
            on_click=show,
            attributes={"className": "builder-preview-full", "key": "full"},
        ),
    )
