"""Labels: words with a colour that an account sorts its contacts by.

models     the table
rules      colours, limits, how names are compared
rows       the light object that reads return
queries    every SELECT, scoped to the actor's account
service    create, update and delete a label; keep the count of its contacts
by_name    labels that files name: found, or made when they are used
events     facts
errors     coded refusals
schema     GraphQL
"""
