"""The account's history itself, as a list and live: what integrations and audits read.

entries    changes as the API shows them
subjects   the enum of what changes can be about
fields     the query and the subscription
"""
