"""A board: the steps of a workflow side by side, and its cards, live.

segment         the cards of a step that are loaded, and what live changes make of them
shared_cards    what windows that show the same cards hold once
card_face       one card as a shared fragment
stream          one follower per board for all windows of this process that show it
state           a board as one window sees it: reading, following, moving
filters         which cards are shown, as the URL says it
counts          how many cards each step has, and what they are worth
steps           the columns
step_menu       what is done with a step
adding          the field at the foot of a step
moving          where a card goes: drops, "Move to…", the reason of a loss, undo
looking         being seen at a board
presence        who else is looking, and which card they hold
page            puts it together
"""
