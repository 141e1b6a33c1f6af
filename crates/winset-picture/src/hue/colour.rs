//! Colours with enough contrast: darkened for white paper, lifted by a filter for dark paper.

use super::linear::LIGHT;

/// A colour: red, green, blue.
type Rgb = [u8; 3];

/// The light paper.
const LIGHT_PAPER: Rgb = [255, 255, 255];
/// The dark paper of the stylesheet.
const DARK_PAPER: Rgb = [0x15, 0x18, 0x1c];
/// Least contrast of marks to the paper, in hundredths (WCAG 2.2, 1.4.11).
const CONTRAST_MIN: i64 = 300;
/// The same on dark paper, where thin lines look fainter; a colour that no filter lifts so far has the
/// least contrast at least.
const CONTRAST_DARK: i64 = 400;
/// Colours that people with any colour vision tell apart (after Okabe and Ito), in their order.
const PALETTE: [Rgb; 8] = [
    [0x00, 0x72, 0xb2],
    [0xd5, 0x5e, 0x00],
    [0x00, 0x85, 0x61],
    [0xb8, 0x5c, 0x90],
    [0x7a, 0x66, 0x00],
    [0x2b, 0x8f, 0xc9],
    [0x44, 0x44, 0x44],
    [0x6b, 0x3f, 0xa0],
];
/// Brightness of the filters `wp-lift-0` to `wp-lift-5`, in tenths.
const LIFTS: [i64; 6] = [10, 13, 16, 20, 26, 34];
/// The class that turns light and dark around and keeps the hue: `wp-lift-6`.
const TURN: usize = LIFTS.len();

/// A colour of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hue {
    /// On light paper.
    colour: Rgb,
    /// The number of the filter on dark paper.
    pub(crate) lift: usize,
}

impl Hue {
    /// The colour that a case asks for (`#rrggbb`), else the palette's by the party's number; made
    /// dark enough for light paper.
    pub(crate) fn of(asked: Option<&str>, index: usize) -> Self {
        let mut colour = asked
            .and_then(read)
            .unwrap_or(PALETTE[index % PALETTE.len()]);
        while contrast(colour, LIGHT_PAPER) < CONTRAST_MIN {
            colour = colour.map(|channel| byte(i64::from(channel) * 19 / 20));
        }
        let enough = |lift: &usize| contrast(lifted(colour, *lift), DARK_PAPER) >= CONTRAST_DARK;
        let lift = (0..TURN).find(enough).unwrap_or(TURN);
        Self { colour, lift }
    }

    /// As `#rrggbb`.
    pub(crate) fn code(&self) -> String {
        let [red, green, blue] = self.colour;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A value of a channel.
fn byte(value: i64) -> u8 {
    u8::try_from(value).expect("a channel is a byte")
}

fn read(code: &str) -> Option<Rgb> {
    let digits = code.strip_prefix('#').filter(|rest| rest.len() == 6)?;
    let value = digits.bytes().all(|b| b.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| value)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// The contrast of two colours in hundredths, between 100 and 2,100 (WCAG 2.2, relative luminance).
fn contrast(one: Rgb, other: Rgb) -> i64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 500) * 100 / (one.min(other) + 500)
}

/// In ten-thousandths.
fn luminance([red, green, blue]: Rgb) -> i64 {
    let light = |channel: u8| LIGHT[usize::from(channel)];
    (2126 * light(red) + 7152 * light(green) + 722 * light(blue)) / 10_000
}

/// What the filter of the stylesheet makes of a colour.
fn lifted(colour: Rgb, lift: usize) -> Rgb {
    let channel = |value: i64| byte(value.clamp(0, 255));
    if let Some(tenths) = LIFTS.get(lift) {
        return colour.map(|value| channel(i64::from(value) * tenths / 10));
    }
    // invert(1) hue-rotate(180deg), by the matrix of Filter Effects, in thousandths.
    let [r, g, b] = colour.map(|value| 255 - i64::from(value));
    [
        channel((-574 * r + 1430 * g + 144 * b) / 1000),
        channel((426 * r + 430 * g + 144 * b) / 1000),
        channel((426 * r + 1430 * g - 856 * b) / 1000),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_stand_out_on_both_papers() {
        let steps = [0_u8, 40, 80, 120, 160, 200, 255];
        for red in steps {
            for green in steps {
                for blue in steps {
                    let hue = Hue::of(Some(&format!("#{red:02x}{green:02x}{blue:02x}")), 0);
                    assert!(contrast(hue.colour, LIGHT_PAPER) >= CONTRAST_MIN);
                    let dark = lifted(hue.colour, hue.lift);
                    assert!(
                        contrast(dark, DARK_PAPER) >= CONTRAST_MIN,
                        "{hue:?} {dark:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_no_colour_takes_the_palette() {
        for code in ["red", "#12345", "#+12345", "\"/><script>", "#12é45"] {
            assert_eq!(Hue::of(Some(code), 1), Hue::of(None, 1), "{code}");
        }
        assert_eq!(Hue::of(Some("#8C3b3b"), 0).code(), "#8c3b3b");
        assert_eq!(contrast([0, 0, 0], LIGHT_PAPER), 2100);
    }

    /// The variables of each rule of the stylesheet that sets any.
    fn themes() -> Vec<Vec<(&'static str, &'static str)>> {
        let rules = crate::STYLESHEET
            .split('{')
            .filter(|rule| rule.contains("--wp-ink:"));
        let pairs = |rule: &'static str| {
            let body = rule.split('}').next().unwrap_or_default();
            body.split(';')
                .filter_map(|line| line.trim().split_once(": "))
                .filter(|(name, _)| name.starts_with("--wp-"))
                .collect()
        };
        rules.map(pairs).collect()
    }

    #[test]
    fn themes_are_legible_and_both_dark_ones_are_the_same() {
        let themes = themes();
        assert_eq!(themes.len(), 3);
        assert_eq!(themes[1], themes[2]);
        for (theme, paper) in themes.iter().zip([LIGHT_PAPER, DARK_PAPER]) {
            let colour = |name: &str| {
                let found = theme
                    .iter()
                    .find(|(known, _)| *known == format!("--wp-{name}"));
                read(found.unwrap().1).unwrap()
            };
            assert_eq!(colour("paper"), paper);
            for text in ["ink", "soft", "warn"] {
                for ground in [paper, colour("area")] {
                    assert!(contrast(colour(text), ground) >= 450, "{text}");
                }
            }
            for mark in ["axis", "line", "out", "mark", "bar"] {
                assert!(contrast(colour(mark), paper) >= CONTRAST_MIN, "{mark}");
            }
        }
    }

    #[test]
    fn the_stylesheet_has_the_same_filters() {
        for (lift, tenths) in LIFTS.iter().enumerate().skip(1) {
            let filter = format!(
                "--wp-lift-{lift}: brightness({}.{})",
                tenths / 10,
                tenths % 10
            );
            assert!(crate::STYLESHEET.contains(&filter), "{filter}");
        }
        let turn = format!("--wp-lift-{TURN}: invert(1) hue-rotate(180deg)");
        assert!(crate::STYLESHEET.contains(&turn));
    }
}
