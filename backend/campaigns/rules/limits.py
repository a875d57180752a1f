"""How long texts of campaigns may be, and how many things there may be."""

from __future__ import annotations

SUBJECT_LENGTH = 200
PREHEADER_LENGTH = 200
NAME_LENGTH = 200
ADDRESS_LENGTH = 254
FILTER_LENGTH = 20_000
MAX_BLOCKS = 100
LINE_LENGTH = 300
"""Of a heading, the words on a button, the words for an image."""
TEXT_LENGTH = 20_000
"""Of one block of text, as HTML."""
BLOCKS_LENGTH = 400_000
"""Of all blocks as they are kept."""
DEEPEST = 60
"""Elements of a block of text that are one within the other."""
URL_LENGTH = 2000
KEY_LENGTH = 32
FOOTER_LENGTH = 500
DETAIL_LENGTH = 500
CODE_LENGTH = 24
MAX_CAMPAIGNS = 5000
"""Of an account, those deleted aside."""
DEFAULT_RATE = 120
MAX_RATE = 30_000
"""Letters a minute."""
