"""The drawer of a new contact, and of an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import (
    Button,
    Combobox,
    Dialog,
    Drawer,
    FormErrors,
    Notice,
    TextField,
)
from frontend.hooks import Draft, Form, use_can, use_form, use_store
from frontend.locale import t
from frontend.pages.contact_form.addresses import address_row
from frontend.pages.contact_form.custom_fields import CustomFields
from frontend.pages.contact_form.duplicates import Duplicates
from frontend.pages.contact_form.rows import Rows, email_row, phone_row
from frontend.pages.contact_form.values import CONSENT, errors_by_row
from frontend.pages.contact_parts.fields import own_fields
from frontend.pages.contact_parts.labels import create_label, label_choices, use_labels
from frontend.pages.contact_parts.suggesting import suggesting
from frontend.pages.contact_parts.words import field_label
from frontend.session import current_session
from frontend.store import Store

DrawPhoto = Callable[[Form], Component]
Save = Callable[[Mapping[str, Any]], Any]
"""Takes the form's values and returns refusals: None when it was saved, none of them when it is not
settled yet.
"""


@component
def ContactForm(
    title: str,
    initial: Mapping[str, Any],
    draft: Draft,
    photo: DrawPhoto,
    *,
    save: Save,
    on_close: Callable[[], None],
    contact_id: str | None = None,
) -> VdomDict:
    """Every field of a contact. What is typed is a draft at once; closing asks about it."""
    session, typed = current_session(), use_ref(Store(0)).current
    restored, set_restored = use_state(draft.value is not None)
    leaving, set_leaving = use_state(False)
    busy, set_busy = use_state(False)
    # A second click may be on its way while the first is answered; it finds nothing to do.
    settled = use_ref(False)
    form = use_form(
        initial, draft=draft, on_change=lambda name, value: typed.update(lambda count: count + 1)
    )
    country = session.viewer.value.account.country if session.viewer.value else ""

    async def send() -> None:
        if settled.current:
            return
        settled.current = True
        set_busy(True)
        try:
            refused: Sequence[UserError] | None = await save(form.values)
            if refused is None:
                await draft.discard()
            else:
                settled.current = False
                form.show_errors(errors_by_row(refused, form.values, own_fields(session)))
        except BaseException:
            settled.current = False
            raise
        finally:
            set_busy(False)

    async def discard() -> None:
        await draft.discard()
        form.reset(initial)
        set_restored(False)

    async def give_up() -> None:
        await draft.discard()
        on_close()

    def close() -> None:
        if form.dirty.value:
            set_leaving(True)
        else:
            on_close()

    drawer = Drawer(
        title,
        _restored(discard) if restored else None,
        FormErrors(form, key=f"errors-{form.generation}"),
        _Body(form, photo(form), country, typed, key=f"body-{form.generation}"),
        on_close=close,
        id="contact-form",
        guarded=True,
        actions=html.div(
            {"className": "form-footer"},
            Duplicates(form, typed, contact_id, key="duplicates"),
            html.div(
                {"className": "dialog-actions"},
                DraftState(draft, key="draft"),
                Button(t("Cancel"), on_click=close),
                Button(
                    t("Save"),
                    variant="primary",
                    keys="Mod+Enter",
                    on_click=send,
                    busy=busy,
                    attributes={"id": "save-contact"},
                ),
            ),
        ),
    )
    return html.div(
        {"className": "contact-form"},
        drawer,
        _leaving(lambda: set_leaving(False), on_close, give_up) if leaving else None,
    )


@component
def _Body(form: Form, photo: Component, country: str, typed: Store[int]) -> VdomDict:
    return html.div(
        {"className": "form"},
        html.div(
            {"className": "form-who", "key": "who"},
            photo,
            html.div(
                {"className": "form-names"},
                TextField(
                    form,
                    "givenName",
                    label=t("Given name"),
                    autofocus=True,
                    attributes={"maxLength": 200},
                    key="given",
                ),
                TextField(
                    form,
                    "familyName",
                    label=t("Family name"),
                    attributes={"maxLength": 200},
                    key="family",
                ),
            ),
        ),
        html.div(
            {"className": "fields-row", "key": "work"},
            *(
                TextField(
                    form,
                    name,
                    label=field_label(name),
                    attributes={"maxLength": 200},
                    suggest=suggesting(name),
                    key=name,
                )
                for name in ("company", "position")
            ),
        ),
        Rows(
            form,
            "emails",
            email_row,
            title=t("E-mails"),
            add=t("Add an e-mail"),
            remove=t("Remove this e-mail"),
            focus_on="address",
            key="emails",
        ),
        Consent(form, typed, key="consent"),
        Rows(
            form,
            "phones",
            phone_row,
            title=t("Phones"),
            add=t("Add a phone"),
            remove=t("Remove this phone"),
            focus_on="number",
            key="phones",
        ),
        Rows(
            form,
            "addresses",
            address_row,
            title=t("Addresses"),
            add=t("Add an address"),
            remove=t("Remove this address"),
            focus_on="street",
            country=country,
            key="addresses",
        ),
        CustomFields(form, key="custom"),
        LabelsField(form, key="labels"),
    )


@component
def Consent(form: Form, typed: Store[int]) -> Component | None:
    """Where somebody agreed who is subscribed from the first; `typed` moves with every change."""
    is_asked = use_store(
        typed,
        lambda _: (
            CONSENT in form.values
            and any(item["status"] == "SUBSCRIBED" for item in form.values["emails"])
        ),
    )
    if not is_asked:
        return None
    return TextField(
        form,
        CONSENT,
        label=t("Where they agreed"),
        hint=t("Kept as a proof in the history of the subscription."),
        attributes={"maxLength": 500},
        key="where",
    )


@component
def LabelsField(form: Form) -> VdomDict:
    """The labels of the form, made on the spot where there is none of that name."""
    session, labels = current_session(), use_labels()
    can_create = use_can("MANAGE_LABELS")
    chosen, set_chosen = use_state(tuple(form.values["labelIds"]))

    def keep(wanted: tuple[str, ...]) -> None:
        set_chosen(wanted)
        form.set("labelIds", list(wanted))

    def take(label_id: str) -> None:
        present = tuple(form.values["labelIds"])
        keep(present if label_id in present else (*present, label_id))

    def leave(label_id: str) -> None:
        keep(tuple(other for other in form.values["labelIds"] if other != label_id))

    async def create(name: str) -> None:
        if label := await create_label(session, name):
            take(label["id"])

    choices = label_choices(labels)
    return html.section(
        {"className": "field form-labels", "aria-label": t("Labels")},
        html.label({"className": "form-heading", "htmlFor": "form-labels"}, t("Labels")),
        Combobox(
            id="form-labels",
            label=t("Add labels"),
            choices=choices,
            selected=[choice for choice in choices if choice.value in chosen],
            multiple=True,
            on_select=take,
            on_remove=leave,
            on_create=create if can_create else None,
            create_label=lambda text: t("Create the label “{name}”", name=text),
            placeholder=t("Add labels"),
            key="labels",
        ),
    )


@component
def DraftState(draft: Draft) -> VdomDict | None:
    """Says that what was typed is kept."""
    saved_at = use_store(draft.saved_at)
    return html.span(
        {"className": "form-draft", "role": "status"}, t("Draft kept") if saved_at else ""
    )


def _restored(discard: Callable[[], Any]) -> VdomDict:
    return Notice(
        html.p(t("Draft restored: what you had typed is here again.")),
        action=Button(t("Discard"), small=True, on_click=discard),
    )


def _leaving(
    stay: Callable[[], None], keep: Callable[[], None], give_up: Callable[[], Any]
) -> VdomDict:
    """Ask what becomes of what was typed."""
    return Dialog(
        t("Leave without saving?"),
        text=t(
            "What you typed is kept as a draft: you can go on later, here or on another device."
        ),
        on_close=stay,
        id="leaving",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Discard"), variant="ghost", on_click=give_up),
            Button(t("Go on editing"), attributes={"data-close": ""}),
            Button(
                t("Keep the draft"),
                variant="primary",
                on_click=keep,
                attributes={"data-autofocus": ""},
            ),
        ),
    )
