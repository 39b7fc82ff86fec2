"""The encodings of files: which one a file has, and why a file is not text."""

import codecs

from newslint.named_tuple import NamedTuple

# Those of UTF-32 come first: one of them begins with a mark of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE_CODECS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
MARKLESS_CODECS = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}  # of codecs that write a mark
SAVE_AS_TEXT, UNPACK, LEAVE_OUT = "save its text as a .txt file", "unpack it", "name text files only"
# Offset, bytes, what the file is, and what to do. Letters and digits alone could begin an article, so such bytes count
# only in a file that holds a NUL byte.
SIGNATURES = (
    (0, b"%PDF-", "a PDF document", SAVE_AS_TEXT),
    (0, b"{\\rtf", "an RTF document", SAVE_AS_TEXT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document", SAVE_AS_TEXT),
    (0, b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .epub are", SAVE_AS_TEXT),
    (0, b"PK\x05\x06", "an empty ZIP archive", LEAVE_OUT),
    (0, b"\x1f\x8b", "compressed with gzip", UNPACK),
    (4, b"1AY&SY", "compressed with bzip2", UNPACK),
    (0, b"\xfd7zXZ\0", "compressed with xz", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "compressed with Zstandard", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", LEAVE_OUT),
    (0, b"\xff\xd8\xff", "a JPEG image", LEAVE_OUT),
    (0, b"GIF87a", "a GIF image", LEAVE_OUT),
    (0, b"GIF89a", "a GIF image", LEAVE_OUT),
    (0, b"II*\0", "a TIFF image", LEAVE_OUT),
    (0, b"MM\0*", "a TIFF image", LEAVE_OUT),
    (8, b"WEBP", "a WebP image", LEAVE_OUT),
    (4, b"ftyp", "an image or a video (HEIC, AVIF, MP4)", LEAVE_OUT),
    (8, b"WAVE", "a sound file (WAV)", LEAVE_OUT),
    (0, b"ID3", "a sound file (MP3)", LEAVE_OUT),
    (0, b"OggS", "a sound file (Ogg)", LEAVE_OUT),
    (0, b"PAR1", "a Parquet file", "lint it with newslint-corpus"),
    (0, b"SQLite format 3\0", "an SQLite database", LEAVE_OUT),
)
CONTROL_BYTES = bytes({*range(32), 127} - {*b"\t\n\f\r"})
MAX_CONTROL_SHARE = 0.1  # of a text: a damaged one may hold some control characters
MIN_PRINTABLE_SHARE = 0.95  # of a text in UTF-16
SAMPLE_BYTES = 4096


class FileEncoding(NamedTuple):
    """The encoding of one file."""

    codec: str  # Python's name of a codec that neither expects nor writes a byte order mark
    mark: bytes  # the byte order mark at the head of the file; empty without one
    label: str  # for messages


def find_codec(name: str) -> str | None:
    """Return the codec for an encoding, or None if Python knows no text encoding of this name."""
    try:
        "a".encode(name)
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return MARKLESS_CODECS.get(codec, codec)


def known_encodings() -> list[str]:
    """Return the names of the encodings that Python knows, for suggestions."""
    from encodings.aliases import aliases

    names = {name.replace("_", "-") for name in ("utf_8", *aliases, *aliases.values())}
    return sorted(name for name in names if find_codec(name))


def decode(content: bytes, encoding: str) -> str:
    """Return the text of a file without its byte order mark; `encoding` is that of a file without a mark.

    Raises ValueError for content that is not text. The message says what it is and what to do.
    """
    found = _encoding_of(content, encoding)
    if not found.mark and found.codec not in WIDE_CODECS:
        _refuse_binary(content)
    try:
        text = content[len(found.mark) :].decode(found.codec)
    except UnicodeError as error:
        raise ValueError(_decoding_error(content, found, error)) from error
    if found.mark and _is_binary(text.encode("utf-8", "surrogatepass")):
        raise ValueError(f"is a binary file, although it begins like {found.label}; {LEAVE_OUT}, or exclude it")
    return text


def encode(text: str, content: bytes, encoding: str) -> bytes:
    """Return the content of a file for another text, in the encoding and with the byte order mark of its `content`.

    Raises ValueError for a character that the encoding does not have, and if other characters would change too.
    """
    found = _encoding_of(content, encoding)
    try:
        new = text.encode(found.codec)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        raise ValueError(
            f'cannot be written in {found.label}, which has no "{missing}" (U+{ord(missing):04X}); '
            "convert the file to UTF-8"
        ) from error
    old = content[len(found.mark) :]
    # Some encodings write one character in several ways, and a file may use another than Python does.
    if old.decode(found.codec).encode(found.codec) != old or new.decode(found.codec) != text:
        raise ValueError(
            f"cannot be written in {found.label} without changing other characters; convert the file to UTF-8"
        )
    return found.mark + new


def _encoding_of(content: bytes, encoding: str) -> FileEncoding:
    for mark, codec in MARKS:
        if content.startswith(mark):
            return FileEncoding(codec, mark, codec.upper().removesuffix("-LE").removesuffix("-BE"))
    codec = find_codec(encoding) or encoding
    return FileEncoding(codec, b"", "UTF-8" if codec == "utf-8" else encoding)


def _refuse_binary(content: bytes) -> None:
    """Raise ValueError for a file that is not text in any encoding with bytes as units."""
    for offset, signature, kind, advice in SIGNATURES:
        if content.startswith(signature, offset) and (not signature.isalnum() or b"\0" in content):
            raise ValueError(f"is {kind}, not text; {advice}, or exclude it")
    if not _is_binary(content):
        return
    if codec := _guess_wide_codec(content):
        raise ValueError(
            f"is {codec[:6].upper()} without a byte order mark; convert the file to UTF-8, or name its encoding with "
            f"--encoding {codec}"
        )
    raise ValueError(f"is a binary file, not text: it holds {content.count(0):,} NUL bytes; {LEAVE_OUT}, or exclude it")


def _is_binary(content: bytes) -> bool:
    """Return whether so many bytes are control characters, NUL among them, that the content is not text."""
    if b"\0" not in content:
        return False
    controls = len(content) - len(content.translate(None, CONTROL_BYTES))
    return controls > MAX_CONTROL_SHARE * len(content)


def _guess_wide_codec(content: bytes) -> str | None:
    """Return the codec of UTF-16 or UTF-32 in which the content is text: of several, the one with most of ASCII."""
    best, most = None, 0
    for codec in WIDE_CODECS:
        try:  # the last character of the sample, or of a damaged file, may be incomplete
            text = codecs.getincrementaldecoder(codec)().decode(content[:SAMPLE_BYTES])
        except UnicodeDecodeError:
            continue
        printable = sum(character.isprintable() or character in "\t\n\f\r" for character in text)
        ascii_count = sum(character.isascii() for character in text)
        if printable >= MIN_PRINTABLE_SHARE * len(text) and ascii_count > most:
            best, most = codec, ascii_count
    return best


def _decoding_error(content: bytes, found: FileEncoding, error: UnicodeError) -> str:
    start = getattr(error, "start", 0)
    body = content[len(found.mark) :]
    line = body[:start].decode(found.codec, "replace").count("\n") + 1
    place = f"byte 0x{body[start]:02x} in line {line}"
    if found.mark:
        return f"begins with the byte order mark of {found.label}, but is damaged: {place}; save it again, as UTF-8"
    if found.codec == "utf-8":
        suggested = _suggested_encoding(content)
        return f"is not UTF-8: {place}; convert the file to UTF-8, or name its encoding with --encoding {suggested}"
    return f"is not {found.label}: {place}; name another encoding with --encoding, or convert the file to UTF-8"


def _suggested_encoding(content: bytes) -> str:
    """Return the likely encoding of a file that is not UTF-8: Windows has letters where Latin-1 has control codes."""
    if any(0x80 <= byte < 0xA0 for byte in content):
        try:
            content.decode("windows-1252")
        except UnicodeDecodeError:
            return "latin-1"
        return "windows-1252"
    return "latin-1"
