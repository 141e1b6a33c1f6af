//! Pronouns that speak, and whom they name.

use crate::speakers::check;

#[test]
fn pronouns_and_their_persons() {
    check(&[
        (
            "The premier, Ida Holm, said she would wait. “I have time,” she said.",
            &[("I have time,", "Ida Holm")],
        ),
        (
            "Ivo Brandt, the mayor, said he would wait. “I have time,” he said.",
            &[("I have time,", "Ivo Brandt")],
        ),
        (
            "Tomas Reuter's daughter was on the boat. “She is nineteen,” he says. Mr Reuter has written to the port.",
            &[("She is nineteen,", "Tomas Reuter")],
        ),
        (
            "The prime minister — Ida Holm has led the cabinet for years — disagreed. In parliament she spoke of “a very bad week”.",
            &[("a very bad week", "Ida Holm")],
        ),
        (
            "Mr Ivo Brandt wrote to Mrs Ida Holm. “I have time,” he told her.",
            &[("I have time,", "Mr Ivo Brandt")],
        ),
        (
            "Mr Ivo Brandt wrote to Mrs Ida Holm. “I have time,” she told him.",
            &[("I have time,", "Mrs Ida Holm")],
        ),
        (
            "Mrs Ida Holm met the union. “They have time,” she said. The union denied it. “We have no time at all,” it said.",
            &[
                ("They have time,", "Mrs Ida Holm"),
                ("We have no time at all,", "The union"),
            ],
        ),
        (
            "The ministry named no day. “There will be time,” it said in a statement.",
            &[("There will be time,", "The ministry")],
        ),
        (
            "Residents were angry. “We have no time,” they said.",
            &[("We have no time,", "Residents")],
        ),
        (
            "One mother held a photograph. “He is nine,” she said.",
            &[("He is nine,", "One mother")],
        ),
        (
            "Her brother Jan Holm was freed on Monday. “I slept,” he said.",
            &[("I slept,", "Jan Holm")],
        ),
        (
            "“Enough,” read one banner. “Enough is enough,” they chanted.",
            &[("Enough,", "one banner"), ("Enough is enough,", "they")],
        ),
        ("“I slept,” he said.", &[("I slept,", "he")]),
    ]);
}

#[test]
fn pronouns_after_other_openings() {
    check(&[
        (
            "Mr Ivo Brandt wrote. The baker, Ugo Sartori, hands out numbers. “It was more,” he says.",
            &[("It was more,", "Ugo Sartori")],
        ),
        (
            "Mr Ivo Brandt wrote. A woman he does not know hands him an egg. “For the road,” she says.",
            &[("For the road,", "A woman")],
        ),
        (
            "Mr Ivo Brandt agreed. Asked how sure he was, Jan Holm smiled. “Ask me in May,” he said.",
            &[("Ask me in May,", "Jan Holm")],
        ),
        (
            "Captain Mara Stoll poured tea. What does she make of it? “I hear what you hear.”",
            &[("I hear what you hear.", "Captain Mara Stoll")],
        ),
        (
            "Her sergeant, an older man named Rolf Dietz, is less careful. “They should come,” he says.",
            &[("They should come,", "Rolf Dietz")],
        ),
        (
            "Mrs Ida Holm will speak for us. She has asked us to say only this: “We are tired of it.”",
            &[("We are tired of it.", "Mrs Ida Holm")],
        ),
    ]);
}
