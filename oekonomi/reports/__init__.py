"""The money of a plan as frozen dataclasses: the page, the sheet and the paper print the same."""
