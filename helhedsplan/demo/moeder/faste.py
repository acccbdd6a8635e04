"""What stands on many of the agendas."""

from helhedsplan.demo.moeder.former import Punkt

# Fixed items of every board (title, kind, minutes, to the end).
FASTE = (
    ("Godkendelse af dagsordenen", "B", 5, False),
    ("Status på mål og aktiviteter", "D", 20, False),
    ("Økonomi", "O", 15, False),
    ("Næste møde og eventuelt", "O", 5, True),
)

GODKENDT = Punkt("Godkendelse af dagsordenen", "B", 5, beslutning="Dagsordenen er godkendt (eksempel).")
EVENTUELT = Punkt("Næste møde og eventuelt", "O", 5, referat="<p>Intet til referat (eksempel).</p>")
