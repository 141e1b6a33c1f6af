//! What is written comes back.

use winset_gen::rng::Rng;
use winset_journal::{Act, append, load, path_of};

use crate::acts::{CASE, any, scratch};

#[test]
fn acts_come_back_in_order() {
    let path = path_of(&scratch("lines").join("talks.yaml"));
    assert!(load(&path, CASE).unwrap().is_none());
    let mut rng = Rng::new(5);
    let acts: Vec<Act> = (0..200).map(|_| any(&mut rng)).collect();
    for (place, act) in acts.iter().enumerate() {
        assert_eq!(append(&path, CASE, act).unwrap().line, place + 1);
    }
    let kept = load(&path, CASE).unwrap().unwrap();
    assert_eq!(kept.fault, None);
    let back: Vec<Act> = kept.chain.entries.into_iter().map(|e| e.act).collect();
    assert_eq!(back, acts);
}
