"""A project with its details."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Chip, Icon, Option, Select, Time
from frontend.fragments import fragment, target
from frontend.locale import format_date, format_money, t
from frontend.pages.contact_projects.state import Project, ProjectList

COLORS = {"NEW": "BLUE", "CONTACTED": "AMBER", "QUOTED": "PURPLE", "WON": "GREEN", "LOST": "GRAY"}


def status_words(status: str) -> str:
    """Return the words of where a project stands."""
    return {
        "NEW": t("New", context="project"),
        "CONTACTED": t("Contacted", context="project"),
        "QUOTED": t("Quoted", context="project"),
        "WON": t("Won", context="project"),
        "LOST": t("Lost", context="project"),
    }[status]


@component
def ProjectCard(
    projects: ProjectList, project: Project, can_write: bool, *, is_open: bool
) -> VdomDict:
    """What is asked for, with what was told of it behind its title."""
    status = project["status"]

    async def change(event: dict[str, Any]) -> None:
        await projects.change_status(project["id"], event["target"]["value"])

    return html.li(
        {"className": "project"},
        html.details(
            {"open": True} if is_open else {},
            html.summary(
                {"className": "project-summary"},
                html.span({"className": "project-title", "dir": "auto"}, project["title"]),
                html.span(
                    {"className": "project-facts"},
                    *([html.strong(_budget(project)), " · "] if project["budget"] else []),
                    project["source"],
                    " · ",
                    Time(project["createdAt"]),
                ),
            ),
            _details(project),
        ),
        Select(
            [Option(each, status_words(each)) for each in COLORS],
            value=status,
            label=t("Status of {title}", title=project["title"]),
            attributes={"onChange": change, "key": status},
        )
        if can_write
        else Chip(status_words(status), color=COLORS[status]),
    )


def _budget(project: Project) -> str:
    budget = project["budget"]
    return format_money(budget["amountMinor"], budget["currency"])


def _details(project: Project) -> VdomDict:
    facts = [(t("Source"), project["source"])]
    if project["budget"]:
        facts.insert(0, (t("Budget"), _budget(project)))
    if project["deadline"]:
        facts.append((t("Deadline"), format_date(project["deadline"], "long")))
    return html.div(
        {"className": "project-details"},
        html.p({"className": "project-description", "dir": "auto"}, project["description"])
        if project["description"]
        else None,
        html.dl(
            {"className": "project-particulars"},
            *(
                html.div({"key": name}, html.dt(name), html.dd(html.bdi(value)))
                for name, value in facts
            ),
        ),
        _files([(file["id"], file["name"]) for file in project["attachments"]])
        if project["attachments"]
        else None,
    )


@fragment(version=lambda files: tuple(files))  # noqa: PLW0108
def _files(files: Sequence[tuple[str, str]]) -> VdomDict:
    """Draw the files that came with a project; the panel of attachments opens them."""
    return html.ul(
        {"className": "project-files", "aria-label": t("Attachments"), "key": "files"},
        *(
            html.li(
                {"key": file_id},
                html.button(
                    {
                        "type": "button",
                        "className": "project-file",
                        "data-id": file_id,
                        "onClick": target("attachments:open"),
                    },
                    Icon("paperclip"),
                    html.bdi(name),
                ),
            )
            for file_id, name in files
        ),
    )
