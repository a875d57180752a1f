"""The quick view: a contact's essentials at the right of the list, edited in place.

slot        shows the card of `?open=`
state       the contact as this window sees it: read, followed, saved
identity    photo, name, company, position
channels, addresses   e-mails, phones, postal addresses
custom_values, field_name   the account's own fields, and their names
inline      a text, or one of a few values, changed where it stands
permission, removing   who may change it; taking away with an Undo
carried_labels, facts   labels; when things happened
deletion   asks before it deletes
following   what keeps it true: changes of others, conflicts, deletion
card        puts it together
"""
