// The same instance as for `import`: one module in memory, one PlanError class.
module.exports = require("./node.js");
