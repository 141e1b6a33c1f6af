//! A frontier as a Parquet file: the columns of the table in CSV, with types.

use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use winset::model::case::Case;
use winset::model::formats::identifiers;
use winset::model::number::{Exact, to_words};

use winset::ask::{FrontierAnswer, FrontierAnswerPoint};

/// Most digits of a decimal that 64 bits always hold.
const DIGITS_MAX: u8 = 18;

/// The values of a column, all of one type.
enum Column {
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Whole numbers, and nothing where one is not known.
    Known(Vec<Option<i64>>),
    /// Decimals with so many digits after the point, as whole numbers of the last one.
    Decimal(u8, Vec<i64>),
    Text(Vec<String>),
}

/// The file: for each party its scores, whole numbers where all are, else decimals of at most 18
/// digits, else text as in the table; the number of packages; for each point of the case an option.
/// Floats are nowhere.
///
/// # Errors
/// What the writer of the format reports.
pub(super) fn table(case: &Case, found: &FrontierAnswer) -> Result<Vec<u8>, ParquetError> {
    let columns = columns(case, found);
    let fields = columns.iter().map(|(name, column)| column.field(name));
    let schema = Type::group_type_builder("frontier")
        .with_fields(fields.collect::<Result<_, _>>()?)
        .build()?;
    let complete = found.stopped.is_none().to_string();
    let about = [
        ("winset.case", case.id.clone()),
        ("winset.complete", complete),
    ];
    let about = about.map(|(key, value)| KeyValue::new(key.to_owned(), value));
    let properties = WriterProperties::builder()
        .set_created_by("winset".to_owned())
        .set_key_value_metadata(Some(about.into()))
        .build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties))?;
    let mut rows = writer.next_row_group()?;
    for (_, column) in &columns {
        if let Some(mut to) = rows.next_column()? {
            column.write(&mut to)?;
            to.close()?;
        }
    }
    rows.close()?;
    writer.close()?;
    Ok(bytes)
}

/// Columns with their names; the second of two with one name ends in `-2`.
fn columns(case: &Case, found: &FrontierAnswer) -> Vec<(String, Column)> {
    let points = &found.points;
    let scores = found.axes.iter().map(|axis| {
        let of = |point: &FrontierAnswerPoint| point.score(case, *axis);
        Column::of_scores(&points.iter().filter_map(of).collect::<Vec<_>>())
    });
    let options = case.points.iter().enumerate().map(|(place, at)| {
        let of = |point: &FrontierAnswerPoint| {
            at.options[point.package.package().0[place].index()]
                .id
                .clone()
        };
        Column::Text(points.iter().map(of).collect())
    });
    let columns = scores.chain([Column::of_counts(points)]).chain(options);
    let parties = found.axes.iter();
    let parties = parties.map(|axis| case.parties[axis.index()].id.as_str());
    let names = parties.chain(["packages"]);
    let names = identifiers(names.chain(case.points.iter().map(|at| at.id.as_str())));
    names.into_iter().zip(columns).collect()
}

/// A number in units of the last of so many digits after the point, where it is a whole number of
/// these, with at most 18 digits.
fn in_units(value: &Exact, digits: u8) -> Option<i64> {
    let unit = 10_i128.pow(u32::from(digits));
    let units = value.numer().checked_mul(unit)?;
    let whole = (units % value.denom() == 0).then(|| units / value.denom())?;
    let fits = whole.abs() < 10_i128.pow(u32::from(DIGITS_MAX));
    i64::try_from(whole).ok().filter(|_| fits)
}

impl Column {
    fn of_scores(scores: &[Exact]) -> Self {
        let all = |digits: u8| {
            let units = scores.iter().map(|score| in_units(score, digits));
            units.collect::<Option<Vec<i64>>>()
        };
        match (0..=DIGITS_MAX).find_map(|digits| Some((digits, all(digits)?))) {
            Some((0, whole)) => Self::Whole(whole),
            Some((digits, units)) => Self::Decimal(digits, units),
            None => Self::Text(scores.iter().map(to_words).collect()),
        }
    }

    /// Numbers of packages; as text where one is beyond 64 bits.
    fn of_counts(points: &[FrontierAnswerPoint]) -> Self {
        let exact = |point: &FrontierAnswerPoint| point.counted().cloned();
        let counts = points.iter().map(exact);
        let fit = counts.clone().map(|count| match count {
            None => Some(None),
            Some(count) => i64::try_from(count).ok().map(Some),
        });
        if let Some(known) = fit.collect::<Option<Vec<_>>>() {
            return Self::Known(known);
        }
        let text = counts.map(|count| count.map_or_else(String::new, |n| n.to_string()));
        Self::Text(text.collect())
    }

    fn field(&self, name: &str) -> Result<TypePtr, ParquetError> {
        let (physical, logical) = match self {
            Self::Whole(_) | Self::Known(_) => (Physical::INT64, None),
            Self::Decimal(digits, _) => {
                let logical = LogicalType::decimal(i32::from(*digits), i32::from(DIGITS_MAX));
                (Physical::INT64, Some(logical))
            }
            Self::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        };
        let repetition = match self {
            Self::Known(_) => Repetition::OPTIONAL,
            _ => Repetition::REQUIRED,
        };
        let field = Type::primitive_type_builder(name, physical)
            .with_repetition(repetition)
            .with_logical_type(logical);
        let field = match self {
            Self::Decimal(digits, _) => field
                .with_precision(i32::from(DIGITS_MAX))
                .with_scale(i32::from(*digits)),
            _ => field,
        };
        field.build().map(Arc::new)
    }

    fn write(&self, to: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match self {
            Self::Whole(numbers) | Self::Decimal(_, numbers) => {
                to.typed::<Int64Type>().write_batch(numbers, None, None)?;
            }
            Self::Known(numbers) => {
                let there: Vec<i64> = numbers.iter().flatten().copied().collect();
                let levels: Vec<i16> = numbers.iter().map(|n| i16::from(n.is_some())).collect();
                let to = to.typed::<Int64Type>();
                to.write_batch(&there, Some(&levels), None)?;
            }
            Self::Text(texts) => {
                let texts: Vec<ByteArray> = texts.iter().map(|t| t.as_str().into()).collect();
                to.typed::<ByteArrayType>()
                    .write_batch(&texts, None, None)?;
            }
        }
        Ok(())
    }
}
