// Writes the files of the package that are made from something else. Called with the package's folder; standard input has
// what `core/examples/describe.rs` prints.
//
//   inline.js       the module's bytes, for bundlers and for Node
//   about.js        the version, how old the rules are, and the name of the build, which the module bears as well
//   schema.js       the JSON Schemas
//   types.d.cts     the types, from the same schemas

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const { version, rules, in: taken, out: given } = JSON.parse(readFileSync(0, "utf8"));
const write = (name, text) => writeFileSync(join(folder, name), text);
const json = (value) => JSON.stringify(value);

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
write("package.json", `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);

const module = readFileSync(join(folder, "apim_plan_bg.wasm"));
const build = createHash("sha256").update(module).digest("hex").slice(0, 16);
// A section that engines pass over: each length fits into one byte.
const section = Buffer.concat([Buffer.of(5), Buffer.from(`build${build}`)]);
const bytes = Buffer.concat([module, Buffer.of(0, section.length), section]);
write("apim_plan_bg.wasm", bytes);
write("about.js", `export const version = ${json(version)};
const frozen = (value) => {
  for (const part of Object.values(value)) if (typeof part === "object") frozen(part);
  return Object.freeze(value);
};
export const rules = frozen(${json(rules)});
export const build = ${json(build)};
`);

const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).toString("base64");
write("inline.js", `// apim_plan_bg.wasm, after gzip, as base64.\nexport const packed =\n  ${json(packed)};\n`);

// As texts: they are only parsed when somebody asks, and every caller gets objects of his own.
const published = { request: taken.request, plan: given.plan };
write("schema.js", `import { PlanError } from "./errors.js";

const texts = {
${Object.entries(published).map(([name, schema]) => `  ${name}: ${json(json(schema))},\n`).join("")}};

/** The JSON Schema of that name. */
export function schema(name) {
  if (!Object.hasOwn(texts, name)) throw new PlanError("", \`there is no schema \${String(name)}; there are \${Object.keys(texts).join(", ")}\`);
  return JSON.parse(texts[name]);
}
`);

// What is taken says more than the same shape when it is given: it comes first.
const shapes = new Map();
for (const schema of [...Object.values(taken), ...Object.values(given)]) {
  const { $schema, title, $defs = {}, ...root } = schema;
  for (const [name, shape] of [[title, root], ...Object.entries($defs)]) if (!shapes.has(name)) shapes.set(name, shape);
}
const isTaken = (name) => Object.values(taken).some(({ title, $defs }) => title === name || Object.hasOwn($defs, name));

const doc = (text, indent = "") => {
  if (!text) return "";
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  return lines.length === 1 ? `${indent}/** ${lines[0]} */\n` : `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd() + "\n").join("")}${indent} */\n`;
};

/** A range of whole numbers so short that the type names them. */
const isShort = ({ type, minimum, maximum }) => type === "integer" && maximum - minimum < 4;
const between = ({ minimum, maximum }) => Array.from({ length: maximum - minimum + 1 }, (_, at) => minimum + at);

/** What a number or a text must be, where its type does not say. */
function form(shape) {
  if (shape.format === "date") return "`YYYY-MM-DD`.";
  if (isShort(shape) || !("maximum" in shape)) return "";
  return `${shape.minimum ?? 0} to ${shape.maximum}.`;
}

function type(shape, taking) {
  if (shape === true) return "unknown";
  if (shape.$ref) return shape.$ref.replace("#/$defs/", "");
  if ("const" in shape) return json(shape.const);
  if (shape.enum) return shape.enum.map(json).join(" | ");
  if (isShort(shape)) return between(shape).join(" | ");
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return choices.map((choice) => type(choice, taking)).join(" | ");
  if (Array.isArray(shape.type)) return shape.type.map((one) => type({ ...shape, type: one }, taking)).join(" | ");
  switch (shape.type) {
    case "null":
    case "string":
    case "boolean":
      return shape.type;
    case "integer":
    case "number":
      return "number";
    case "array": {
      const element = type(shape.items, taking);
      // What is written down `as const` may be handed in.
      const [list, mark] = taking ? ["ReadonlyArray", "readonly "] : ["Array", ""];
      return /[|{ ]/.test(element) ? `${list}<${element}>` : `${mark}${element}[]`;
    }
    case "object":
      if (shape.properties) return `{ ${fields(shape, taking).map(({ line }) => line).join("; ")} }`;
      return `Record<string, ${type(shape.additionalProperties ?? true, taking)}>`;
    default:
      throw new Error(`no type for ${json(shape)}`);
  }
}

function fields({ properties, required = [] }, taking) {
  return Object.entries(properties).map(([name, shape]) => {
    const optional = !required.includes(name);
    let its = type(shape, taking);
    // What is given is absent or a value; what is taken may as well be null.
    if (optional && !taking) its = its.replace(/ \| null$/, "");
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : json(name);
    return { description: shape.description, line: `${key}${optional ? "?" : ""}: ${its}` };
  });
}

function declaration([name, shape]) {
  if (shape.properties) {
    const lines = fields(shape, isTaken(name)).map(({ description, line }) => `${doc(description, "  ")}  ${line};\n`);
    return `${doc(shape.description)}export interface ${name} {\n${lines.join("")}}\n`;
  }
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices) {
    const lines = choices.map((choice) => `\n${doc(choice.description, "  ")}  | ${type(choice, isTaken(name))}`);
    return `${doc(shape.description)}export type ${name} =${lines.join("")};\n`;
  }
  return `${doc([shape.description, form(shape)].filter(Boolean).join(" "))}export type ${name} = ${type(shape, isTaken(name))};\n`;
}
write("types.d.cts", [...shapes].map(declaration).join("\n"));

// The package has types of its own for what is exported.
for (const unneeded of ["apim_plan.d.ts", "apim_plan_bg.wasm.d.ts"]) rmSync(join(folder, unneeded), { force: true });
