//! Nouns after numbers that make them no counts of people or things.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const MEASURE_WORDS: [&str; 132] = [
    "a.m", "acre", "acres", "afternoon", "afternoons", "am", "barrel", "barrels", "bn", "bushels",
    "celsius", "centimeters", "centimetres", "centuries", "century", "cm", "cubic", "day", "day's",
    "days", "decade", "decades", "degree", "degrees", "evening", "evenings", "fahrenheit",
    "fathoms", "feet", "fold", "foot", "fortnight", "fortnights", "gallon", "gallons", "generation",
    "generations", "gigawatts", "gram", "grams", "hectare", "hectares", "hour", "hour's", "hours",
    "hrs", "hundredths", "hundredweight", "inch", "inches", "kg", "kilo", "kilogram", "kilograms",
    "kilometer", "kilometers", "kilometre", "kilometres", "kilos", "km", "knot", "knots", "kph",
    "kw", "lb", "lbs", "league", "leagues", "liter", "liters", "litre", "litres", "m", "megawatts",
    "meter", "meters", "metre", "metres", "mile", "miles", "mins", "minute", "minutes", "mm",
    "mm/h", "month", "month's", "months", "morning", "mornings", "mph", "mw", "night", "nights",
    "o'clock", "ounce", "ounces", "p.m", "per", "percent", "percentage", "pm", "points", "pound",
    "pounds", "quarters", "season", "seasons", "second", "seconds", "sq", "square", "t", "tenths",
    "thirds", "times", "ton", "tonne", "tonnes", "tons", "volts", "watts", "week", "week's",
    "weekend", "weekends", "weeks", "yard", "yards", "year", "year's", "years",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const MONEY_WORDS: [&str; 38] = [
    "$", "cent", "cents", "crown", "crowns", "dinar", "dinars", "dollar", "dollars", "eur", "euro",
    "euros", "florins", "franc", "francs", "gbp", "krona", "lira", "marks", "pence", "peso",
    "pesos", "rouble", "roubles", "ruble", "rubles", "rupee", "rupees", "shekels", "shillings",
    "thalers", "us$", "usd", "yen", "£", "¥", "€", "₹",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const MERE_REFERENCE_WORDS: [&str; 45] = [
    "adversaries", "armies", "brothers", "camps", "capitals", "commanders", "communities",
    "companies", "countries", "delegates", "delegations", "envoys", "factions", "foes", "generals",
    "governments", "governors", "groups", "leaders", "mayors", "mediators", "men", "militaries",
    "ministers", "ministries", "nations", "negotiators", "neighbors", "neighbours", "officials",
    "organisations", "organizations", "pair", "parties", "peoples", "politicians", "powers",
    "presidents", "rivals", "secretaries", "sides", "sisters", "states", "teams", "women",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const UNIT_BEFORE_WORDS: [&str; 76] = [
    "#", "act", "age", "aged", "annex", "appendix", "article", "articles", "berth", "block",
    "building", "bulletin", "bus", "camp", "category", "channel", "chapter", "chapter's",
    "checkpoint", "class", "clause", "day", "decree", "edition", "fax", "figure", "flight", "form",
    "gate", "group", "highway", "issue", "item", "km", "law", "level", "line", "no", "nos",
    "number", "page", "pages", "paragraph", "phase", "phone", "pier", "platform", "point", "post",
    "protocol", "report", "resolution", "room", "round", "route", "section", "sector", "stage",
    "statement", "step", "table", "tel", "telephone", "track", "train", "type", "unit", "update",
    "version", "volume", "ward", "week", "year", "zone", "§", "°",
];

/// Durations, distances, weights, areas, volumes, shares.
pub(crate) fn is_measure(lower: &str) -> bool {
    listed(&MEASURE_WORDS, lower)
}

/// Currencies, before or after.
pub(crate) fn is_money(lower: &str) -> bool {
    listed(&MONEY_WORDS, lower)
}

/// Nouns that "two" or "three" only points at: "the two sides".
pub(crate) fn is_mere_reference(lower: &str) -> bool {
    listed(&MERE_REFERENCE_WORDS, lower)
}

/// Words before a number that make it the name of something: "Article 4".
pub(crate) fn is_unit_before(lower: &str) -> bool {
    listed(&UNIT_BEFORE_WORDS, lower)
}
