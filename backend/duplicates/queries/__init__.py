"""Every SELECT of duplicates, scoped to the actor's account.

pairs       the list, and single pairs
searching   keys, candidates, how far the search came
merges      merges, and what old ids stand for now
"""
