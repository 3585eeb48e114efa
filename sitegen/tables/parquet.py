"""Tables as Parquet files, for programs that read columns. Needs pyarrow, which the extra `parquet` brings."""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from sitegen.tables.rows import Row
from sitegen.tables.schema import Cell, Column, Table


def write_parquet(sink: BinaryIO, table: Table, parts: Iterable[Iterable[Row]]) -> None:
    """The rows of a table as one file. Raises ImportError where pyarrow is not installed."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.type], metadata={"description": f"{column.meaning}."})
            for column in table.columns
        ],
        metadata={"description": table.meaning},
    )
    with ParquetWriter(sink, schema, compression="zstd") as writer:
        for rows in parts:
            columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
            arrays = [
                pyarrow.array([_stored(column, cell) for cell in cells], field.type)
                for column, cells, field in zip(table.columns, columns, schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _stored(column: Column, cell: Cell) -> Cell | date:
    return date.fromisoformat(str(cell)) if column.type == "day" and cell is not None else cell
