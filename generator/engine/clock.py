"""The day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Today; `SOURCE_DATE_EPOCH` (reproducible-builds.org) names another day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
