"""The Google accounts that somebody connected: one is chosen, each can be disconnected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Avatar, Button, ConfirmDialog, Time
from frontend.errors import explain
from frontend.hooks import use_mutation, use_toast, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.google_import.connecting import ConnectButton
from frontend.pages.google_import.fetch_button import Choosing
from frontend.pages.google_import.labels import Labels

Account = Mapping[str, Any]


@component
def Accounts(accounts: Sequence[Account], choosing: Choosing) -> VdomDict:
    """The accounts, and the labels of the one that is chosen: at first the last connected."""
    wanted, set_wanted = use_url_state("account")
    newest = max(accounts, key=lambda each: str(each["connectedAt"]))
    chosen = next((each for each in accounts if each["id"] == wanted), newest)

    def choose(event: Mapping[str, Any]) -> None:
        set_wanted(event["target"]["value"])

    return html.div(
        {"className": "google-columns"},
        html.section(
            {"className": "google-accounts", "aria-labelledby": "google-accounts", "key": "those"},
            html.h2({"className": "google-heading", "id": "google-accounts"}, t("Google account")),
            html.ul(
                {"className": "google-account-list"},
                *(
                    AccountRow(
                        each,
                        chosen=each["id"] == chosen["id"],
                        choose=choose,
                        key=f"{each['id']}:{each['id'] == chosen['id']}:{each['isConnected']}",
                    )
                    for each in accounts
                ),
            ),
            ConnectButton(t("Connect another account"), key="connect"),
            html.p(
                {"className": "google-text"},
                t("Only you see these accounts. What you import is everybody’s here."),
            ),
        ),
        Labels(chosen, choosing, key=f"labels:{chosen['id']}:{chosen['isConnected']}"),
    )


@component
def AccountRow(account: Account, *, chosen: bool, choose: Any) -> VdomDict:
    """One account: chosen by its radio button, with what can be done about it."""
    asks, set_asks = use_state(False)
    disconnect, _ = use_mutation(load("google/disconnect_google_account"))
    toast = use_toast()
    email = account["email"]

    async def confirmed(_: object) -> None:
        outcome = await disconnect({"id": account["id"]})
        set_asks(False)
        for refusal in outcome.errors:
            toast(explain(refusal), kind="error")
        if outcome.ok:
            toast(t("{email} is disconnected", email=email))

    return html.li(
        {"className": "google-account"},
        html.label(
            {"className": "google-account-choice"},
            html.input(
                {
                    "type": "radio",
                    "name": "google-account",
                    "value": account["id"],
                    "defaultChecked": chosen,
                    "data-transient": "",
                    "onChange": choose,
                }
            ),
            Avatar(email),
            html.span(
                {"className": "google-account-words"},
                html.bdi({"className": "google-account-email"}, email),
                html.span({"className": "google-account-since"}, _state(account)),
            ),
        ),
        html.div(
            {"className": "google-account-actions"},
            None
            if account["isConnected"] or chosen  # beside its labels there is one already
            else ConnectButton(
                t("Connect again"), account_id=account["id"], small=True, key="again"
            ),
            Button(
                t("Disconnect"),
                small=True,
                variant="ghost",
                on_click=lambda: set_asks(True),
                attributes={"aria-label": t("Disconnect {email}", email=email)},
            ),
        ),
        ConfirmDialog(
            t("Disconnect {email}?", email=email),
            t(
                "Carnet forgets its key to this account, and tells Google to take it back. "
                "Contacts that were imported stay here."
            ),
            confirm=t("Disconnect"),
            on_confirm=confirmed,
            on_close=lambda: set_asks(False),
            danger=True,
            key="confirm",
        )
        if asks
        else None,
    )


def _state(account: Account) -> Any:
    if account["isConnected"]:
        return html.span(t("Connected"), " ", Time(account["connectedAt"]))
    return html.span({"className": "google-lost"}, t("Google no longer lets Carnet in"))
