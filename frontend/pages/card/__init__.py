"""A workflow card.

contact_story  what happened to cards, in words
"""
