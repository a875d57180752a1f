"""What workflows decide without looking anywhere; pure.

kinds      kinds of steps, places, templates' names
ranks      places between neighbours, as texts
templates  workflows to begin with, in three languages
"""
