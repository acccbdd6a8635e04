"""One form per thing a person fills in."""
