"""Lists and states of the design system, for the gallery."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import (
    Avatar,
    Button,
    Column,
    EmptyState,
    Icon,
    Notice,
    Panel,
    Row,
    Skeleton,
    Table,
    Time,
)
from frontend.components.empty_state import Drawing

DRAWINGS: tuple[tuple[str, Drawing], ...] = (
    ("No contacts yet", "list"),
    ("Nothing found", "search"),
    ("No boards yet", "cards"),
    ("No invoices yet", "page"),
    ("Nothing here", "lost"),
)


@component
def Lists() -> VdomDict:
    now = datetime.now(UTC)
    rows = [
        Row(
            "1",
            (
                _person("Élodie Ferrari", "elodie@example.org"),
                "Owner",
                Time(now - timedelta(minutes=5)),
                "1,200.50",
            ),
        ),
        Row(
            "2",
            (
                _person("Gianni Rossi", "gianni@example.org"),
                "Member",
                Time(now - timedelta(days=1)),
                "84.00",
            ),
        ),
        Row(
            "3",
            (
                _person("Adèle Blanc", "adele@example.org"),
                "Viewer",
                Time(now - timedelta(days=90)),
                "12,000.00",
            ),
        ),
    ]
    columns = (
        Column("Name"),
        Column("Role", hide_on_phone=True),
        Column("Seen"),
        Column("Total", align="end"),
    )
    return Panel(
        "A table",
        Table(columns, rows, caption="The team"),
        actions=Button("Invite", icon="plus", small=True),
    )


def _person(name: str, email: str) -> VdomDict:
    return html.div(
        {"className": "table-cell"},
        Avatar(name, size=32),
        html.div({"className": "table-cell-words"}, html.span(name), html.span(email)),
    )


@component
def States() -> VdomDict:
    return Panel(
        "States",
        Notice("The invitation was sent.", kind="success"),
        Notice("Without mail settings, messages are written to the outbox folder.", kind="warning"),
        Notice("Something is worth knowing.", action=Button("Look", small=True)),
        Notice("This could not be saved.", kind="error"),
        Skeleton("list", lines=3),
        Skeleton("form", lines=2),
        html.div(
            {"className": "fields-row"},
            *(
                EmptyState(
                    title,
                    "Contacts appear here as soon as you add or import them.",
                    action=Button("New contact", variant="primary", icon="plus"),
                    drawing=drawing,
                )
                for title, drawing in DRAWINGS
            ),
        ),
        html.p(Icon("shield", label="Liked"), " an icon that speaks"),
    )
