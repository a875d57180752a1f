"""What happened to files, in words; what they are called stands below."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, Entry, who


def _renamed(entry: Entry) -> str:
    before = [name for change in entry["changes"] for name in change["before"]]
    if not before:
        return t("{who} renamed a file", who=who(entry))
    return t("{who} renamed {before}", who=who(entry), before=before[0])


STORIES = (
    ContactStory(
        "ATTACHMENT",
        label=lambda: t("Attachments"),
        icon="paperclip",
        order=50,
        words={
            "attachment.added": lambda entry: t("{who} added a file", who=who(entry)),
            "attachment.renamed": _renamed,
            "attachment.deleted": lambda entry: t("{who} deleted a file", who=who(entry)),
            "attachment.restored": lambda entry: t("{who} brought a file back", who=who(entry)),
        },
    ),
)
