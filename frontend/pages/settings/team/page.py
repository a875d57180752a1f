"""The team tab."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Notice, Panel
from frontend.hooks import use_can, use_changes, use_query, use_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.layout import SettingsLayout, Waiting
from frontend.pages.settings.team.invitations import InvitationList
from frontend.pages.settings.team.invite import InviteDialog
from frontend.pages.settings.team.members import MemberRow
from frontend.pages.settings.words import ROLES, role_name, role_text
from frontend.routes import Command, Page


@component
def TeamPage() -> VdomDict:
    """Who works here, and what each may do."""
    data, _, error, refetch = use_query(load("team/list_members"))
    use_changes(("MEMBER", "INVITATION"), lambda event: refetch())
    manages, viewer = use_can("MANAGE_TEAM"), use_viewer()
    inviting, set_inviting = use_state(False)
    found = (data or {}).get("viewer")
    if found is None or viewer is None:
        return SettingsLayout("team", Waiting("list", error, refetch))

    def close() -> None:
        set_inviting(False)
        refetch()

    owners = sum(member["role"] == "OWNER" for member in found["members"])
    return SettingsLayout(
        "team",
        None
        if manages
        else Notice(html.p(t("Owners and admins can invite people and change roles."))),
        Panel(
            t("Members"),
            html.ul(
                {
                    "className": "settings-list",
                    "id": "members",
                    "tabIndex": -1,
                    "aria-label": t("Members"),
                },
                *(
                    MemberRow(member, viewer.role, owners, refetch, key=member["id"])
                    for member in found["members"]
                ),
            ),
        ),
        InvitationList(found["invitations"], found["mailDelivery"], refetch, key="invitations")
        if manages
        else None,
        _roles(),
        InviteDialog(viewer.role, close, key="invite") if inviting else None,
        primary=Button(
            t("Invite"), icon="user-plus", variant="primary", on_click=lambda: set_inviting(True)
        )
        if manages
        else None,
    )


def _roles() -> VdomDict:
    return Panel(
        t("What roles may do"),
        html.dl(
            {"className": "settings-facts"},
            *(
                html.div(
                    {"key": role, "className": "settings-fact"},
                    html.dt(role_name(role)),
                    html.dd(role_text(role)),
                )
                for role in ROLES
            ),
        ),
    )


PAGES = (Page("/settings/team", TeamPage, title=lambda: t("Team"), skeleton="list"),)
COMMANDS = (
    Command(
        "settings.team",
        label=lambda: t("Team"),
        icon="users-round",
        href="/settings/team",
        group=lambda: t("Settings"),
    ),
)
