"""Work on many contacts: asked for, followed in a strip, told later, undone.

asking   asking the API, and saying what came of it
words    how a job is told
shown    the jobs that this window shows in strips
strips   the strips themselves, drawn by the frame on every page
recent   the dialog of recent actions
kept     the dialog of contacts that an undo left alone
slot     where both open
"""
