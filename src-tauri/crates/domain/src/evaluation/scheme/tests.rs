use crate::evaluation::tests::{scheme, score};
use crate::evaluation::{Component, ComponentGroup, Method, Part, Remedial, Scheme};
use crate::office::rules::{Rule, shipped};
use crate::score::Score;

fn part(name: &str, weight: u16) -> Part {
    Part { id: None, name: name.to_owned(), weight }
}

fn refused(scheme: Scheme) -> Vec<String> {
    scheme.checked().expect_err("wrong").fields.into_iter().map(|field| field.field).collect()
}

/// Every hundredth of a point has exactly the predicate of its band; around each cut-off one step decides.
#[test]
fn predicates_have_no_hole() {
    let scheme = scheme();
    for value in 0..=10_000 {
        let name = match value {
            ..=6000 => "Tidak Memuaskan",
            6001..=7000 => "Kurang Memuaskan",
            7001..=8000 => "Cukup Memuaskan",
            8001..=9000 => "Memuaskan",
            9001.. => "Sangat Memuaskan",
        };
        assert_eq!(scheme.predicate(Score::from_hundredths(value).expect("in range")), name, "{value}");
    }
}

#[test]
fn a_scheme_names_what_is_wrong() {
    let mut wrong = scheme();
    wrong.components[0].weight = 40;
    wrong.components[1].name = "AKADEMIK".to_owned();
    wrong.bands.pop();
    assert_eq!(refused(wrong), ["components", "components.1.name", "bands"]);
}

/// PKP and PKA are shipped as a structure: their weights are the office's.
#[test]
fn a_scheme_without_weights_is_a_structure() {
    let mut structure = scheme();
    structure.components.iter_mut().for_each(|component| component.weight = 0);
    let structure = structure.checked().expect("a structure");
    assert!(!structure.is_weighted() && scheme().is_weighted());
    assert!(Scheme { components: Vec::new(), ..structure }.is_weighted(), "nothing to weigh");
}

#[test]
fn parts_are_checked() {
    let mut wrong = scheme();
    wrong.components[0].method = Method::Assessors;
    wrong.components[1].method = Method::Items;
    (wrong.components[1].scale, wrong.components[1].parts) = (1, vec![part("Disiplin", 0), part(" disiplin ", 1)]);
    wrong.components[2].method = Method::Deductions;
    wrong.components[2].parts = vec![part("", 50), part("Terlambat", 10_001)];
    assert_eq!(
        refused(wrong),
        [
            "components.0.parts",
            "components.1.scale",
            "components.1.parts.0.weight",
            "components.1.parts.1.name",
            "components.2.parts.0.name",
            "components.2.parts.1.weight",
        ]
    );
    let mut left_over = scheme();
    (left_over.components[0].scale, left_over.components[0].parts) = (4, vec![part("Penilai", 1)]);
    let kept = left_over.checked().expect("a method that was chosen anew");
    assert_eq!(kept, scheme(), "a component that is scored directly has no parts");
}

#[test]
fn a_remedial_lies_between_its_limits() {
    let with = |lowest, ceiling| {
        let remedial = Some(Remedial { lowest: score(lowest), ceiling: score(ceiling) });
        Scheme { remedial, ..scheme() }
    };
    assert!(with("60.01", "70.01").checked().is_ok());
    assert_eq!(refused(with("70.01", "70")), ["remedial.lowest", "remedial.ceiling"]);
    assert_eq!(refused(Scheme { components: Vec::new(), ..with("60.01", "80") }), ["remedial"]);
}

/// What an office stored before components had methods.
#[test]
fn rules_of_an_earlier_version_are_read() {
    let old = r#"{"components":[{"id":null,"name":"Akademik","group":"technical","weight":100}],
                  "bands":[],"pass_mark":7001,"minimum_attendance":85}"#;
    let read: Scheme = serde_json::from_str(old).expect("readable");
    assert_eq!(read.components, [Component::direct("Akademik", ComponentGroup::Technical, 100)]);
    assert_eq!(read.remedial, None);
    let text = serde_json::to_string(&scheme()).expect("writable");
    assert_eq!(serde_json::from_str::<Scheme>(&text).expect("readable"), scheme());
}

#[test]
fn cells_are_read_by_the_method_of_their_component() {
    let of = |method, scale| Component { method, scale, ..Component::direct("X", ComponentGroup::Attitude, 100) };
    let items = of(Method::Items, 4);
    assert_eq!(items.read_cell("3,5"), Ok(Some(score("3.5"))));
    assert_eq!(items.read_cell(" "), Ok(None));
    assert_eq!(items.read_cell("5"), Err("Nilai 5 di luar 1 sampai 4.".to_owned()));
    assert_eq!(items.read_cell("0"), Err("Nilai 0 di luar 1 sampai 4.".to_owned()));
    assert_eq!(of(Method::Items, 100).read_cell("0"), Ok(Some(Score::ZERO)));
    let violations = of(Method::Deductions, 100);
    assert_eq!(
        violations.read_cell("3").map(|value| value.map(|value| violations.cell_text(value))),
        Ok(Some("3".to_owned()))
    );
    assert!(violations.read_cell("2,5").is_err_and(|message| message.contains("bilangan bulat")));
    assert!(of(Method::Direct, 100).read_cell("100,01").is_err());
}

/// Latsar has the weights of its regulation; those of PKP and PKA are not confirmed, so that none are shipped.
#[test]
fn shipped_schemes_have_only_confirmed_weights() {
    let mut shipped = shipped().expect("readable").into_iter().map(|one| one.rule);
    let found = shipped.find(|rule| rule.kind() == "scheme_templates").expect("shipped");
    let Rule::SchemeTemplates(templates) = found else { panic!("{found:?}") };
    for template in &templates {
        let open = template.name.starts_with("PKP") || template.name.starts_with("PKA");
        assert_eq!(template.scheme.is_weighted(), !open, "{}", template.name);
        assert_eq!(template.scheme.clone().checked().as_ref(), Ok(&template.scheme), "{}", template.name);
    }
    let latsar = templates.iter().find(|template| template.name == "Latsar CPNS").expect("shipped");
    let weights: Vec<u8> = latsar.scheme.components.iter().map(|component| component.weight).collect();
    assert_eq!((weights, latsar.scheme.pass_mark), (vec![10, 20, 20, 30, 20], score("70.01")));
    let berakhlak = templates.iter().flat_map(|template| &template.scheme.components);
    assert!(berakhlak.into_iter().any(|one| one.method == Method::Items && one.parts.len() == 7 && one.scale == 4));
}
