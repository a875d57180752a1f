"""How long texts may be, and how many things there may be."""

from __future__ import annotations

ADDRESS_LENGTH = 254
NAME_LENGTH = 200
SUBJECT_LENGTH = 500
EXCERPT_LENGTH = 200
HOST_LENGTH = 253
MESSAGE_ID_LENGTH = 500
DETAIL_LENGTH = 500
REPLY_NAME_LENGTH = 80
PAYMENT_TEXT_LENGTH = 500

HTML_LENGTH = 200_000
"""Of a message that is written here."""
SHOWN_LENGTH = 400_000
"""Of what is kept of a received one, in letters."""
MAX_FILES = 20
MAX_FILES_MB = 20
"""Of a message: what most servers take is 25, and files grow by a third on their way."""
MAX_SAVED_REPLIES = 500
MAX_RECIPIENTS_KEPT = 50
"""Of a received message; it may name ten thousand."""
MAX_REFERENCES = 30
"""The first, and the last ones of a chain: enough to find the thread, and short enough to send."""
MAX_AMOUNT_MINOR = 2_000_000_000
"""As far as the integers of GraphQL reach."""
