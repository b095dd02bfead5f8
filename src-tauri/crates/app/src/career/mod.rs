//! JP that people have earned.
