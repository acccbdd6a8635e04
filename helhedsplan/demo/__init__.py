"""The demo plans: figures of public documents in our own words. Persons, and what is marked eksempel, are invented."""
