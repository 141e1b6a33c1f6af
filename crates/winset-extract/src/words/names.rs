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
pub(super) const ROLES: [&str; 317] = [
    "abbess", "abbot", "accountant", "activist", "actor", "adjudicator", "adjutant", "agronomist",
    "aide", "alderman", "ambassador-designate", "analyst", "anthropologist", "apprentice",
    "arbitrator", "archaeologist", "architect", "archivist", "artist", "attaché", "auditor",
    "auditor-general", "aunt", "author", "baker", "barber", "beekeeper", "blacksmith", "boatman",
    "bookkeeper", "botanist", "boxer", "boy", "brigadier-general", "brother", "builder", "bursar",
    "butcher", "butler", "cadet", "captain", "caretaker", "carpenter", "cashier", "cellist",
    "chargé", "chef", "chemist", "chieftain", "choirmaster", "cleaner", "clerk", "climatologist",
    "clockmaker", "coach", "cobbler", "colleague", "colonel-general", "columnist", "commandant",
    "comptroller", "conductor", "conscript", "controller", "cook", "coordinator", "correspondent",
    "councilman", "councilwoman", "courier", "cousin", "craftsman", "critic", "curator",
    "custodian", "dancer", "daughter", "deacon", "dean", "dentist", "deputy-mayor", "diplomat",
    "dispatcher", "docker", "dockworker", "driver", "ecologist", "economist", "editor",
    "electrician", "engineer", "escort", "evacuee", "expert", "facilitator", "farmer", "father",
    "ferryman", "fiancé", "fiancée", "fighter", "firefighter", "fireman", "fisherman",
    "fisherwoman", "fishmonger", "foreman", "forester", "friend", "gardener", "geologist", "girl",
    "glassblower", "goatherd", "governor-general", "granddaughter", "grandfather", "grandmother",
    "grandson", "gravedigger", "grocer", "guard", "guerrilla", "guide", "gunner", "hairdresser",
    "harbourmaster", "headmaster", "headmistress", "helmsman", "herder", "historian", "hostage",
    "hunter", "husband", "hydrologist", "innkeeper", "insider", "inspector-general", "interpreter",
    "investigator", "janitor", "jeweller", "journalist", "jurist", "keeper", "lawmaker", "lawyer",
    "lecturer", "legate", "legislator", "librarian", "lieutenant-colonel", "lighthouse-keeper",
    "linguist", "lockkeeper", "machinist", "magistrate", "major-general", "man", "mason", "matron",
    "mechanic", "medic", "merchant", "meteorologist", "midwife", "militant", "milkman", "miller",
    "miner", "minstrel", "monitor", "monk", "mother", "mp", "musician", "navigator", "negotiator",
    "neighbor", "neighbour", "nephew", "niece", "notary", "novelist", "nun", "nurse", "nurseryman",
    "observer", "officer", "official", "ombudsman", "ombudswoman", "operator", "orderly",
    "organiser", "organist", "organizer", "owner", "painter", "paramedic", "parishioner",
    "passenger", "pathologist", "pensioner", "pharmacist", "philosopher", "photographer",
    "physician", "physicist", "picket", "pilgrim", "pilot", "planner", "playwright", "plumber",
    "poet", "policeman", "policewoman", "porter", "postman", "postmaster", "postmistress", "potter",
    "priest", "printer", "prior", "prioress", "prisoner", "producer", "psychologist", "publican",
    "pundit", "quartermaster", "ranger", "rapporteur", "rear-admiral", "rebel", "receptionist",
    "refugee", "registrar", "relative", "reporter", "researcher", "resident", "restaurateur",
    "retiree", "rider", "roofer", "sailor", "sculptor", "seaman", "seamstress", "seismologist",
    "sentry", "shepherd", "shoemaker", "shopkeeper", "signalman", "singer", "sister", "skipper",
    "smith", "sociologist", "soldier", "solicitor", "son", "source", "stationmaster",
    "statistician", "stevedore", "steward", "stonemason", "strategist", "student", "supervisor",
    "surgeon", "surveyor", "survivor", "tailor", "tanner", "taxidermist", "teacher", "technician",
    "teenager", "toolmaker", "trader", "translator", "trucker", "tutor", "uncle", "undersecretary",
    "undertaker", "usher", "vet", "veteran", "veterinarian", "vicar", "vice-admiral",
    "vice-chairman", "villager", "volunteer", "waiter", "waitress", "warehouseman", "watchman",
    "weaver", "welder", "whip", "widow", "wife", "witness", "woman", "woodcutter", "worker",
    "writer", "youth",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const OFFICE_NOUN_WORDS: [&str; 84] = [
    "admiral", "adviser", "advisor", "ambassador", "arbitrator", "archbishop", "attorney", "bishop",
    "brigadier", "captain", "chair", "chairman", "chairperson", "chairwoman", "chancellor",
    "chaplain", "chief", "colonel", "commandant", "commander", "commissioner", "constable",
    "consul", "coordinator", "councillor", "counsel", "dean", "delegate", "deputy", "director",
    "doctor", "elder", "envoy", "facilitator", "founder", "general", "governor", "head",
    "inspector", "judge", "king", "leader", "lieutenant", "magistrate", "major", "manager",
    "marshal", "mayor", "mediator", "member", "minister", "negotiator", "ombudsman", "prefect",
    "premier", "president", "prince", "princess", "professor", "prosecutor", "provost", "queen",
    "rapporteur", "rector", "regent", "representative", "secretary", "secretary-general", "senator",
    "sergeant", "sheriff", "skipper", "speaker", "spokesman", "spokesperson", "spokeswoman",
    "superintendent", "treasurer", "under-secretary", "undersecretary", "vice-chairman",
    "vice-president", "vizier", "warden",
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
        | "abbess" | "prioress" | "midwife" | "waitress" | "seamstress" | "aunt" | "niece"
        | "granddaughter" | "girl" | "councilwoman" | "fisherwoman" | "postmistress"
        | "ombudswoman" | "fiancée" | "nun" | "headmistress" | "policewoman" | "grandmother"
        | "businesswoman" | "she" | "her" => Some(true),
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "brother" | "spokesman"
        | "chairman" | "man" | "husband" | "son" | "monk" | "priest" | "abbot" | "headmaster"
        | "fisherman" | "policeman" | "ferryman" | "boatman" | "postman" | "fireman" | "uncle"
        | "nephew" | "grandson" | "boy" | "councilman" | "alderman" | "milkman" | "fiancé"
        | "imam" | "cardinal" | "businessman" | "grandfather" | "he" | "his" | "monsieur" => {
            Some(false)
        }
        _ => None,
    }
}
