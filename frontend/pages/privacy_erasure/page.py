"""The place of an erasure."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.privacy.places import ERASURE
from frontend.pages.privacy_erasure.one import ErasurePage
from frontend.routes import Page

PAGES = (Page(ERASURE, ErasurePage, title=lambda: t("Erasure"), skeleton="detail"),)
