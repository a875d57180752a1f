"""The list of campaigns.

page    the place, and what leads to it
row     one campaign as a shared fragment
"""
