//! Talks between programs and people.

#[cfg_attr(
    not(test),
    expect(
        dead_code,
        unused_imports,
        reason = "seated by the command that holds talks"
    )
)]
pub(crate) mod outside;
