"""What a check found, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frontend.locale import format_date, t

Site = Mapping[str, Any]


def problem_words(site: Site) -> str:
    """Return what is wrong with a site; "" when nothing is known to be."""
    problem, until = site["problem"], site["certificateUntil"]
    if problem is None:
        return ""
    if problem == "HTTP_ERROR":
        return t("Answers with error {status}", status=site["httpStatus"])
    if problem == "CERTIFICATE_EXPIRING" and until:
        return t("Certificate expires on {date}", date=format_date(datetime.fromisoformat(until)))
    return {
        "UNKNOWN_DOMAIN": t("Domain does not answer"),
        "PRIVATE_ADDRESS": t("Leads into a private network"),
        "UNREACHABLE": t("Cannot be reached"),
        "TIMED_OUT": t("Does not answer in time"),
        "CERTIFICATE_EXPIRED": t("Certificate has expired"),
        "CERTIFICATE_INVALID": t("Certificate is not trusted"),
        "TOO_MANY_REDIRECTS": t("Leads in circles"),
    }.get(problem, t("Answers what is no web page"))
