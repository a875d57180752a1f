"""What happened to workflow cards, in words; what a card is called stands below the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from frontend.errors import explain
from frontend.locale import format_date, format_money, t
from frontend.pages.contact.parts import ContactStory, Entry, who


def _added(entry: Entry) -> str:
    board, step = _place(entry)
    if not board or not step:
        return t("{who} added a card", who=who(entry))
    return t("{who} added a card to {step} in {board}", who=who(entry), step=step, board=board)


def _moved(entry: Entry) -> str:
    board, step = _place(entry)
    kind = entry["payload"].get("stepKind")
    if not board or not step:
        return t("{who} moved a card", who=who(entry))
    if kind == "won":
        return t(
            "{who} moved a card to {step} in {board}: won", who=who(entry), step=step, board=board
        )
    if kind == "lost":
        return _lost(entry, board, step)
    return t("{who} moved a card to {step} in {board}", who=who(entry), step=step, board=board)


def _lost(entry: Entry, board: str, step: str) -> str:
    reason = entry["payload"].get("lostReason")
    if not reason:
        return t(
            "{who} moved a card to {step} in {board}: lost", who=who(entry), step=step, board=board
        )
    return t(
        "{who} moved a card to {step} in {board}: lost, {reason}",
        who=who(entry),
        step=step,
        board=board,
        reason=reason,
    )


def _updated(entry: Entry) -> str:
    payload = entry["payload"]
    fields = set(payload.get("fields") or ())
    before, after = payload.get("before") or {}, payload.get("after") or {}
    if len(fields) != 1:
        return t("{who} changed a card", who=who(entry))
    (field,) = fields
    if field == "title" and before.get("title"):
        return t("{who} renamed the card “{before}”", who=who(entry), before=before["title"])
    if field == "dueOn":
        return _due(entry, after.get("dueOn"))
    if field == "value":
        return _value(entry, after.get("value"))
    if field == "assignee":
        return _assigned(entry, before.get("assignee"), after.get("assignee"))
    if field == "labels":
        return _labelled(entry, before.get("labels"), after.get("labels"))
    if field in ("contact", "contacts"):
        return t("{who} changed whom a card is about", who=who(entry))
    if field == "documents":
        return _documents(entry, before.get("documents"), after.get("documents"))
    if field == "lostReason":
        return t("{who} changed why a card was lost", who=who(entry))
    return t("{who} changed a card", who=who(entry))


def _due(entry: Entry, day: str | None) -> str:
    if not day:
        return t("{who} took the due date off a card", who=who(entry))
    return t("{who} made a card due on {day}", who=who(entry), day=format_date(day))


def _value(entry: Entry, value: Mapping[str, Any] | None) -> str:
    if not value:
        return t("{who} took the value off a card", who=who(entry))
    amount = format_money(value["minor"], value["currency"])
    return t("{who} valued a card at {amount}", who=who(entry), amount=amount)


def _assigned(entry: Entry, before: str | None, after: str | None) -> str:
    if after:
        return t("{who} gave a card to {name}", who=who(entry), name=after)
    if before:
        return t("{who} took a card off {name}", who=who(entry), name=before)
    return t("{who} changed whose card it is", who=who(entry))


def _labelled(entry: Entry, before: Sequence[str] | None, after: Sequence[str] | None) -> str:
    if after and not before:
        return t("{who} put {labels} on a card", who=who(entry), labels=", ".join(after))
    if before and not after:
        return t("{who} took {labels} off a card", who=who(entry), labels=", ".join(before))
    return t("{who} changed the labels of a card", who=who(entry))


def _documents(entry: Entry, before: Sequence[str] | None, after: Sequence[str] | None) -> str:
    numbers = ", ".join(number for number in after or before or () if number)
    if not numbers:
        return t("{who} changed the quotes and invoices of a card", who=who(entry))
    if after:
        return t("{who} linked {numbers} to a card", who=who(entry), numbers=numbers)
    return t("{who} took {numbers} off a card", who=who(entry), numbers=numbers)


def _automated(entry: Entry) -> str:
    payload = entry["payload"]
    if payload.get("outcome") not in (None, "", "done"):
        return t("An automation could not run for a card: {why}", why=_why(payload["outcome"]))
    return {
        "add_task": t("An automation added a task for a card"),
        "send_saved_reply": t("An automation sent a saved reply for a card"),
        "add_label": t("An automation put a label on a card"),
        "notify": t("An automation told somebody of a card"),
        "move_card": t("An automation moved a card"),
    }.get(payload.get("action") or "", t("An automation ran for a card"))


def _why(code: str) -> str:
    return explain({"code": code, "path": [], "parameters": []})


def _place(entry: Entry) -> tuple[str, str]:
    payload = entry["payload"]
    return payload.get("workflow") or "", payload.get("stepName") or ""


STORIES = (
    ContactStory(
        "CARD",
        label=lambda: t("Workflow cards"),
        icon="square-kanban",
        order=40,
        words={
            "card.added": _added,
            "card.updated": _updated,
            "card.moved": _moved,
            "card.automated": _automated,
            "card.archived": lambda entry: t("{who} archived a card", who=who(entry)),
            "card.unarchived": lambda entry: t(
                "{who} took a card out of the archive", who=who(entry)
            ),
            "card.deleted": lambda entry: t("{who} deleted a card", who=who(entry)),
            "card.restored": lambda entry: t("{who} restored a card", who=who(entry)),
            "card.item_added": lambda entry: t(
                "{who} added a point to the checklist of a card", who=who(entry)
            ),
            "card.item_done": lambda entry: t("{who} ticked off a point of a card", who=who(entry)),
            "card.item_reopened": lambda entry: t(
                "{who} took the tick off a point of a card", who=who(entry)
            ),
            "card.item_reworded": lambda entry: t(
                "{who} worded a point of a card anew", who=who(entry)
            ),
            "card.item_deleted": lambda entry: t("{who} deleted a point of a card", who=who(entry)),
            "card.item_restored": lambda entry: t(
                "{who} brought back a point of a card", who=who(entry)
            ),
            "card.note_added": lambda entry: t("{who} wrote a note on a card", who=who(entry)),
            "card.note_edited": lambda entry: t("{who} edited a note on a card", who=who(entry)),
            "card.note_deleted": lambda entry: t("{who} deleted a note on a card", who=who(entry)),
            "card.note_restored": lambda entry: t(
                "{who} restored a note on a card", who=who(entry)
            ),
            "card.file_added": lambda entry: t("{who} added a file to a card", who=who(entry)),
            "card.file_deleted": lambda entry: t("{who} deleted a file of a card", who=who(entry)),
            "card.file_restored": lambda entry: t(
                "{who} brought back a file of a card", who=who(entry)
            ),
        },
    ),
)
