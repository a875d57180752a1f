"""Tasks: what is to be done, mostly for a contact, by when and by whom.

models         the tables: tasks, and the secret addresses of calendars
rules          what a task may say, and the groups of the list
due            due dates as people say them, in three languages
rows           the light objects that reads return
queries        every SELECT, scoped to the actor's account
service        one function per verb; how tasks follow their contacts
live           lists of tasks as they change
calendar       a person's tasks as an iCalendar file; ``http`` serves it
letters        what people are written
jobs           reminders, tidying up
registrations  personal data, followers of contacts, fields of ``Contact``
events         facts
errors         coded refusals
schema         GraphQL
"""
