//! Reads a news report and proposes entries of a record, each with its place in the source. Rules and
//! word lists, offline; the same bytes give the same proposals.
