"""Contacts on their way from Google: how far it is, waiting, and what to do where it stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Notice
from frontend.errors import explain
from frontend.hooks import use_store
from frontend.locale import format_number, format_time, t, tn
from frontend.operations import load
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.sending import DiscardButton
from frontend.pages.contact_import.steps import StepFrame, StepHeading

_RECONNECT = frozenset({"GOOGLE_REVOKED", "GOOGLE_DISCONNECTED", "GOOGLE_CONTACTS_NOT_ALLOWED"})
GOOGLE = "/contacts/import/google"


@component
def Fetching(one: OneImport) -> VdomDict:
    """The bar while it goes on; the reason and the way on where it does not."""
    found: Import = use_store(one.shown)
    problem = found["problem"]
    return StepFrame(
        found,
        "file",
        StepHeading(
            "file",
            t("Fetching stopped") if problem else t("Fetching your contacts from Google…"),
            t("What was fetched so far is kept.")
            if problem
            else t(
                "You can leave this page or close the window: it goes on, and this page shows how "
                "far it is. Nothing is imported yet."
            ),
        ),
        _stopped(one, problem) if problem else None,
        _bar(found["fetch"], is_stopped=bool(problem)),
        actions=DiscardButton(one, key="discard"),
    )


def _stopped(one: OneImport, problem: Mapping[str, Any]) -> VdomDict:
    async def go_on(_: object) -> None:
        data = await one.session.client.run(
            load("google/resume_google_import"), {"input": {"id": one.id}}
        )
        for refusal in data["resumeGoogleImport"]["errors"]:
            one.session.toasts.show(explain(refusal), kind="error")
        await one.read()

    words = explain({"code": problem["code"], "path": [], "parameters": problem["parameters"]})
    again = Button(t("Go on"), small=True, variant="primary", on_click=go_on)
    if problem["code"] not in _RECONNECT:
        return Notice(html.p(words), kind="error", action=again)
    return Notice(
        html.p(words),
        html.p(t("Connect it, come back here, and go on.")),
        kind="error",
        action=html.div(
            {"className": "import-fetch-ways"},
            Button(t("Connect again"), small=True, href=GOOGLE),
            again,
        ),
    )


def _bar(fetch: Mapping[str, Any], *, is_stopped: bool) -> VdomDict:
    people, expected = fetch["people"], fetch["expected"]
    part = min(people / expected, 1.0) if expected else 0.0
    words = [_count(people, expected)]
    if fetch["waitingUntil"] and not is_stopped:
        until = datetime.fromisoformat(fetch["waitingUntil"])
        words.append(
            t(
                "Google asks us to wait; it goes on by itself at {time}",
                time=format_time(until, "medium"),
            )
        )
    return html.div(
        {"className": "import-progress", "data-expected": expected or None},
        html.div(
            {
                "className": "import-bar",
                "role": "progressbar",
                "aria-label": t("Fetching"),
                "aria-valuemin": 0,
                "aria-valuemax": 100,
                "aria-valuenow": int(part * 100) if expected else None,
                "style": {"--arrived": f"{part:.4f}"},
            }
        ),
        html.p({"className": "import-amounts"}, " · ".join(words)),
    )


def _count(people: int, expected: int | None) -> str:
    if expected is None:
        return tn("{count} contact", "{count} contacts", people)
    done = format_number(min(people, expected))
    return tn("{done} of {count} contact", "{done} of {count} contacts", expected, done=done)


def fetch_facts(fetch: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what is to be said of contacts that were fetched: names and values."""
    facts = [
        (t("From", context="google"), fetch["account"] or t("Google Contacts")),
        (t("Label", context="google"), fetch["selection"] or t("All contacts")),
        (t("Fetched"), tn("{count} contact", "{count} contacts", fetch["people"])),
    ]
    if fetch["onlyChanges"]:
        facts[2] = (
            t("New or changed"),
            tn("{count} contact", "{count} contacts", fetch["people"]),
        )
    return facts


def fetch_remarks(fetch: Mapping[str, Any]) -> list[str]:
    """Return what is particular about contacts that were fetched."""
    remarks = []
    if fetch["isRestarted"]:
        remarks.append(
            t("Google no longer knew what had changed since last time, so all contacts came.")
        )
    if fetch["removed"]:
        remarks.append(
            tn(
                "{count} contact was deleted at Google since. It stays here until you delete it.",
                "{count} contacts were deleted at Google since. They stay here until you delete "
                "them.",
                fetch["removed"],
            )
        )
    if fetch["leftOut"]:
        remarks.append(
            tn(
                "{count} value was left out: a contact has at most 50 e-mails, phones and "
                "addresses.",
                "{count} values were left out: a contact has at most 50 e-mails, phones and "
                "addresses.",
                fetch["leftOut"],
            )
        )
    return remarks
