"""The day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from generator.errors import PublicationError

_END = 2**32  # seconds: what packed files can say


def today() -> date:
    """Today; `SOURCE_DATE_EPOCH` (reproducible-builds.org) names another day, and raises PublicationError where it does not."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) <= 10 and int(epoch) < _END):
        raise PublicationError(f"SOURCE_DATE_EPOCH={epoch}: is no number of seconds since 1970, such as {1_767_225_600}")
    return datetime.fromtimestamp(int(epoch), UTC).date()
