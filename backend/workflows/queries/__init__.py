"""Every SELECT of workflows, scoped to the actor's account.

boards  workflows and their steps, how many cards and what they are worth
cards   cards by id, windows of steps, cards of contacts
filling what cards are shown with
places  who stands beside whom
details what is held on cards, for those who ask what is kept of them
holdings       checklists, notes and files of cards
contact_cards  the cards of contacts
automations    what happens by itself
numbers        what stays add up to
"""
