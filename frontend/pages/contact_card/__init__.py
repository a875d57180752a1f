"""The quick view: a contact's essentials at the right of the list, edited in place.

slot        shows the card of `?open=`
state       the contact as this window sees it: read, followed, saved
identity    photo, name, company, position
channels    e-mails, phones, addresses
custom_values   the account's own fields
card        puts it together
"""
