//! Texts with placeholders in braces, such as `{KLAS}/{SEQ:03}/{TAHUN}`. Every placeholder is filled or the text is
//! refused: nothing is ever printed with a hole.

/// Fills a pattern; `value` gives the text of a placeholder, called with its name and what stands after a colon.
///
/// # Errors
/// The sentence to show: an unknown or empty placeholder, or a brace without its partner.
pub fn fill(pattern: &str, mut value: impl FnMut(&str, &str) -> Option<String>) -> Result<String, String> {
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(open) = rest.find(['{', '}']) {
        filled.push_str(&rest[..open]);
        let unmatched = || format!("Kurung kurawal pada \"{pattern}\" tidak berpasangan.");
        if rest.as_bytes()[open] == b'}' {
            return Err(unmatched());
        }
        let close = rest[open..].find('}').ok_or_else(unmatched)? + open;
        let token = &rest[open + 1..close];
        let (name, format) = token.split_once(':').unwrap_or((token, ""));
        match value(name, format) {
            Some(text) if !text.trim().is_empty() => filled.push_str(&text),
            Some(_) => return Err(format!("Isian untuk {{{name}}} masih kosong.")),
            None => return Err(format!("Penanda {{{token}}} tidak dikenal.")),
        }
        rest = &rest[close + 1..];
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn t14_every_placeholder_is_filled_or_refused() {
        let value = |name: &str, format: &str| match name {
            "SEQ" => Some(format!("{:0width$}", 7, width = format.parse().unwrap_or(0))),
            "TAHUN" => Some("2026".to_owned()),
            "TEMPAT" => Some(String::new()),
            _ => None,
        };
        assert_eq!(fill("800/{SEQ:03}/{TAHUN}", value), Ok("800/007/2026".to_owned()));
        assert!(fill("{TEMPAT}", value).expect_err("empty").contains("kosong"));
        assert!(fill("{LAIN}", value).expect_err("unknown").contains("tidak dikenal"));
        assert!(fill("{SEQ", value).expect_err("open").contains("tidak berpasangan"));
        assert!(fill("SEQ}", value).expect_err("open").contains("tidak berpasangan"));
    }
}
