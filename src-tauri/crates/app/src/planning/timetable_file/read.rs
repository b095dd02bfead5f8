//! Reads JSON strictly: every value that is missing, of the wrong kind or out of range is noted with its place.

use crate::strict_json::said;
use chrono::NaiveDate;
use domain::refusal::Fields;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// An object of the file with its place, such as `classes.3`.
pub(super) struct Entry<'a> {
    pub(super) place: String,
    object: &'a Map<String, Value>,
}

impl<'a> Entry<'a> {
    /// The whole file.
    pub(super) fn whole(object: &'a Map<String, Value>) -> Self {
        Self { place: String::new(), object }
    }

    /// The place of a key.
    pub(super) fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.object.contains_key(key)
    }

    /// Refuses keys that are not known, which may be known ones misspelt.
    pub(super) fn only(&self, known: &[&str], fields: &mut Fields) {
        for key in self.object.keys().filter(|key| !known.contains(&key.as_str())) {
            let place = self.at(key);
            fields.refuse(place.clone(), format!("{place} tidak dikenal. Yang dikenal: {}.", known.join(", ")));
        }
    }

    /// A whole number; what is given as absent may be left out.
    pub(super) fn number(
        &self,
        key: &str,
        range: RangeInclusive<u32>,
        absent: Option<u32>,
        fields: &mut Fields,
    ) -> Option<u32> {
        let value = self.object.get(key);
        if let (None, Some(absent)) = (value, absent) {
            return Some(absent);
        }
        let number = value.and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (place, said) = (self.at(key), said(value));
            let (least, most) = (range.start(), range.end());
            fields.refuse(place.clone(), format!("{place} {said}. Isi bilangan bulat {least} sampai {most}."));
        }
        number
    }

    /// An id: a text that is not empty.
    pub(super) fn id(&self, key: &str, fields: &mut Fields) -> Option<&'a str> {
        let value = self.object.get(key);
        let id = value.and_then(Value::as_str).filter(|id| !id.trim().is_empty());
        if id.is_none() {
            let place = self.at(key);
            fields.refuse(place.clone(), format!("{place} {}. Isi id berupa teks.", said(value)));
        }
        id
    }

    /// A day that exists, written `YYYY-MM-DD`.
    pub(super) fn date(&self, key: &str, fields: &mut Fields) -> Option<NaiveDate> {
        let value = self.object.get(key);
        let day = value.and_then(Value::as_str).filter(|day| day.len() == 10);
        let day = day.and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
        match day {
            Some(day) => fields.believe(self.at(key), day),
            None => {
                let place = self.at(key);
                let message = format!("{place} {}. Isi tanggal yang ada, dengan bentuk 2027-01-31.", said(value));
                fields.refuse(place, message);
            }
        }
        day
    }

    /// A list; one that may be left out is empty then.
    fn list(&self, key: &str, needed: bool, fields: &mut Fields) -> &'a [Value] {
        match self.object.get(key) {
            None if !needed => &[],
            Some(Value::Array(list)) => list,
            value => {
                let place = self.at(key);
                fields.refuse(place.clone(), format!("{place} {}. Isi sebuah daftar, boleh kosong.", said(value)));
                &[]
            }
        }
    }

    /// A list of objects.
    pub(super) fn entries(&self, key: &str, needed: bool, known: &[&str], fields: &mut Fields) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        for (at, value) in self.list(key, needed, fields).iter().enumerate() {
            let place = format!("{}.{at}", self.at(key));
            if let Value::Object(object) = value {
                let entry = Entry { place, object };
                entry.only(known, fields);
                entries.push(entry);
            } else {
                let message = format!("{place} {}. Isi objek dengan {}.", said(Some(value)), known.join(", "));
                fields.refuse(place, message);
            }
        }
        entries
    }

    /// An id that must be among the known ones.
    pub(super) fn known(&self, key: &str, ids: &Ids, fields: &mut Fields) -> Option<usize> {
        let id = self.id(key, fields)?;
        ids.find(id, self.at(key), fields)
    }

    /// A list of known ids, none twice; none where the key is left out.
    pub(super) fn all_known(&self, key: &str, ids: &Ids, fields: &mut Fields) -> Option<Vec<usize>> {
        if !self.has(key) {
            return None;
        }
        let mut found = Vec::new();
        for (at, value) in self.list(key, true, fields).iter().enumerate() {
            let place = format!("{}.{at}", self.at(key));
            let Some(id) = value.as_str() else {
                fields.refuse(place.clone(), format!("{place} {}. Isi id berupa teks.", said(Some(value))));
                continue;
            };
            let Some(number) = ids.find(id, place.clone(), fields) else { continue };
            if found.contains(&number) {
                fields.refuse(place.clone(), format!("{place} menyebut \"{id}\" untuk kedua kalinya. Sisakan satu."));
            } else {
                found.push(number);
            }
        }
        Some(found)
    }

    /// A list of pairs of different known ids, with the place of each.
    pub(super) fn pairs(&self, key: &str, ids: &Ids, fields: &mut Fields) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (at, value) in self.list(key, false, fields).iter().enumerate() {
            let place = format!("{}.{at}", self.at(key));
            let texts: Option<Vec<&str>> = value.as_array().and_then(|pair| pair.iter().map(Value::as_str).collect());
            let Some([one, other]) = texts.as_deref() else {
                fields.refuse(place.clone(), format!("{place} {}. Isi dua id kelas.", said(Some(value))));
                continue;
            };
            let found = (ids.find(one, place.clone(), fields), ids.find(other, place.clone(), fields));
            let (Some(first), Some(second)) = found else { continue };
            if first == second {
                fields.refuse(place.clone(), format!("{place} menyebut \"{one}\" dua kali. Isi dua kelas berbeda."));
            } else {
                pairs.push((first, second));
            }
        }
        pairs
    }
}

/// The ids of a list, numbered in the order of the ids themselves.
pub(super) struct Ids {
    list: &'static str,
    /// In order.
    pub(super) names: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// Numbers the ids in this order; doubled ones are refused.
    pub(super) fn new(list: &'static str, ids: &[(String, Option<&str>)], fields: &mut Fields) -> Self {
        let mut first: HashMap<&str, &str> = HashMap::new();
        for (place, id) in ids.iter().filter_map(|(place, id)| Some((place, (*id)?))) {
            if let Some(before) = first.get(id) {
                let message = format!("Id \"{id}\" pada {place} sudah dipakai {before}. Beri id yang berbeda.");
                fields.refuse(format!("{place}.id"), message);
            } else {
                first.insert(id, place);
            }
        }
        let mut names: Vec<String> = first.into_keys().map(str::to_owned).collect();
        names.sort_unstable();
        Self::in_order(list, names)
    }

    /// Numbers different ids in the order in which they are given.
    pub(super) fn in_order(list: &'static str, names: Vec<String>) -> Self {
        let numbers = names.iter().enumerate().map(|(at, id)| (id.clone(), at)).collect();
        Self { list, names, numbers }
    }

    fn find(&self, id: &str, place: String, fields: &mut Fields) -> Option<usize> {
        let found = self.numbers.get(id).copied();
        if found.is_none() {
            let message = format!("{place} menyebut \"{id}\", yang tidak ada dalam {}. Betulkan idnya.", self.list);
            fields.refuse(place, message);
        }
        found
    }

    /// The number of an id that is known.
    pub(super) fn number(&self, id: Option<&str>) -> Option<usize> {
        self.numbers.get(id?).copied()
    }
}
