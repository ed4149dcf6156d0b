#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| framdrift_fuzz::map(text));
