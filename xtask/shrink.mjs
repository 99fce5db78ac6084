// Runs wasm-opt on a module, in place. On the command line: node xtask/shrink.mjs FILE

import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { fileURLToPath } from "node:url";

const WASM_OPT = fileURLToPath(new URL("../tests/node_modules/binaryen/bin/wasm-opt", import.meta.url));

// rustc emits these without being asked; every browser of the last years supports them.
const FEATURES = [
  "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals",
  "--enable-reference-types", "--enable-multivalue",
];

// Functions with one caller stay functions: modules then compress better, because calls look alike.
const FOR_SIZE = ["-Oz", "--one-caller-inline-max-function-size=0"];

export function shrink(file) {
  const smaller = `${file}.opt`;
  const stripped = ["--strip-debug", "--strip-producers", "--strip-target-features"];
  execFileSync(process.execPath, [WASM_OPT, ...FOR_SIZE, ...FEATURES, ...stripped, file, "-o", smaller], { stdio: "inherit" });
  renameSync(smaller, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) shrink(process.argv[2]);
