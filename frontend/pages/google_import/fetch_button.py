"""The button that fetches what is chosen; it stands at the top of the page."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from reactpy import component, use_ref
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.errors import explain
from frontend.hooks import use_mutation, use_store, use_toast
from frontend.hooks.navigation import go
from frontend.locale import t, tn
from frontend.operations import load
from frontend.session import current_session
from frontend.store import Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be fetched. `count` is None where Google does not say how many they are."""

    account_id: str
    label: str
    count: int | None
    only_changes: bool


Choosing = Store[Chosen | None]


@component
def FetchButton(choosing: Choosing) -> VdomDict:
    """Fetch, once something is chosen, and go where the import is."""
    chosen: Chosen | None = use_store(choosing)
    create, state = use_mutation(load("google/create_google_import"))
    session, toast = current_session(), use_toast()
    key = use_ref(uuid4().hex)

    async def fetch(_: object) -> None:
        if chosen is None:
            return
        outcome = await create(
            {
                "accountId": chosen.account_id,
                "label": chosen.label,
                "onlyChanges": chosen.only_changes,
                "idempotencyKey": f"{key.current}:{chosen.label}:{chosen.only_changes}",
            }
        )
        for refusal in outcome.errors:
            toast(explain(refusal), kind="error")
        if outcome.ok and outcome.payload:
            go(session, f"/contacts/import/{outcome.payload['contactImport']['id']}")

    return Button(
        _words(chosen),
        variant="primary",
        icon="cloud-download",
        on_click=fetch,
        busy=state.loading,
        disabled=chosen is None or (chosen.count == 0 and not chosen.only_changes),
    )


def _words(chosen: Chosen | None) -> str:
    if chosen is not None and chosen.only_changes:
        return t("Fetch changes")
    if chosen is None or chosen.count is None:
        return t("Fetch the contacts")
    return tn("Fetch {count} contact", "Fetch {count} contacts", chosen.count)
