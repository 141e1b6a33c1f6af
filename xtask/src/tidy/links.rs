//! A simple scan of Markdown for links to files.

/// A link to a file, as it is written, without title and fragment.
pub(super) struct Link {
    pub(super) line: usize,
    pub(super) target: String,
}

/// The links of a Markdown text that are neither addresses nor fragments: `[text](target)` and
/// `[name]: target`, on one line, outside of code.
pub(super) fn relative_links(text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut fence = None;
    for (index, line) in text.lines().enumerate() {
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| line.trim_start().starts_with(mark));
        if mark.is_some() && (fence.is_none() || fence == mark) {
            fence = if fence.is_none() { mark } else { None };
            continue;
        }
        if fence.is_none() {
            let targets = targets(&without_code(line))
                .into_iter()
                .filter(|t| is_relative(t));
            links.extend(targets.map(|target| Link {
                line: index + 1,
                target,
            }));
        }
    }
    links
}

/// The path from the root that `target` means in the file at `path`; `None` if it leads out.
pub(super) fn resolve(path: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    if target.starts_with('/') {
        return None;
    }
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The line without what stands between backquotes.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn targets(line: &str) -> Vec<String> {
    let inline = line.split("](").skip(1).filter_map(|rest| {
        if let Some(rest) = rest.strip_prefix('<') {
            return rest.split_once('>').map(|(target, _)| target);
        }
        rest.split_once(')').map(|(target, _)| target)
    });
    let named = line
        .trim_start()
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "))
        .map(|(_, target)| target);
    inline
        .chain(named)
        .map(without_title_and_fragment)
        .collect()
}

fn without_title_and_fragment(target: &str) -> String {
    let path = target.trim().split([' ', '\t']).next().unwrap_or_default();
    path.split('#').next().unwrap_or_default().to_owned()
}

fn is_relative(target: &str) -> bool {
    let scheme = target.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    !target.is_empty() && !scheme
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &str)]) {
        let links = relative_links(text);
        let found: Vec<_> = links.iter().map(|l| (l.line, l.target.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_links_to_files() {
        check(
            "[a](b.md) ![c](d/e.svg \"title\")\n[f](g.md#h)",
            &[(1, "b.md"), (1, "d/e.svg"), (2, "g.md")],
        );
        check("[a]: ../b.md\n[c](<d.md>)", &[(1, "../b.md"), (2, "d.md")]);
    }

    #[test]
    fn leaves_addresses_fragments_and_code() {
        check(
            "[a](https://example.org/b) [c](#d) [e](mailto:f@example.org)",
            &[],
        );
        check("`[a](b)`\n```text\n[c](d)\n~~~\n```\n[e](f)", &[(6, "f")]);
    }

    #[test]
    fn resolves_from_the_file() {
        assert_eq!(resolve("docs/a.md", "b.md").as_deref(), Some("docs/b.md"));
        assert_eq!(
            resolve("docs/a.md", "../README.md").as_deref(),
            Some("README.md")
        );
        assert_eq!(resolve("docs/a.md", "./c/").as_deref(), Some("docs/c"));
        assert_eq!(resolve("a.md", "../b.md"), None);
        assert_eq!(resolve("a.md", "/b.md"), None);
    }
}
