"""The panel of files, and the words of the timeline for them."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel, ContactStory, who
from frontend.pages.contact_attachments.panel import AttachmentsPanel

PANELS = (
    ContactPanel(
        "attachments",
        lambda: t("Attachments"),
        "paperclip",
        order=30,
        component=AttachmentsPanel,
        reads=("attachments",),
    ),
)
STORIES = (
    ContactStory(
        "ATTACHMENT",
        lambda: t("Attachments"),
        "paperclip",
        order=50,
        words={
            "attachment.added": lambda entry: t("{who} added a file", who=who(entry)),
            "attachment.renamed": lambda entry: t("{who} renamed a file", who=who(entry)),
            "attachment.deleted": lambda entry: t("{who} deleted a file", who=who(entry)),
            "attachment.restored": lambda entry: t("{who} brought a file back", who=who(entry)),
        },
    ),
)
