"""The encodings of files: what is read, what is refused, and what a fix writes."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import random
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.file_encoding import find_codec, known_encodings
from newslint.files import FileError, Source, read_text, with_new_text

TEXT = "“The café is closed”, Zoë said.\r\nThe road is not.\n\U0001f30d\n"
ENGLISH = "The café is closed, Zoë said.\nThe road to it is not.\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
marked = pytest.mark.parametrize("codec", MARKS)
named = pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])


def read(content: bytes, encoding: str = "utf-8") -> str:
    return read_text(Source("a.txt", content), encoding)


def refusal(content: bytes, encoding: str = "utf-8") -> str:
    with pytest.raises(FileError) as caught:
        read(content, encoding)
    return str(caught.value)


@marked
@named
def test_a_byte_order_mark_decides_the_encoding(codec: str, encoding: str) -> None:
    assert read(MARKS[codec] + TEXT.encode(codec), encoding) == TEXT
    assert read(MARKS[codec], encoding) == ""
    # Only the first mark is one.
    assert read(MARKS[codec] + "\ufeffA".encode(codec), encoding) == "\ufeffA"


@named
def test_an_empty_file_is_text(encoding: str) -> None:
    assert read(b"", encoding) == ""


def test_a_named_encoding_holds_for_files_without_a_mark() -> None:
    assert read(ENGLISH.encode("latin-1"), "latin-1") == ENGLISH
    assert read(TEXT[:-2].encode("windows-1252"), "Windows-1252") == TEXT[:-2]
    assert read(ENGLISH.encode("cp037"), "cp037") == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "codec"), [("utf-16", "utf-16-le"), ("utf-32", "utf-32-le"), ("utf_8_sig", "utf-8")]
)
def test_a_named_encoding_means_files_without_a_mark(encoding: str, codec: str) -> None:
    content = TEXT.encode(codec)
    assert read(content, encoding) == TEXT
    assert with_new_text(Source("a.txt", content), "A", encoding).content == "A".encode(codec)


@marked
def test_a_file_that_ends_in_the_middle_of_a_character_is_damaged(codec: str) -> None:
    label = codec.upper().removesuffix("-LE").removesuffix("-BE")
    message = refusal(MARKS[codec] + "a\n\U0001f30d".encode(codec)[:-1])
    assert message.startswith(f"begins with the byte order mark of {label}, but is damaged: byte 0x")
    assert message.endswith(" in line 2; save it again, as UTF-8")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("half", ["\ud83c", "\udf0d", "\udf0d\ud83c"])
def test_half_a_surrogate_pair_is_not_text(codec: str, half: str) -> None:
    assert " in line 2; " in refusal(MARKS[codec] + f"a\nb{half}c".encode(codec, "surrogatepass"))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text",
    [
        "A",
        "Yes",
        ENGLISH,
        TEXT,
        "Дорога закрыта, сказала она. Кафе тоже.\n",
        "道路は閉鎖された。\r\n店も\u3000同じだ。\r\n",
        ENGLISH * 999,
    ],
)
@named
def test_utf16_without_a_mark_is_refused(codec: str, text: str, encoding: str) -> None:
    message = refusal(text.encode(codec), encoding)
    assert message == (
        f"is {codec[:6].upper()} without a byte order mark; convert the file to UTF-8, "
        f"or name its encoding with --encoding {codec}"
    )
    assert read(text.encode(codec), codec) == text


def test_utf16_without_a_mark_may_end_in_the_middle_of_a_character() -> None:
    assert refusal(ENGLISH.encode("utf-16-be")[:-1]).startswith("is UTF-16 without a byte order mark; ")


def test_some_nul_bytes_are_text_and_many_are_not() -> None:
    assert read(b"A source\0 said so.\n") == "A source\0 said so.\n"
    torn = ENGLISH.encode() + bytes(4096)
    assert refusal(torn) == "is a binary file, not text: it holds 4,096 NUL bytes; name text files only, or exclude it"
    assert refusal(codecs.BOM_UTF16_BE + bytes(40)).startswith("is a binary file, although it begins like UTF-")


def binary_files() -> dict[str, bytes]:
    """Return the start of a file of each kind, by the words of the message."""
    archive, tar = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("word/document.xml", ENGLISH)
    with tarfile.open(fileobj=tar, mode="w") as tarred:
        tarred.addfile(tarfile.TarInfo("a.txt"))
    noise = random.Random(1).randbytes(4000)
    return {
        "a PDF document, not text; save its text as a .txt file, or": b"%PDF-1.4\n1 0 obj << /Type /Catalog >>\n",
        "an RTF document, not text; save its text": b"{\\rtf1\\ansi The road is closed.\\par}",
        "an Office document, not text; save its text": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        "a ZIP archive, as .docx, .odt and .epub are, not text; save its text": archive.getvalue(),
        "compressed with gzip, not text; unpack it, or exclude it": gzip.compress(ENGLISH.encode()),
        "compressed with xz, not text; unpack it": lzma.compress(ENGLISH.encode()),
        "a tar archive, not text; unpack it": tar.getvalue(),
        "a PNG image, not text; name text files only, or exclude it": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "a JPEG image, not text": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
        "a GIF image, not text": b"GIF89a\x01\0\x01\0\x80\0\0",
        "a WebP image, not text": b"RIFF\x24\0\0\0WEBPVP8 ",
        "an image or a video (HEIC, AVIF, MP4), not text": b"\0\0\0\x20ftypisom\0\0\2\0",
        "a sound file (MP3), not text": b"ID3\x04\0\0\0\0\0\x23",
        "a Parquet file, not text; lint it with newslint-corpus, or": b"PAR1\x15\0\x15\0" + noise,
        "an SQLite database, not text": b"SQLite format 3\0\x10\0\1\1",
        "a binary file, not text": b"\x7fELF\2\1\1" + bytes(9) + noise,
    }


@pytest.mark.parametrize(("message", "content"), binary_files().items(), ids=range(len(binary_files())))
@named
def test_binary_files_are_refused(message: str, content: bytes, encoding: str) -> None:
    assert refusal(content, encoding).startswith(f"is {message}")


@pytest.mark.parametrize(
    "text", ["GIF89a is a format.\n", "ID3 tags, OggS and PAR1 are not text.\n", "For ftyp, see WEBP.\n"]
)
@named
def test_letters_that_are_also_a_signature_are_text(text: str, encoding: str) -> None:
    assert read(text.encode(), encoding) == text


def test_bytes_that_are_not_utf8_suggest_an_encoding() -> None:
    assert refusal("fine\nna\u00efve\n".encode("latin-1")) == (
        "is not UTF-8: byte 0xef in line 2; convert the file to UTF-8, or name its encoding with --encoding latin-1"
    )
    assert refusal("“Yes”".encode("windows-1252")).endswith(" with --encoding windows-1252")
    assert refusal(b"\x93\x81").endswith(" with --encoding latin-1")


def test_bytes_that_do_not_fit_the_named_encoding_are_reported() -> None:
    assert refusal(b"fine\nna\xefve", "ascii") == (
        "is not ascii: byte 0xef in line 2; name another encoding with --encoding, or convert the file to UTF-8"
    )
    assert refusal(b"a", "utf-16-be").startswith("is not utf-16-be: byte 0x61 in line 1; ")


@marked
@named
def test_new_text_keeps_encoding_and_mark(codec: str, encoding: str) -> None:
    before = Source("a.txt", MARKS[codec] + TEXT.encode(codec))
    assert with_new_text(before, TEXT[3:], encoding) == Source("a.txt", MARKS[codec] + TEXT[3:].encode(codec))


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "mac-roman", "cp037"])
@given(
    text=st.text(st.sampled_from("ab é\r\n\t"), max_size=20), new=st.text(st.sampled_from("ab é\r\n\t"), max_size=20)
)
def test_new_text_in_a_named_encoding(encoding: str, text: str, new: str) -> None:
    source = Source("a.txt", text.encode(encoding))
    assert with_new_text(source, text, encoding) == source
    assert with_new_text(source, new, encoding).content == new.encode(encoding)


def test_a_character_that_the_encoding_does_not_have_is_an_error() -> None:
    with pytest.raises(FileError) as caught:
        with_new_text(Source("a.txt", b"na\xefve"), "“naïve”", "latin-1")
    assert str(caught.value) == ('cannot be written in latin-1, which has no "“" (U+201C); convert the file to UTF-8')


def test_a_file_whose_other_bytes_would_change_is_not_written() -> None:
    shift_twice = b'\x1b(B\x1b$B$"\x1b(B\x1b(B a'  # superfluous escape sequences, which Python would not write
    assert read(shift_twice, "iso-2022-jp") == "あ a"
    with pytest.raises(FileError, match="in iso-2022-jp without changing other characters; convert"):
        with_new_text(Source("a.txt", shift_twice), "あ b", "iso-2022-jp")


def test_only_text_encodings_are_known() -> None:
    unknown = ["", "latin-l", "hex", "rot13", "base64", "undefined", "aliases", "os", "a\0b", "é", "\ud800", "../utf_8"]
    assert [name for name in unknown if find_codec(name)] == []
    assert {"utf-8", "latin-1", "windows-1252", "shift-jis"} <= set(known_encodings())


@pytest.mark.parametrize(
    ("content", "new"),
    [
        (b"Four words are left.\0", "left\0"),
        (b"a\xef\xbb\xbfb", "\ufeffb"),
        (b"a {\\rtf", "{\\rtf"),
        (b"\xfea", "\xfe\xffa"),
    ],
)
def test_a_new_text_that_would_be_read_differently_is_refused(content: bytes, new: str) -> None:
    encoding = "latin-1" if content[0] > 0x7F else "utf-8"
    assert read_text(Source("a.txt", content), encoding)
    with pytest.raises(FileError, match="would not be text any more, or other text"):
        with_new_text(Source("a.txt", content), new, encoding)
