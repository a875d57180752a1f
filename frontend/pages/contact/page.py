"""Everything about one contact, in one place."""

from __future__ import annotations

from urllib.parse import unquote

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.hooks import use_params, use_store, use_task
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.card.slot import CardBeside
from frontend.pages.contact.details import Details
from frontend.pages.contact.header import ContactHeader
from frontend.pages.contact.middle import Middle
from frontend.pages.contact.narrow import narrow_switch
from frontend.pages.contact.side import Side
from frontend.pages.contact.state import PATTERN, TAB, PageState, open_contact_page
from frontend.pages.contact_card.following import Conflict, Follow
from frontend.pages.contact_form.slot import FormSlot
from frontend.pages.contact_parts.fields import FollowFields
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contacts_grid.way_back import list_url
from frontend.routes import Page
from frontend.session import current_session


@component
def ContactPage() -> Component | None:
    """The page of the contact in the path; another contact's is another component."""
    contact_id = unquote(use_params(PATTERN).get("id", ""))
    return OpenContact(contact_id, key=contact_id) if contact_id else None


@component
def OpenContact(contact_id: str) -> VdomDict:
    """One contact's page. It renders when the contact is there or gone; the parts watch the rest by
    themselves.
    """
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = open_contact_page(session, contact_id)
    state = kept.current
    known_as: str | None = use_store(state.contact, lambda contact: contact and contact["id"])
    missing: bool = use_store(state.missing)
    failed: bool = use_store(state.failed)
    use_task(state.read, [], loading=session)

    @use_effect(dependencies=[known_as])
    def go_to_who_was_kept() -> None:
        if known_as not in (None, contact_id):
            go(session, contact_url(known_as, session.location.value.query.get(TAB)), replace=True)

    return html.div(
        {"className": "contact"},
        ContactHeader(state, key="header"),
        _unread(state)
        if failed and known_as is None
        else _body(state, present=known_as is not None, missing=missing),
        FormSlot(key="form"),
        CardBeside(key="card"),
        Follow(state, key="follow"),
        FollowFields(key="follow-fields"),
        Conflict(state, key="conflict"),
    )


NOT_BEGUN: PageState | None = None


def _unread(state: PageState) -> VdomDict:
    return html.div(
        {"className": "contact-lost", "key": "unread"},
        EmptyState(
            t("The contact could not be read"),
            t("The server did not answer as it should. What you have is safe."),
            action=Button(t("Try again"), variant="primary", on_click=state.read),
            drawing="lost",
        ),
    )


def _body(state: PageState, *, present: bool, missing: bool) -> VdomDict:
    if missing:
        return html.div(
            {"className": "contact-lost", "key": "lost"},
            EmptyState(
                t("This contact is gone"),
                t("It was deleted, or belongs to another account."),
                action=Button(t("Back to the list"), href=list_url(state.session)),
                drawing="lost",
            ),
        )
    if not present:
        return html.div(
            {"className": "contact-columns", "key": "skeleton"},
            html.div({"className": "contact-details"}, Skeleton("detail", lines=8)),
            html.div({"className": "contact-middle"}, Skeleton("list", lines=6)),
            html.div({"className": "contact-side"}, Skeleton("detail", lines=4)),
        )
    return html.div(
        {"className": "contact-columns", "key": "columns"},
        narrow_switch(state.session),
        Details(state, key="details"),
        Middle(state, key="middle"),
        Side(state, key="side"),
    )


PAGES = (Page(PATTERN, ContactPage, title=lambda: t("Contact"), skeleton="detail"),)
