//! The words of positions: yes, steps of a ladder, never.

use winset_model::case::Step;
use winset_model::options::OptionId;

/// What a cell says of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StepWord {
    /// Accepted now.
    Yes,
    /// Accepted from this step on, at this cost where it says so.
    Step(usize, Option<u64>),
    /// Not accepted on any step in sight.
    Never,
}

impl StepWord {
    pub(crate) fn words(&self, refused: &str) -> String {
        match self {
            Self::Yes => "yes".to_owned(),
            Self::Step(step, Some(cost)) => format!("step {step} (cost {cost})"),
            Self::Step(step, None) => format!("step {step}"),
            Self::Never => refused.to_owned(),
        }
    }
}

/// What somebody typed: `yes`, `step 2 (cost 5)`, `step 2`, `never`, `no`.
pub(crate) fn step_word(text: &str) -> Option<StepWord> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "yes" | "y" | "x" | "now" => return Some(StepWord::Yes),
        "never" | "no" | "n" | "-" => return Some(StepWord::Never),
        _ => {}
    }
    let rest = text.strip_prefix("step")?.trim_start();
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (step, rest) = rest.split_at(digits);
    let step: usize = step.parse().ok()?;
    let rest = rest.trim_matches([' ', '(', ')', ',', ':']);
    let cost = match rest {
        "" => None,
        _ => Some(
            rest.strip_prefix("cost")?
                .trim_matches([' ', ':', '='])
                .parse()
                .ok()?,
        ),
    };
    match step {
        0 => (cost.unwrap_or(0) == 0).then_some(StepWord::Yes),
        _ => Some(StepWord::Step(step, cost)),
    }
}

/// What a ladder says of an option, by its place.
pub(crate) fn word_in(ladder: &[Step], option: usize) -> StepWord {
    let accepts = |step: &Step| step.accept.contains(OptionId::at(option));
    match ladder.iter().position(accepts) {
        None => StepWord::Never,
        Some(0) => StepWord::Yes,
        Some(step) => StepWord::Step(step, Some(ladder[step].cost)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_steps() {
        for (text, word) in [
            ("Yes", Some(StepWord::Yes)),
            ("step 2 (cost 5)", Some(StepWord::Step(2, Some(5)))),
            ("Step 2, cost 5", Some(StepWord::Step(2, Some(5)))),
            ("step 3", Some(StepWord::Step(3, None))),
            ("step 0", Some(StepWord::Yes)),
            ("no", Some(StepWord::Never)),
            ("step", None),
            ("maybe", None),
            ("step 2 (price 5)", None),
        ] {
            assert_eq!(step_word(text), word, "{text}");
        }
    }
}
