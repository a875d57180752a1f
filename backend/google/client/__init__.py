"""Talking to Google.

transport    HTTP with bounds: how long, how much
answers      status codes and bodies → answers, or why there is none
oauth        signing in, refreshing, revoking
people       contacts and labels
"""
