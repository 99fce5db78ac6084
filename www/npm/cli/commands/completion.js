// `apim-plan completion`: scripts that complete commands and options in a shell.

import { COMMANDS } from "../commands.js";
import { known, optionsOf, UsageError } from "../usage.js";
import { print } from "../write.js";

const SHELLS = { bash, zsh, fish, powershell };

export const completionCommand = {
  usage: "apim-plan completion bash|zsh|fish|powershell",
  says: "Prints a script that completes commands and options in a shell.",
  help: `Examples:
  apim-plan completion bash > ~/.local/share/bash-completion/completions/apim-plan
  apim-plan completion zsh > "\${fpath[1]}/_apim-plan"
  apim-plan completion fish > ~/.config/fish/completions/apim-plan.fish
  apim-plan completion powershell >> $PROFILE`,
  operands: ["shell"],
  options: {},
  run: runCompletion,
};

async function runCompletion([shell]) {
  if (shell === undefined) throw new UsageError(`which shell: ${Object.keys(SHELLS).join(", ")}?`);
  known("shell", shell, Object.keys(SHELLS));
  return print(SHELLS[shell]());
}

/** The words after a command: its options, and what can follow instead of a file. */
function wordsOf([name, command]) {
  const options = Object.keys(optionsOf(command)).map((option) => `--${option}`);
  const operands = { schema: ["request", "plan"], completion: Object.keys(SHELLS) }[name] ?? [];
  return [...operands, ...options].join(" ");
}

const names = () => Object.keys(COMMANDS).join(" ");
const entries = () => Object.entries(COMMANDS);

function bash() {
  return `# bash completion for apim-plan
_apim_plan() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${names()} --help --version"
  else
    case \${COMP_WORDS[1]} in
${entries().map((entry) => `      ${entry[0]}) words="${wordsOf(entry)}" ;;`).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _apim_plan apim-plan
`;
}

function zsh() {
  return `#compdef apim-plan
_apim_plan() {
  if (( CURRENT == 2 )); then
    compadd -- ${names()} --help --version
    return
  fi
  case $words[2] in
${entries().map((entry) => `    ${entry[0]}) compadd -- ${wordsOf(entry)} ;;`).join("\n")}
  esac
  _files
}
compdef _apim_plan apim-plan
`;
}

function fish() {
  const lines = entries().flatMap(([name, command]) => [
    `complete -c apim-plan -n __fish_use_subcommand -a ${name} -d '${command.says.replaceAll("'", "\\'")}'`,
    ...Object.entries(optionsOf(command)).map(([option, { type }]) => (
      `complete -c apim-plan -n '__fish_seen_subcommand_from ${name}' -l ${option}${type === "string" ? " -r" : ""}`)),
  ]);
  return `# fish completion for apim-plan\n${lines.join("\n")}\n`;
}

function powershell() {
  return `# PowerShell completion for apim-plan
Register-ArgumentCompleter -Native -CommandName apim-plan -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @{
${entries().map((entry) => `    '${entry[0]}' = '${wordsOf(entry)}'`).join("\n")}
  }
  $given = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $choices = if ($given.Count -lt 2 -or ($given.Count -eq 2 -and $wordToComplete)) { '${names()} --help --version' } else { $words[$given[1]] }
  "$choices" -split ' ' | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
