//! Pictures of the demonstration case and of hostile data.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod demo;
mod hostile;
mod inspect;
mod plan_demo;
#[cfg(feature = "png")]
mod rendered;

use inspect::check;

#[test]
fn pictures_of_the_demonstration_are_sound() {
    for (name, picture) in demo::all() {
        check(name, &picture);
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    assert_eq!(demo::all(), demo::all());
}

#[test]
fn classes_that_are_drawn_have_rules() {
    let groups = [
        "wp-hue",
        "wp-lift-0",
        "wp-demand",
        "wp-point",
        "wp-offer",
        "wp-settlement",
    ];
    let groups = [
        &groups[..],
        &["wp-lever", "wp-event", "wp-version", "wp-piece"],
    ]
    .concat();
    for (name, picture) in demo::all() {
        for class in inspect::classes(&picture) {
            let known = groups.iter().any(|group| class.starts_with(group));
            let rule = winset_picture::STYLESHEET.contains(&format!(".{class} "))
                || winset_picture::STYLESHEET.contains(&format!(".{class}:"));
            assert!(known || rule, "{name}: {class}");
        }
    }
}
