"""What happened to files, in words."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, Entry, who


def _added(entry: Entry) -> str:
    return t("{who} attached {file}", who=who(entry), file=entry["payload"]["name"])


def _renamed(entry: Entry) -> str:
    before, file = entry["payload"]["before"], entry["payload"]["name"]
    return t("{who} renamed {before} to {file}", who=who(entry), before=before, file=file)


def _deleted(entry: Entry) -> str:
    return t("{who} deleted {file}", who=who(entry), file=entry["payload"]["name"])


def _restored(entry: Entry) -> str:
    return t("{who} restored {file}", who=who(entry), file=entry["payload"]["name"])


STORIES = (
    ContactStory(
        "ATTACHMENT",
        label=lambda: t("Attachments"),
        icon="paperclip",
        order=50,
        words={
            "attachment.added": _added,
            "attachment.renamed": _renamed,
            "attachment.deleted": _deleted,
            "attachment.restored": _restored,
        },
    ),
)
