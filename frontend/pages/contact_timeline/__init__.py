"""The story of a contact: what happened, by whom, newest first, grouped by day.

contact_story, field_changes   what happened to the contact itself, in words
entry      one entry and one day, drawn once for everybody
timeline   the entries as one window sees them
tab        the tab
"""
