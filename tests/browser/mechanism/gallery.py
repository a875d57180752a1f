"""Every component of the design system on one page, for the eye, for axe and for the size of
events.
"""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import (
    COLORS,
    Avatar,
    Button,
    Checkbox,
    CheckboxField,
    Chip,
    Choice,
    Combobox,
    ConfirmDialog,
    Drawer,
    Field,
    FormErrors,
    IconButton,
    Kbd,
    Link,
    Menu,
    MenuHeading,
    MenuItem,
    MenuSeparator,
    Option,
    PageHeader,
    Panel,
    SearchInput,
    Select,
    SelectField,
    Tab,
    Tabs,
    TextField,
    TextInput,
    ToastRegion,
)
from frontend.components.command_palette import CommandPalette
from frontend.components.shortcuts import ShortcutsHelp
from frontend.frame.navigation import Navigation
from frontend.hooks import use_form, use_title, use_toast, use_url_state
from frontend.routes import Command, Registry, Section
from tests.browser.mechanism.gallery_lists import Lists, States

LABELS = [
    Choice(f"l{n}", name, COLORS[n])
    for n, name in enumerate(("client", "vip", "éditeur", "lead", "supplier"))
]


@component
def Gallery() -> VdomDict:
    use_title("Gallery")
    return html.div(
        {"className": "app"},
        html.a({"className": "skip-link", "href": "#page"}, "Skip to the content"),
        Navigation(),
        html.div(
            {"className": "app-body"},
            html.main({"className": "page", "id": "page", "tabIndex": -1}, Page()),
        ),
        ToastRegion(),
        CommandPalette(),
        ShortcutsHelp(),
    )


@component
def Page() -> VdomDict:
    return html.div(
        PageHeader(
            "Components",
            count="12,481",
            search=SearchInput(label="Search by name, e-mail or phone"),
            actions=Menu(
                IconButton("ellipsis", "More actions"),
                [
                    MenuItem("Import contacts", icon="upload", href="#import"),
                    MenuItem("Export", icon="download"),
                ],
                id="page-menu",
                align="end",
            ),
            primary=Button("Contact", icon="plus", variant="primary", keys="c"),
        ),
        html.div(
            {"className": "page-content"},
            Buttons(),
            Fields(),
            Choices(),
            Overlays(),
            Lists(),
            States(),
        ),
    )


@component
def Buttons() -> VdomDict:
    clicks, set_clicks = use_state(0)
    return Panel(
        "Buttons",
        html.div(
            {"className": "dialog-actions", "style": {"justifyContent": "flex-start"}},
            Button(
                f"Clicked {clicks}",
                on_click=lambda: set_clicks(lambda n: n + 1),
                variant="primary",
                attributes={"id": "count"},
            ),
            Button(
                "Secondary",
                icon="mail",
                on_click=lambda event: None,
                attributes={"id": "secondary"},
            ),
            Button("Ghost", variant="ghost"),
            Button("Delete", variant="danger", icon="trash-2"),
            Button("Small", small=True),
            Button("Saving", variant="primary", busy=True),
            Button("Disabled", disabled=True),
            IconButton("crown", "Favourite", pressed=True),
            IconButton("x", "Close", small=True),
        ),
        html.p(Link("A link", href="#here"), " beside ", Kbd("Mod+K"), " and ", Kbd("g", "c")),
        text="One primary action per screen, at the top right.",
    )


@component
def Fields() -> VdomDict:
    form = use_form(
        {"name": "Élodie Ferrari", "email": "", "kind": "WORK", "notes": "", "news": True}
    )

    def refuse() -> None:
        form.show_errors(
            [
                {
                    "code": "EMAIL_INVALID",
                    "path": ["email"],
                    "parameters": [{"name": "value", "value": "x@"}],
                },
                {"code": "ANYTHING", "path": [], "parameters": []},
            ]
        )

    return Panel(
        "Fields",
        html.div(
            {"className": "fields narrow"},
            FormErrors(form),
            html.div(
                {"className": "fields-row"},
                TextField(form, "name", label="Name", required=True),
                TextField(form, "email", label="E-mail", type="email", hint="Where invoices go."),
            ),
            SelectField(
                form, "kind", [Option("HOME", "Home"), Option("WORK", "Work")], label="Kind"
            ),
            TextField(form, "notes", label="Notes", lines=3, placeholder="What to remember"),
            CheckboxField(
                form, "news", label="Send news", hint="They can unsubscribe at any time."
            ),
            Checkbox("Keep me signed in", look="switch", checked=True),
            Field("Colour", Select([Option("1", "Green"), Option("2", "Blue")]), id="colour"),
            html.div(Button("Refuse", on_click=refuse, attributes={"id": "refuse"})),
        ),
    )


@component
def Choices() -> VdomDict:
    first: tuple[str, ...] = ("l0",)
    none: tuple[str, ...] = ()
    chosen, set_chosen = use_state(first)
    created, set_created = use_state(none)
    choices = [*LABELS, *(Choice(f"new-{name}", name, "GRAY") for name in created)]
    by_value = {choice.value: choice for choice in choices}
    country, set_country = use_state("")

    def create(name: str) -> None:
        set_created(lambda names: (*names, name))
        set_chosen(lambda values: (*values, f"new-{name}"))

    return Panel(
        "Choosing",
        html.div(
            {"className": "fields-row narrow"},
            Combobox(
                id="labels",
                label="Labels",
                choices=choices,
                selected=[by_value[value] for value in chosen],
                multiple=True,
                on_select=lambda value: set_chosen(lambda values: (*values, value)),
                on_remove=lambda value: set_chosen(
                    lambda values: tuple(v for v in values if v != value)
                ),
                on_create=create,
                placeholder="Add a label",
            ),
            Combobox(
                id="country",
                label="Country",
                choices=[
                    Choice("FR", "France", hint="+33"),
                    Choice("IT", "Italy", hint="+39"),
                    Choice("BE", "Belgium"),
                ],
                on_select=set_country,
                placeholder="Country",
            ),
        ),
        html.p({"id": "country-chosen"}, country),
        html.div(
            {"className": "chips"},
            *(Chip(color.title(), color=color, attributes={"key": color}) for color in COLORS),
            Chip(
                "Label: client",
                color="TEAL",
                on_remove=lambda: None,
                attributes={"key": "removable"},
            ),
            Chip("Clickable", color="BLUE", on_click=lambda: None, attributes={"key": "clickable"}),
        ),
        html.div(
            {"className": "chips"},
            *(Avatar("Élodie Ferrari", size=size) for size in (20, 24, 32, 48, 72)),
            Avatar("gianni@example.org", size=48),
        ),
    )


@component
def Overlays() -> VdomDict:
    opened, set_opened = use_state("")
    tab, _ = use_url_state("tab", "details")
    toast = use_toast()
    close = lambda: set_opened("")  # noqa: E731

    return Panel(
        "Over the page",
        html.div(
            {"className": "dialog-actions", "style": {"justifyContent": "flex-start"}},
            Button(
                "Confirm", on_click=lambda: set_opened("confirm"), attributes={"id": "open-confirm"}
            ),
            Button(
                "Drawer", on_click=lambda: set_opened("drawer"), attributes={"id": "open-drawer"}
            ),
            Button(
                "Toast",
                on_click=lambda: toast(
                    "1 contact deleted", undo=lambda: toast("Put back", kind="success")
                ),
                attributes={"id": "open-toast"},
            ),
            Menu(
                Button("Menu", icon="chevron-down", attributes={"id": "open-menu"}),
                [
                    MenuHeading("Sort by"),
                    MenuItem("Name", checked=True, on_click=lambda: None),
                    MenuItem("Company", checked=False, on_click=lambda: None),
                    MenuSeparator(),
                    MenuItem("Edit", icon="pencil", keys="e", on_click=lambda: toast("Edited")),
                    MenuItem(
                        "Delete", icon="trash-2", danger=True, hint="Can be undone for 30 days"
                    ),
                ],
                id="menu",
            ),
        ),
        Tabs(
            [
                Tab("details", "Details", "/?tab=details", icon="user"),
                Tab("notes", "Notes", "/?tab=notes", count=12),
                Tab("documents", "Documents", "/?tab=documents"),
            ],
            selected=tab,
            label="Parts of the contact",
        ),
        html.p({"id": "tab"}, tab),
        ConfirmDialog(
            "Delete Élodie Ferrari?",
            "This can be undone for 30 days.",
            confirm="Delete",
            danger=True,
            on_confirm=close,
            on_close=close,
        )
        if opened == "confirm"
        else None,
        Drawer(
            "New contact",
            html.div(
                {"className": "fields"},
                Field("Given name", TextInput(name="given"), id="drawer-given", required=True),
                Field("Family name", TextInput(name="family"), id="drawer-family"),
            ),
            on_close=close,
            actions=html.div(
                {"className": "dialog-actions"},
                Button("Cancel", attributes={"data-close": ""}),
                Button("Save", variant="primary", on_click=close, keys="Mod+Enter"),
            ),
        )
        if opened == "drawer"
        else None,
    )


REGISTRY = Registry(
    sections=(
        Section("contacts", lambda: "Contacts", "users", "/", 10),
        Section("duplicates", lambda: "Duplicates", "copy", "/duplicates", 20),
        Section("settings", lambda: "Settings", "settings", "/settings", 90, place="end"),
    ),
    commands=(
        Command("contact.new", lambda: "New contact", "user-plus", href="/?tab=notes", keys="g n"),
        Command("import", lambda: "Import contacts", "upload", href="/?tab=documents"),
    ),
)
