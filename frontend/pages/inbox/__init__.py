"""The inbox: every conversation of the account, those with something unread first, live.

page      the list beside the conversation that is open
state     the list as one window sees it: read by pages, followed, put in order
listing   the list on screen, or what stands instead of it
row       a conversation in the list, drawn once for every window
acts      reading, putting aside and bringing back
opened    the conversation at /inbox/{thread}
stranger  giving a conversation to a contact, one that is here or a new one
count     how many are unread, in the navigation
"""
