"""The certificate of an erasure, to be printed: what went and what stayed, not of whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button
from frontend.locale import format_date, format_datetime, t, tn
from frontend.pages.privacy_erasure.held import erased_list, kept_lines
from frontend.pages.privacy_erasure.words import Erasure

_print = Vdom("carnet-print")


def PrintButton() -> VdomDict:
    """Draw the button that opens the browser's own dialog, which saves PDFs too."""
    return _print(
        {"key": "print"}, Button(t("Print or save as PDF"), variant="primary", icon="printer")
    )


def sheet(request: Erasure, certificate: Mapping[str, Any], account: str) -> VdomDict:
    """Draw the sheet."""
    overwritten = certificate["overwrittenAt"]
    return html.article(
        {"className": "erasure-sheet", "aria-labelledby": "erasure-name"},
        html.p({"className": "erasure-account", "dir": "auto"}, account),
        html.h2({"id": "erasure-name", "className": "erasure-name"}, t("Certificate of erasure")),
        html.p(
            {"className": "erasure-lead"},
            tn(
                "The personal data of the person who asked was erased: {count} contact.",
                "The personal data of the person who asked was erased: {count} contacts.",
                certificate["contactCount"],
            ),
        ),
        html.dl(
            {"className": "erasure-facts"},
            *_fact(t("Asked for"), _moment(request["createdAt"])),
            *_fact(t("Written down by"), request["createdBy"]),
            *_fact(t("Confirmed"), _moment(certificate["confirmedAt"])),
            *_fact(t("Confirmed by"), certificate["confirmedBy"]),
            *_fact(t("Erased"), _moment(certificate["erasedAt"])),
            *_fact(
                t("Overwritten in the files of the database"),
                _moment(overwritten) if overwritten else t("Within a day"),
            ),
        ),
        html.h3({"className": "erasure-heading"}, t("What went")),
        erased_list(certificate["erased"]),
        html.p(
            {"className": "erasure-text"},
            tn(
                "{count} text about somebody else named the person, and does so no more.",
                "{count} texts about others named the person, and do so no more.",
                certificate["rewrittenCount"],
            ),
        )
        if certificate["rewrittenCount"]
        else None,
        html.h3({"className": "erasure-heading"}, t("What stays, and why")),
        *kept_lines(certificate["kept"], _purged(certificate)),
    )


def _purged(certificate: Mapping[str, Any]) -> VdomDict | None:
    """Draw that the time of what was kept is over."""
    if certificate["purgedAt"] is None:
        return None
    words = tn(
        "Purged after retention: {count} document, on {day}.",
        "Purged after retention: {count} documents, the last one on {day}.",
        certificate["purgedCount"],
        day=format_date(certificate["purgedAt"], "long"),
    )
    return html.p({"className": "erasure-text"}, html.strong(words))


def _fact(name: str, value: str) -> tuple[VdomDict, VdomDict]:
    return html.dt({"key": f"{name}:name"}, name), html.dd({"key": name, "dir": "auto"}, value)


def _moment(instant: str) -> str:
    return format_datetime(instant, "long")
