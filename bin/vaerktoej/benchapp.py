"""Sets Django up for the parts of bin/bench that need the application; they run in the project's environment."""

import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helhedsplan.settings")
django.setup()
