//! Tables of mentors, pairings and pairs.
