//! Small plans for the tests of this stage.
