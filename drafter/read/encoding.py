"""Bytes of a text file or web page → text: never silently wrong, and honest about what was guessed.

Order: BOM, then the declared label, then strict UTF-8, then GB18030, then what else the bytes may plausibly be. UTF-8
that is valid and holds Chinese wins against any label, since no other encoding looks like it by chance; a label gb2312 or
gbk means GB18030, of which both are subsets (the web's decoder for them is the same).
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from drafter.text.pattern import lazy

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: FF FE 00 00 starts with FF FE
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "gb18030", "csgb2312", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    # a label that could be read as ASCII does not stand in a UTF-16 file: the page says so wrongly
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
}
NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
HEAD = 4096  # bytes in which a page must declare its encoding; the standard says 1024, real pages put scripts before it
PLAUSIBLE = 0.9  # share of characters that a text in this encoding is made of
DOUBTFUL = 0.5  # below this share it is noise
DAMAGED_UTF8 = 20  # so many well-formed characters to a broken byte: UTF-8 with damage, not another encoding
CJK = lazy(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
CONTROL = lazy(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffe\uffff]")
PRIVATE = lazy(r"[\ue000-\uf8ff]")


class NotText(Exception):
    """The bytes are no text in any encoding that these files use."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and what a reader should be told of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def declared_label(data: bytes) -> str:
    """What a page says of its own encoding, in lower case; "" where it says nothing."""
    found = DECLARED.search(data[:HEAD])
    return found[1].decode("ascii", "replace").lower() if found else ""


def decode(data: bytes, label: str = "") -> Decoded:
    """The text of the bytes; `label` is what the file says of its encoding. Raises NotText."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decode_as(data[len(bom) :], encoding, label)
    encoding, sure = _best(data, LABELS.get(label, ""))
    decoded = _decode_as(data, encoding, label)
    return decoded if sure else replace(decoded, notes=(*decoded.notes, f"编码 {NAMES[encoding]} 系推断，请核对文字是否正常"))


def _best(data: bytes, declared: str) -> tuple[str, bool]:
    """The encoding that the bytes are in, and whether they show it beyond doubt."""
    if _is_utf8(data):
        return "utf-8", True
    if declared and declared != "utf-8" and _share(data, declared) >= DOUBTFUL:
        return declared, True
    shares = {name: _share(data, name) for name in CANDIDATES}
    likely = [name for name, share in shares.items() if share >= PLAUSIBLE]
    if likely:
        return likely[0], True
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < DOUBTFUL:
        raise NotText
    return best, False


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8, or UTF-8 with a few broken bytes, and not a short GB text that happens to be valid too."""
    if b"\x00" in data:
        return False
    text = data.decode("utf-8", "replace")
    if (broken := text.count("\ufffd") - data.count(b"\xef\xbf\xbd")) > 0:
        return len(CJK.findall(text)) > DAMAGED_UTF8 * broken
    if text.isascii() or CJK.search(text):
        return True
    # e.g. C4 A3 is 模 and also ģ: letters of other scripts without any Chinese, where GB reads as plain Chinese
    other = data.decode("gb18030", "replace")
    return 2 * len(CJK.findall(other)) < len(other) or _share(data, "gb18030") < PLAUSIBLE


def _in_gb2312(char: str) -> bool:
    """In the GB2312 part of GBK or among its signs: — · 〇 ㎡ ① (Python's own gb2312 reads ― and ・ for the first two)."""
    try:
        raw = char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return len(raw) == 1 or 0xA1 <= raw[0] <= 0xA9 or min(raw) >= 0xA1


def _in_big5_common(char: str) -> bool:
    """Lead bytes up to C6 are punctuation and the frequent characters of Big5."""
    try:
        return char.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False


CANDIDATES: dict[str, Callable[[str], bool]] = {
    "gb18030": _in_gb2312,
    "utf-16-le": _in_gb2312,
    "utf-16-be": _in_gb2312,
    "big5hkscs": _in_big5_common,
}


def _share(data: bytes, encoding: str) -> float:
    """How much of the text, read in this encoding, is what such texts are made of: 0..1."""
    sample = data[:200_000]
    text = sample.decode(encoding, "replace").rstrip("\ufffd")
    seen = [c for c in text if not c.isspace()]
    if not seen:
        return 0.0
    broken = 20 * sum(c == "\ufffd" for c in seen)  # one broken character weighs as twenty odd ones
    usual = CANDIDATES.get(encoding, _in_gb2312)
    known = {c: usual(c) and not (CONTROL.match(c) or PRIVATE.match(c)) for c in set(seen)}
    return max(0.0, sum(known[c] for c in seen) - broken) / len(seen)


def _decode_as(data: bytes, encoding: str, label: str) -> Decoded:
    notes = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        notes.append(f"有 {text.count(chr(0xFFFD))} 处字节不是有效的 {NAMES[encoding]} 文字，已用“\ufffd”代替，请核对原文")
    odd = len(CONTROL.findall(text))
    if "\x00" in text or 200 * odd > len(text):
        raise NotText
    notes[:0] = _encoding_note(encoding, label)
    return Decoded(text, encoding, tuple(notes))


def _encoding_note(encoding: str, label: str) -> list[str]:
    name = NAMES[encoding]
    meant = LABELS.get(label)
    if label and meant != encoding and not (meant is None and encoding == "utf-8"):
        return [f"文件标注的编码是 {label}，实际按 {name} 读取"]
    return [] if encoding == "utf-8" else [f"文字编码为 {name}"]
