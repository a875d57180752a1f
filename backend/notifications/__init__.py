"""Notifications: what a person is told of in the interface, each their own.

models         the table
rules          what there is to tell, limits
rows           the light object that reads return
queries        every SELECT, scoped to the actor's account and user
service        tell, mark as read, forget
live           a person's notifications as they come
jobs           forgetting what is old
registrations  personal data
events         facts
schema         GraphQL
"""
