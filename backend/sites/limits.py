"""How many, how long, how often."""

from __future__ import annotations

from datetime import timedelta

NAME_LENGTH = 120
ADDRESS_LENGTH = 2000
SEARCH_LENGTH = 100
MAX_SITES = 20_000
"""Of one account."""
MAX_LINKS = 100
"""Sites of one contact."""
CHECKED_EVERY = timedelta(days=1)
CERTIFICATE_WARNING = timedelta(days=14)
"""Before its end a certificate is a problem: whoever renews it by hand needs some days."""
