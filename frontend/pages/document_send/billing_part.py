"""The parts of the settings of billing that letters and online payments have."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.document_send.letters_part import LettersPart
from frontend.pages.document_send.online_part import OnlinePart
from frontend.pages.settings.billing.parts import BillingPart

PARTS = (
    BillingPart("online", lambda: t("Online payment"), "zap", order=25, draw=OnlinePart),
    BillingPart("letters", lambda: t("Letters"), "mail", order=70, draw=LettersPart),
)
