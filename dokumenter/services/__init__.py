"""What can be done with papers: order and fetch (bestilling), make one (fremstilling), work the queue (koe)."""
