"""Tasks as lists show them: of one contact, or of the whole account.

state      the tasks that a window has read, and what it does to them
words      when something is due, as people say it
row        a task as a shared fragment
composer   typing a task and pressing Enter (static/islands/task_composer.js)
draft      what is typed there, over a reload
editor     one task, changed in place
listing    the rows, live
"""
