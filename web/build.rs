//! What the linker has to leave in the module so that it can be cut: where each function and each table is named.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
