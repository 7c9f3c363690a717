"""What large sheets take: a million formatted rows that are empty, and a hundred thousand that are not, as .xlsx, .ods and .csv.

    python -m benchmarks.sheets [--rows 100000] [--empty 1048576] [--import]

Each is read in a process of its own, as a workspace or (--import) as an import; printed are the size of the file, seconds of processor, and
the memory that the process had at most.
"""

from __future__ import annotations

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

HEADS = {
    "actors": ("id", "name", "kind"),
    "networks": ("id", "name", "kind"),
    "relationships": ("source", "type", "target", "valid_from", "weight", "note"),
}
_SPREAD = 2_000
_ROOT = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'  # noqa: E501
_END = "</office:spreadsheet></office:body></office:document-content>"


def tables(rows: int) -> dict[str, Iterator[tuple[object, ...]]]:
    """Return the rows of each table: some thousand actors and networks, and as many relationships as are asked for."""
    return {
        "actors": ((f"a{n}", f"Förening {n}", "association") for n in range(_SPREAD)),
        "networks": ((f"n{n}", f"Nätverk {n}", "network") for n in range(_SPREAD)),
        "relationships": (
            (f"a{n % _SPREAD}", "member_of", f"n{(n // _SPREAD + n * 7) % _SPREAD}", f"{1970 + n % 50}", n % 9 + 1, f"rad {n}")
            for n in range(rows)
        ),
    }


def xlsx(place: Path, rows: int, empty: int) -> Path:
    """Write a workbook as Excel does, its texts in one part; below the relationships stand empty rows that only have a format."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import PatternFill

    book = Workbook(write_only=bool(empty))
    if not empty:
        book.remove(book.worksheets[0])
    for name, lines in tables(rows).items():
        sheet = book.create_sheet(name)
        sheet.append(HEADS[name])
        for line in lines:
            sheet.append(line)
        if name == "relationships" and empty:
            cell = WriteOnlyCell(sheet)
            cell.fill = PatternFill("solid", fgColor="FFEEEEEE")
            blank = [cell] * 3
            for _ in range(empty - rows - 1):
                sheet.append(blank)
    book.save(place / "karta.xlsx")
    return place / "karta.xlsx"


def ods(place: Path, rows: int, empty: int) -> Path:
    """Write an OpenDocument workbook; LibreOffice writes rows that are alike once, others one by one."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>'
    with zipfile.ZipFile(place / "karta.ods", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        with archive.open("content.xml", "w", force_zip64=True) as part:
            part.write(_ROOT.encode())
            for name, lines in tables(rows).items():
                part.write(f'<table:table table:name="{name}">'.encode())
                for line in (HEADS[name], *lines):
                    cells = "".join((number if isinstance(value, int) else cell).format(value) for value in line)
                    part.write(f"<table:table-row>{cells}</table:table-row>".encode())
                if name == "relationships":
                    for turn in range(empty - rows - 1):
                        part.write(f'<table:table-row table:style-name="ro{turn % 2}"><table:table-cell/></table:table-row>'.encode())
                part.write(b"</table:table>")
            part.write(_END.encode())
    return place / "karta.ods"


def text(place: Path, rows: int, empty: int) -> Path:
    """Write a folder of CSV files; empty rows are their separators."""
    folder = place / "karta"
    folder.mkdir()
    for name, lines in tables(rows).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerows([HEADS[name], *lines])
            if name == "relationships":
                file.write((";" * (len(HEADS[name]) - 1) + "\r\n") * max(0, empty - rows - 1))
    return folder


def read(place: str, *, imported: bool) -> None:
    """Read a workspace, or what may become one, and print how many relationships it has."""
    from actormap.i18n import Texts
    from actormap.workspace import read as read_workspace
    from actormap.workspace.importing.read import read as import_files

    found = import_files([Path(place)], Texts.load("sv")) if imported else read_workspace(place)
    print(len(found.snapshot.relationships))


def main() -> None:
    """Write the files, read each in a process of its own and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--empty", type=int, default=1_048_576)
    options.add_argument("--import", dest="imported", action="store_true")
    options.add_argument("--read", help="read this file and say what it took")
    given = options.parse_args()
    if given.read:
        start = time.process_time()
        read(given.read, imported=given.imported)
        print(f"{time.process_time() - start:.1f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    print("| sheet | form | file | relationships | seconds | memory |\n|---|---|--:|--:|--:|--:|")
    for called, rows, empty in (("filled", given.rows, 0), ("empty but for ten", 10, given.empty)):
        for make in (xlsx, ods, text):
            with tempfile.TemporaryDirectory() as folder:
                file = make(Path(folder), rows, empty)
                size = sum(each.stat().st_size for each in ([file] if file.is_file() else file.iterdir()))
                command = [sys.executable, "-m", "benchmarks.sheets", "--read", str(file), *(["--import"] if given.imported else [])]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                said = done.stdout if done.returncode == 0 else f"{done.stderr.strip().splitlines()[-1][:60]}\n- -"
                ties, took = said.splitlines()
                seconds, memory = took.split()
                print(f"| {called} | {file.suffix or '.csv'} | {size / 1e6:.1f} MB | {ties} | {seconds} | {memory} MB |", flush=True)


if __name__ == "__main__":
    main()
