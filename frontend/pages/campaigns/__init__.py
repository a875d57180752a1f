"""The list of campaigns.

page    the place, and what leads to it
state   the list as one window sees it
row     one campaign as a shared fragment
"""
