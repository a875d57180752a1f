"""The contacts: list, card, forms and labels, each a part that changes by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, IconButton, Menu, MenuItem, PageHeader
from frontend.components.command_palette import search_provider
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_location, use_store
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import format_number, t, tn
from frontend.pages.campaign_parts.acts import begin_campaign
from frontend.pages.contact_card.slot import CardSlot
from frontend.pages.contact_export.slot import ExportSlot
from frontend.pages.contact_filters.segments import FollowFilters
from frontend.pages.contact_form.slot import FormSlot
from frontend.pages.contact_jobs.slot import JobsSlot
from frontend.pages.contact_parts.fields import FollowFields
from frontend.pages.contact_parts.places import TRASH_URL
from frontend.pages.contacts_grid.asked import use_listing
from frontend.pages.contacts_grid.column_chooser import ColumnChooser
from frontend.pages.contacts_grid.contact_list import ContactList
from frontend.pages.contacts_grid.filters import FilterNotice, Filters
from frontend.pages.contacts_grid.grid import Grid
from frontend.pages.contacts_grid.palette import find_contacts
from frontend.pages.contacts_grid.search_box import SearchBox
from frontend.pages.contacts_grid.trash import BinPage, TrashNotice
from frontend.pages.contacts_grid.way_back import kept_selection, leave_list, remember_list
from frontend.pages.field_manager.slot import FieldManagerSlot
from frontend.pages.label_manager.slot import LabelManagerSlot
from frontend.routes import Command, Page, Section
from frontend.session import current_session


@component
def ContactsPage() -> VdomDict:
    """The whole page. It renders once: what it holds watches the URL and the list by itself."""
    session = current_session()
    contacts: ContactList = use_ref(ContactList(session.client)).current
    return html.div(
        {"className": "contacts"},
        html.section(
            {"className": "contacts-list", "aria-labelledby": "page-title"},
            ContactsHeader(contacts, key="header"),
            html.div(
                {"className": "contacts-tools"},
                Filters(contacts, key="filters"),
                Columns(contacts, key="columns"),
            ),
            FilterNotice(key="notice"),
            TrashNotice(contacts, key="trash"),
            Grid(contacts, key="grid"),
        ),
        CardSlot(contacts, key="card"),
        FormSlot(key="form"),
        LabelManagerSlot(key="labels"),
        FieldManagerSlot(key="fields"),
        FollowFields(key="follow-fields"),
        FollowFilters(key="follow-filters"),
        ExportSlot(contacts, key="export"),
        JobsSlot(key="jobs"),
        WayBack(contacts, key="way-back"),
    )


@component
def WayBack(contacts: ContactList) -> None:
    """Nothing to see: keeps how the list is left, and takes it up again after a contact's page."""
    use_location()
    session = current_session()
    remember_list(session)
    is_open: bool = use_store(contacts.opened, lambda opened: opened is not None)

    @use_effect(dependencies=[is_open])
    def tick_again() -> None:
        if is_open:
            contacts.select(kept_selection(session, contacts.listing))

    @use_effect(dependencies=[])
    def leave() -> Callable[[], None]:
        return lambda: leave_list(session, contacts.listing, contacts.selection.value)


@component
def ContactsHeader(contacts: ContactList) -> VdomDict:
    """The title, how many, the search, and the way to a new contact."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")

    def change(**query: str) -> None:
        go(session, session.location.value.with_query(query).url)

    return PageHeader(
        t("Contacts"),
        count=Count(contacts, key="count"),
        search=SearchBox(key="search"),
        actions=MoreActions(contacts, key="more"),
        primary=Button(
            t("New contact"),
            icon="plus",
            variant="primary",
            keys="c",
            on_click=lambda: change(new="1"),
            attributes={"className": "contacts-new"},
        )
        if can_write
        else None,
    )


@component
def MoreActions(contacts: ContactList) -> Component:
    """The menu of what is done seldom."""
    session = current_session()
    can_label, can_export = use_can("MANAGE_LABELS"), use_can("EXPORT_CONTACTS")
    can_define, can_write = use_can("MANAGE_CUSTOM_FIELDS"), use_can("WRITE_CONTACTS")
    can_answer, can_send = use_can("MANAGE_PRIVACY"), use_can("SEND_MESSAGES")
    listing = use_listing()
    is_filtered = listing.is_filtered
    total: int = use_store(contacts.segment, lambda segment: segment.total if segment else 0)

    def opening(**query: str) -> Callable[[], None]:
        return lambda: go(session, session.location.value.with_query(query).url)

    entries: list[MenuEntry] = []
    if can_write:
        words = t("Import contacts")
        entries.append(MenuItem(words, icon="upload", href="/contacts/import"))
    if can_export and is_filtered:
        words = tn("Export this contact", "Export these {count} contacts", total)
        entries.append(MenuItem(words, icon="download", on_click=opening(export="result")))
    if can_export:
        words = t("Export all contacts")
        entries.append(MenuItem(words, icon="download", on_click=opening(export="all")))
    if can_send:
        words = t("Write these a campaign") if is_filtered else t("Write a campaign")
        begin = partial(begin_campaign, session, listing.filter())
        entries.append(MenuItem(words, icon="megaphone", on_click=begin))
    if can_label:
        manage = opening(manage="labels")
        entries.append(MenuItem(t("Manage labels"), icon="tags", on_click=manage))
    if can_define:
        manage = opening(manage="fields")
        entries.append(MenuItem(t("Manage fields"), icon="list-plus", on_click=manage))
    recent = opening(recent="actions")
    entries.append(MenuItem(t("Recent actions"), icon="history", on_click=recent))
    entries.append(MenuItem(t("Duplicates"), icon="copy", href="/duplicates"))
    entries.append(MenuItem(t("Trash"), icon="trash-2", href=TRASH_URL))
    if can_answer:
        entries.append(MenuItem(t("Privacy and GDPR"), icon="shield-user", href="/privacy"))
    trigger = IconButton("ellipsis", t("More actions"))
    return Menu(trigger, entries, id="contacts-actions", align="end")


@component
def Count(contacts: ContactList) -> str:
    """How many contacts the list holds, as the reader's language writes numbers."""
    total: int | None = use_store(
        contacts.segment, lambda segment: segment.total if segment else None
    )
    return "" if total is None else format_number(total)


@component
def Columns(contacts: ContactList) -> VdomDict:
    """The button that opens the choice of columns."""
    is_open, set_open = use_state(False)
    in_trash = use_listing().deleted
    return html.div(
        {"className": "contacts-columns"},
        None
        if in_trash
        else IconButton("settings-2", t("Customize columns"), on_click=lambda: set_open(True)),
        ColumnChooser(contacts, on_close=lambda: set_open(False), key="chooser")
        if is_open and not in_trash
        else None,
    )


search_provider(lambda: t("Contacts"))(find_contacts)

PAGES = (
    Page("/contacts", ContactsPage, title=lambda: t("Contacts"), skeleton="list"),
    Page("/contacts/bin", BinPage, title=lambda: t("Trash"), skeleton="list"),
)
SECTION = Section(
    "contacts",
    label=lambda: t("Contacts"),
    icon="users",
    href="/contacts",
    order=10,
    on_phones=True,
)
COMMANDS = (
    Command(
        "contact.new",
        label=lambda: t("New contact"),
        icon="user-plus",
        href="/contacts?new=1",
        keys="c",
        permission="WRITE_CONTACTS",
    ),
    Command(
        "labels.manage",
        label=lambda: t("Manage labels"),
        icon="tags",
        href="/contacts?manage=labels",
        permission="MANAGE_LABELS",
    ),
    Command(
        "fields.manage",
        label=lambda: t("Manage fields"),
        icon="list-plus",
        href="/contacts?manage=fields",
        permission="MANAGE_CUSTOM_FIELDS",
    ),
    Command(
        "contacts.recent",
        label=lambda: t("Recent actions"),
        icon="history",
        href="/contacts?recent=actions",
    ),
    Command("contacts.trash", label=lambda: t("Trash"), icon="trash-2", href=TRASH_URL),
    Command(
        "contacts.export",
        label=lambda: t("Export all contacts"),
        icon="download",
        href="/contacts?export=all",
        permission="EXPORT_CONTACTS",
    ),
)
