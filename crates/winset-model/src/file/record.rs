//! The two declarations from which the file types, their reading and their schema are made.

/// Declares a mapping with known keys: the type, how it is read (every problem in it is
/// reported) and its JSON Schema. `field as "key"` reads a key that is not a Rust name.
macro_rules! record {
    ($($(#[doc = $doc:literal])+ $name:ident {
        $($(#[doc = $field_doc:literal])+ $field:ident $(as $key:literal)? : $kind:ty,)+
    })+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone)]
        pub struct $name {
            $($(#[doc = $field_doc])+ pub $field: $kind,)+
            /// Where the entry begins.
            pub span: $crate::diagnostic::Span,
        }

        /// Shows the type only: files hold confidential values.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }

        impl $crate::file::read::Read for $name {
            fn read(
                node: &$crate::document::Node,
                cx: &mut $crate::file::read::Context<'_>,
            ) -> Option<Self> {
                let known = [$($crate::file::record::key!($field $($key)?)),+];
                let Some(entries) = cx.mapping(node, &known) else {
                    cx.mark_broken(stringify!($name), None);
                    return None;
                };
                $(let $field = cx.field(node, entries, $crate::file::record::key!($field $($key)?));)+
                let span = $crate::file::read::first_of(node);
                let whole = (|| Some(Self { $($field: $field?,)+ span }))();
                if whole.is_none() {
                    cx.mark_broken(stringify!($name), $crate::file::read::id_of(entries).as_deref());
                }
                whole
            }

            fn schema(defs: &mut $crate::file::read::Definitions) -> serde_json::Value {
                let name = stringify!($name);
                if !defs.contains_key(name) {
                    defs.insert(name.to_owned(), serde_json::Value::Null);
                    let mut keys = serde_json::Map::new();
                    let mut required: Vec<&str> = Vec::new();
                    $(
                        let key = $crate::file::record::key!($field $($key)?);
                        let mut schema = <$kind as $crate::file::read::Read>::schema(defs);
                        if let serde_json::Value::Object(parts) = &mut schema {
                            let doc = concat!($($field_doc),+).trim_ascii();
                            parts.insert("description".to_owned(), doc.into());
                        }
                        keys.insert(key.to_owned(), schema);
                        if <$kind as $crate::file::read::Read>::absent().is_none() {
                            required.push(key);
                        }
                    )+
                    let whole = serde_json::json!({
                        "description": concat!($($doc),+).trim_ascii(),
                        "type": "object",
                        "properties": keys,
                        "required": required,
                        "additionalProperties": false,
                    });
                    defs.insert(name.to_owned(), whole);
                }
                serde_json::json!({"$ref": format!("#/$defs/{name}")})
            }
        }
    )+};
}

/// The key of a field: its own name, or the one it is given.
macro_rules! key {
    ($field:ident $key:literal) => {
        $key
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// Declares a choice of words: the type, how it is read and its JSON Schema. `Word for Domain`
/// names the type whose variants, of the same names, the words stand for.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident $(for $domain:path)? {
        $($(#[doc = $word_doc:literal])+ $word:ident = $text:literal,)+
    })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[doc = $word_doc])+ $word,)+ }

        $crate::file::record::meaning!($name $(for $domain)? { $($word,)+ });

        impl $crate::file::read::Read for $name {
            fn read(
                node: &$crate::document::Node,
                cx: &mut $crate::file::read::Context<'_>,
            ) -> Option<Self> {
                let known = [$($text),+];
                match &node.value {
                    $($crate::document::Value::Text(text) if text == $text => Some(Self::$word),)+
                    $crate::document::Value::Text(text) => {
                        let code = $crate::diagnostic::Code::UnknownWord;
                        cx.find(code, node.span, || {
                            let shown = $crate::file::read::shown(text);
                            let message = format!("`{shown}` is not a word that may stand here");
                            $crate::diagnostic::Diagnostic::new(code, node.span, "", message)
                                .expected(format!("one of {}", known.join(", ")))
                                .nearest(text, known)
                        });
                        None
                    }
                    _ => {
                        cx.wrong_kind(node, &format!("one of {}", known.join(", ")));
                        None
                    }
                }
            }

            /// Any word: nothing follows from it before the file is free of errors.
            fn stand_in() -> Option<Self> {
                [$(Self::$word),+].first().copied()
            }

            const ORNAMENT: bool = true;

            fn schema(_: &mut $crate::file::read::Definitions) -> serde_json::Value {
                serde_json::json!({"enum": [$($text),+]})
            }
        }
    )+};
}

/// What the words of a choice stand for.
macro_rules! meaning {
    ($name:ident { $($word:ident,)+ }) => {};
    ($name:ident for $domain:path { $($word:ident,)+ }) => {
        impl From<$name> for $domain {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word,)+ }
            }
        }
    };
}

pub(crate) use {key, meaning, record, words};
