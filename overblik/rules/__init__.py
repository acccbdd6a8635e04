"""What the whole plan means: where it stands, and what does not add up. Pure: no user, no clock."""

from overblik.rules.stilling import BEDOEMT, Led, Tid, antal_kriterier, overskrift, talord, tid

__all__ = ["BEDOEMT", "Led", "Tid", "antal_kriterier", "overskrift", "talord", "tid"]
