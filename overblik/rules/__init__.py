"""What the whole plan means: where it stands, and what does not add up. Pure: no user, no clock."""

from overblik.rules.kommende import i_ord as kommende_i_ord
from overblik.rules.stilling import BEDOEMT, Led, Tid, antal_kriterier, overskrift, stort, talord, tid

__all__ = ["BEDOEMT", "Led", "Tid", "antal_kriterier", "kommende_i_ord", "overskrift", "stort", "talord", "tid"]
