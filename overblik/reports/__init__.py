"""What the whole plan means: frozen dataclasses that a page, a PDF and a sheet print alike."""
