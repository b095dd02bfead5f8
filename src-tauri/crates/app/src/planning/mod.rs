//! The plan of a year and the schedule of its classes.

mod approval;
pub mod catalogue;
pub mod catalogue_papers;
mod choice;
mod compare;
pub mod costs;
mod item;
pub mod partners;
mod plan;
mod plan_board;
mod realisation;
pub mod schedule;
mod solve_file;
pub mod speakers;
mod timetable_file;

pub use solve_file::{BudgetUse, PlanSolved, SolvedStatus, solve_file};
pub use timetable_file::{TimetableAnswer, TimetableLimits, timetable_file};

pub use approval::approve_plan;
pub use choice::{CeilingWorth, ChoiceProgress, Chosen, Explanation, LeftOut, choose, explain};
pub use compare::{CeilingChange, Comparison, Figures, ItemDifference, Side, compare};
pub use item::{
    ItemChange, ItemView, NewItem, ServedBy, ServedPerson, add_item, delete_item, item, save_item, save_item_costs,
    save_item_people, set_item, suggest_people,
};
pub use plan::{
    CeilingRow, GroupRow, ItemRow, NewPlan, PlanRow, PlanView, create_plan, delete_plan, plan, plans, revise_plan,
    save_ceilings, save_groups, save_plan,
};
pub use plan_board::PlanWarning;
pub(crate) use realisation::tasks as plan_tasks;
pub use realisation::{
    CeilingUse, ClassPlan, EntryRow, ItemUse, LineUse, MonthUse, RealisationView, UseView, class_plan, delete_entry,
    realisation, save_entry, set_class_plan,
};
