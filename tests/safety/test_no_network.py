"""Reading, checking and building ask no other machine, whatever the files name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from generator.text.pins import pin

# Read by every Python that a command starts: each name that is looked up and each connection is noted down, and none is made.
GUARD = """
import os, sys
def guard(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname") or (event in ("socket.connect", "socket.sendto", "socket.sendmsg")
            and not isinstance(arguments[1], (str, bytes))):
        with open(os.environ["NOTED"], "a") as noted:
            print(event, arguments, sys.argv, file=noted)
        raise OSError("no network here")
sys.addaudithook(guard)
"""
PAGE = """<?xml-stylesheet href="{0}/a.css"?><!doctype html><html><head><title>Harbour</title><base href="{0}/">
<link rel="stylesheet" href="{0}/b.css"><link rel="canonical" href="{0}/page"><meta property="og:image" content="{0}/c.png">
<meta http-equiv="refresh" content="0;url={0}/d"><script src="{0}/e.js"></script><style>@import "{0}/f.css";</style></head>
<body><article><h1>Harbour</h1><img src="{0}/g.png" alt="x"><iframe src="{0}/h"></iframe>
<p>The ferry Alma is out of service until June, the harbour said on Tuesday. It is the third time this year.</p></article></body></html>
"""
MESSAGE = """MIME-Version: 1.0
Subject: Harbour
From: Ada Example <ada@example.org>
Content-Type: message/external-body; access-type=URL; URL="{0}/message"

The ferry Alma is out of service until June, the harbour said in a message on Tuesday.
"""
ARTICLE = "The ferry is [out of service]({0}/link), they say.\n\n![A drawing](media/x.svg)\n\n<img src='{0}/html.png'>\n"
DRAWING = """<!DOCTYPE svg SYSTEM "{0}/x.dtd">
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><a href="{0}/x"><rect width="9" height="9"/></a></svg>
"""


def test_nothing_is_asked(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    """To import files, to check and to build with handouts look up no name and connect to nothing, whatever is named in them."""
    address, paths = asked
    root, noted, guard = tmp_path / "publication", tmp_path / "noted", tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    project = str(Path(__file__).parents[2])
    environment = {**os.environ, "NOTED": str(noted), "PYTHONPATH": os.pathsep.join([str(guard), project]), "NO_MKDOCS_2_WARNING": "1"}

    def briefs(*words: str) -> str:
        command = [sys.executable, "-c", "from generator.doors.cli import main; main()", *words]
        done = subprocess.run(command, cwd=tmp_path if words[0] == "init" else root, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    briefs("init", str(root))
    folder = root / "briefs/first-brief"
    for name, words in {"page.html": PAGE, "page.eml": MESSAGE}.items():
        (tmp_path / name).write_text(words.format(address), encoding="utf-8")
    briefs("import", str(tmp_path / "page.html"), str(tmp_path / "page.eml"), "--to", "first-brief")
    written = (folder / "brief.yml").read_text(encoding="utf-8")
    (folder / "brief.yml").write_text(re.sub("kind: # check.*", "kind: report", written), encoding="utf-8")
    text = "The ferry is out of service.\n"
    source = {"id": "s", "file": "sources/s.txt", "sha256": pin(text), "title": address, "kind": "report", "publisher": "P"}
    source |= {"url": f"{address}/source", "archive_url": f"{address}/archive", "published": "2026-01-01"}
    data = {
        "title": f"{address}/title", "summary": f"{address}/summary", "status": "published",
        "published": "2026-01-01", "as_of": "2026-01-01",
        "authors": [{"name": "Ada", "url": f"{address}/author"}], "sources": [source],
        "facts": [{"id": "f", "text": text.strip(), "status": "reported", "evidence": [{"source": "s", "quote": text.strip()}]}],
    }  # fmt: skip
    files = {
        "brief.yml": json.dumps(data),
        "sources/s.txt": text,
        "article.md": ARTICLE.format(address),
        "media/x.svg": DRAWING.format(address),
    }
    for name, words in files.items():
        path = root / "briefs/second" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    briefs("check", "second")
    briefs("build")
    assert (root / "site/second/second.pdf").is_file()
    assert (folder / "sources/harbour.txt").is_file()
    assert not noted.exists(), noted.read_text(encoding="utf-8")
    assert paths == []
