"""What is in the form of an automation, and what the API takes and refuses of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from frontend.client import UserError
from frontend.pages.board_automations.words import BY_STEP

NOBODY = ""
Automation = Mapping[str, Any]
Values = Mapping[str, Any]

_FIELDS = {
    "title": "title",
    "dueInDays": "days",
    "assigneeId": "assigneeId",
    "savedReplyId": "savedReplyId",
    "labelId": "labelId",
    "memberId": "memberId",
}


def begin_with(automation: Automation | None, known: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Return what the form begins with: an automation, or the first of all that there is."""

    def first(of: str, place: int = 0) -> str:
        return str(known[of][place]["id"]) if len(known[of]) > place else ""

    new = automation is None
    given: Automation = automation or {}
    days = given.get("dueInDays")
    task = given.get("action") == "ADD_TASK"
    return {
        "trigger": given.get("trigger") or BY_STEP,
        "stepId": given.get("stepId") or first("steps"),
        "action": given.get("action") or "ADD_TASK",
        "title": given.get("title") or "",
        "days": "" if days is None else str(days),
        "assigneeId": (given.get("memberId") or NOBODY) if task else NOBODY,
        "savedReplyId": given.get("savedReplyId") or first("replies"),
        "labelId": given.get("labelId") or first("labels"),
        "memberId": given.get("memberId") or first("members"),
        "targetStepId": given.get("targetStepId") or first("steps", 1),
        "enabled": True if new else given["enabled"],
    }


def input_of(values: Values) -> dict[str, Any]:
    """Return what the API takes to change an automation; days that are no whole number are sent as
    out of range.
    """
    days = values["days"].strip()
    actions: dict[str, dict[str, Any]] = {
        "ADD_TASK": {
            "addTask": {
                "title": values["title"],
                "dueInDays": _days(days),
                "assigneeId": values["assigneeId"] or None,
            }
        },
        "SEND_SAVED_REPLY": {"sendSavedReply": {"savedReplyId": values["savedReplyId"]}},
        "ADD_LABEL": {"addLabel": {"labelId": values["labelId"]}},
        "NOTIFY": {"notify": {"memberId": values["memberId"]}},
        "MOVE_CARD": {"moveCard": {"stepId": values["targetStepId"]}},
    }
    return {
        "trigger": values["trigger"],
        "stepId": values["stepId"] if values["trigger"] == BY_STEP else None,
        "action": actions[values["action"]],
        "enabled": values["enabled"],
    }


def same_input(automation: Automation, *, enabled: bool) -> dict[str, Any]:
    """Return what the API takes to leave an automation as it is, but switched on or off."""
    values = begin_with(automation, {"steps": (), "replies": (), "labels": (), "members": ()})
    return {**input_of(values), "enabled": enabled}


def _days(typed: str) -> int | None:
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else -1


def at_fields(errors: Sequence[UserError]) -> list[UserError]:
    """Return refusals at the fields of the form that they are of."""
    return [{**error, "path": [_field(error["path"])]} for error in errors]


def _field(path: Sequence[str]) -> str:
    last = path[-1] if path else ""
    if last == "stepId":
        return "targetStepId" if "moveCard" in path else "stepId"
    return _FIELDS.get(last, "")
