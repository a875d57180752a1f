"""How large, how many, how long: what is taken of Google, and how patient Carnet is."""

from __future__ import annotations

from datetime import timedelta

from backend.contacts.limits import MAX_VALUES

MEGABYTE = 1_000_000
PAGE_SIZE = 1_000
"""People to a page: the most that the People API gives."""
BATCH_SIZE = 200
"""People asked for by name at once: the most that the People API gives."""
MAX_PAGE_BYTES = 32 * MEGABYTE
MAX_TOKEN_BYTES = MEGABYTE
MAX_PEOPLE = 200_000
"""Google itself keeps at most 50,000 contacts of a person."""
MAX_PAGES = 1_000
MAX_GROUPS = 1_000
MAX_GATHERED_BYTES = 400 * MEGABYTE
VALUE_LENGTH = 2_000
"""Characters of one value; what is longer is refused by the rules for contacts anyway."""
NOTE_LENGTH = 32_000
MOST = {
    "emails": MAX_VALUES,
    "phones": MAX_VALUES,
    "addresses": MAX_VALUES,
    "websites": 10,
    "relations": 10,
    "events": 10,
    "customs": 20,
}
"""Values of one person: those beyond are left out, and counted."""
TITLE_LENGTH = 200
NAME_LENGTH = 255
"""Of a person in the API: ``people/c123``."""
EMAIL_LENGTH = 320
SUBJECT_LENGTH = 255
MOST_REMOVED = 500
"""Contacts of people deleted at Google that an import lists."""
CLOCKS_DIFFER = timedelta(minutes=5)
"""Between Google's clock and ours: who was changed shortly before comes again."""
MAX_ACCOUNTS = 10
"""Google accounts of one person in one account."""
MAX_SIGN_INS = 10
"""Of a person under way: each window that began one may end it."""
SIGN_IN_TIME = timedelta(minutes=10)
REQUEST_SECONDS = 30.0
"""For a whole answer, however slowly it drips."""
TAKEN_UP_AFTER = timedelta(seconds=15)
"""When the process died in the middle, fetching goes on so long after the last page. Where a page
just takes longer, two ask for it and one keeps it."""
FIRST_WAIT_SECONDS = 1.0
"""Before the first repeat; doubled each time."""
LONGEST_WAIT_SECONDS = 600
"""Whoever is told to wait longer is told so, and decides."""
MOST_FAILURES = 6
"""In a row."""
TOKEN_LEEWAY = timedelta(seconds=60)
