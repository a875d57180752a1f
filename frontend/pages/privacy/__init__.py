"""Requests of people about their data: the list, a new one, and a copy.

page      the places
listing   the list; row belongs to it
new       a new request: what, by whom, and whose data it is
people    the contacts that may be the person, to be ticked
one       a copy: until it is made, and how it is passed on (passing, letter)
acts      verbs, with the words that say so
due       the deadline, counted down by the browser
words     kinds, states and people in the reader's language
"""
