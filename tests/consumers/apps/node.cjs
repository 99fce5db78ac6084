const { readFileSync } = require("node:fs");
// Ready without `init()`, and the class is the one that is thrown.
const { plan, PlanError } = require("apim-plan");

const answer = (request) => {
  try {
    return plan(request);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { error: { path: error.path, message: error.message } };
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2], "utf8")).map(answer)));
