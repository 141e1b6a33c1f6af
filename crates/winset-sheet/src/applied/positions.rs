//! Changed positions: lines and their ladders.

use std::collections::BTreeMap;

use winset_model::case::{Case, Step};
use winset_model::document::Node;
use winset_model::options::{OptionId, OptionSet, PointId};

use super::draft::{Change, Changes, Draft};
use crate::codes::free_name;
use crate::laid::kind::Kind;
use crate::laid::positions::{LineColumn, line_column, line_places};
use crate::laid::steps::{StepWord, step_word, word_in};
use crate::tree::{list_mut, map_node, name, set};

/// What was changed of one line.
struct Edit<'a> {
    column: LineColumn,
    point: usize,
    cells: BTreeMap<usize, &'a Change>,
}

pub(super) fn apply(draft: &mut Draft<'_>, case: &Case, changes: &Changes) {
    let mut edits: BTreeMap<(LineColumn, usize), BTreeMap<usize, &Change>> = BTreeMap::new();
    for change in changes.of(Kind::Positions) {
        let Some((column, point, option)) = place_of(case, change) else {
            let message = format!(
                "the case has no `{}` for this column any more",
                change.key.join(" ")
            );
            let remedy = format!("put back `{}`", change.was.as_text());
            draft.told.finding(&change.place, message, &remedy);
            continue;
        };
        edits
            .entry((column, point))
            .or_default()
            .insert(option, change);
    }
    let places = line_places(case);
    let mut withdrawn = Vec::new();
    for ((column, point), cells) in edits {
        let line = places.get(&(column.clone(), point)).copied();
        let edit = Edit {
            column,
            point,
            cells,
        };
        withdrawn.extend(edit.apply(draft, case, line));
    }
    withdrawn.sort_unstable();
    for line in withdrawn.into_iter().rev() {
        list_mut(&mut draft.tree, "lines").remove(line);
    }
}

fn place_of(case: &Case, change: &Change) -> Option<(LineColumn, usize, usize)> {
    let column = line_column(&change.column)?;
    case.party_named(&column.party)?;
    let [point, option] = change.key.as_slice() else {
        return None;
    };
    let point = case.point_named(point)?;
    let option = case.option_named(point, option)?;
    Some((column, point.index(), option.index()))
}

impl Edit<'_> {
    fn first(&self) -> &str {
        self.cells
            .values()
            .next()
            .map_or("", |change| change.place.as_str())
    }

    /// Makes the change; gives the place of a line that is withdrawn.
    fn apply(&self, draft: &mut Draft<'_>, case: &Case, line: Option<usize>) -> Option<usize> {
        let ladder: &[Step] = line.map_or(&[], |line| case.lines[line].ladder.open());
        let words = self.words(draft, case, ladder, line.is_some())?;
        if words.iter().all(Option::is_none) {
            let line = line?;
            let message = format!(
                "all cells of the point are empty: the line `{}` is withdrawn",
                case.lines[line].id
            );
            draft
                .told
                .remark(self.first(), message, "type what is accepted, if it is not");
            return Some(line);
        }
        let steps = self.steps(draft, ladder, &words)?;
        let place = line.unwrap_or_else(|| self.new_line(draft, case));
        self.write(draft, case, place, ladder, &steps);
        None
    }

    /// What the cells say now, option by option; none where they are empty.
    fn words(
        &self,
        draft: &mut Draft<'_>,
        case: &Case,
        ladder: &[Step],
        exists: bool,
    ) -> Option<Vec<Option<StepWord>>> {
        let options = case.points[self.point].options.len();
        let mut words = Vec::new();
        let mut emptied: Vec<&str> = Vec::new();
        let mut fine = true;
        for option in 0..options {
            let word = match self.cells.get(&option) {
                None if exists => Some(word_in(ladder, option)),
                None => None,
                Some(change) if change.text().is_empty() => {
                    emptied.push(&change.place);
                    None
                }
                Some(change) => {
                    let word = step_word(change.text());
                    let word =
                        word.filter(|w| !self.column.law || !matches!(w, StepWord::Step(..)));
                    if word.is_none() {
                        let message = format!("`{}` does not say what is accepted", change.text());
                        let remedy = if self.column.law {
                            "type `yes` or `never`: a law has no steps"
                        } else {
                            "type `yes`, `step 1 (cost 5)` or `never`"
                        };
                        draft.told.finding(&change.place, message, remedy);
                        fine = false;
                    }
                    word
                }
            };
            words.push(word);
        }
        let none = words.iter().all(Option::is_none);
        if !none {
            for place in emptied {
                draft.told.guess(
                    place,
                    "an empty cell beside others is taken as `never`",
                    "type `yes`, a step, or `never`",
                );
            }
        }
        fine.then_some(words)
    }

    /// The steps of the ladder: what each adds, and its cost.
    fn steps(
        &self,
        draft: &mut Draft<'_>,
        ladder: &[Step],
        words: &[Option<StepWord>],
    ) -> Option<Vec<(OptionSet, u64)>> {
        let mut added: BTreeMap<usize, OptionSet> = BTreeMap::new();
        let mut costs: BTreeMap<usize, u64> = BTreeMap::from([(0, 0)]);
        for (option, word) in words.iter().enumerate() {
            let (step, cost) = match word {
                None | Some(StepWord::Never) => continue,
                Some(StepWord::Yes) => (0, None),
                Some(StepWord::Step(step, cost)) => (*step, *cost),
            };
            added
                .entry(step)
                .or_insert(OptionSet::EMPTY)
                .insert(OptionId::at(option));
            let known = cost.or_else(|| ladder.get(step).map(|step| step.cost));
            let place = self
                .cells
                .get(&option)
                .map_or(self.first(), |c| c.place.as_str());
            match (known, costs.get(&step)) {
                (Some(cost), Some(other)) if cost != *other && step > 0 => {
                    let message = format!(
                        "step {step} costs {other} for another option of the point, and {cost} here"
                    );
                    draft.told.finding(
                        place,
                        message,
                        "type the same cost for all options of the step",
                    );
                    return None;
                }
                (None, None) => {
                    let message = format!("what does step {step} cost its owner?");
                    let remedy =
                        format!("type `step {step} (cost 5)`, by the owner's own estimate");
                    draft.told.finding(place, message, &remedy);
                    return None;
                }
                (Some(cost), None) => {
                    costs.insert(step, cost);
                }
                _ => {}
            }
        }
        if !added.contains_key(&0) {
            let message = "no option of the point is accepted now; a line accepts at least one";
            draft.told.finding(
                self.first(),
                message,
                "type `yes` for what is accepted now, or empty all cells of the point",
            );
            return None;
        }
        let mut accepted = OptionSet::EMPTY;
        let steps = added.into_iter().map(|(step, options)| {
            accepted = accepted.or(&options);
            (accepted.clone(), costs.get(&step).copied().unwrap_or(0))
        });
        Some(steps.collect())
    }

    /// Adds a line; gives its place.
    fn new_line(&self, draft: &mut Draft<'_>, case: &Case) -> usize {
        let point = &case.points[self.point].id;
        let party = case.party_named(&self.column.party);
        let short = party.map(|p| case.parties[p.index()].short.clone());
        let short = short.filter(|s| s.chars().all(char::is_alphanumeric) && !s.is_empty());
        let short = short.unwrap_or_else(|| self.column.party.clone());
        let law = if self.column.law { "-law" } else { "" };
        let lines = draft.tree.members_under("lines");
        let used = |id: &str| {
            case.demand_named(id).is_some() || lines.iter().any(|line| name(line, "id") == id)
        };
        let id = free_name(&format!("{short}{law}-{point}"), used);
        let message = format!(
            "a new line of {} on `{point}`: it is called `{id}`, and seen by its owner and the mediator",
            self.column.party
        );
        draft.told.guess(
            self.first(),
            message,
            "change its visibility in the case, if everybody may see it",
        );
        let mut entry = vec![
            ("id", Node::of_text(id)),
            ("owner", Node::of_text(&*self.column.party)),
            ("point", Node::of_text(&**point)),
            ("visibility", Node::of_text("mediator")),
        ];
        if self.column.law {
            entry.push(("kind", Node::of_text("law")));
        }
        let lines = list_mut(&mut draft.tree, "lines");
        lines.push(map_node(entry));
        lines.len() - 1
    }

    /// Writes the ladder; a step that stays as it is keeps its writing.
    fn write(
        &self,
        draft: &mut Draft<'_>,
        case: &Case,
        place: usize,
        ladder: &[Step],
        steps: &[(OptionSet, u64)],
    ) {
        let Some(line) = list_mut(&mut draft.tree, "lines").get_mut(place) else {
            return;
        };
        let written = line.members_under("ladder").to_vec();
        let step = |(at, (accept, cost)): (usize, &(OptionSet, u64))| {
            let now = ladder.get(at).zip(written.get(at));
            let cost_node = Node::of_number(&cost.to_string());
            match now {
                Some((step, node)) if step.accept == *accept && step.cost == *cost => node.clone(),
                Some((step, node)) if step.accept == *accept => {
                    let mut node = node.clone();
                    set(&mut node, "cost", cost_node);
                    node
                }
                _ => {
                    let accept = names(case, self.point, accept);
                    map_node(vec![("accept", accept), ("cost", cost_node)])
                }
            }
        };
        let steps: Vec<Node> = steps.iter().enumerate().map(step).collect();
        set(line, "ladder", Node::of_list(steps));
        for change in self.cells.values() {
            draft.touch(format!("lines[{place}]"), &change.place);
        }
    }
}

fn names(case: &Case, point: usize, options: &OptionSet) -> Node {
    let options = options.iter().map(|o| {
        let option = &case.points[PointId::at(point).index()].options[o.index()];
        Node::of_text(&*option.id)
    });
    Node::of_list(options.collect())
}
