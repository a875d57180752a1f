"""The list of a contact's projects, followed."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.hooks import use_can, use_live, use_store, use_task
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_projects.project import ProjectCard
from frontend.pages.contact_projects.state import MOST, Listed, ProjectList
from frontend.session import current_session

NOT_BEGUN: ProjectList | None = None


@component
def ProjectsTab(contact_id: str) -> VdomDict:
    """What the contact asked for on marketplaces, newest first."""
    session, kept, page = current_session(), use_ref(NOT_BEGUN), use_contact_page()
    if kept.current is None:
        kept.current = ProjectList(session, contact_id)
        first = page.first("projects")
        if first is not None:
            kept.current.take(first)
    projects = kept.current

    async def read_first() -> None:
        if projects.listed.value is None:
            await projects.read()

    async def follow(_: dict[str, Any]) -> None:
        await projects.read()

    use_task(read_first, [], loading=session)
    use_live(
        load("projects/projects_changed"),
        {"contactId": contact_id},
        follow,
        after=page.cursor.value,
    )
    return html.div({"className": "projects"}, Projects(projects, key="list"))


@component
def Projects(projects: ProjectList) -> VdomDict:
    """The newest projects, and the way to the others."""
    listed: Listed | None = use_store(projects.listed)
    can_write = use_can("WRITE_CONTACTS")
    failed: bool = use_store(projects.failed)
    if listed is None and failed:
        return EmptyState(
            t("The projects could not be read"),
            t("The server did not answer as it should. What you have is safe."),
            action=Button(t("Try again"), variant="primary", on_click=projects.read),
            drawing="lost",
        )
    if listed is None:
        return Skeleton("list", lines=4)
    if not listed.projects:
        return EmptyState(
            t("No projects yet"),
            t("What this contact asks for on a marketplace comes in here, by the API."),
            drawing="cards",
        )
    hidden = listed.total - len(listed.projects)

    async def more() -> None:
        await projects.read(more=True)

    return html.div(
        html.ul(
            {"className": "project-list", "aria-label": t("Projects")},
            *(
                ProjectCard(
                    projects,
                    project,
                    can_write,
                    is_open=len(listed.projects) == 1,
                    key=project["id"],
                )
                for project in listed.projects
            ),
        ),
        Button(
            tn("Show {count} more", "Show {count} more", min(hidden, MOST - len(listed.projects))),
            small=True,
            variant="ghost",
            on_click=more,
        )
        if hidden > 0 and len(listed.projects) < MOST
        else None,
    )
