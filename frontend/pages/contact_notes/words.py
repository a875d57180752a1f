"""What notes are called."""

from __future__ import annotations

from frontend.components.select import Option
from frontend.locale import t

NO_KIND = ""
ICONS = {"MEETING_SUMMARY": "users", "CALL_SUMMARY": "phone"}


def kind_words(kind: str | None) -> str:
    """Return what a note sums up, in words."""
    if kind == "MEETING_SUMMARY":
        return t("Meeting summary")
    return t("Call summary") if kind == "CALL_SUMMARY" else t("Note")


def kind_options() -> list[Option]:
    """Return what a note may be."""
    return [
        Option(kind, kind_words(kind or None))
        for kind in (NO_KIND, "MEETING_SUMMARY", "CALL_SUMMARY")
    ]
