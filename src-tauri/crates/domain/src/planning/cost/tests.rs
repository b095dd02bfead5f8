//! Amounts and sums of budgets, against counting in wider numbers.

use super::*;
use crate::office::rules::shipped_table;
use proptest::prelude::*;

fn rule() -> BudgetRule {
    shipped_table("budget").unwrap()
}

fn line(text: &str, volumes: [u32; 3], price: i64, fund: &str) -> CostLine {
    let [vol1, vol2, vol3] = volumes;
    CostLine {
        id: None,
        account: "5.1.02.01.01.0052".to_owned(),
        text: text.to_owned(),
        vol1,
        vol2,
        vol3,
        unit: "kotak".to_owned(),
        price,
        fund: fund.to_owned(),
        note: String::new(),
    }
}

#[test]
fn a_line_is_three_factors_times_a_price() {
    let meals = line("Nasi kotak", [30, 3, 1], 35_000, "APBD");
    assert_eq!((meals.amount(), meals.coefficient().as_str()), (Ok(3_150_000), "30 x 3"));
    assert_eq!(line("", [30, 1, 2], 1, "").coefficient(), "30 x 2");
    assert_eq!(line("", [1, 1, 1], 1, "").coefficient(), "1");
    assert!(line("", [1, 1, 1], -1, "").amount().unwrap_err().contains("di bawah nol"));
    assert!(line("", [1_000_000, 1_000_000, 1], 1, "").amount().unwrap_err().contains("dua belas angka"));
    assert!(line("", [u32::MAX, u32::MAX, u32::MAX], i64::MAX, "").amount().is_err(), "no overflow");
}

#[test]
fn every_wrong_field_is_named_and_funds_get_the_spelling_of_the_rule() {
    let fund = rule().funds[0].clone();
    let mut lines =
        vec![line(" Nasi  kotak ", [1, 1, 1], 1, &fund.to_lowercase()), line("", [MOST_VOLUME + 1, 1, 1], -5, "")];
    let mut fields = Fields::new();
    check(&mut lines, "costs", &rule(), &mut fields);
    assert_eq!((lines[0].text.as_str(), &lines[0].fund), ("Nasi kotak", &fund));
    let fields = fields.finish().unwrap_err().fields;
    let fields: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["costs.1.text", "costs.1.fund", "costs.1.vol1", "costs.1.price"]);
}

#[test]
fn what_the_office_does_not_name_is_doubtful_and_not_refused() {
    let known = line("Kertas", [1, 1, 1], 1, &rule().funds[0]);
    assert_eq!(doubts(std::slice::from_ref(&known), &rule()), Vec::<String>::new());
    let odd = CostLine { account: "9.9".to_owned(), fund: "Hibah Bulan".to_owned(), price: 0, ..known.clone() };
    let found = doubts(&[known, odd], &rule());
    assert_eq!(
        found,
        [
            "Kode rekening 9.9 pada biaya nomor 2 tidak ada di nama anggaran.",
            "Sumber dana Hibah Bulan pada biaya nomor 2 tidak ada di nama anggaran.",
            "Biaya nomor 2 berjumlah nol."
        ]
    );
}

proptest! {
    #[test]
    fn amounts_equal_wide_counting_or_are_refused(volumes in prop::array::uniform3(0..=MOST_VOLUME), price in -10..=rupiah::MOST) {
        let wide = volumes.iter().fold(i128::from(price), |product, factor| product * i128::from(*factor));
        let found = line("x", volumes, price, "APBD").amount();
        if price >= 0 && wide <= i128::from(rupiah::MOST) {
            prop_assert_eq!(found.map(i128::from), Ok(wide));
        } else {
            prop_assert!(found.is_err());
        }
    }

    #[test]
    fn funds_add_up_to_the_whole(lines in prop::collection::vec((0..50_u32, 0..1_000_000_i64, 0..4_usize), 0..20)) {
        let rule = rule();
        let names = ["Z lain", "A lain", rule.funds[0].as_str(), rule.funds.last().unwrap().as_str()];
        let lines: Vec<CostLine> =
            lines.into_iter().map(|(volume, price, fund)| line("x", [volume, 1, 1], price, names[fund])).collect();
        let sums = by_fund(&lines, &rule);
        prop_assert_eq!(sums.iter().map(|sum| sum.amount).sum::<i64>(), total(&lines));
        let place = |fund: &str| (rule.funds.iter().position(|known| known == fund).unwrap_or(usize::MAX), fund.to_owned());
        prop_assert!(sums.windows(2).all(|pair| place(&pair[0].fund) < place(&pair[1].fund)));
    }
}
