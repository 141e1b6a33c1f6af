//! The dialogue in a terminal.

use std::io;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, Text};

use super::asked::BACK;
use super::dialogue::{Dialogue, Turn};
use super::questions::{Wording, wording};
use crate::failure::Failure;
use crate::output::Output;
use crate::page::{FAINT, Page, STRONG, WARNING, plain};

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// All was said.
    Said,
    /// By Ctrl-C.
    Interrupted,
}

/// Asks until all is said.
pub(super) fn ask(dialogue: &mut Dialogue, output: Output) -> Result<Ended, Failure> {
    let look = look(output);
    let mut page = Page::default();
    page.styled(STRONG, "A new case, in a few questions.");
    page.styled(
        FAINT,
        "Every answer can be taken back: type < or press Esc. Ctrl-C ends the questions, and what was \
         answered is kept where it is enough for a case.",
    );
    let mut refused: Option<String> = None;
    loop {
        let asked = wording(dialogue.asked(), dialogue.sketch());
        match refused.take() {
            // What the question is about stands there already.
            Some(why) => page.styled(WARNING, &why),
            None => about(&mut page, &asked),
        }
        output.remark(&page)?;
        page = Page::default();
        let default = |answer: &str| match answer.trim() {
            "" => asked.default.clone(),
            answer => plain(answer),
        };
        let (text, help) = (plain(&asked.text), plain(&asked.help(dialogue.earlier())));
        let prompt = Text::new(&text)
            .with_help_message(&help)
            .with_initial_value(dialogue.earlier())
            .with_formatter(&default)
            .with_render_config(look);
        let turn = match prompt.prompt() {
            Ok(answer) => dialogue.answer(&answer),
            Err(InquireError::OperationCanceled) => dialogue.answer(BACK),
            Err(InquireError::OperationInterrupted) => return Ok(Ended::Interrupted),
            Err(error) => return Err(unheard(error)),
        };
        match turn {
            Turn::Done => return Ok(Ended::Said),
            Turn::Ask { remark, .. } => refused = remark,
        }
    }
}

/// What is read before a question.
fn about(page: &mut Page, asked: &Wording) {
    if let Some(heading) = &asked.heading {
        page.heading(heading);
    }
    for line in &asked.lines {
        let indent = line.len() - line.trim_start().len();
        page.indented(indent, line);
    }
}

/// How questions look: with colours where the output has them.
fn look(output: Output) -> RenderConfig<'static> {
    let look = if output.has_colors() {
        RenderConfig::default_colored()
    } else {
        RenderConfig::empty()
    };
    look.with_canceled_prompt_indicator(Styled::new("(back)"))
}

fn unheard(error: InquireError) -> Failure {
    let source = match error {
        InquireError::IO(source) => source,
        other => io::Error::other(other.to_string()),
    };
    Failure::Read {
        name: "the terminal".to_owned(),
        source,
    }
}
