"""A build beside the site: MkDocs empties the folder it builds into, so it gets another one than readers see."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from generator.engine import storage


class Aside:
    """The folder of one build, from its configuration on until it has taken the site's place or is given up."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.site_dir = config.site_dir
        self.site = Path(config.site_dir).resolve()  # a link to the site stays one
        self.folder = storage.building_folder(self.site)
        config.site_dir = str(self.folder)
        self.warnings = CountHandler()
        self.warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)

    def publish(self) -> bool:
        """Put the folder in the site's place, unless MkDocs is about to abort for a warning under `strict`."""
        fails = bool(self.config.strict and self.warnings.get_counts())
        if not fails:
            storage.publish_folder(self.folder, self.site)
        return not fails

    def leave(self) -> None:
        """Give MkDocs its folder back; what was built and not published is removed."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.config.site_dir = self.site_dir
