"""How money came, in words."""

from __future__ import annotations

from frontend.locale import t

METHODS = ("TRANSFER", "CARD", "CASH", "CHECK", "DIRECT_DEBIT", "OTHER")


def method_words(method: str) -> str:
    """Return how money came."""
    names = {
        "TRANSFER": t("Bank transfer"),
        "CARD": t("Bank card"),
        "CASH": t("Cash"),
        "CHECK": t("Paper check"),
        "DIRECT_DEBIT": t("Direct debit"),
        "OTHER": t("Another way"),
    }
    return names[method]
