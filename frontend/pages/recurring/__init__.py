"""Recurring invoices: the list, a new one, and one of them.

page      the places
listing   the list; row belongs to it
new       a new one, from an invoice
one       one of them: its days, what was made, what each says (said), its draft
schedule  the form of a schedule, with its next days
change    another schedule, from now on
words     schedules and outcomes in the reader's language
acts      verbs, with the words that say so and their undo
"""
