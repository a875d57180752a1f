"""One member of the team: who, which role, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Avatar,
    Chip,
    ConfirmDialog,
    IconButton,
    Menu,
    MenuItem,
    Notice,
    Option,
    Select,
    Time,
)
from frontend.errors import explain
from frontend.hooks import refresh_viewer, use_browser, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.password_dialog import PasswordDialog, Question
from frontend.pages.settings.team.rules import (
    assignable_roles,
    may_change_role,
    may_hand_over,
    may_remove,
)
from frontend.pages.settings.words import role_name

Person = Mapping[str, Any]


@component
def MemberRow(
    member: Person, viewer_role: str, owners: int, refetch: Callable[[], None]
) -> VdomDict:
    """The row, its menu, and the dialog that an entry of the menu opens."""
    dialog, set_dialog = use_state("")
    entries = []
    if may_hand_over(viewer_role, member):
        entries.append(
            MenuItem(
                t("Hand the account over"), icon="crown", on_click=lambda: set_dialog("hand_over")
            )
        )
    if may_remove(viewer_role, member, owners):
        words = t("Leave the account") if member["isViewer"] else t("Remove from the account")
        entries.append(
            MenuItem(
                words, icon="user-round-minus", danger=True, on_click=lambda: set_dialog("remove")
            )
        )
    return html.li(
        {"className": "settings-row"},
        Avatar(member["name"] or member["email"], size=32),
        html.div(
            {"className": "settings-row-words"},
            html.p(
                {"className": "settings-row-title"},
                member["name"] or member["email"],
                Chip(t("You"), dot=False) if member["isViewer"] else None,
            ),
            html.p({"className": "settings-row-text"}, member["email"], *_last_seen(member)),
        ),
        RoleControl(member, viewer_role, refetch, key="role")
        if may_change_role(viewer_role, member, owners)
        else html.span({"className": "settings-role"}, role_name(member["role"])),
        Menu(
            IconButton("ellipsis", t("Actions for {name}", name=member["name"] or member["email"])),
            entries,
            id=f"member-menu-{member['id'].rstrip('=')}",
            align="end",
        )
        if entries
        else html.span({"className": "settings-row-space"}),
        _dialog(dialog, member, lambda: set_dialog(""), refetch),
    )


def _last_seen(member: Person) -> tuple[Any, ...]:
    if member["lastSeenAt"] is None:
        return ()
    return (" · ", t("active"), " ", Time(member["lastSeenAt"]))


@component
def RoleControl(member: Person, viewer_role: str, refetch: Callable[[], None]) -> VdomDict:
    """The role, changed as it is chosen. A refused change puts the old one back and says why."""
    change, state = use_mutation(load("team/change_member_role"))
    attempt, set_attempt = use_state(0)
    toast = use_toast()
    refused = state.outcome.errors if state.outcome else ()

    async def choose(event: dict[str, Any]) -> None:
        role = event["target"]["value"]
        outcome = await change({"id": member["id"], "role": role})
        if not outcome.ok:
            set_attempt(attempt + 1)
            return
        toast(t("{name} is {role} now", name=member["name"], role=role_name(role)), kind="success")
        if member["isViewer"]:
            await refresh_viewer()
        refetch()

    return html.div(
        {"className": "settings-role"},
        Select(
            [Option(role, role_name(role)) for role in assignable_roles(viewer_role)],
            value=member["role"],
            on_change=choose,
            label=t("Role of {name}", name=member["name"] or member["email"]),
            attributes={"key": f"{member['role']}-{attempt}"},
        ),
        Notice(*(html.p(explain(error)) for error in refused), kind="error") if refused else None,
    )


def _dialog(
    name: str, member: Person, close: Callable[[], None], refetch: Callable[[], None]
) -> Component | None:
    if name == "remove":
        return RemoveDialog(member, close, refetch, key="remove")
    if name == "hand_over":
        return HandOverDialog(member, close, refetch, key="hand-over")
    return None


@component
def RemoveDialog(
    member: Person, on_close: Callable[[], None], refetch: Callable[[], None]
) -> Component:
    """Ask before somebody is removed, or leaves."""
    remove, _ = use_mutation(load("team/remove_member"))
    leave, _ = use_mutation(load("team/leave_account"))
    toast, browser = use_toast(), use_browser()
    name, leaves = member["name"] or member["email"], member["isViewer"]

    async def confirmed(event: object) -> None:
        outcome = await (leave({}) if leaves else remove({"id": member["id"]}))
        on_close()
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if not outcome.ok:
            return
        if leaves:
            browser.load("/")
            return
        toast(t("{name} was removed", name=name), kind="success")
        browser.focus("members")
        refetch()

    return ConfirmDialog(
        t("Leave this account?") if leaves else t("Remove {name}?", name=name),
        t("You will not see its contacts any more; what you entered stays.")
        if leaves
        else t(
            "Their sessions and API tokens in this account end at once. What they entered stays."
        ),
        confirm=t("Leave") if leaves else t("Remove"),
        on_confirm=confirmed,
        on_close=on_close,
        danger=True,
        key="confirm",
    )


@component
def HandOverDialog(
    member: Person, on_close: Callable[[], None], refetch: Callable[[], None]
) -> Component:
    """Make somebody else owner, with the password."""
    toast = use_toast()
    name = member["name"] or member["email"]

    async def done(payload: dict[str, Any]) -> None:
        on_close()
        toast(t("{name} is owner now", name=name), kind="success")
        await refresh_viewer()
        refetch()

    question = Question(
        t("Hand the account over to {name}?", name=name),
        t("They become owner, you become admin. Only they can give it back."),
        t("Hand over"),
    )
    return PasswordDialog(
        question,
        load("team/transfer_ownership"),
        done,
        on_close,
        given={"id": member["id"]},
        key="password",
    )
