"""The parts of the settings of billing that are always there."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.settings.billing.look import LookPart
from frontend.pages.settings.billing.numbers import NumbersPart
from frontend.pages.settings.billing.parts import BillingPart
from frontend.pages.settings.billing.payment import PaymentPart
from frontend.pages.settings.billing.seller import SellerPart
from frontend.pages.settings.billing.taxes import TaxesPart
from frontend.pages.settings.billing.texts import TextsPart

PARTS = (
    BillingPart("seller", lambda: t("Your business"), "building-2", order=10, draw=SellerPart),
    BillingPart("payment", lambda: t("Getting paid"), "landmark", order=20, draw=PaymentPart),
    BillingPart("taxes", lambda: t("Taxes"), "percent", order=30, draw=TaxesPart),
    BillingPart("look", lambda: t("Logo and colour"), "image", order=40, draw=LookPart),
    BillingPart("numbers", lambda: t("Numbers and fields"), "hash", order=50, draw=NumbersPart),
    BillingPart("texts", lambda: t("Texts"), "text-quote", order=60, draw=TextsPart),
)
