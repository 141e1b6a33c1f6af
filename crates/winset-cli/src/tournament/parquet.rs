//! The table of negotiations as a Parquet file: the columns and values of the table in CSV, with types.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use winset::play::tournament::{DETAILS_COLUMNS, DetailsCell, DetailsKind};

use super::growing::GrowingFile;
use super::parts::failure;
use crate::failure::Failure;

/// How many rows are kept until they are written as a group, but for those of the part that they end in.
const GROUP_ROWS: usize = 1 << 15;
const FILE: &str = "details.parquet";

/// The file while it grows. Where groups end depends on the parts of the tournament alone.
pub(super) struct DetailsParquet {
    path: PathBuf,
    to: SerializedFileWriter<GrowingFile>,
    /// Rows that are not written yet, by columns.
    columns: Vec<DetailsColumn>,
}

impl DetailsParquet {
    /// One without rows, in a folder.
    pub(super) fn begin(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(FILE);
        let file = GrowingFile::begin(folder, FILE)?;
        let properties = WriterProperties::builder()
            .set_created_by("winset".to_owned())
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .build();
        let to = schema()
            .and_then(|schema| SerializedFileWriter::new(file, schema, Arc::new(properties)));
        Ok(Self {
            to: to.map_err(|error| unwritten(&path, error))?,
            path,
            columns: DETAILS_COLUMNS.map(|(_, kind)| kind.into()).into(),
        })
    }

    /// Adds a row.
    pub(super) fn add<'c>(&mut self, cells: impl Iterator<Item = &'c DetailsCell>) {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.add(cell);
        }
    }

    /// Writes what was added, where that is enough for a group.
    pub(super) fn write(&mut self) -> Result<(), Failure> {
        if self.rows() < GROUP_ROWS {
            return Ok(());
        }
        self.group().map_err(|error| unwritten(&self.path, error))
    }

    /// Writes what is left: the file, which is whole but for its name.
    pub(super) fn end(mut self) -> Result<GrowingFile, Failure> {
        let left = if self.rows() == 0 {
            Ok(())
        } else {
            self.group()
        };
        let ended = left.and_then(|()| self.to.into_inner());
        ended.map_err(|error| unwritten(&self.path, error))
    }

    fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.levels.len())
    }

    fn group(&mut self) -> Result<(), ParquetError> {
        let mut rows = self.to.next_row_group()?;
        for column in &mut self.columns {
            if let Some(mut to) = rows.next_column()? {
                column.write(&mut to)?;
                to.close()?;
            }
        }
        rows.close().map(drop)
    }
}

fn unwritten(path: &Path, error: ParquetError) -> Failure {
    failure(path, io::Error::other(error))
}

fn schema() -> Result<TypePtr, ParquetError> {
    let fields = DETAILS_COLUMNS.map(|(name, kind)| {
        let (physical, logical) = match kind {
            DetailsKind::Whole => (Physical::INT64, None),
            DetailsKind::Real => (Physical::DOUBLE, None),
            DetailsKind::Truth => (Physical::BOOLEAN, None),
            DetailsKind::Words => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        };
        Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()
            .map(Arc::new)
    });
    let fields = fields.into_iter().collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder("details").with_fields(fields);
    schema.build().map(Arc::new)
}

/// Cells of a column.
struct DetailsColumn {
    /// For each cell 1 where it holds something, else 0.
    levels: Vec<i16>,
    values: DetailsValues,
}

/// What the cells of a column hold that are not empty.
enum DetailsValues {
    Whole(Vec<i64>),
    Real(Vec<f64>),
    Truth(Vec<bool>),
    Words(Vec<ByteArray>),
}

impl From<DetailsKind> for DetailsColumn {
    fn from(kind: DetailsKind) -> Self {
        let values = match kind {
            DetailsKind::Whole => DetailsValues::Whole(Vec::new()),
            DetailsKind::Real => DetailsValues::Real(Vec::new()),
            DetailsKind::Truth => DetailsValues::Truth(Vec::new()),
            DetailsKind::Words => DetailsValues::Words(Vec::new()),
        };
        Self {
            levels: Vec::new(),
            values,
        }
    }
}

impl DetailsColumn {
    /// Adds a cell; one that does not fit the column, which there is none of, would be empty.
    fn add(&mut self, cell: &DetailsCell) {
        let there = match (&mut self.values, cell) {
            (DetailsValues::Whole(all), DetailsCell::Whole(number)) => {
                push(all, i64::try_from(*number).ok())
            }
            (DetailsValues::Real(all), cell) => push(all, cell.real()),
            (DetailsValues::Truth(all), DetailsCell::Truth(truth)) => push(all, Some(*truth)),
            (DetailsValues::Words(all), DetailsCell::Words(text)) => {
                // Rows that follow each other often have the same text, which is then kept once.
                let before = all.last().filter(|last| last.data() == text.as_bytes());
                let text = before.cloned().unwrap_or_else(|| text.as_str().into());
                push(all, Some(text))
            }
            _ => false,
        };
        self.levels.push(i16::from(there));
    }

    /// Writes all cells, and forgets them.
    fn write(&mut self, to: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match &mut self.values {
            DetailsValues::Whole(all) => written::<Int64Type>(to, all, &self.levels),
            DetailsValues::Real(all) => written::<DoubleType>(to, all, &self.levels),
            DetailsValues::Truth(all) => written::<BoolType>(to, all, &self.levels),
            DetailsValues::Words(all) => written::<ByteArrayType>(to, all, &self.levels),
        }?;
        self.levels.clear();
        Ok(())
    }
}

/// Adds a value where there is one, and says so.
fn push<T>(all: &mut Vec<T>, value: Option<T>) -> bool {
    let there = value.is_some();
    all.extend(value);
    there
}

fn written<T: DataType>(
    to: &mut SerializedColumnWriter<'_>,
    all: &mut Vec<T::T>,
    levels: &[i16],
) -> Result<(), ParquetError> {
    to.typed::<T>().write_batch(all, Some(levels), None)?;
    all.clear();
    Ok(())
}
