"""Run one child in the foreground: its streams are ours, and its exit code is what we answer."""

import contextlib
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def koer_barn(kommando: Sequence[str | Path], miljoe: Mapping[str, str], mappe: Path) -> int:
    """The child's exit code; 128 + signal when a signal ended it. Ctrl-C reaches the child, and we wait for it."""
    proces = subprocess.Popen(kommando, cwd=mappe, env=dict(miljoe))
    try:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                kode = proces.wait()
                return kode if kode >= 0 else 128 - kode
    except BaseException:
        proces.send_signal(signal.SIGTERM)
        proces.wait()
        raise
