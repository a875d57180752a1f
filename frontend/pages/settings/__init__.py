"""Settings: what a person sets about themselves, and about the account they have open.

words      roles, scopes and devices in the reader's language
layout     the header and the tabs that all of them share
password_dialog   asking for the password once more
live       reading again when somebody else changed something
profile, security, business, team, tokens   one folder per tab
account_menu   the viewer's own menu in the frame: other accounts, theme, signing out
"""
