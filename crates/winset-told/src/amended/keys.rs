//! What the keys of a case file hold, in words.

/// Keys that hold what an entry is called.
pub(super) const LABELS: [&str; 4] = ["title", "label", "name", "body"];

/// What a key of an entry in a list holds; `{}` stands for the entry, and the first list is the case.
const SAID: [(&str, &[(&str, &str)]); 17] = [
    (
        "",
        &[
            ("format", "the format of the file"),
            ("id", "the code of the case"),
            ("title", "the title of the case"),
            ("languages", "the languages of the texts"),
            ("as_of", "the day that the case describes"),
            (
                "disclaimer",
                "what readers must know of the standing of the case",
            ),
            (
                "comparable",
                "whether the scores of the parties are on one scale",
            ),
            ("parties", "the parties"),
            ("points", "the points"),
            ("preferences", "what everything is worth to the parties"),
            ("lines", "what the parties accept on points"),
            ("links", "the conditions between points"),
            ("ratification", "the bodies that must approve"),
            ("levers", "the levers"),
            ("offers", "the offers"),
            ("assumptions", "what is supposed of others"),
            ("delegations", "the delegations"),
            ("phases", "the phases of carrying it out"),
            ("plan", "the plan of carrying it out"),
            ("prisoners", "what is known of prisoners"),
            ("sessions", "the meetings"),
            ("statements", "the statements"),
            ("incidents", "the incidents"),
            (
                "expected",
                "the answers that the author of the file expects",
            ),
        ],
    ),
    (
        "parties",
        &[
            ("short", "the short name of {}"),
            ("role", "the part in the talks of {}"),
            ("colour", "the colour in pictures of {}"),
            ("marker", "the mark in pictures of {}"),
            ("decides_by", "who decides for {}"),
            ("impasse", "what an impasse is worth to {}"),
            ("no_deal", "the value without a deal of {}"),
            ("note", REMARK),
        ],
    ),
    (
        "points",
        &[
            ("options", "the options of {}"),
            ("range", "the numbers that may be agreed on {}"),
            ("from", "the first number of {}"),
            ("to", "the last number of {}"),
            ("step", "the distance between the numbers of {}"),
            ("unit", "the unit of {}"),
            ("note", REMARK),
        ],
    ),
    ("options", &[("text", "the wording of {}")]),
    (
        "lines",
        &[
            ("owner", "whose {} is"),
            ("point", "the point of {}"),
            ("ladder", "the steps of {}"),
            ("note", REMARK),
        ],
    ),
    (
        "links",
        &[
            ("owner", "whose {} is"),
            ("if", ASKS),
            ("then", ASKS),
            ("require", ASKS),
            ("exclude", ASKS),
            ("rule", ASKS),
            (
                "relax_cost",
                "the cost of giving up {}, by its owner’s own estimate,",
            ),
            ("note", REMARK),
        ],
    ),
    (
        "ratification",
        &[
            ("for_party", "for whom {} ratifies"),
            ("seats", "the seats of {}"),
            ("rules", "the rules of {}"),
            ("blocs", "the blocs of {}"),
        ],
    ),
    (
        "rules",
        &[
            ("need", "the seats asked for by {}"),
            ("when", "what calls for {}"),
            ("note", REMARK),
        ],
    ),
    (
        "blocs",
        &[
            ("seats", "the seats of {}"),
            ("accepts", "what is accepted by {}"),
        ],
    ),
    (
        "levers",
        &[
            ("by", "who pulls {}"),
            ("target", "the target of {}"),
            ("no_deal_delta", "how far the value is moved by {}"),
            (
                "cost_to_puller",
                "the cost, by the estimate of whoever pulls it, of {}",
            ),
            ("delay_days", "the delay in days of {}"),
            ("note", REMARK),
        ],
    ),
    (
        "offers",
        &[
            ("seq", "the number of {}"),
            ("date", "the day of {}"),
            ("by", "who made {}"),
            ("package", "what is offered in {}"),
            ("says", "what is offered in {}"),
            ("change", "what is offered in {}"),
            ("note", REMARK),
        ],
    ),
    (
        "assumptions",
        &[
            ("by", "whose estimate {} is"),
            ("about", "whom {} is about"),
            ("lines", "the lines in {}"),
            ("scores", "the scores in {}"),
            ("no_deal", "the value without a deal in {}"),
            ("note", REMARK),
        ],
    ),
    (
        "phases",
        &[
            ("day", "the day after signature on which {} may begin"),
            ("opens_when", "what must be so before {} begins"),
            ("deliver", "what is delivered in {}"),
            ("rollback", "what undoes {}"),
        ],
    ),
    (
        "delegations",
        &[
            ("party", "for whom {} speaks"),
            ("offices", "the offices in {}"),
        ],
    ),
    ("sessions", SESSION),
    ("statements", STATEMENT),
    ("incidents", INCIDENT),
];

const SESSION: &[(&str, &str)] = &[
    ("date", "the day of {}"),
    ("precision", "how exactly the day is known of {}"),
    ("reported", "the day of the report of {}"),
    ("format", "who met whom at {}"),
    ("with", "the delegations met at {}"),
    ("by", "the delegation that led {}"),
    ("text_version", "the version of the text on the table at {}"),
    ("outcome", "what came of {}"),
    ("about", "the points of {}"),
    ("options", "the options spoken of at {}"),
    ("clauses", "the clauses of the text of {}"),
    ("supersedes", "what is replaced by {}"),
    ("entered_by", "who entered {}"),
];

const STATEMENT: &[(&str, &str)] = &[
    ("date", "the day of {}"),
    ("precision", "how exactly the day is known of {}"),
    ("reported", "the day of the report of {}"),
    ("by", "who made {}"),
    ("channel", "where {} was made"),
    ("grade", "the grade of the source of {}"),
    ("about", "the points of {}"),
    ("says", "the words of {}"),
    ("reads_as", "what is accepted according to {}"),
    ("stances", "what the parties say of {}"),
    ("verification", "how far it is verified that {} was made"),
    ("clauses", "the clauses of the text of {}"),
    ("supersedes", "what is replaced by {}"),
    ("entered_by", "who entered {}"),
];

const INCIDENT: &[(&str, &str)] = &[
    ("date", "the day of {}"),
    ("precision", "how exactly the day is known of {}"),
    ("reported", "the day of the report of {}"),
    ("place", "the place of {}"),
    ("kind", "what happened in {}"),
    ("category", "the category of {}"),
    ("claimed_by", "who claims {}"),
    ("attributed_to", "who is alleged to have done {}"),
    ("counts", "the numbers of {}"),
    ("response", "what the side blamed answers to {}"),
    ("stances", "what the parties say of {}"),
    ("sources", "the sources of {}"),
    ("status", "how far {} is established"),
    ("verification", "how far {} is verified, and by whom,"),
    ("about", "the points of {}"),
    ("options", "the options of {}"),
    ("clauses", "the clauses of the text of {}"),
    ("supersedes", "what is replaced by {}"),
    ("entered_by", "who entered {}"),
];

const REMARK: &str = "the remark on {}";
const ASKS: &str = "what is asked by {}";

/// What a key of an entry of a list holds; of keys that no format has, that something changed.
pub(super) fn said_of(list: &str, key: &str) -> &'static str {
    let list = SAID.iter().find(|(name, _)| *name == list);
    let keys = list.map_or(&[][..], |(_, keys)| keys);
    let said = keys.iter().find(|(name, _)| *name == key);
    said.map_or("what is known of {}", |(_, words)| words)
}
