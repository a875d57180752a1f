"""The places of privacy requests."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.privacy.listing import PrivacyPage
from frontend.pages.privacy.new import NewRequestPage
from frontend.pages.privacy.one import OneRequestPage
from frontend.pages.privacy.places import LIST, NEW, ONE
from frontend.routes import Command, Page

PAGES = (
    Page(LIST, PrivacyPage, title=lambda: t("Privacy requests"), skeleton="list"),
    Page(NEW, NewRequestPage, title=lambda: t("New privacy request"), skeleton="form"),
    Page(ONE, OneRequestPage, title=lambda: t("Privacy request"), skeleton="detail"),
)
COMMANDS = (
    Command(
        "privacy",
        label=lambda: t("Privacy requests"),
        icon="shield-user",
        href=LIST,
        permission="MANAGE_PRIVACY",
    ),
)
