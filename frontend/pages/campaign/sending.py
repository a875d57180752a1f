"""The last question before a campaign leaves: to how many, now or at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Dialog, Notice, Option, Select, Skeleton
from frontend.components.field import FormErrors
from frontend.components.submit_form import SubmitForm
from frontend.errors import explain
from frontend.hooks import use_form, use_mutation, use_query, use_store, use_toast
from frontend.locale import current_time_zone, t, tn
from frontend.operations import load
from frontend.pages.campaign.composer import Composer
from frontend.pages.campaign.sender_address import NoAddress
from frontend.pages.campaign.times import TIME, TimeField, instant_of

FORM = "send-campaign-form"
NOW, LATER = "now", "later"
NO_WORDS: tuple[str, ...] = ()


@component
def SendDialog(
    composer: Composer, *, on_close: Callable[[], Any], on_sent: Callable[[], Any]
) -> VdomDict | Component:
    """Say what would happen, and let it."""
    campaign = use_store(composer.campaign)
    faults = tuple(dict.fromkeys(explain(each) for each in campaign["problems"]))
    if campaign["filter"] is None:
        faults = (*faults, t("Choose who gets it first."))
    if faults:
        return Dialog(
            t("Not yet"),
            html.ul(
                {"className": "campaign-faults"},
                *(html.li({"key": words}, words) for words in faults),
            ),
            on_close=on_close,
            text=t("This is missing before it can be sent:"),
            id="send-campaign",
        )
    return Question(composer, on_close=on_close, on_sent=on_sent, key="question")


@component
def Question(
    composer: Composer, *, on_close: Callable[[], Any], on_sent: Callable[[], Any]
) -> VdomDict:
    """The number, the time, and the button that names both."""
    campaign = use_store(composer.campaign)
    counted = use_query(load("campaigns/count_audience"), {"filter": campaign["filter"]})
    when, set_when = use_state(NOW)
    send, sending = use_mutation(load("campaigns/send_campaign"))
    schedule, scheduling = use_mutation(load("campaigns/schedule_campaign"))
    toast = use_toast()
    soon = datetime.now(current_time_zone()) + timedelta(hours=1)
    form = use_form({TIME: soon.strftime("%Y-%m-%dT%H:00")})

    if counted.data is None or counted.loading:
        return Dialog(t("Send"), Skeleton("form", lines=3), on_close=on_close, id="send-campaign")
    count = counted.data["campaignAudience"]["recipientCount"]

    async def submit(values: dict[str, Any]) -> None:
        asked = {"id": campaign["id"], "version": campaign["version"], "recipients": count}
        if when == NOW:
            outcome = await send(asked)
        else:
            at = instant_of(form)
            if at is None:
                return
            outcome = await schedule({**asked, "at": at})
        form.show_errors(
            [
                {**each, "path": each["path"] if each["path"] == [TIME] else []}
                for each in outcome.errors
            ]
        )
        if any(each["code"] == "RECIPIENTS_CHANGED" for each in outcome.errors):
            counted.refetch()
        if outcome.ok:
            words = t("On its way") if when == NOW else t("Scheduled")
            toast(words, kind="success")
            on_sent()

    return Dialog(
        t("Send this campaign?"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            html.p(
                {"className": "campaign-count", "key": "count"},
                html.strong(
                    tn("It goes to {count} contact.", "It goes to {count} contacts.", count)
                )
                if count
                else t("Nobody of them can be written to."),
            ),
            html.div(
                {"className": "field", "key": "when"},
                html.label({"className": "field-label", "htmlFor": "send-when"}, t("When")),
                Select(
                    [Option(NOW, t("Now")), Option(LATER, t("At a time"))],
                    value=when,
                    on_change=lambda event: set_when(event["target"]["value"]),
                    attributes={"id": "send-when"},
                ),
            ),
            TimeField(form) if when == LATER else None,
            NoAddress(key="address"),
            Notice(html.p(t("It cannot be called back once it has left.")), kind="info")
            if when == NOW
            else None,
            on_submit=submit,
            label=t("Send"),
            id=FORM,
            class_name="form",
            key="form",
        ),
        on_close=on_close,
        id="send-campaign",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                _verb(when, count),
                type="submit",
                variant="primary",
                icon="send" if when == NOW else "calendar-clock",
                busy=sending.loading or scheduling.loading,
                disabled=not count,
                attributes={"form": FORM},
            ),
        ),
    )


def _verb(when: str, count: int) -> str:
    if when == NOW:
        return tn("Send to {count} contact", "Send to {count} contacts", count)
    return tn("Schedule for {count} contact", "Schedule for {count} contacts", count)
