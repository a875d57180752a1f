"""Every SELECT of workflows, scoped to the actor's account.

boards  workflows and their steps, how many cards and what they are worth
cards   cards by id, windows of steps, cards of contacts
filling what cards are shown with
places  who stands beside whom
"""
