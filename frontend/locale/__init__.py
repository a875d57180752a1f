"""The words of the interface, and how the reader's language writes dates, numbers and money.

English is the message id: `t("Delete {name}?", name=name)`. Translations are in
`<locale>/<area>.po`, one file per page folder (`contacts.po`, `settings.po`, `base.po` for what is
shared); they are read and compiled in memory at the first use, all areas of a language into one
catalog. `tests/frontend` proves that no message is missing.
"""

from frontend.locale.catalogs import LOCALES, best_locale
from frontend.locale.formats import (
    format_bytes,
    format_date,
    format_datetime,
    format_money,
    format_month,
    format_number,
    format_percent,
    format_short_day,
    format_time,
    format_wait,
    territory_name,
)
from frontend.locale.reader import current_locale, current_time_zone, in_locale, use_locale
from frontend.locale.relative import format_relative
from frontend.locale.translate import t, tn

__all__ = [
    "LOCALES",
    "best_locale",
    "current_locale",
    "current_time_zone",
    "format_bytes",
    "format_date",
    "format_datetime",
    "format_money",
    "format_month",
    "format_number",
    "format_percent",
    "format_relative",
    "format_short_day",
    "format_time",
    "format_wait",
    "in_locale",
    "t",
    "territory_name",
    "tn",
    "use_locale",
]
