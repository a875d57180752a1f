"""Why two contacts may be one, and how likely, in words."""

from __future__ import annotations

from collections.abc import Sequence

from frontend.locale import t

CERTAIN, LIKELY = 90, 70


def reason_words(reason: str) -> str:
    """Return the words of a reason; one of a newer server has none."""
    return {
        "EMAIL": t("Same e-mail"),
        "PHONE": t("Same phone"),
        "COMPANY": t("Close name, same company"),
        "DOMAIN": t("Close name, same e-mail domain"),
        "ADDRESS": t("Close name, same address"),
    }.get(reason, "")


def reasons_words(reasons: Sequence[str]) -> str:
    """Return all reasons in one line."""
    return " · ".join(words for reason in reasons if (words := reason_words(reason)))


def score_words(score: int) -> str:
    """Return how likely two contacts are one."""
    if score >= CERTAIN:
        return t("Almost certain")
    return t("Likely") if score >= LIKELY else t("Possible")
