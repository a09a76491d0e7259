"""Open documents (ods) for the tests, put together by hand."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    "{}</manifest:manifest>"
)


def cell(text: str, more: str = "") -> str:
    """A filled cell, perhaps with more attributes."""
    inner = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="string"{more}>{inner}</table:table-cell>'


def blank(columns: int) -> str:
    """So many blank cells."""
    return f'<table:table-cell table:number-columns-repeated="{columns}"/>'


def row(*cells: str, repeated: object = 1) -> str:
    """A row that stands for so many equal ones."""
    inner = "".join(cells)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inner}</table:table-row>'


def table(*rows: str, name: str = "Vastaukset", more: str = "") -> str:
    """A sheet."""
    return f'<table:table table:name="{name}"{more}>{"".join(rows)}</table:table>'


def document(*tables: str, before: str = "", manifest: str | None = "") -> bytes:
    """The bytes of an open document with these sheets, as an office program packs it."""
    stream = io.BytesIO()
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_SPACES}>'
        '<office:automatic-styles><style:style style:name="piilo" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", _TYPE)
        package.writestr("content.xml", content)
        if manifest is not None:
            package.writestr("META-INF/manifest.xml", _MANIFEST.format(manifest))
    return stream.getvalue()
