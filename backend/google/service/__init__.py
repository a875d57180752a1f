"""Importing from Google.

connect       a sign-in at Google, from its beginning to the connected account
disconnect    forgetting an account, and having Google forget us
access        tokens that open an account, renewed as they end
read_labels   its labels, with how many have each
start         asking for contacts; letting a fetch that stopped go on
fetch, pages  the job: page after page, then a table for the wizard
"""
