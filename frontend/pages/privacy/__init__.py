"""Requests of people about their data: the list, a new one, and one of them.

page      the places
listing   the list; state and row belong to it
words     kinds, states and people in the reader's language
"""
