"""What happened to tasks, in words; what is to be done stands below the sentence."""

from __future__ import annotations

from frontend.locale import format_date, t
from frontend.pages.contact.parts import ContactStory, Entry, who

_TIMES = frozenset({"due", "dueAt", "remindAt"})


def _created(entry: Entry) -> str:
    due = entry["payload"].get("due")
    if due:
        return t("{who} added a task for {day}", who=who(entry), day=format_date(due))
    return t("{who} added a task", who=who(entry))


def _updated(entry: Entry) -> str:
    payload = entry["payload"]
    fields = set(payload.get("fields") or ())
    before, after = payload.get("before") or {}, payload.get("after") or {}
    if fields == {"title"} and before.get("title"):
        return t("{who} renamed the task “{before}”", who=who(entry), before=before["title"])
    if fields == {"remindAt"}:
        return t("{who} changed the reminder of a task", who=who(entry))
    if "due" in fields and fields <= _TIMES and "due" in after:
        if after["due"] is None:
            return t("{who} took the date off a task", who=who(entry))
        return t("{who} moved a task to {day}", who=who(entry), day=format_date(after["due"]))
    if fields == {"assignee"}:
        return _assigned(entry, before.get("assignee"), after.get("assignee"))
    return t("{who} changed a task", who=who(entry))


def _assigned(entry: Entry, before: str | None, after: str | None) -> str:
    if after:
        return t("{who} gave a task to {name}", who=who(entry), name=after)
    if before:
        return t("{who} took a task off {name}", who=who(entry), name=before)
    return t("{who} changed a task", who=who(entry))


STORIES = (
    ContactStory(
        "TASK",
        label=lambda: t("Tasks"),
        icon="circle-check",
        order=30,
        words={
            "task.created": _created,
            "task.updated": _updated,
            "task.completed": lambda entry: t("{who} completed a task", who=who(entry)),
            "task.reopened": lambda entry: t("{who} reopened a task", who=who(entry)),
            "task.deleted": lambda entry: t("{who} deleted a task", who=who(entry)),
            "task.restored": lambda entry: t("{who} restored a task", who=who(entry)),
        },
    ),
)
