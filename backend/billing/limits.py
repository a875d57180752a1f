"""How many, how long, how much."""

from __future__ import annotations

from decimal import Decimal

NAME_LENGTH = 200
"""Of a seller, a product, a tax."""
LINE_LENGTH = 300
"""Of one line of an address, a header field, a title."""
TEXT_LENGTH = 4_000
"""Of notes, legal terms, descriptions."""
UNIT_LENGTH = 30
CODE_LENGTH = 40
NUMBER_LENGTH = 20
"""Of a document's number; Italy's exchange takes no longer ones."""
MAX_DAYS = 3_650
MAX_HEADER_FIELDS = 10
MAX_TAXES = 100
MAX_PRODUCTS = 20_000
SEARCH_LENGTH = 100
MAX_PRICE_MINOR = 100_000_000_000
MAX_TOTAL_MINOR = 10_000_000_000_000
"""Of a line, a document or a payment: hundreds add up to a number that every client reads."""
PERCENT_DIGITS = 3
"""After the point; kept as thousandths."""
MAX_PERCENT = Decimal(100)
QUANTITY_DIGITS = 4
MAX_QUANTITY = 1_000_000
MAX_LINES = 500
MAX_ROWS = 3_000
"""Of text in all lines, some 60 pages: laying out more takes seconds, and a gigabyte."""
LETTERS_OF_A_ROW = 100
SUBJECT_LENGTH = 300
ADDRESS_LENGTH = 60
"""Of where on the internet somebody is."""
LETTER_LENGTH = 10_000
"""Of a letter that a document goes with."""
REASON_LENGTH = 1_000
MAX_STROKES = 100
MAX_POINTS = 3_000
SIGNING_WIDTH, SIGNING_HEIGHT = 1_000, 300
"""The field that a signature is drawn in; points beyond it are refused."""
MAX_PAYMENTS = 200
"""Of one document."""
MAX_BUNDLE = 1_000
"""PDFs in one archive."""
MAX_EVERY = 99
"""Weeks, months or years between two recurring invoices."""
MAX_TIMES = 999
MAX_RECURRING = 2_000
MAX_DAYS_SHOWN = 60
"""Of the days that a recurring invoice comes next."""
MAX_REMINDERS = 8
"""Of one invoice."""
