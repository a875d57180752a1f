"""Every SELECT of campaigns, scoped to the actor's account.

campaigns   lists of campaigns, and some by their ids; the settings
recipients  who a campaign goes to
images      pictures for letters
sending     letters that are to leave
"""
