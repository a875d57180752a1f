"""A new request: what is asked for, by whom, and whose data it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, FormErrors, PageHeader, Skeleton, TextField
from frontend.components.submit_form import SubmitForm
from frontend.errors import report
from frontend.hooks import use_can, use_form, use_query, use_title, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.privacy.choosing import Choosing
from frontend.pages.privacy.forbidden import forbidden
from frontend.pages.privacy.people import Match
from frontend.pages.privacy.places import LIST
from frontend.session import current_session

NOT_ASKED: tuple[str, Sequence[Match], Mapping[str, Any]] | None = None


@component
def NewRequestPage() -> VdomDict:
    """The form, filled from the contact of `?contact=` where one came from it."""
    use_title(t("New privacy request"))
    contact, _ = use_url_state("contact")
    kind, _ = use_url_state("kind")
    part: Component | VdomDict
    if not use_can("MANAGE_PRIVACY"):
        part = forbidden()
    elif contact:
        part = OfContact(unquote(contact), kind, key=contact)
    else:
        part = Asking(kind, {}, key="asking")
    return html.div(
        {"className": "privacy-page"},
        PageHeader(t("New privacy request"), back=(t("Privacy requests"), LIST)),
        html.div({"className": "privacy-body"}, part),
    )


@component
def OfContact(contact_id: str, kind: str) -> VdomDict | Component:
    """The form of a contact that is known already."""
    read = use_query(load("privacy/read_person"), {"id": contact_id})
    if read.data is None and read.loading:
        return Skeleton("form", lines=4)
    return Asking(kind, (read.data or {}).get("contact") or {}, key="asking")


@component
def Asking(kind: str, person: Mapping[str, Any]) -> VdomDict:
    """What and who; below, the contacts that this may be."""
    session = current_session()
    asked, set_asked = use_state(NOT_ASKED)
    busy, set_busy = use_state(False)
    chosen_kind, set_kind = use_state("ERASURE" if kind == "erasure" else "COPY")
    newest = use_ref(0)
    form = use_form(
        {
            "details": {
                "name": person.get("displayName") or "",
                "email": (person.get("primaryEmail") or {}).get("address") or "",
                "phone": (person.get("primaryPhone") or {}).get("number") or "",
            }
        }
    )

    async def find(values: dict[str, Any]) -> None:
        newest.current += 1
        turn = newest.current
        set_busy(True)
        try:
            details = {name: text or None for name, text in values["details"].items()}
            data = await session.client.run(load("privacy/find_people"), details)
        except OperationFailed as error:
            if error.refusals:
                form.show_errors(error.refusals)
            else:
                report(error, session)
            return
        finally:
            set_busy(False)
        form.clear_errors()
        form.saved()  # the request is made by what was found, not by this form
        if turn == newest.current:
            set_asked((uuid4().hex, data["privacyRequestMatches"], details))
            session.command("focus", id="privacy-people")

    return html.div(
        {"className": "privacy-new"},
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            kind_choice(chosen_kind, set_kind),
            html.fieldset(
                {"className": "privacy-details", "key": "details"},
                html.legend({"className": "privacy-legend"}, t("Your client’s details")),
                html.p(
                    {"className": "privacy-faint privacy-wrap"},
                    t("As they gave them to you: one is enough, more find them more surely."),
                ),
                TextField(form, "details.name", label=t("Name"), attributes={"maxLength": 200}),
                TextField(
                    form,
                    "details.email",
                    label=t("E-mail"),
                    attributes={"maxLength": 254, "inputMode": "email"},
                ),
                TextField(
                    form,
                    "details.phone",
                    label=t("Phone"),
                    attributes={"maxLength": 50, "inputMode": "tel"},
                ),
            ),
            html.div(
                {"className": "dialog-actions", "key": "acts"},
                Button(t("Cancel"), href=LIST),
                Button(
                    t("Find the person"),
                    icon="search",
                    type="submit",
                    variant="secondary" if asked else "primary",
                    busy=busy,
                ),
            ),
            on_submit=find,
            label=t("New privacy request"),
            id="privacy-form",
            class_name="form",
            key="form",
        ),
        Choosing(asked[1], asked[2], chosen_kind, person.get("id") or "", key=asked[0])
        if asked
        else None,
    )


def kind_choice(chosen: str, choose: Any) -> VdomDict:
    """Draw the two kinds as cards."""
    words = {
        "COPY": (
            t("Get a copy of their data"),
            t("One file with everything that you hold about them, to pass on to them."),
        ),
        "ERASURE": (
            t("Erase their data"),
            t("You see first what goes and what the law makes you keep. Nothing is erased yet."),
        ),
    }
    return html.fieldset(
        {"className": "privacy-kinds", "key": "kinds"},
        html.legend({"className": "privacy-legend"}, t("What did your client ask for?")),
        *(
            html.label(
                {"className": "privacy-choice", "key": kind},
                html.input(
                    {
                        "type": "radio",
                        "name": "kind",
                        "value": kind,
                        "defaultChecked": kind == chosen,
                        "onChange": lambda event, kind=kind: choose(kind),
                    }
                ),
                html.span(
                    html.span({"className": "privacy-choice-name"}, title),
                    html.span({"className": "privacy-faint privacy-wrap"}, text),
                ),
            )
            for kind, (title, text) in words.items()
        ),
    )
