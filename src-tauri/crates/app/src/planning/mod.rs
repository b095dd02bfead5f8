//! The plan of a year and the schedule of its classes.

mod approval;
pub mod catalogue;
pub mod catalogue_papers;
mod choice;
mod class_plan;
mod compare;
pub mod costs;
mod item;
mod item_people;
pub mod partners;
mod plan;
mod plan_board;
mod plan_change_papers;
mod plan_papers;
mod plan_workbook;
mod realisation;
pub mod schedule;
mod solve_file;
pub mod speakers;
mod timetable_file;

pub use solve_file::{BudgetUse, PlanSolved, SolvedStatus, solve_file};
pub use timetable_file::{TimetableAnswer, TimetableLimits, timetable_file};

pub use approval::approve_plan;
pub use choice::{CeilingWorth, ChoiceExplanation, ChoiceProgress, Chosen, LeftOut, choose, explain};
pub use class_plan::{ClassPlan, class_plan, set_class_plan};
pub use compare::{CeilingChange, Comparison, ItemDifference, PlanFigures, PlanSide, compare};
pub use item::{ItemChange, ItemView, NewItem, add_item, delete_item, item, save_item, save_item_costs, set_item};
pub use item_people::{ServedBy, ServedPerson, save_item_people, suggest_people};
pub use plan::{
    CeilingRow, GroupRow, ItemRow, NewPlan, PlanRow, PlanView, create_plan, delete_plan, plan, plans, read_ceilings,
    revise_plan, save_ceilings, save_groups, save_plan,
};
pub use plan_board::PlanWarning;
pub use plan_papers::{PlanPaper, plan_paper_name, plan_pdf, save_plan_paper};
pub use plan_workbook::{plan_workbook, plan_workbook_name, save_plan_workbook};
pub(crate) use realisation::tasks as plan_tasks;
pub use realisation::{
    CeilingUse, ItemUse, LineUse, MonthUse, RealisationRow, RealisationView, UseView, delete_entry, realisation,
    save_entry,
};
