//! The rules that stand in a question, and the options that a node of a proof still allows.

use winset_model::case::{Body, Case, DemandId, LinkRule, VoteRule};
use winset_model::condition::Condition;
use winset_model::options::{OptionSet, PointId};
use winset_model::positions::Positions;

use crate::misfit::every_option;

/// For each point the options that are still allowed.
pub(crate) type Domains = Vec<OptionSet>;

/// A rule that stands, as far as it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Rule<'a> {
    /// The point is settled on one of the options.
    Line(PointId, &'a OptionSet),
    /// The link's rule holds.
    Link(&'a LinkRule),
    /// The body gives enough seats whenever the rule applies.
    Vote(&'a Body, &'a VoteRule),
}

/// A question in the form in which it is checked. The positions fit the case.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    /// The case.
    pub(crate) case: &'a Case,
    /// The positions.
    pub(crate) positions: &'a Positions,
    /// The standing rules, each with the points that it mentions.
    pub(crate) rules: Vec<(Rule<'a>, Vec<PointId>)>,
}

impl<'a> Question<'a> {
    /// The question that these positions ask of a case.
    pub(crate) fn new(case: &'a Case, positions: &'a Positions) -> Self {
        let standing = case
            .demands()
            .into_iter()
            .filter(|d| !positions.dropped.contains(d));
        let rules = standing
            .map(|d| rule(case, positions, d))
            .map(|rule| (rule, points(rule)))
            .collect();
        Self {
            case,
            positions,
            rules,
        }
    }

    /// All options, less those that the question excludes outright.
    pub(crate) fn root(&self) -> Domains {
        let mut domains: Domains = (0..self.case.points.len())
            .map(|point| every_option(self.case, point))
            .collect();
        for (point, options) in &self.positions.only {
            let domain = &mut domains[point.index()];
            *domain = domain.and(options);
        }
        domains
    }
}

fn rule<'a>(case: &'a Case, positions: &Positions, demand: DemandId) -> Rule<'a> {
    match demand {
        DemandId::Line(line) => {
            let drawn = &case.lines[line];
            let step = &drawn.ladder.open()[positions.steps[line]];
            Rule::Line(drawn.point, &step.accept)
        }
        DemandId::Link(link) => Rule::Link(case.links[link].rule.open()),
        DemandId::Vote(body, rule) => {
            let body = &case.bodies[body];
            Rule::Vote(body, &body.rules[rule])
        }
    }
}

/// The points that a rule mentions, each once.
fn points(rule: Rule<'_>) -> Vec<PointId> {
    let mut points = match rule {
        Rule::Line(point, _) => vec![point],
        Rule::Link(LinkRule::IfThen { when, then }) => [when.points(), then.points()].concat(),
        Rule::Link(LinkRule::Require(condition)) => condition.points(),
        Rule::Link(LinkRule::Exclude(members)) => {
            members.iter().flat_map(Condition::points).collect()
        }
        Rule::Vote(body, vote) => {
            let accepted = body.blocs.iter().flat_map(|bloc| &bloc.accepts);
            let mut points = vote.when.points();
            points.extend(accepted.map(|(point, _)| *point));
            points
        }
    };
    points.sort_unstable();
    points.dedup();
    points
}
