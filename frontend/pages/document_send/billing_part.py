"""The part of the settings of billing that letters have."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.document_send.letters_part import LettersPart
from frontend.pages.settings.billing.parts import BillingPart

PARTS = (BillingPart("letters", lambda: t("Letters"), "mail", order=70, draw=LettersPart),)
