"""Contacts from Google: accounts that are connected, and which of their contacts to fetch.

page       the place, before and after the first account is connected
setup      how a server gets its client at Google, step by step
accounts   the connected accounts: choosing, connecting again, disconnecting
labels     the labels of one: which contacts, all of them or what changed
fetch_button   fetching what is chosen
connecting   the way to Google
"""
