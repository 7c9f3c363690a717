"""The text of a page that was printed to PDF, line by line as it stands on the paper."""

from __future__ import annotations

from actormap.errors import InputError


def text_of(name: str, data: bytes) -> str:
    """Return the text of all its pages; raise `InputError` if it is damaged, locked, or holds pictures instead of text."""
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError("Reading PDF needs pypdfium2.", hint='Install it with: pip install "actormap[pages]"') from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"{name} is no PDF that can be opened.", hint="It may be damaged or have a password; save the page anew."
        ) from error
    try:
        text = "\n".join(_text(document[number]) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{name} has a page that cannot be read.", hint="Save the page anew.") from error
    finally:
        document.close()
    if not text.strip():
        raise InputError(f"{name} holds no text, only pictures.", hint="Save the page as text or HTML instead.")
    # The sign that the library puts for a hyphen at the end of a line.
    return text.replace("\ufffe", "-").replace("\x02", "-")


def _text(page: object) -> str:
    textpage = page.get_textpage()  # type: ignore[attr-defined]  # a PdfPage, of a library that is imported late
    try:
        return str(textpage.get_text_bounded())
    finally:
        textpage.close()
        page.close()  # type: ignore[attr-defined]
