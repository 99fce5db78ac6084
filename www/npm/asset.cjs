// The same instance as for `import`.
module.exports = require("./asset.js");
