//! Calendars as iCalendar files (RFC 5545), for the calendars of phones and mail programs.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// When something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From one wall-clock moment to another, without zone: it stays at eight wherever the file is read.
    Times(NaiveDateTime, NaiveDateTime),
    /// A whole day.
    Day(NaiveDate),
}

/// Something in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same thing in every file, so that a newer file replaces it.
    pub uid: String,
    /// When.
    pub when: When,
    /// Title.
    pub summary: String,
    /// Where; empty for nothing.
    pub location: String,
    /// What else there is to know; empty for nothing.
    pub description: String,
}

/// A calendar with these events. `made`: the moment that the file says it was made at.
#[must_use]
pub fn calendar(name: &str, events: &[Event], made: DateTime<Utc>) -> Vec<u8> {
    let mut file = File::default();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BinaASN//Jadwal//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        file.line(line);
    }
    file.text("X-WR-CALNAME", name);
    let stamp = made.format("DTSTAMP:%Y%m%dT%H%M%SZ").to_string();
    for event in events {
        file.line("BEGIN:VEVENT");
        file.text("UID", &event.uid);
        file.line(&stamp);
        match event.when {
            When::Times(starts, ends) => {
                file.line(&starts.format("DTSTART:%Y%m%dT%H%M%S").to_string());
                file.line(&ends.format("DTEND:%Y%m%dT%H%M%S").to_string());
            }
            When::Day(day) => {
                file.line(&day.format("DTSTART;VALUE=DATE:%Y%m%d").to_string());
                let next = day.succ_opt().unwrap_or(day);
                file.line(&next.format("DTEND;VALUE=DATE:%Y%m%d").to_string());
            }
        }
        file.text("SUMMARY", &event.summary);
        for (name, text) in [("LOCATION", &event.location), ("DESCRIPTION", &event.description)] {
            if !text.is_empty() {
                file.text(name, text);
            }
        }
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.bytes
}

/// Octets of a line at the most, its end not counted.
const LONGEST: usize = 75;

#[derive(Default)]
struct File {
    bytes: Vec<u8>,
}

impl File {
    /// A line, folded: what does not fit goes on in the next one after a space. Letters are never cut.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST;
        for letter in line.chars() {
            let mut bytes = [0; 4];
            let letter = letter.encode_utf8(&mut bytes);
            if letter.len() > room {
                self.bytes.extend_from_slice(b"\r\n ");
                room = LONGEST - 1;
            }
            room -= letter.len();
            self.bytes.extend_from_slice(letter.as_bytes());
        }
        self.bytes.extend_from_slice(b"\r\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }
}

/// A text as a value: backslash, semicolon and comma escaped, line ends written, other control letters left out.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                written.push('\\');
                written.push(letter);
            }
            '\n' | '\r' => written.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{Event, When, calendar};
    use chrono::{DateTime, NaiveDate};
    use proptest::prelude::*;

    /// Reads the properties of a file back: unfolds, parts name and value, takes the escapes out.
    fn read(bytes: &[u8]) -> Vec<(String, String)> {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(text.ends_with("\r\n"));
        for line in text.trim_end_matches("\r\n").split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains(['\r', '\n']));
        }
        let unfolded = text.replace("\r\n ", "");
        let property = |line: &str| {
            let (name, value) = line.split_once(':').unwrap();
            let mut plain = String::new();
            let mut letters = value.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => match letters.next().unwrap() {
                        'n' => plain.push('\n'),
                        escaped => {
                            assert!(matches!(escaped, '\\' | ';' | ','));
                            plain.push(escaped);
                        }
                    },
                    letter => plain.push(letter),
                }
            }
            (name.to_owned(), plain)
        };
        unfolded.trim_end_matches("\r\n").split("\r\n").map(property).collect()
    }

    fn value<'a>(found: &'a [(String, String)], name: &str) -> &'a str {
        &found.iter().find(|(known, _)| known == name).unwrap().1
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 2).unwrap()
    }

    #[test]
    fn whole_days_and_times_stand_without_zone() {
        let made = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let evening = day().and_hms_opt(19, 0, 0).unwrap();
        let night = day().succ_opt().unwrap().and_hms_opt(1, 0, 0).unwrap();
        let event = |uid: &str, when| Event {
            uid: uid.to_owned(),
            when,
            summary: "Kelas".to_owned(),
            location: String::new(),
            description: String::new(),
        };
        let bytes = calendar("Jadwal", &[event("a", When::Day(day())), event("b", When::Times(evening, night))], made);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261103\r\n"));
        assert!(text.contains("DTSTART:20261102T190000\r\nDTEND:20261103T010000\r\n"));
        assert!(text.contains("DTSTAMP:20260921T141320Z\r\n"), "{text}");
        assert!(!text.contains("LOCATION"));
    }

    proptest! {
        /// Whatever is written is read back the same; no line is longer than 75 octets and no letter is cut.
        #[test]
        fn texts_come_back(summary in "\\PC{0,120}", location in "[a-z;,\\\\ é字\n]{1,90}") {
            let made = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
            let event = Event {
                uid: "a".to_owned(), when: When::Day(day()), summary: summary.clone(), location: location.clone(),
                description: String::new(),
            };
            let found = read(&calendar("Jadwal", &[event], made));
            prop_assert_eq!(value(&found, "SUMMARY"), summary);
            prop_assert_eq!(value(&found, "LOCATION"), location);
        }
    }
}
