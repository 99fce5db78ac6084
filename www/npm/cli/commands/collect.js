// `apim-plan collect`: a script that reads what a plan asks.

import { collect } from "../../node.js";
import { known, UsageError } from "../usage.js";
import { print } from "../write.js";

export const collectCommand = {
  usage: "apim-plan collect [--shell bash|powershell] [--name NAME --resource-group GROUP] [--subscription ID]",
  says: "Prints a script that reads what a plan asks with the Azure CLI.",
  help: `The script changes nothing and reads neither secrets nor names of people; its first lines say what it reads. Its output
is what \`import\`, \`check\` and \`fleet\` take.

  --shell SHELL       bash (the default) or powershell
  --name NAME         one instance; needs --resource-group. Without it, every instance of the subscription
  --resource-group GROUP
  --subscription ID   another subscription than the current one of the Azure CLI

Examples:
  apim-plan collect | bash > collected.json
  apim-plan collect --name apim-orders --resource-group rg-orders | bash | apim-plan check`,
  operands: [],
  options: {
    shell: { type: "string" }, name: { type: "string" }, "resource-group": { type: "string" }, subscription: { type: "string" },
  },
  run: runCollect,
};

async function runCollect(_, { shell = "bash", name, "resource-group": resourceGroup, subscription: subscriptionId }) {
  known("--shell", shell, ["bash", "powershell"]);
  if ((name === undefined) !== (resourceGroup === undefined)) throw new UsageError("--name and --resource-group go together");
  return print(collect({ shell, scope: { name, resourceGroup, subscriptionId } }));
}
