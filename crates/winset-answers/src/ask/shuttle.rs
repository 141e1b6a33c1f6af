//! A shuttle with a single negotiating text, as its reader may see it.

use std::sync::Arc;

use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_play::mediator::{
    AskingResult, MediatorBegins, MediatorProgram, PartyProgram, Prior, PublicOrders, ShuttleNote,
    Truthful, answerer_named, mediator_named,
};
use winset_play::own::OwnSide;
use winset_play::session::{
    AnswersTold, NoDealReason, Seat, ShuttleAnswer, TalkMoment, TextAction, TextNews,
};
use winset_play::space::{Outcome, OutcomeSpace};
use winset_play::trace::ShuttleHead;

use super::NotSeated;
use super::talks::{got_at, parties_at};

/// A course of a shuttle: of the texts and answers that its reader was told, of nothing else.
#[derive(Debug, Clone)]
pub struct ShuttleCourse {
    /// Who took part, by which rules.
    pub head: ShuttleHead,
    /// The packages under their numbers.
    pub space: Arc<OutcomeSpace>,
    /// Who reads, where it is somebody at the table: a party, or a person who mediates. None: the mediator's own desk,
    /// which sees all.
    pub reader: Option<Seat>,
    /// The texts, in order.
    pub texts: Vec<ShuttleText>,
    /// How it ended; none where it was stopped, to go on another day.
    pub end: Option<ShuttleEnd>,
    /// What each seat got, on its party's scale of whole numbers; none without scores, and without an end.
    pub got: Vec<Option<i64>>,
    /// What the mediator's program knows of the packages that all accept: for its own desk.
    pub knows: Option<AskingResult>,
}

/// A text, and what was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct ShuttleText {
    /// The text.
    pub text: Outcome,
    /// What those who were asked were told that it is compared with.
    pub against: Option<Outcome>,
    /// When it was proposed.
    pub moment: TalkMoment,
    /// Who answered what, in the order of seats: to a party its own answer, to a person who mediates what mediators are
    /// told.
    pub answers: Vec<(Seat, ShuttleAnswer)>,
    /// Whether nobody was against it; none to a party, and while not all have answered.
    pub all_for: Option<bool>,
}

/// How a shuttle ended.
#[derive(Debug, Clone, PartialEq)]
pub struct ShuttleEnd {
    /// The package that was agreed.
    pub agreed: Option<Outcome>,
    /// Why none was: parties are not told.
    pub why: Option<NoDealReason>,
    /// When.
    pub moment: TalkMoment,
}

impl ShuttleCourse {
    /// A course that has not begun, for a reader.
    pub fn begin(head: ShuttleHead, space: &Arc<OutcomeSpace>, reader: Option<Seat>) -> Self {
        Self {
            head,
            space: space.clone(),
            reader,
            texts: Vec::new(),
            end: None,
            got: Vec::new(),
            knows: None,
        }
    }

    /// Takes down what goes on, if the reader is told.
    pub fn note(&mut self, note: ShuttleNote<'_>) {
        let mediates = self.reader == Some(ShuttleHead::MEDIATOR);
        let hears_all = mediates && self.head.told == AnswersTold::OneByOne;
        let reads = |seat: Seat| self.reader.is_none_or(|reader| reader == seat);
        match note {
            ShuttleNote::Said(said) if hears_all || reads(said.seat) => {
                if let (TextAction::Answer(answer), Some(text)) =
                    (said.action, self.texts.last_mut())
                {
                    text.answers.push((said.seat, answer));
                    text.answers.sort_unstable_by_key(|(seat, _)| *seat);
                }
            }
            ShuttleNote::Said(_) => {}
            ShuttleNote::News(news) => {
                let is_told = self.reader.is_none_or(|reader| news.to.holds(reader));
                // Who mediates knows the texts that it proposes.
                let is_told = is_told || mediates;
                match (news.news, self.reader.filter(|_| !mediates)) {
                    (
                        TextNews::Text {
                            text,
                            against,
                            moment,
                        },
                        _,
                    ) if is_told => self.texts.push(ShuttleText {
                        text,
                        against,
                        moment,
                        answers: Vec::new(),
                        all_for: None,
                    }),
                    (TextNews::Answers { heard, .. }, None) => {
                        if let Some(text) = self.texts.last_mut() {
                            text.all_for = Some(heard.is_all());
                        }
                    }
                    (TextNews::Finished(end), None) => {
                        self.end = Some(ShuttleEnd {
                            agreed: end.agreed.ok(),
                            why: end.agreed.err(),
                            moment: end.moment,
                        });
                    }
                    (TextNews::Over { agreed, moment }, Some(_)) if is_told => {
                        self.end = Some(ShuttleEnd {
                            agreed,
                            why: None,
                            moment,
                        });
                    }
                    _ => {}
                }
            }
        }
    }

    /// With what each party got, of a case as the reader sees it, and what the mediator knows, which is for its own
    /// desk.
    #[must_use]
    pub fn settled(mut self, case: &Case, knows: Option<AskingResult>) -> Self {
        let ShuttleHead { seats, no_deal, .. } = &self.head;
        self.got = self.end.as_ref().map_or_else(
            || vec![None; seats.len()],
            |end| got_at(case, &self.space, seats, *no_deal, end.agreed),
        );
        self.knows = knows.filter(|_| self.reader.is_none());
        self
    }

    /// The parties, in the order of seats; none for the mediator.
    pub fn parties(&self, case: &Case) -> Vec<Option<PartyId>> {
        parties_at(case, &self.head.seats)
    }
}

/// The mediator's program, by its name. It knows the laws of the case, and the order in which parties like options
/// if its name says so.
///
/// # Errors
/// There is no such program, or it does not understand what parties are asked.
pub fn mediator_at(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &ShuttleHead,
) -> Result<MediatorProgram, NotSeated> {
    let taken = &head.seats[ShuttleHead::MEDIATOR.index()];
    let spec = mediator_named(&taken.plays).map_err(|source| NotSeated::Name {
        party: taken.party.clone(),
        source,
    })?;
    if !spec.understands(head.question) {
        return Err(NotSeated::NotUnderstood(taken.plays.clone()));
    }
    let orders = if spec.is_told_orders() {
        let asked = (0..).map(Seat).zip(&head.seats);
        let asked = asked.filter_map(|(seat, of)| Some((seat, case.party_named(&of.party)?)));
        PublicOrders::of_scores(case, asked)
    } else {
        PublicOrders::default()
    };
    Ok(MediatorProgram(spec.begin(MediatorBegins {
        space: space.clone(),
        asked: head.must_agree,
        question: head.question,
        prior: Prior::of_laws(case, space),
        orders,
        seed: taken.seed,
    })))
}

/// The program that answers for a party, by its name.
///
/// # Errors
/// There is no such program, the seat is no party's, or the program needs scores that the party has not.
pub fn answerer_at(
    case: &Case,
    space: &Arc<OutcomeSpace>,
    head: &ShuttleHead,
    seat: Seat,
) -> Result<PartyProgram, NotSeated> {
    let taken = &head.seats[seat.index()];
    let spec = answerer_named(&taken.plays).map_err(|source| NotSeated::Name {
        party: taken.party.clone(),
        source,
    })?;
    let party = case.party_named(&taken.party);
    let party = party.ok_or_else(|| NotSeated::NoParty(taken.party.clone()))?;
    let has_scores = case.parties[party.index()].sheet.open().scores.is_some();
    let own = if has_scores || spec.needs_scores() {
        OwnSide::new(case, space, party)?
    } else {
        OwnSide::without_scores(space)
    };
    Ok(PartyProgram {
        own,
        program: spec.begin(Truthful::of(case, party), taken.seed),
    })
}
