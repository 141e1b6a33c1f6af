//! Titles, offices, and words that tell bodies and places from persons.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const SHORT_TITLE_WORDS: [&str; 31] = [
    "adm", "amb", "brig", "capt", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "insp",
    "jr", "lt", "maj", "messrs", "mr", "mrs", "ms", "mx", "prof", "pte", "rep", "rev", "sen", "sgt",
    "sr", "st", "supt", "vs",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const PERSON_TITLE_WORDS: [&str; 78] = [
    "acting", "admiral", "ambassador", "archbishop", "ayatollah", "bishop", "brigadier", "brother",
    "captain", "cardinal", "chair", "chairman", "chairwoman", "chancellor", "chief", "colonel",
    "commander", "commissioner", "constable", "corporal", "councillor", "defence", "defense",
    "deputy", "doctor", "elder", "emir", "envoy", "father", "finance", "foreign", "former",
    "general", "governor", "imam", "inspector", "interior", "judge", "justice", "king",
    "lieutenant", "major", "marshal", "mayor", "mediator", "minister", "mother", "nurse", "pastor",
    "patriarch", "pope", "premier", "president", "prime", "prince", "princess", "private",
    "professor", "queen", "rabbi", "reverend", "secretary", "secretary-general", "senator",
    "sergeant", "sheikh", "sister", "speaker", "special", "spokesman", "spokesperson",
    "spokeswoman", "sultan", "superintendent", "under-secretary", "undersecretary", "vice",
    "warden",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const DEPARTMENT_WORDS: [&str; 29] = [
    "affairs", "agriculture", "culture", "defence", "defense", "economy", "education", "energy",
    "environment", "finance", "fisheries", "foreign", "health", "home", "information", "interior",
    "internal", "justice", "labor", "labour", "police", "public", "security", "staff", "state",
    "trade", "transport", "water", "works",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const ROLES: [&str; 91] = [
    "abbess", "abbot", "activist", "aide", "analyst", "author", "baker", "brother", "captain",
    "carpenter", "clerk", "conductor", "cook", "coordinator", "daughter", "diplomat", "docker",
    "dockworker", "driver", "economist", "editor", "engineer", "expert", "farmer", "father",
    "fisherman", "grandfather", "grandmother", "guard", "harbourmaster", "headmaster",
    "headmistress", "herder", "historian", "husband", "insider", "journalist", "keeper", "lawyer",
    "man", "mechanic", "medic", "merchant", "miner", "monk", "mother", "neighbor", "neighbour",
    "nun", "nurse", "observer", "officer", "official", "organiser", "organizer", "owner",
    "paramedic", "passenger", "pensioner", "pilot", "poet", "porter", "priest", "prisoner",
    "refugee", "relative", "reporter", "resident", "sailor", "shopkeeper", "signalman", "singer",
    "sister", "smith", "soldier", "son", "source", "stationmaster", "student", "surgeon",
    "survivor", "teacher", "trader", "villager", "volunteer", "warehouseman", "widow", "wife",
    "witness", "woman", "worker",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const OFFICE_NOUN_WORDS: [&str; 64] = [
    "admiral", "adviser", "advisor", "ambassador", "archbishop", "attorney", "bishop", "brigadier",
    "captain", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chaplain", "chief",
    "colonel", "commander", "commissioner", "consul", "coordinator", "councillor", "counsel",
    "delegate", "deputy", "director", "doctor", "envoy", "founder", "general", "governor", "head",
    "inspector", "judge", "king", "leader", "lieutenant", "major", "manager", "marshal", "mayor",
    "mediator", "member", "minister", "negotiator", "prefect", "premier", "president", "prince",
    "princess", "professor", "prosecutor", "queen", "representative", "secretary", "senator",
    "speaker", "spokesman", "spokesperson", "spokeswoman", "superintendent", "treasurer",
    "vice-president", "warden",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const BODIES: [&str; 82] = [
    "accord", "agency", "agreement", "alliance", "army", "assembly", "association", "authority",
    "bank", "board", "brigade", "bureau", "cabinet", "charter", "chronicle", "church", "circle",
    "coalition", "coast", "command", "commission", "committee", "compact", "company", "congress",
    "convention", "cooperative", "corporation", "council", "court", "crescent", "cross",
    "delegation", "desk", "federation", "force", "forces", "front", "fund", "gazette", "government",
    "group", "guild", "herald", "hospital", "house", "institute", "league", "militia", "ministry",
    "mission", "movement", "navy", "network", "news", "observatory", "office", "online",
    "parliament", "party", "police", "post", "press", "protocol", "radio", "relief", "republic",
    "secretariat", "senate", "service", "society", "staff", "syndicate", "team", "times", "treaty",
    "tribunal", "tribune", "trust", "union", "university", "wire",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const PLACE_NOUN_WORDS: [&str; 78] = [
    "abbey", "airport", "avenue", "barracks", "bay", "border", "bridge", "cairn", "camp", "canal",
    "cape", "castle", "city", "coast", "corridor", "county", "crossing", "dam", "delta", "depot",
    "district", "east", "falls", "ferry", "field", "ford", "forest", "fort", "gate", "halt",
    "harbor", "harbour", "hill", "hills", "hotel", "island", "islands", "isle", "isles", "junction",
    "kingdom", "lake", "landing", "lower", "market", "mill", "monastery", "mountain", "mountains",
    "north", "palace", "park", "pass", "peninsula", "plain", "point", "port", "province", "quay",
    "region", "ridge", "river", "road", "school", "sea", "sound", "south", "square", "station",
    "strait", "street", "terminal", "territory", "town", "upper", "valley", "village", "west",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const PARTICLE_WORDS: [&str; 22] = [
    "al", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "ten", "ter", "van", "von", "zu",
];

/// Whether a stop after this word belongs to it.
pub(crate) fn is_short_title(lower: &str) -> bool {
    listed(&SHORT_TITLE_WORDS, lower)
}

/// Titles that say nothing about an office.
pub(crate) fn is_plain_title(lower: &str) -> bool {
    matches!(
        lower,
        "mr" | "mrs"
            | "ms"
            | "mx"
            | "miss"
            | "dr"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "messrs"
            | "madame"
            | "monsieur"
    )
}

/// Words that stand before a person's name as part of a title.
pub(crate) fn is_person_title(lower: &str) -> bool {
    is_short_title(lower) && !matches!(lower, "st" | "vs" | "jr" | "sr")
        || is_plain_title(lower)
        || listed(&PERSON_TITLE_WORDS, lower)
}

/// Departments that follow "Minister of".
pub(crate) fn is_department(lower: &str) -> bool {
    listed(&DEPARTMENT_WORDS, lower)
}

/// Nouns for persons by what they do.
pub(crate) fn is_role(lower: &str) -> bool {
    is_office_noun(lower) || listed(&ROLES, lower)
}

/// Nouns for holders of an office.
pub(crate) fn is_office_noun(lower: &str) -> bool {
    listed(&OFFICE_NOUN_WORDS, lower)
}

/// Nouns that end the names of bodies.
pub(crate) fn is_body(lower: &str) -> bool {
    listed(&BODIES, lower)
}

/// Nouns that end the names of places.
pub(crate) fn is_place_noun(lower: &str) -> bool {
    listed(&PLACE_NOUN_WORDS, lower)
}

/// Small words inside of surnames.
pub(crate) fn is_particle(lower: &str) -> bool {
    listed(&PARTICLE_WORDS, lower)
}

/// What a title or role says: true for a woman, false for a man.
pub(crate) fn woman_or_man(lower: &str) -> Option<bool> {
    match lower {
        "ms" | "mrs" | "miss" | "madame" | "dame" | "lady" | "queen" | "princess" | "sister"
        | "mother" | "spokeswoman" | "chairwoman" | "woman" | "wife" | "widow" | "daughter"
        | "abbess" | "nun" | "headmistress" | "policewoman" | "grandmother" | "businesswoman"
        | "she" | "her" => Some(true),
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "brother" | "spokesman"
        | "chairman" | "man" | "husband" | "son" | "monk" | "priest" | "abbot" | "headmaster"
        | "fisherman" | "policeman" | "imam" | "cardinal" | "businessman" | "grandfather"
        | "he" | "his" | "monsieur" => Some(false),
        _ => None,
    }
}

/// Nouns for people without names.
pub(crate) fn is_nameless(lower: &str) -> bool {
    matches!(
        lower,
        "person"
            | "people"
            | "those"
            | "somebody"
            | "someone"
            | "anyone"
            | "man"
            | "woman"
            | "men"
            | "women"
            | "boy"
            | "girl"
            | "voice"
            | "colleague"
            | "friend"
            | "cousin"
            | "neighbour"
            | "neighbor"
            | "officials"
            | "diplomats"
            | "sources"
            | "residents"
            | "witnesses"
            | "villagers"
            | "officers"
            | "soldiers"
            | "aides"
            | "relatives"
            | "doctors"
            | "nurses"
            | "drivers"
            | "farmers"
            | "traders"
            | "lawyers"
            | "monitors"
            | "observers"
            | "members"
            | "parents"
            | "students"
            | "workers"
            | "teachers"
            | "prisoners"
            | "guards"
            | "ministers"
    )
}

/// Nouns for writings that speak for somebody.
pub(crate) fn is_document(lower: &str) -> bool {
    matches!(
        lower,
        "statement"
            | "letter"
            | "report"
            | "note"
            | "declaration"
            | "notice"
            | "document"
            | "communique"
            | "communiqué"
            | "leaflet"
            | "message"
            | "memo"
            | "memorandum"
            | "figures"
            | "article"
            | "summary"
            | "text"
            | "poster"
            | "bulletin"
            | "list"
            | "records"
            | "data"
            | "estimate"
            | "study"
            | "survey"
            | "transcript"
            | "minutes"
    )
}

/// Nouns for occasions and ways of speaking: "in an interview".
pub(crate) fn is_medium(lower: &str) -> bool {
    matches!(
        lower,
        "interview"
            | "conference"
            | "briefing"
            | "broadcast"
            | "address"
            | "speech"
            | "telephone"
            | "phone"
            | "post"
            | "email"
            | "e-mail"
            | "meeting"
            | "court"
            | "parliament"
            | "video"
            | "radio"
            | "television"
            | "ceremony"
            | "hearing"
            | "session"
            | "recording"
            | "rally"
            | "tones"
            | "end"
            | "time"
            | "way"
            | "same"
            | "evening"
            | "morning"
            | "day"
            | "weekend"
            | "letter"
            | "tweet"
            | "debate"
            | "capital"
    )
}
