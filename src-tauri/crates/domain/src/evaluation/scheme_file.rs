//! A scheme as the terminal reads it from a file (`docs/cli.md`): scores are texts, never numbers with a fraction, and
//! every band says from where to where it goes.

use super::{Band, Component, ComponentGroup, Scheme};
use crate::refusal::{Fields, Refusal};
use crate::score::Score;
use serde_json::{Map, Value};

/// The one rounding rule, by the name that a file may give it.
const ROUNDING: &str = "half_away_from_zero";

/// Reads a scheme.
///
/// # Errors
/// Every refused place, as `components.1.weight` or `bands.0.from`.
pub fn read(file: &Value) -> Result<Scheme, Refusal> {
    let mut fields = Fields::new();
    let Some(file) = file.as_object() else {
        return Err(Refusal::field("scheme", "Berkas skema harus berisi satu objek JSON. Lihat docs/cli.md."));
    };
    let known = ["components", "pass_mark", "minimum_attendance", "bands", "rounding"];
    refuse_unknown(file, "", &known, &mut fields);
    let components = components(file, &mut fields);
    let bands = bands(file, components.is_empty(), &mut fields);
    let pass_mark = score(file, "pass_mark", "pass_mark", &mut fields).unwrap_or_default();
    let minimum_attendance = whole(file, "minimum_attendance", "minimum_attendance", &mut fields).unwrap_or_default();
    if let Some(rounding) = file.get("rounding")
        && rounding.as_str() != Some(ROUNDING)
    {
        fields.refuse("rounding", format!("Pembulatan hanya \"{ROUNDING}\": sekali, dua angka di belakang koma."));
    }
    fields.finish()?;
    Ok(Scheme { components, bands, pass_mark, minimum_attendance, remedial: None })
}

fn refuse_unknown(object: &Map<String, Value>, within: &str, known: &[&str], fields: &mut Fields) {
    for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
        fields
            .refuse(format!("{within}{key}"), format!("\"{key}\" tidak dikenal. Yang dikenal: {}.", known.join(", ")));
    }
}

/// A list of objects; refused where it is something else.
fn objects<'a>(file: &'a Map<String, Value>, key: &str, fields: &mut Fields) -> Vec<(usize, &'a Map<String, Value>)> {
    let Some(list) = file.get(key).and_then(Value::as_array) else {
        fields.refuse(key, format!("\"{key}\" harus ada dan berupa daftar."));
        return Vec::new();
    };
    let mut objects = Vec::new();
    for (at, value) in list.iter().enumerate() {
        match value.as_object() {
            Some(object) => objects.push((at, object)),
            None => fields.refuse(format!("{key}.{at}"), "Baris ini harus berupa objek JSON."),
        }
    }
    objects
}

/// A text that is not empty.
fn text(object: &Map<String, Value>, key: &str, field: &str, fields: &mut Fields) -> String {
    let found = object.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    if found.is_none() {
        fields.refuse(field, format!("\"{key}\" harus ada dan berupa teks."));
    }
    found.unwrap_or_default().to_owned()
}

/// A score as a text; a JSON number is refused, because its decimals are not exact.
fn score(object: &Map<String, Value>, key: &str, field: &str, fields: &mut Fields) -> Option<Score> {
    let read = match object.get(key) {
        Some(Value::String(text)) => Score::parse(text),
        Some(Value::Number(number)) => {
            Err(format!("\"{key}\" tertulis sebagai angka {number}. Tulis sebagai teks, misalnya \"70.01\"."))
        }
        Some(_) | None => Err(format!("\"{key}\" harus ada dan berupa teks seperti \"70.01\".")),
    };
    fields.take(field, read)
}

/// A whole number from 0 to 100.
fn whole(object: &Map<String, Value>, key: &str, field: &str, fields: &mut Fields) -> Option<u8> {
    let found = object.get(key).and_then(Value::as_u64).filter(|number| *number <= 100);
    if found.is_none() {
        fields.refuse(field, format!("\"{key}\" harus ada dan berupa bilangan bulat 0 sampai 100."));
    }
    found.and_then(|number| u8::try_from(number).ok())
}

fn components(file: &Map<String, Value>, fields: &mut Fields) -> Vec<Component> {
    let mut components: Vec<Component> = Vec::new();
    let mut total = Some(0_u32);
    for (at, object) in objects(file, "components", fields) {
        refuse_unknown(object, &format!("components.{at}."), &["name", "group", "weight"], fields);
        let name = text(object, "name", &format!("components.{at}.name"), fields);
        let taken = |other: &str| other.eq_ignore_ascii_case(&name);
        if !name.is_empty()
            && (["NIP", "Kehadiran"].into_iter().any(taken) || components.iter().any(|other| taken(&other.name)))
        {
            fields.refuse(format!("components.{at}.name"), format!("Nama \"{name}\" sudah dipakai kolom lain."));
        }
        let written = text(object, "group", &format!("components.{at}.group"), fields);
        let group = ComponentGroup::from_code(&written);
        if group.is_none() && !written.is_empty() {
            let known = ComponentGroup::ALL.map(ComponentGroup::code).join(", ");
            let message = format!("Kelompok \"{written}\" tidak dikenal. Pilih salah satu: {known}.");
            fields.refuse(format!("components.{at}.group"), message);
        }
        let weight = whole(object, "weight", &format!("components.{at}.weight"), fields);
        total = total.zip(weight).map(|(total, weight)| total + u32::from(weight));
        let group = group.unwrap_or(ComponentGroup::Technical);
        components.push(Component::direct(name, group, weight.unwrap_or_default()));
    }
    if let Some(total) = total.filter(|total| !components.is_empty() && *total != 100) {
        fields.refuse("components", format!("Jumlah bobot {total}; harus tepat 100."));
    }
    components
}

/// Bands without a hole and without an overlap, from 0.00 to 100.00.
fn bands(file: &Map<String, Value>, none_needed: bool, fields: &mut Fields) -> Vec<Band> {
    let objects = objects(file, "bands", fields);
    let written = objects.len();
    let mut bands = Vec::new();
    for (at, object) in objects {
        refuse_unknown(object, &format!("bands.{at}."), &["name", "from", "to"], fields);
        let name = text(object, "name", &format!("bands.{at}.name"), fields);
        let from = score(object, "from", &format!("bands.{at}.from"), fields);
        let upper = score(object, "to", &format!("bands.{at}.to"), fields);
        let (Some(from), Some(upper)) = (from, upper) else { continue };
        if from > upper {
            fields.refuse(format!("bands.{at}.from"), format!("Predikat \"{name}\": batas bawah di atas batas atas."));
        }
        bands.push((at, from, Band { name, upper }));
    }
    if written == 0 && !none_needed {
        fields.refuse("bands", "Skema dengan komponen perlu predikat.");
    }
    bands.sort_by_key(|(_, from, band)| (*from, band.upper));
    if bands.len() == written {
        refuse_holes(&bands, fields);
    }
    bands.into_iter().map(|(_, _, band)| band).collect()
}

/// Every score has exactly one predicate. The bands are in order, each with its place in the file and where it begins.
fn refuse_holes(bands: &[(usize, Score, Band)], fields: &mut Fields) {
    let mut expected = 0;
    for (at, from, band) in bands {
        let field = format!("bands.{at}.from");
        let from = from.hundredths();
        let shown = |hundredths: i32| Score::from_hundredths(hundredths).map(Score::local).unwrap_or_default();
        if from > expected {
            let message = format!("Tidak ada predikat untuk nilai {} sampai {}.", shown(expected), shown(from - 1));
            fields.refuse(field, message);
        } else if from < expected {
            let message =
                format!("Predikat \"{}\" bertumpuk: nilai {} sudah berpredikat lain.", band.name, shown(from));
            fields.refuse(field, message);
        }
        expected = expected.max(band.upper.hundredths() + 1);
    }
    if let Some((at, _, _)) = bands.last().filter(|_| expected <= Score::MAX.hundredths()) {
        fields.refuse(format!("bands.{at}.to"), "Predikat tertinggi harus sampai 100.00.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sound() -> Value {
        json!({
            "components": [
                {"name": "Akademik", "group": "technical", "weight": 60},
                {"name": "Sikap", "group": "attitude", "weight": 40},
            ],
            "pass_mark": "70.01",
            "minimum_attendance": 85,
            "bands": [
                {"name": "Baik", "from": "70.01", "to": "100.00"},
                {"name": "Kurang", "from": "0.00", "to": "70.00"},
            ],
        })
    }

    #[test]
    fn a_sound_file_is_a_scheme() {
        let scheme = read(&sound()).expect("sound");
        assert_eq!(scheme.clone().checked(), Ok(scheme.clone()));
        assert_eq!(scheme.predicate(scheme.pass_mark), "Baik");
        let attendance = json!({"components": [], "pass_mark": "0", "minimum_attendance": 85, "bands": []});
        assert!(read(&attendance).is_ok());
    }

    #[test]
    fn what_is_wrong_is_named() {
        type Spoilt<'a> = (&'a dyn Fn(&mut Value), &'a [&'a str]);
        let cases: [Spoilt<'_>; 22] = [
            (&|file| file["components"][0]["weight"] = json!(50), &["components"]),
            (&|file| file["components"][0]["weight"] = json!(60.5), &["components.0.weight"]),
            (&|file| file["components"][0]["weight"] = json!("60"), &["components.0.weight"]),
            (&|file| file["components"][1]["group"] = json!("sikap"), &["components.1.group"]),
            (&|file| file["components"][1]["name"] = json!("akademik"), &["components.1.name"]),
            (&|file| file["components"][1]["name"] = json!("nip"), &["components.1.name"]),
            (&|file| file["components"][1]["name"] = json!(" "), &["components.1.name"]),
            (&|file| file["components"][1]["bobot"] = json!(1), &["components.1.bobot"]),
            (&|file| file["components"][1] = json!(3), &["components.1", "components"]),
            (&|file| file["pass_mark"] = json!(70.01), &["pass_mark"]),
            (&|file| file["pass_mark"] = json!("70.011"), &["pass_mark"]),
            (&|file| file["pass_mark"] = json!("101"), &["pass_mark"]),
            (&|file| file["minimum_attendance"] = json!(85.5), &["minimum_attendance"]),
            (&|file| file["minimum_attendance"] = json!(101), &["minimum_attendance"]),
            (&|file| file["bands"][0]["from"] = json!("70.02"), &["bands.0.from"]),
            (&|file| file["bands"][0]["from"] = json!("70.00"), &["bands.0.from"]),
            (&|file| file["bands"][0]["to"] = json!("99.99"), &["bands.0.to"]),
            (&|file| file["bands"][1]["from"] = json!("0.01"), &["bands.1.from"]),
            (&|file| file["bands"][0]["from"] = json!(70.01), &["bands.0.from"]),
            (&|file| file["bands"] = json!([]), &["bands"]),
            (&|file| file["rounding"] = json!("half_even"), &["rounding"]),
            (&|file| drop(file.as_object_mut().expect("object").remove("components")), &["components"]),
        ];
        for (change, names) in cases {
            let mut file = sound();
            change(&mut file);
            let refusal = read(&file).expect_err("spoilt");
            let found: Vec<&str> = refusal.fields.iter().map(|field| field.field.as_str()).collect();
            assert_eq!(found, names, "{file}");
        }
        assert_eq!(read(&json!([])).expect_err("a list").fields[0].field, "scheme");
    }
}
