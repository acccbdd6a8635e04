"""The demo plans: figures from public documents in our own words; persons, and whatever is marked eksempel, are invented."""
