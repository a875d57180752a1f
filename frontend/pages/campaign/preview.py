"""The letter beside its parts, as a contact would get it, wide or narrow."""

from __future__ import annotations

from collections.abc import Sequence

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Choice, Combobox, IconButton, Skeleton
from frontend.hooks import use_query, use_store
from frontend.locale import t
from frontend.operations import load
from frontend.pages.campaign.composer import Composer
from frontend.pages.contact_parts.finding import find_contacts
from frontend.session import Session, current_session
from frontend.store import Store

NONE_FOUND: list[Choice] = []


@component
def Preview(composer: Composer, reader: Store[Choice | None]) -> VdomDict:
    """The letter as it was saved last."""
    version: int = use_store(composer.campaign, lambda campaign: campaign["version"])
    chosen: Choice | None = use_store(reader)
    narrow, set_narrow = use_state(False)
    kept = use_ref(NONE_FOUND)
    session = current_session()

    def choose(value: str) -> None:
        reader.set(next((each for each in kept.current if each.value == value), None))

    async def search(text: str) -> Sequence[Choice]:
        kept.current = await find_contacts(session, text)
        return kept.current

    return html.section(
        {"className": "campaign-preview", "aria-label": t("Preview")},
        html.div(
            {"className": "campaign-preview-bar"},
            html.div(
                {"className": "campaign-preview-as"},
                Combobox(
                    id="preview-as",
                    label=t("Preview as"),
                    search=search,
                    selected=(chosen,) if chosen else (),
                    on_select=choose,
                    placeholder=t("Preview as a contact"),
                ),
            ),
            html.div(
                {"className": "campaign-widths", "role": "group", "aria-label": t("Width")},
                IconButton(
                    "monitor",
                    t("As on a computer"),
                    on_click=lambda: set_narrow(False),
                    pressed=not narrow,
                    attributes={"key": "wide"},
                ),
                IconButton(
                    "smartphone",
                    t("As on a phone"),
                    on_click=lambda: set_narrow(True),
                    pressed=narrow,
                    attributes={"key": "narrow"},
                ),
            ),
        ),
        Letter(
            composer.campaign.value["id"],
            chosen.value if chosen else None,
            version,
            narrow=narrow,
            key="letter",
        ),
    )


@component
def Letter(
    campaign_id: str, contact_id: str | None, version: int, *, narrow: bool
) -> VdomDict | Component:
    """The page that the server draws, in a frame that can do nothing."""
    path = use_path(campaign_id, contact_id, version)
    if path is None:
        return Skeleton("detail")
    return html.div(
        {"className": "campaign-frame", "data-narrow": "" if narrow else None},
        html.iframe(
            {
                "src": path,
                "sandbox": "allow-popups allow-popups-to-escape-sandbox",
                "title": t("The letter"),
                "referrerPolicy": "no-referrer",
            }
        ),
    )


def use_path(campaign_id: str, contact_id: str | None, version: int) -> str | None:
    """Return where the letter is drawn; another version is asked for anew."""
    session: Session = current_session()
    asked: tuple[str | None, int] = (contact_id, version)
    shown, set_shown = use_state(asked)
    read = use_query(
        load("campaigns/preview_campaign"), {"id": campaign_id, "contactId": contact_id}
    )
    if shown != asked and session is not None:
        set_shown(asked)
        read.refetch()
    return None if read.data is None else str(read.data["campaignPreview"])
