//! What is written comes back; what is changed is found.

use winset_journal::{Act, Author, Deed, append, load, path_of};
use winset_model::case::Seen;

fn offer(option: &str) -> Act {
    Act {
        at: "2031-03-14T09:30:00Z".to_owned(),
        by: Author::Party("orvane".to_owned()),
        seen: Seen::Public,
        once: None,
        deed: Deed::Offer {
            date: None,
            package: vec![("territory".to_owned(), option.to_owned())],
            note: None,
        },
    }
}

#[test]
fn acts_come_back_in_order() {
    let folder = std::env::temp_dir().join(format!("winset-journal-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = path_of(&folder.join("case.yaml"));
    assert!(load(&path, "sella").unwrap().is_none());
    for option in ["t1", "t2", "t3"] {
        append(&path, "sella", &offer(option)).unwrap();
    }
    let kept = load(&path, "sella").unwrap().unwrap();
    assert_eq!(kept.fault, None);
    let acts: Vec<_> = kept.chain.entries.iter().map(|e| e.act.clone()).collect();
    assert_eq!(acts, ["t1", "t2", "t3"].map(offer));
    assert!(load(&path, "other").unwrap().unwrap().fault.is_some());
    std::fs::remove_dir_all(&folder).unwrap();
}
