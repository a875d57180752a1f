"""The panel of files."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactPanel
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
