"""The command `briefs`, which is `python -m generator`, too."""

from __future__ import annotations

import signal


def main() -> None:
    """Load the command, and run it; ^C ends the process at once while nobody is there yet who could say so in words."""
    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:  # else whoever began this process wants it to go on
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.doors.cli import main as command

    signal.signal(signal.SIGINT, usual)
    command(prog_name="briefs")


if __name__ == "__main__":
    main()
