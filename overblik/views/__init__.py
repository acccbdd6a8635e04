"""Doors for people, a file for each kind of page."""
