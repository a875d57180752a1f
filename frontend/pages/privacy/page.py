"""The places of privacy requests."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.privacy.listing import PrivacyPage
from frontend.pages.privacy.places import LIST
from frontend.routes import Command, Page

PAGES = (Page(LIST, PrivacyPage, title=lambda: t("Privacy requests"), skeleton="list"),)
COMMANDS = (
    Command(
        "privacy",
        label=lambda: t("Privacy requests"),
        icon="shield-user",
        href=LIST,
        permission="MANAGE_PRIVACY",
    ),
)
