//! What incidents are called, so that they can be set beside events that others coded.

/// Declares the categories: each with its word, the root code of CAMEO, and the event type and
/// sub-event type of ACLED.
macro_rules! categories {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $cameo:literal, $acled:literal, $sub:literal;)+) => {
        /// What happened, as a word of a closed list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum EventCategory { $($(#[doc = $doc])+ $name,)+ }

        impl EventCategory {
            /// All of them.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$name),+];

            /// The word for it in files and tables.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What other codings call it.
            pub fn codes(self) -> EventCodes {
                match self {
                    $(Self::$name => EventCodes { cameo_root: $cameo, acled_type: $acled, acled_sub_type: $sub },)+
                }
            }
        }
    };
}

/// What common codings of events call a category. Empty where they have nothing that is close.
///
/// Sources: *CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook*, version
/// 1.1b3 (2012), chapter 2, root codes 01 to 20; *Armed Conflict Location & Event Data Project (ACLED)
/// Codebook* (2023), event types and sub-event types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventCodes {
    /// The root code of CAMEO, of two digits.
    pub cameo_root: &'static str,
    /// The event type of ACLED.
    pub acled_type: &'static str,
    /// The sub-event type of ACLED.
    pub acled_sub_type: &'static str,
}

categories! {
    /// Fire from artillery, mortars or rockets during a ceasefire.
    CeasefireViolationShelling = "ceasefire-violation-shelling", "19", "Explosions/Remote violence", "Shelling/artillery/missile attack";
    /// Fire from small arms during a ceasefire.
    CeasefireViolationSmallArms = "ceasefire-violation-small-arms", "19", "Battles", "Armed clash";
    /// Troops or weapons moved against a ceasefire.
    CeasefireViolationMovement = "ceasefire-violation-movement", "15", "Strategic developments", "Other";
    /// Artillery, mortars or rockets.
    Shelling = "shelling", "19", "Explosions/Remote violence", "Shelling/artillery/missile attack";
    /// From the air, by aircraft or missiles.
    Strike = "strike", "19", "Explosions/Remote violence", "Air/drone strike";
    /// By aircraft without a crew.
    Drone = "drone", "19", "Explosions/Remote violence", "Air/drone strike";
    /// A fight between armed groups.
    Clash = "clash", "19", "Battles", "Armed clash";
    /// A mine, or a device left behind.
    MineOrDevice = "mine-or-device", "18", "Explosions/Remote violence", "Remote explosive/landmine/IED";
    /// Territory taken by force.
    TerritoryTaken = "territory-taken", "19", "Battles", "";
    /// Airspace or waters entered.
    Incursion = "incursion", "15", "Strategic developments", "Other";
    /// Violence against people who do not fight.
    AttackOnCivilians = "attack-on-civilians", "18", "Violence against civilians", "Attack";
    /// Violence against monitors, mediators or aid workers.
    AttackOnMonitors = "attack-on-monitors", "18", "Violence against civilians", "Attack";
    /// Prisoners harmed.
    IllTreatmentOfPrisoners = "ill-treatment-of-prisoners", "18", "Violence against civilians", "Attack";
    /// People taken away.
    Abduction = "abduction", "18", "Violence against civilians", "Abduction/forced disappearance";
    /// Sexual violence.
    SexualViolence = "sexual-violence", "18", "Violence against civilians", "Sexual violence";
    /// People held by authorities.
    Detention = "detention", "17", "Strategic developments", "Arrests";
    /// Plants, lines, houses or goods damaged or taken.
    DamageToProperty = "damage-to-property", "17", "Strategic developments", "Looting/property destruction";
    /// Computers or networks attacked.
    CyberAttack = "cyber-attack", "17", "Strategic developments", "Other";
    /// Monitors or inspectors kept out.
    AccessDenied = "access-denied", "12", "Strategic developments", "Other";
    /// Roads, ports, convoys or aid held up.
    Obstruction = "obstruction", "19", "Strategic developments", "Other";
    /// Force threatened.
    Threat = "threat", "13", "", "";
    /// People demonstrate.
    Protest = "protest", "14", "Protests", "Peaceful protest";
    /// People demonstrate with violence.
    Riot = "riot", "14", "Riots", "Violent demonstration";
    /// Prisoners or others set free.
    Release = "release", "08", "Strategic developments", "Other";
    /// Troops or weapons drawn back.
    Withdrawal = "withdrawal", "08", "Strategic developments", "Other";
    /// Anything else.
    OtherEvent = "other", "", "", "";
}

impl EventCategory {
    /// The category of a word; `None` when it is none.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The root codes of CAMEO and the event types of ACLED, as their codebooks list them.
    #[test]
    fn codes_are_those_of_the_codebooks() {
        let types = [
            "Battles",
            "Explosions/Remote violence",
            "Violence against civilians",
            "Protests",
            "Riots",
            "Strategic developments",
            "",
        ];
        for category in EventCategory::ALL {
            let codes = category.codes();
            let root = codes.cameo_root;
            let is_root = root.len() == 2 && root.parse().is_ok_and(|n: u8| (1..=20).contains(&n));
            assert!(root.is_empty() || is_root, "{root}");
            assert!(types.contains(&codes.acled_type), "{}", codes.acled_type);
            assert_eq!(EventCategory::read(category.as_str()), Some(category));
        }
        assert_eq!(EventCategory::read("Strike"), None);
    }
}
