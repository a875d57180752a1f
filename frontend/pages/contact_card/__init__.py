"""The quick view: a contact's essentials at the right of the list, edited in place.

slot        shows the card of `?open=`
state       the contact as this window sees it: read, followed, saved
identity    photo, name, company, position
channels    e-mails, phones, addresses
custom_values   the account's own fields
carried_labels, facts   labels; when things happened
deletion   asks before it deletes
following   what keeps it true: changes of others, conflicts, deletion
card        puts it together
"""
