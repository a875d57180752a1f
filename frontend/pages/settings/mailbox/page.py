"""The mailbox tab."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Chip, ConfirmDialog, Notice, Panel, Time
from frontend.errors import explain
from frontend.hooks import (
    use_can,
    use_changes,
    use_mutation,
    use_query,
    use_task,
    use_toast,
    use_viewer,
)
from frontend.locale import t
from frontend.operations import load
from frontend.pages.mail_parts.problems import problem_words
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.pages.settings.mailbox.form import MailboxForm
from frontend.pages.settings.mailbox.set_aside import SetAside
from frontend.pages.settings.mailbox.values import Mailbox
from frontend.routes import Command, Page

LOOK_SECONDS = 60


@component
def MailboxPage() -> VdomDict:
    """How the mailbox does, and what is set of it; only said of to those who may not."""
    manages, viewer = use_can("MANAGE_MAILBOX"), use_viewer()
    data, _, error, refetch = use_query(load("inbox/read_mailbox"), skip=not manages)
    use_changes(("MAILBOX",), lambda event: refetch())

    async def look_again() -> None:
        """That it was read is no fact of the history: it is, all the time."""
        while manages:
            await asyncio.sleep(LOOK_SECONDS)
            refetch()

    use_task(look_again, [manages])
    if viewer is not None and not manages:
        return SettingsLayout(
            "mailbox", Notice(html.p(t("Owners and admins can set the mailbox up.")))
        )
    if data is None or viewer is None:
        return SettingsLayout("mailbox", Waiting("form", error, refetch))
    mailbox = data["mailbox"]
    return SettingsLayout(
        "mailbox",
        State(mailbox, refetch, key="state") if mailbox else None,
        MailboxForm(mailbox, viewer, refetch, key="form"),
    )


@component
def State(mailbox: Mailbox, on_removed: Callable[[], None]) -> VdomDict:
    """Whether its mail is sent and read, and the way out."""
    asking, set_asking = use_state(False)
    return Panel(
        mailbox["fromAddress"],
        html.dl(
            {"className": "settings-facts"},
            _fact(t("Sending"), _sending(mailbox), mailbox["sendProblem"], mailbox["sendDetail"]),
            _fact(t("Reading"), _reading(mailbox), mailbox["readProblem"], mailbox["readDetail"]),
        ),
        SetAside(mailbox, key="set-aside") if mailbox["setAside"] else None,
        Remove(mailbox["version"], lambda: set_asking(False), on_removed, key="remove")
        if asking
        else None,
        actions=Button(t("Remove"), on_click=lambda: set_asking(True)),
        id="mailbox-state",
    )


def _fact(label: str, state: VdomDict, problem: str | None, detail: str | None) -> VdomDict:
    return html.div(
        {"key": label, "className": "settings-fact"},
        html.dt(label),
        html.dd(
            state,
            html.p({"className": "mailbox-problem"}, problem_words(problem)) if problem else None,
            html.p({"className": "mailbox-detail"}, html.code({"dir": "auto"}, detail))
            if problem and detail
            else None,
        ),
    )


def _sending(mailbox: Mailbox) -> VdomDict:
    if mailbox["sendProblem"]:
        return Chip(t("The last message could not be sent"), color="RED")
    if mailbox["smtp"] is None:
        return html.span(t("By Carnet’s own server"))
    return html.span({"dir": "ltr"}, mailbox["smtp"]["host"])


def _reading(mailbox: Mailbox) -> VdomDict:
    if mailbox["imap"] is None:
        return html.span(t("Answers are not read"))
    if mailbox["readProblem"]:
        return Chip(t("Cannot be read at the moment"), color="RED")
    if mailbox["readAt"] is None:
        return html.span(t("Begins within a minute"))
    return html.span(t("Last read"), " ", Time(mailbox["readAt"]))


@component
def Remove(version: int, on_close: Callable[[], None], on_removed: Callable[[], None]) -> Component:
    """Ask before the mailbox is forgotten."""
    remove, _ = use_mutation(load("inbox/remove_mailbox"))
    toast = use_toast()

    async def confirmed(event: object) -> None:
        outcome = await remove({"version": version})
        on_close()
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if outcome.ok:
            toast(t("The mailbox is forgotten"), kind="success")
        on_removed()

    return ConfirmDialog(
        t("Forget the mailbox?"),
        t(
            "Its passwords are erased, answers are read no more, and messages leave by Carnet’s "
            "own server. The messages in the inbox stay."
        ),
        confirm=t("Forget"),
        on_confirm=confirmed,
        on_close=on_close,
        danger=True,
        key="confirm",
    )


PAGES = (Page("/settings/mailbox", MailboxPage, title=lambda: t("Mailbox"), skeleton="form"),)
COMMANDS = (
    Command(
        "settings.mailbox",
        label=lambda: t("Mailbox"),
        icon="mail",
        href="/settings/mailbox",
        group=lambda: t("Settings"),
        permission="MANAGE_MAILBOX",
    ),
)
