"""The version, read from CHANGELOG.md so that it is written once."""

import re
from pathlib import Path

_FUNDET = re.search(r"^## (\d+\.\d+\.\d+)", (Path(__file__).parent.parent / "CHANGELOG.md").read_text(), re.MULTILINE)
VERSION = _FUNDET.group(1) if _FUNDET else "0.0.0"
