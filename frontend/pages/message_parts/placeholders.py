"""The places in a saved reply that are filled with what is known: their names, and how they read
where nobody is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from frontend.locale import t
from frontend.viewer import Viewer

_PLACE = re.compile(r"\{\{\s*+([^{}|]{0,60}?)\s*+(?:\|([^{}]{0,200}))?\}\}")


def placeholders() -> list[tuple[str, str]]:
    """Return what can stand in a saved reply, and what it stands for."""
    return [
        ("{{given_name}}", t("Given name")),
        ("{{family_name}}", t("Family name")),
        ("{{full_name}}", t("Full name")),
        ("{{company}}", t("Company")),
        ("{{position}}", t("Position")),
        ("{{email}}", t("E-mail")),
        ("{{my_name}}", t("My name")),
        ("{{my_account}}", t("My account")),
    ]


def filled_for_nobody(reply: Mapping[str, Any], viewer: Viewer | None) -> Mapping[str, Any]:
    """Return a saved reply for somebody of whom nothing is known but the address."""
    known = {"my_name": viewer.user.name, "my_account": viewer.account.name} if viewer else {}

    def value(found: re.Match[str]) -> str:
        return known.get(found[1]) or (found[2] or "").strip()

    subject = reply["subject"]
    return {
        "subject": _PLACE.sub(value, subject) if subject else None,
        "html": _PLACE.sub(lambda found: _markup(found, known), reply["html"]),
    }


def _markup(found: re.Match[str], known: Mapping[str, str]) -> str:
    return escape(known[found[1]]) if found[1] in known else (found[2] or "").strip()
