"""The part of the settings of billing."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.payment_reminders.part import RemindersPart
from frontend.pages.settings.billing.parts import BillingPart

PARTS = (BillingPart("reminders", lambda: t("Reminders"), "bell", order=75, draw=RemindersPart),)
