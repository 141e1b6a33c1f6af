//! Given names: that somebody is named, and what is likely of them.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const WOMENS_NAMES: [&str; 380] = [
    "ada", "adele", "agatha", "agathe", "agnes", "aida", "aisha", "alba", "alena", "alice", "alina",
    "alma", "amal", "amalia", "amanda", "amelia", "amina", "amira", "ana", "anastasia", "anaïs",
    "angela", "anita", "anja", "anke", "ann", "anna", "anne", "anneke", "annika", "antonia", "asta",
    "astrid", "audrey", "aurora", "barbara", "beata", "beatrice", "beatrix", "bella", "bente",
    "berit", "bertha", "bianca", "birgit", "bridget", "brigid", "brigitte", "camilla", "carla",
    "carmen", "carol", "caroline", "catherine", "cecilia", "celeste", "celia", "charlotte",
    "chiara", "chloe", "christina", "claire", "clara", "claudia", "colette", "constance", "cora",
    "cordelia", "cristina", "dagny", "dalia", "dana", "daphne", "daria", "deborah", "delia",
    "delphine", "diana", "dina", "dora", "doris", "dorothy", "edda", "edith", "eileen", "elaine",
    "eleanor", "elena", "eleni", "elin", "eliza", "elizabeth", "ella", "ellen", "elsa", "else",
    "emilia", "emily", "emma", "erika", "esme", "esther", "ethel", "eva", "eve", "evelyn", "fatima",
    "fatma", "felicity", "fiona", "flora", "frances", "freya", "frida", "frieda", "gabriela",
    "gabrielle", "gemma", "genevieve", "gerda", "gertrude", "gisela", "gloria", "grace", "greta",
    "grete", "gretel", "gudrun", "hanna", "hannah", "hanne", "harriet", "hazel", "heather", "hedda",
    "heidi", "helen", "helena", "helene", "helga", "henrietta", "hermine", "hester", "hilda",
    "hilde", "honor", "ida", "ilka", "ilse", "imogen", "ines", "inga", "inge", "ingrid", "irene",
    "irina", "iris", "irma", "isabel", "isabella", "isla", "isolde", "ivana", "ivy", "jana", "jane",
    "janet", "jasmine", "jelena", "jenny", "jessica", "joan", "joanna", "johanna", "josephine",
    "joy", "judith", "julia", "juliet", "karen", "karin", "katarin", "katarina", "kate", "katerina",
    "katharina", "katherine", "kathleen", "katya", "khadija", "kirsten", "klara", "larissa",
    "laura", "lea", "leila", "lena", "leonie", "lidia", "lilian", "lily", "lina", "linda", "lisa",
    "livia", "lotte", "louisa", "louise", "lucia", "lucy", "ludmila", "luisa", "lydia", "lyra",
    "mabel", "madeleine", "magda", "magdalena", "maja", "malin", "mara", "margaret", "margarita",
    "margit", "margot", "marguerite", "maria", "mariam", "marie", "marina", "marion", "marit",
    "marlene", "marta", "martha", "mary", "mathilda", "matilda", "maud", "maura", "maya", "megan",
    "melanie", "mila", "mildred", "milena", "minna", "mira", "miranda", "miriam", "mona", "monica",
    "monika", "muriel", "nadia", "nadine", "nadja", "naomi", "natalia", "natalie", "natasha",
    "nell", "nina", "noor", "nora", "noura", "nuria", "oda", "odette", "olga", "olive", "olivia",
    "ophelia", "ottilie", "ottoline", "paloma", "pamela", "patricia", "paula", "paulina", "pauline",
    "pearl", "penelope", "petra", "phoebe", "pia", "polly", "priya", "rachel", "rahel", "ramona",
    "rania", "rebecca", "regina", "renata", "rhea", "rita", "roberta", "rosa", "rosalind", "rose",
    "rosemary", "ruth", "sabine", "sabrina", "sally", "salma", "salome", "sandra", "sara", "sarah",
    "selma", "serena", "sheila", "sibyl", "sigrid", "silke", "silvia", "simone", "sofia", "solveig",
    "sonia", "sonja", "sophia", "sophie", "stella", "stephanie", "sunniva", "susan", "susanna",
    "svetlana", "sylvia", "tamar", "tamara", "tanja", "tanya", "tatiana", "teresa", "tess", "thea",
    "thelma", "theodora", "therese", "thora", "tilda", "tilly", "tina", "tova", "ulla", "ulrike",
    "una", "ursula", "valentina", "valeria", "vanessa", "vera", "verena", "veronica", "viola",
    "violet", "vivian", "wanda", "wenna", "wilhelmina", "wilma", "winifred", "yael", "yara",
    "yasmin", "ylva", "yolanda", "yrsa", "yvette", "yvonne", "zahra", "zara", "zelda", "zoe",
    "zofia", "zora",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const MENS_NAMES: [&str; 429] = [
    "aaron", "abdul", "abdullah", "abel", "abraham", "adam", "adrian", "ahmad", "ahmed", "alan",
    "albert", "aldo", "alec", "alexander", "alexei", "alfred", "ali", "amir", "amos", "anatol",
    "anders", "andre", "andreas", "andrei", "andrew", "angus", "ansel", "anselm", "anthony",
    "anton", "antonio", "arend", "ari", "armin", "arne", "arnold", "arthur", "arvid", "axel",
    "baldwin", "barnaby", "bartholomew", "basil", "bastian", "ben", "benedict", "benjamin",
    "bernard", "bertram", "björn", "boris", "brian", "bruno", "carl", "carlos", "casimir", "caspar",
    "cedric", "charles", "christian", "christopher", "clement", "colin", "conrad", "constantine",
    "cormac", "cornelius", "cyril", "dag", "damian", "daniel", "dario", "david", "denis", "deniz",
    "derek", "desmond", "didier", "diego", "dieter", "dimitri", "dirk", "dominic", "donald",
    "dougal", "douglas", "duncan", "edgar", "edmund", "edvard", "edvin", "edward", "edwin", "egon",
    "einar", "eli", "elias", "emanuel", "emil", "emmanuel", "enzo", "eric", "erik", "ernest",
    "ernst", "erwin", "ethan", "eugene", "evan", "ezra", "fabian", "farid", "felix", "ferdinand",
    "fergus", "fernando", "finn", "florian", "francis", "francisco", "frank", "franz", "fred",
    "frederick", "fredrik", "friedrich", "fritz", "gabriel", "gareth", "gavin", "geoffrey", "georg",
    "george", "gerald", "gerard", "gerhard", "giles", "giorgi", "giovanni", "godfrey", "gordon",
    "graham", "gregor", "gregory", "guido", "gunnar", "gustav", "hakan", "hamid", "hamish", "hans",
    "harald", "harold", "harry", "hasan", "hassan", "hector", "heinrich", "hektor", "helmut",
    "henrik", "henry", "herbert", "herman", "hjalmar", "horace", "horst", "howard", "hubert",
    "hugh", "hugo", "humphrey", "hussein", "ian", "ibrahim", "igor", "ilya", "imre", "ingmar",
    "isaac", "isak", "ismail", "ivan", "ivar", "ivo", "jack", "jacob", "jacques", "jakob", "jamal",
    "james", "jan", "janos", "jasper", "javier", "jens", "jeremy", "jerome", "jerzy", "joachim",
    "joakim", "joel", "johan", "johannes", "john", "jon", "jonas", "jonathan", "jorge", "joris",
    "jory", "jose", "josef", "joseph", "joshua", "juan", "jules", "julian", "jürgen", "kai",
    "karel", "karim", "karl", "kasimir", "kaspar", "kenneth", "kevin", "khalid", "klaus", "knud",
    "konrad", "konstantin", "kurt", "lars", "laszlo", "laurence", "lawrence", "lazlo", "leif",
    "leo", "leon", "leonard", "leopold", "lewis", "linus", "lloyd", "lorenz", "lorenzo", "louis",
    "luca", "lucan", "lucas", "ludwig", "luis", "lukas", "luke", "magnus", "malcolm", "marcel",
    "marco", "marcus", "mario", "marko", "markus", "martin", "mateo", "mathias", "mats", "matthew",
    "matthias", "maurice", "max", "maximilian", "mehmet", "michael", "michel", "miguel", "mihail",
    "mikael", "mikhail", "miles", "milo", "milos", "mohamed", "mohammed", "morris", "morten",
    "moses", "mustafa", "nathan", "neil", "nicholas", "nico", "niels", "nigel", "nikolai",
    "nikolas", "nils", "noah", "norman", "olaf", "ole", "oleg", "oliver", "olof", "omar", "oren",
    "orlando", "oscar", "osman", "oswald", "ottmar", "otto", "owen", "pablo", "pascal", "patrick",
    "paul", "pavel", "pedr", "pedro", "peer", "percy", "peter", "philip", "pierre", "piers", "piet",
    "pieter", "piotr", "quentin", "quincy", "rafael", "ralph", "ramon", "rashid", "rasmus",
    "raymond", "reinhard", "rené", "reuben", "rhys", "richard", "robert", "roberto", "rodrigo",
    "roger", "roland", "rolf", "rollo", "roman", "ronald", "rory", "ross", "rudolf", "rufus",
    "rune", "rupert", "rurik", "russell", "ruy", "salim", "samir", "samuel", "sander", "sebastian",
    "selim", "sergei", "seth", "severin", "sigmund", "silas", "simon", "solomon", "soren",
    "stanislav", "stefan", "stellan", "stephen", "steven", "sven", "tariq", "terence", "theo",
    "theodor", "theodore", "thibault", "thomas", "thorvald", "tibor", "tiernan", "tim", "timothy",
    "tobias", "tobin", "todd", "tomas", "torben", "torsten", "torvald", "tristan", "ulf", "ulrich",
    "umar", "vaclav", "valentin", "vasily", "victor", "viktor", "vincent", "vito", "vladimir",
    "waldemar", "walter", "wenzel", "werner", "wilfred", "wilhelm", "willem", "william", "winston",
    "wolfgang", "xavier", "yannick", "yasin", "youssef", "yuri", "yusuf", "zoltan",
];

/// Names of men that end like those of women.
const ENDING_IN_A: [&str; 12] = [
    "akiva", "costa", "elia", "elisha", "garcia", "jona", "juda", "kosta", "mischa", "misha",
    "nikita", "sasha",
];

/// Whether a given name is likely a woman's (true) or a man's; none if it tells nothing.
pub(crate) fn likely_woman(given: &str) -> Option<bool> {
    if listed(&WOMENS_NAMES, given) {
        Some(true)
    } else if listed(&MENS_NAMES, given) {
        Some(false)
    } else if given.len() > 3 && given.ends_with('a') && !ENDING_IN_A.contains(&given) {
        Some(true)
    } else {
        None
    }
}

/// Whether a word is a given name.
pub(crate) fn is_given_name(lower: &str) -> bool {
    listed(&WOMENS_NAMES, lower) || listed(&MENS_NAMES, lower)
}
