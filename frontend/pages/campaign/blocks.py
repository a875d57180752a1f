"""The parts of a letter, each with its fields; moved, removed and added."""

from __future__ import annotations

from functools import partial
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import (
    Button,
    CheckboxField,
    Icon,
    IconButton,
    TextField,
    Upload,
)
from frontend.components.rich_editor import RichEditor
from frontend.errors import explain, report
from frontend.hooks import use_store
from frontend.locale import t
from frontend.operations import load
from frontend.pages.campaign.composer import Composer
from frontend.session import Session, current_session

KINDS = ("HEADING", "TEXT", "BUTTON", "IMAGE", "DIVIDER")
ICONS = {
    "HEADING": "heading",
    "TEXT": "text-align-start",
    "BUTTON": "mouse-pointer-click",
    "IMAGE": "image",
    "DIVIDER": "minus",
}
MAX_BYTES = 10_000_000


def kind_words(kind: str) -> str:
    """Return what a part is called."""
    return {
        "HEADING": t("Heading"),
        "TEXT": t("Text"),
        "BUTTON": t("Button"),
        "IMAGE": t("Image"),
        "DIVIDER": t("Divider"),
    }[kind]


@component
def Blocks(composer: Composer) -> VdomDict:
    """All parts, and what can be added."""
    use_store(composer.structure)
    generation, session = composer.form.generation, current_session()

    def add(kind: str) -> None:
        key = composer.add(kind)
        place = len(composer.blocks) - 1
        if kind != "IMAGE":
            session.command("focus", id=_first_field(kind, place, key))

    return html.div(
        {"className": "campaign-blocks"},
        html.ol(
            {"className": "campaign-block-list", "aria-label": t("Parts of the letter")},
            *(
                html.li(
                    {
                        "key": f"{block['key']}#{generation}",
                        "className": "campaign-block",
                        "id": f"block-{block['key']}",
                    },
                    _head(composer, block, place),
                    _fields(composer, block, place),
                )
                for place, block in enumerate(composer.blocks)
            ),
        ),
        html.div(
            {"className": "campaign-add", "role": "group", "aria-label": t("Add a part")},
            *(
                Button(
                    kind_words(kind),
                    icon=ICONS[kind],
                    small=True,
                    on_click=partial(add, kind),
                    attributes={"key": kind, "aria-label": t("Add {part}", part=kind_words(kind))},
                )
                for kind in KINDS
            ),
        ),
    )


def _first_field(kind: str, place: int, key: str) -> str:
    return f"up-{key}" if kind == "DIVIDER" else f"field-blocks-{place}-text"


def _head(composer: Composer, block: dict[str, Any], place: int) -> VdomDict:
    key, last = block["key"], len(composer.blocks) - 1
    session = current_session()
    words = kind_words(block["kind"])

    def move(by: int, name: str) -> None:
        composer.move(key, by)
        session.command("focus", id=f"{name}-{key}")

    def remove() -> None:
        composer.remove(key)
        session.toasts.show(t("{part} removed", part=words), undo=composer.undo)

    return html.div(
        {"className": "campaign-block-head"},
        html.span({"className": "campaign-block-kind"}, Icon(ICONS[block["kind"]]), words),
        html.span(
            {"className": "campaign-block-acts"},
            IconButton(
                "arrow-up",
                t("Move {part} {number} up", part=words, number=place + 1),
                on_click=lambda: move(-1, "up"),
                disabled=place == 0,
                attributes={"id": f"up-{key}", "key": "up"},
            ),
            IconButton(
                "arrow-down",
                t("Move {part} {number} down", part=words, number=place + 1),
                on_click=lambda: move(1, "down"),
                disabled=place == last,
                attributes={"id": f"down-{key}", "key": "down"},
            ),
            IconButton(
                "trash-2",
                t("Remove {part} {number}", part=words, number=place + 1),
                on_click=remove,
                attributes={"key": "remove"},
            ),
        ),
    )


def _fields(composer: Composer, block: dict[str, Any], place: int) -> VdomDict | Component | None:
    form, name = composer.form, f"blocks.{place}"
    center = CheckboxField(form, f"{name}.center", label=t("In the middle"), key="center")
    link: dict[str, Any] = {"maxLength": 2000, "inputMode": "url"}
    match block["kind"]:
        case "HEADING":
            heading = TextField(
                form,
                f"{name}.text",
                label=t("Heading"),
                label_hidden=True,
                attributes={"maxLength": 300},
                key="text",
            )
            return html.div({"className": "campaign-block-fields"}, heading, center)
        case "TEXT":
            return RichEditor(
                form, f"{name}.text", label=t("Text"), placeholder=t("Write here"), key="text"
            )
        case "BUTTON":
            return html.div(
                {"className": "campaign-block-fields"},
                TextField(
                    form,
                    f"{name}.text",
                    label=t("Words on it"),
                    attributes={"maxLength": 300},
                    key="text",
                ),
                TextField(
                    form,
                    f"{name}.url",
                    label=t("Leads to"),
                    placeholder="https://",
                    attributes=link,
                    key="url",
                ),
                center,
            )
        case "IMAGE":
            return _image(composer, block, name, link, center)
        case _:
            return None


def _image(
    composer: Composer, block: dict[str, Any], name: str, link: dict[str, Any], center: Component
) -> VdomDict:
    form, image = composer.form, block["image"]
    picture = ImageDrop(
        composer, block["key"], image["path"] if image and "path" in image else "", key="drop"
    )
    if not image:
        return html.div({"className": "campaign-block-fields"}, picture)
    return html.div(
        {"className": "campaign-block-fields"},
        picture,
        TextField(
            form,
            f"{name}.alt",
            label=t("What it shows"),
            hint=t("For whoever does not see it, or hides images."),
            attributes={"maxLength": 300},
            key="alt",
        ),
        TextField(
            form,
            f"{name}.url",
            label=t("Leads to (optional)"),
            placeholder="https://",
            attributes=link,
            key="url",
        ),
        center,
    )


@component
def ImageDrop(composer: Composer, block_key: str, path: str) -> Component:
    """Where a picture is dropped or chosen; with one, the picture itself."""
    session = current_session()

    async def uploaded(image_id: str) -> None:
        composer.give_image(block_key, image_id)

    face = (
        html.img({"className": "campaign-image", "src": path, "alt": t("Change the image")})
        if path
        else html.span(
            {"className": "campaign-drop"},
            Icon("image", size=24),
            html.span(t("Drop an image here, or choose one")),
            html.span({"className": "field-hint"}, t("JPEG, PNG, GIF or WebP, 10 MB at most")),
        )
    )
    return Upload(
        face,
        label=t("Image"),
        accept="image/jpeg,image/png,image/gif,image/webp",
        request_url=lambda: _ticket(session),
        on_uploaded=uploaded,
        max_bytes=MAX_BYTES,
        unfit=t("This is no image that can be used."),
        on_refused=lambda refused: session.toasts.show(explain(refused), kind="error"),
    )


async def _ticket(session: Session) -> str | None:
    try:
        data = await session.client.run(load("campaigns/create_campaign_image_upload"))
    except OperationFailed as error:
        report(error, session)
        return None
    payload = data["createCampaignImageUpload"]
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    url: str | None = payload["url"]
    return url
