"""Writing a campaign: its lines, its parts, whom it goes to, and the letter beside them."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    CheckboxField,
    Choice,
    IconButton,
    Menu,
    MenuItem,
    Notice,
    PageHeader,
    TextField,
)
from frontend.hooks import use_form, use_navigate, use_store
from frontend.locale import t
from frontend.pages.campaign.audience import Audience
from frontend.pages.campaign.blocks import Blocks
from frontend.pages.campaign.composer import (
    CONFLICT,
    REFUSED,
    SAVED,
    Composer,
    form_values,
)
from frontend.pages.campaign.fields_bar import FieldsBar
from frontend.pages.campaign.preview import Preview
from frontend.pages.campaign.sending import SendDialog
from frontend.pages.campaign_parts.acts import delete, duplicate, run
from frontend.pages.campaign_parts.words import (
    LIST,
    Campaign,
    campaign_url,
    problem_words,
    title_of,
)
from frontend.session import current_session
from frontend.store import Store

NOT_BEGUN: Composer | None = None
NOBODY: Choice | None = None
DOUBLE_CLICK_SECONDS = 1.0
"""For so long after a test no other one is sent."""


@component
def Writing(campaign: Campaign, mailbox: dict[str, Any] | None, *, on_change: Any) -> VdomDict:
    """The whole page of a draft."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    reader: Store[Choice | None] = use_ref(Store(NOBODY)).current
    form = use_form(form_values(campaign), on_change=lambda *_: _written(kept))
    if kept.current is None:
        kept.current = Composer(session, form, Store(campaign))
    composer = kept.current
    return html.div(
        {"className": "campaign-page"},
        Header(composer, reader, on_change=on_change, key="header"),
        Conflict(composer, on_change=on_change, key="conflict"),
        html.div(
            {"className": "campaign-columns", "key": "columns"},
            html.div(
                {"className": "campaign-letter"},
                _failed(campaign),
                Lines(composer, mailbox, key=f"lines{form.generation}"),
                FieldsBar(key="fields"),
                Blocks(composer, key="blocks"),
                Audience(composer, key="audience"),
                Counting(composer, key=f"counting{form.generation}"),
            ),
            Preview(composer, reader, key="preview"),
        ),
    )


def _written(kept: Any) -> None:
    if kept.current is not None:
        kept.current.written()


def _failed(campaign: Campaign) -> VdomDict | None:
    if campaign["state"] != "FAILED" or not campaign["problem"]:
        return None
    return Notice(html.p(problem_words(campaign["problem"])), kind="error")


@component
def Header(composer: Composer, reader: Store[Choice | None], *, on_change: Any) -> VdomDict:
    """Its name, how it is saved, and what can be done."""
    session, navigate = current_session(), use_navigate()
    campaign: Campaign = use_store(composer.campaign)
    steps: int = use_store(composer.steps)
    asking, set_asking = use_state(False)
    testing, set_testing = use_state(False)
    tested_at = use_ref(-inf)

    async def test() -> None:
        if monotonic() - tested_at.current < DOUBLE_CLICK_SECONDS:
            return
        tested_at.current = inf
        set_testing(True)
        try:
            await composer.settle()
            chosen = reader.value
            given = {"id": campaign["id"], "contactId": chosen.value if chosen else None}
            done = await run(session, "test_campaign", given)
            if done is not None:
                words = t("Sent to {address}", address=done["address"])
                session.toasts.show(words, kind="success")
        finally:
            tested_at.current = monotonic()
            set_testing(False)

    async def ask() -> None:
        await composer.settle()
        set_asking(True)

    async def copy() -> None:
        await composer.settle()
        made = await duplicate(session, campaign["id"])
        if made is not None:
            navigate(campaign_url(made))

    async def remove() -> None:
        await composer.settle()
        if await delete(session, composer.campaign.value):
            navigate(LIST)

    return html.div(
        PageHeader(
            title_of(campaign),
            count=Saved(composer, key="saved"),
            back=(t("Campaigns"), LIST),
            actions=html.div(
                {"className": "campaign-acts"},
                IconButton(
                    "undo-2", t("Undo"), on_click=composer.undo, disabled=not steps, keys="z"
                ),
                Button(
                    t("Send me a test"),
                    icon="mail",
                    on_click=test,
                    busy=testing,
                    attributes={"className": "campaign-test"},
                ),
                Menu(
                    IconButton("ellipsis", t("More actions")),
                    [
                        MenuItem(t("Duplicate"), on_click=copy, icon="copy"),
                        MenuItem(t("Delete"), on_click=remove, icon="trash-2", danger=True),
                    ],
                    id="campaign-menu",
                    align="end",
                ),
            ),
            primary=Button(t("Send …"), icon="send", variant="primary", on_click=ask),
        ),
        SendDialog(composer, on_close=lambda: set_asking(False), on_sent=on_change, key="send")
        if asking
        else None,
    )


@component
def Saved(composer: Composer) -> VdomDict:
    """Whether what is on screen is kept."""
    saved: str = use_store(composer.saved)
    words = {
        SAVED: t("Draft · saved"),
        REFUSED: t("Draft · not saved, see below"),
        CONFLICT: t("Draft · changed elsewhere"),
    }.get(saved, t("Draft · saving …"))
    return html.span({"className": "campaign-saved", "role": "status"}, words)


@component
def Conflict(composer: Composer, *, on_change: Any) -> VdomDict | None:
    """What to do when another window saved it meanwhile."""
    saved: str = use_store(composer.saved)
    if saved != CONFLICT:
        return None
    return Notice(
        html.p(t("It was changed in another window. What you write here is not kept any more.")),
        kind="warning",
        action=Button(t("Show that version"), small=True, on_click=on_change),
    )


@component
def Lines(composer: Composer, mailbox: dict[str, Any] | None) -> VdomDict:
    """Subject, what stands beside it, and who writes."""
    form = composer.form
    return html.div(
        {"className": "campaign-lines"},
        TextField(
            form,
            "subject",
            label=t("Subject"),
            required=True,
            attributes={"maxLength": 200},
            key="subject",
        ),
        TextField(
            form,
            "preheader",
            label=t("Preview text"),
            hint=t("What inboxes show beside the subject."),
            attributes={"maxLength": 200},
            key="preheader",
        ),
        html.div(
            {"className": "campaign-pair", "key": "from"},
            TextField(
                form,
                "fromName",
                label=t("From"),
                placeholder=mailbox["fromName"] if mailbox else "",
                hint=mailbox["fromAddress"] if mailbox else None,
                attributes={"maxLength": 200},
                key="from",
            ),
            TextField(
                form,
                "replyTo",
                label=t("Answers go to"),
                type="email",
                placeholder=mailbox["fromAddress"] if mailbox else "",
                attributes={"maxLength": 254},
                key="reply",
            ),
        ),
        _no_mailbox() if mailbox is None else None,
    )


def _no_mailbox() -> VdomDict:
    return Notice(
        html.p(t("Campaigns are sent by your own mail server. None is set up yet.")),
        kind="warning",
        action=Button(t("Set it up"), small=True, href="/settings/mailbox"),
    )


@component
def Counting(composer: Composer) -> VdomDict | Component:
    """What is counted of its readers."""
    form = composer.form
    return html.section(
        {"className": "campaign-section", "aria-labelledby": "campaign-counting"},
        html.h2({"id": "campaign-counting", "className": "campaign-heading"}, t("Figures")),
        CheckboxField(
            form,
            "trackOpens",
            label=t("Count who opens it"),
            hint=t("By an image of one pixel; many programs load it by themselves, or never."),
            key="opens",
        ),
        CheckboxField(
            form,
            "trackClicks",
            label=t("Count who opens its links"),
            hint=t("Links lead over this server."),
            key="clicks",
        ),
    )
