"""Any number of invented plans of realistic size, the same for the same seed. They measure; they don't show."""
