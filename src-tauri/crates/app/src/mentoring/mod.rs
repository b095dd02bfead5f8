//! Mentors, the pairing of a class, and the work of pairs.
