"""Every verb of this domain; the only place that writes.

visitor            somebody who is not signed in
founding           a person with an account of their own
sign_up, sign_in   → a ticket; tickets: ticket → session
authenticate       cookie or API token → actor, at every request
second_factor      authenticator and recovery codes
passwords          forgotten, reset, changed
profile, email_change, account, sessions, tokens, kept
invitations, accept_invitation, team (team_lock), tidy
on_behalf          whom a job acts for, after they are gone
people             reads that other domains may use: who belongs to an account, their time zones
provision          what the command line may do
"""
