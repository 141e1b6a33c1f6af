//! Programs of a shuttle by name.

use std::sync::Arc;

use super::{
    Annealer, Answering, AskingAssumption, AskingGoal, AskingMediator, FixedOrderFlip, HillClimber,
    Mediating, Prior, PublicOrders, RandomFlip, Truthful,
};
use crate::session::{SeatSet, TextQuestion};
use crate::space::OutcomeSpace;
use crate::strategy::{Call, NameRefused, Param, Row, made};

/// A mediator's program that was named: a plain value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediatorSpec {
    /// The asking mediator, under an assumption.
    Asking(AssumptionName),
    /// Changes one point of the text that all accepted, by chance.
    RandomFlip,
    /// Changes one point of it, in order.
    FixedOrderFlip,
}

/// The asking mediator's assumptions, of which one needs to be told more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssumptionName {
    /// [`AskingAssumption::FixedSet`].
    FixedSet,
    /// [`AskingAssumption::SinglePoints`].
    SinglePoints,
    /// [`AskingAssumption::Pairs`].
    Pairs,
    /// [`AskingAssumption::Monotone`], by the orders that the mediator is told.
    Orders,
}

/// What a mediator's program begins with.
#[derive(Debug, Clone)]
pub struct MediatorBegins {
    /// What can be agreed.
    pub space: Arc<OutcomeSpace>,
    /// Who is asked.
    pub asked: SeatSet,
    /// What they are asked.
    pub question: TextQuestion,
    /// What it knows before it asks.
    pub prior: Prior,
    /// In which order parties like options, for a program that is told.
    pub orders: PublicOrders,
    /// What it draws from.
    pub seed: u64,
}

impl MediatorSpec {
    /// The question that the program is made for.
    pub fn question(self) -> TextQuestion {
        match self {
            Self::Asking(_) => TextQuestion::ByItself,
            Self::RandomFlip | Self::FixedOrderFlip => TextQuestion::OverStanding,
        }
    }

    /// Whether the program understands what is answered to a question.
    pub fn understands(self, question: TextQuestion) -> bool {
        !matches!((self, question), (Self::Asking(_), TextQuestion::OverLast))
    }

    /// Whether the program is told in which order parties like options.
    pub fn is_told_orders(self) -> bool {
        self == Self::Asking(AssumptionName::Orders)
    }

    /// The program at the beginning of a session.
    pub fn begin(self, begins: MediatorBegins) -> Box<dyn Mediating> {
        let MediatorBegins {
            space,
            asked,
            question,
            prior,
            orders,
            seed,
        } = begins;
        let assumption = match self {
            Self::RandomFlip => return Box::new(RandomFlip::new(&space, seed)),
            Self::FixedOrderFlip => return Box::new(FixedOrderFlip::new(&space, seed)),
            Self::Asking(AssumptionName::FixedSet) => AskingAssumption::FixedSet,
            Self::Asking(AssumptionName::SinglePoints) => AskingAssumption::SinglePoints,
            Self::Asking(AssumptionName::Pairs) => AskingAssumption::Pairs,
            Self::Asking(AssumptionName::Orders) => AskingAssumption::Monotone(Arc::new(orders)),
        };
        let goal = match question {
            TextQuestion::ByItself => AskingGoal::First,
            TextQuestion::OverStanding | TextQuestion::OverLast => AskingGoal::NoneBetter,
        };
        Box::new(AskingMediator::new(
            &space, asked, assumption, prior, goal, seed,
        ))
    }
}

/// The program of a party that was named: a plain value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AnswererSpec {
    /// [`Truthful`].
    Truthful,
    /// [`HillClimber`].
    HillClimber,
    /// [`Annealer`] with its highest temperature.
    Annealer(f64),
}

impl AnswererSpec {
    /// Whether the program needs the party's scores.
    pub fn needs_scores(self) -> bool {
        self != Self::Truthful
    }

    /// The program at the beginning of a session; a truthful one signs what `truthful` signs.
    pub fn begin(self, truthful: Truthful, seed: u64) -> Box<dyn Answering> {
        match self {
            Self::Truthful => Box::new(truthful),
            Self::HillClimber => Box::new(HillClimber),
            Self::Annealer(hottest) => Box::new(Annealer::new(hottest, seed)),
        }
    }
}

/// A program that [`mediator_named`] or [`answerer_named`] knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShuttleName {
    /// The name.
    pub name: &'static str,
    /// The name with its parameters, as they are when nothing is said.
    pub usage: String,
    /// What it is, in a line.
    pub about: &'static str,
    /// Where it comes from.
    pub source: &'static str,
}

const OWN: &str = "winset";
const KLEIN: &str = "Klein, Faratin, Sayama and Bar-Yam 2003";

const MEDIATORS: &[Row<MediatorSpec>] = &[
    Row {
        name: "asking",
        about: "proposes what settles most, and takes nothing for granted of what a party accepts",
        source: OWN,
        params: &[],
        make: |_| MediatorSpec::Asking(AssumptionName::FixedSet),
    },
    Row {
        name: "asking-points",
        about: "as asking; takes for granted that a party refuses options, each by itself",
        source: OWN,
        params: &[],
        make: |_| MediatorSpec::Asking(AssumptionName::SinglePoints),
    },
    Row {
        name: "asking-pairs",
        about: "as asking; takes for granted that a party refuses options, and pairs of them",
        source: OWN,
        params: &[],
        make: |_| MediatorSpec::Asking(AssumptionName::Pairs),
    },
    Row {
        name: "asking-orders",
        about: "as asking; is told in which order each party likes the options of a point",
        source: OWN,
        params: &[],
        make: |_| MediatorSpec::Asking(AssumptionName::Orders),
    },
    Row {
        name: "flip",
        about: "changes one point of the text that all accepted, by chance",
        source: KLEIN,
        params: &[],
        make: |_| MediatorSpec::RandomFlip,
    },
    Row {
        name: "fixed-order",
        about: "changes one point of it, in the order of points and options",
        source: KLEIN,
        params: &[],
        make: |_| MediatorSpec::FixedOrderFlip,
    },
];

const ANSWERERS: &[Row<AnswererSpec>] = &[
    Row {
        name: "truthful",
        about: "accepts what it would sign: within its lines and conditions, worth no deal",
        source: OWN,
        params: &[],
        make: |_| AnswererSpec::Truthful,
    },
    Row {
        name: "climber",
        about: "accepts what is worth more than what stands",
        source: KLEIN,
        params: &[],
        make: |_| AnswererSpec::HillClimber,
    },
    Row {
        name: "annealer",
        about: "as climber, but bears losses early; t is the share of its reach that it bears",
        source: KLEIN,
        params: &[Param::new("t", 0.05, 0.000_001, 1_000.0)],
        make: |values| AnswererSpec::Annealer(values[0]),
    },
];

/// The mediators, and the programs of parties.
pub fn shuttle_names() -> (Vec<ShuttleName>, Vec<ShuttleName>) {
    fn entries<T>(rows: &'static [Row<T>]) -> Vec<ShuttleName> {
        let entry = |row: &'static Row<T>| ShuttleName {
            name: row.name,
            usage: row.usage(),
            about: row.about,
            source: row.source,
        };
        rows.iter().map(entry).collect()
    }
    (entries(MEDIATORS), entries(ANSWERERS))
}

/// The mediator's program that a text names, such as `asking-pairs`.
///
/// # Errors
/// The text names none.
pub fn mediator_named(text: &str) -> Result<MediatorSpec, NameRefused> {
    made(MEDIATORS, "a mediator", &Call::read(text)?)
}

/// The program of a party that a text names, such as `annealer(t=0.2)`.
///
/// # Errors
/// The text names none.
pub fn answerer_named(text: &str) -> Result<AnswererSpec, NameRefused> {
    made(
        ANSWERERS,
        "a program that answers texts",
        &Call::read(text)?,
    )
}
