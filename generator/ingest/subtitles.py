"""Subtitles and transcripts (WebVTT, SubRip), read by webvtt-py: turns with the time of their beginning and the names of who speaks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape

import webvtt

from generator.ingest.article import Article, IngestError, LeftOut, Origin, Paragraph, Piece, known, told_by
from generator.ingest.plain import decoded

_VOICE = re.compile(r"<v(?:\.[^\s>]*)*\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]*>|<\d[\d:.]*>|\{\\[^}]*\}", re.IGNORECASE)
_LABEL = re.compile(r"(?:>>\s*)?((?:[^\W\d_a-z][\w.’'-]*)(?:\s[\w.’'-]+){0,3}):\s+(?=\S)")
_NEW_SPEAKER = re.compile(r"(?:>>|[-–]\s)\s*")
_ENDS = re.compile(r"[.!?…。！？][”\"’'»)\]]*$")
_TIMING = re.compile(r"\s*(?:\d+:)?\d\d:\d\d[,.]\d{3}\s+-->")
_LONG, _PAUSE = 400, 4.0  # characters of a turn, and seconds of silence, after which the end of a sentence ends a paragraph

_MOST_CUES = 50_000  # some forty hours of speech


@dataclass
class _Turn:
    """What somebody says without another one speaking."""

    speaker: str
    first: int
    start: str
    end: str
    words: list[str] = field(default_factory=list)


def read(name: str, data: bytes) -> Article:
    """A file of subtitles: a line with the time before each turn."""
    text = decoded(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.count("-->") > _MOST_CUES:
        raise IngestError(f"has more than {_MOST_CUES:,} cues; import the part that you need")
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.WebVTT.from_buffer(io.StringIO(text), format=form).captions
    except webvtt.errors.MalformedFileError:
        raise IngestError("is a damaged file of subtitles; look at its first lines, or save it as plain text") from None
    pieces = [*_pieces(_turns(captions)), *_not_read(text, captions)]
    return replace(told_by(pieces, name), title=known(name))


def _turns(captions: Iterable[webvtt.Caption]) -> Iterator[_Turn]:
    """The cues, joined as long as the same person speaks and a sentence goes on."""
    turn: _Turn | None = None
    last = ""
    for number, caption in enumerate(captions, 1):
        for line in caption.raw_text.split("\n"):
            voice = _VOICE.search(line)
            words = " ".join(unescape(_TAG.sub("", line)).split())
            if not words or words == last:  # live subtitles show a line again while the next one comes
                continue
            last = words
            label = _LABEL.match(words)
            new = _NEW_SPEAKER.match(words)
            speaker = voice[1].strip() if voice else label[1] if label else "" if new or turn is None else turn.speaker
            words = words[label.end() :] if label else words[new.end() :] if new else words
            if turn is None or speaker != turn.speaker or label or new or _is_over(turn, caption.start):
                if turn is not None:
                    yield turn
                turn = _Turn(speaker, number, caption.start, caption.end)
            turn.words.append(words)
            turn.end = caption.end
    if turn is not None:
        yield turn


def _is_over(turn: _Turn, start: str) -> bool:
    """Whether a turn that nobody interrupts ends before the time when something more is said."""
    silence = _seconds(start) - _seconds(turn.end)
    is_long = sum(map(len, turn.words)) > _LONG
    return bool(_ENDS.search(turn.words[-1])) and (is_long or silence > _PAUSE)


def _seconds(time: str) -> float:
    hours, minutes, seconds = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _pieces(turns: Iterable[_Turn]) -> Iterator[Piece]:
    for turn in turns:
        origin = Origin(number=turn.first, time=f"{turn.start}/{turn.end}")
        yield Paragraph(f"[{turn.start.partition('.')[0]}]", origin, furniture="time")
        yield Paragraph(f"{turn.speaker}: {' '.join(turn.words)}" if turn.speaker else " ".join(turn.words), origin)


def _not_read(text: str, captions: Iterable[webvtt.Caption]) -> Iterator[Piece]:
    """Lines that are in no cue, and neither a cue's name nor its time: a broken cue is not lost in silence."""
    told = {line.strip() for caption in captions for line in (*caption.raw_text.split("\n"), caption.identifier or "")}
    for number, block in enumerate(re.split(r"\n[ \t]*\n", text)):
        if re.match(r"(?:WEBVTT|NOTE|STYLE|REGION)\b", block.lstrip("\n")) and not (number and block.startswith("WEBVTT")):
            continue
        for line in block.split("\n"):
            if line.strip() and line.strip() not in told and not _TIMING.match(line) and not line.strip().isdecimal():
                yield LeftOut(Origin(), line, "a line in no cue", to_check=True)
