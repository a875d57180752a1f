"""Due dates as people say them, in English, French and Italian.

moments    a day with or without a time, and how it is kept; what may be one
words      what every language's words are built from
english, french, italian    the words
reading    a text, or the end of one → a due date
"""

from backend.tasks.due.moments import Due, Moment, due_order
from backend.tasks.due.reading import Found, due_at_the_end, read_due

__all__ = ["Due", "Found", "Moment", "due_at_the_end", "due_order", "read_due"]
