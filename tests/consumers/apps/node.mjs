import { readFileSync } from "node:fs";
import { answers } from "./answers.mjs";

console.log(JSON.stringify(await answers(JSON.parse(readFileSync(process.argv[2], "utf8")))));
