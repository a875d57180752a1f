"""The place where contacts are fetched from Google."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import EmptyState, Notice, PageHeader, Skeleton
from frontend.error_words import ERROR_WORDS
from frontend.errors import explain
from frontend.hooks import use_can, use_changes, use_query, use_toast, use_url_state
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_import.page import NotAllowed
from frontend.pages.google_import.accounts import Accounts
from frontend.pages.google_import.connecting import ConnectButton
from frontend.pages.google_import.fetch_button import Choosing, Chosen, FetchButton
from frontend.pages.google_import.setup import Setup
from frontend.routes import Command, Page
from frontend.store import Store

PLACE = "/contacts/import/google"


@component
def GooglePage() -> VdomDict | Component:
    """What fits: the setup, the first account, or the accounts that there are."""
    allowed = use_can("WRITE_CONTACTS")
    data, _, _, refetch = use_query(load("google/read_google_accounts"), skip=not allowed)
    use_changes(("GOOGLE_ACCOUNT", "CONTACT_IMPORT"), lambda event: refetch())
    refused, _ = use_url_state("refused")
    use_greeting()
    choosing: Choosing = use_ref(Store[Chosen | None](None)).current
    if not allowed:
        return NotAllowed(key="not-allowed")
    if data is None:
        return _frame(Skeleton("form", lines=6))
    found: Mapping[str, Any] = data["googleContacts"]
    words = _refused_words(refused)
    said = html.div({"key": "refused"}, Notice(html.p(words), kind="error")) if words else None
    if not found["isConfigured"]:
        return _frame(said, Setup(found["redirectUri"]))
    if found["accounts"]:
        return _frame(
            said,
            Accounts(found["accounts"], choosing, key="accounts"),
            primary=FetchButton(choosing, key="fetch"),
        )
    return _frame(said, _first())


def use_greeting() -> None:
    """Say once that coming back from Google went well."""
    connected, set_connected = use_url_state("connected")
    toast = use_toast()

    @use_effect(dependencies=[connected])
    def greet() -> None:
        if connected:
            toast(t("Your Google account is connected"), kind="success")
            set_connected(None)


def _frame(*children: Any, primary: Any = None) -> VdomDict:
    return html.div(
        {"className": "google"},
        PageHeader(
            t("Google Contacts"),
            back=(t("Import contacts"), "/contacts/import"),
            primary=primary,
        ),
        html.div({"className": "page-content google-content"}, *children),
    )


def _refused_words(code: str) -> str:
    """Return why Google sent somebody back without a code; nothing for what is no such reason."""
    if code not in ERROR_WORDS or not code.startswith("GOOGLE_"):
        return t("This could not be connected. Try once more.") if code else ""
    return explain({"code": code, "path": [], "parameters": []})


def _first() -> VdomDict:
    return EmptyState(
        t("Bring your contacts from Google"),
        t(
            "You choose the account at Google and what comes in. Carnet asks to read contacts and "
            "nothing else: it changes nothing there. Only you see the account that you connect."
        ),
        action=ConnectButton(t("Connect Google"), primary=True, key="connect"),
        drawing="cards",
    )


PAGES = (Page(PLACE, GooglePage, title=lambda: t("Google Contacts"), skeleton="form"),)
COMMANDS = (
    Command(
        "contacts.import.google",
        label=lambda: t("Import from Google Contacts"),
        icon="cloud-download",
        href=PLACE,
        permission="WRITE_CONTACTS",
    ),
)
