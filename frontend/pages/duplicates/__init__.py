"""Likely duplicates: the list of pairs, and two contacts side by side to be merged.

page      the page; the URL says which pair is reviewed
pairs     the pairs as one window sees them: read, followed, read again
row       a pair as a shared fragment
review    two contacts side by side, and what is chosen
merging   merging, dismissing, and taking either back
words     why, and how likely
count     how many there are, for the navigation
"""
