//! A script that reads what a plan asks, and prints it so that one paste answers most questions.
//!
//! It needs the Azure CLI without extensions, it only reads, and it asks for named properties, so that no secret and no name
//! of a person is among them: <https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language>,
//! <https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources>.

use serde::{Deserialize, Serialize};

use crate::domain::object;
use crate::facts::specification::API_VERSION;
use crate::migration::Shell;
use crate::quote::{bash, in_line, powershell};

/// What to collect, and for which shell the script is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CollectOptions {
    /// The shell; absent means Bash.
    pub shell: Option<Shell>,
    /// One instance or a subscription; absent means the current subscription of the Azure CLI.
    #[serde(deserialize_with = "object::or_default")]
    pub scope: CollectScope,
}

/// What is collected: the instance, if its name and its resource group are given, otherwise every instance of the subscription.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CollectScope {
    /// The name of the instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The resource group of the instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<String>,
    /// The subscription; absent means the current one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<String>,
}

/// The version of the REST API of Resource Graph.
const GRAPH_VERSION: &str = "2022-10-01";

/// The properties of an instance that are read. Secrets, e-mail addresses and names of people are not among them.
const SERVICE: [&str; 17] = [
    "platformVersion",
    "provisioningState",
    "createdAtUtc",
    "virtualNetworkType",
    "virtualNetworkConfiguration",
    "publicIPAddresses",
    "privateIPAddresses",
    "outboundPublicIPAddresses",
    "publicIpAddressId",
    "additionalLocations",
    "hostnameConfigurations",
    "customProperties",
    "disableGateway",
    "natGatewayState",
    "publicNetworkAccess",
    "apiVersionConstraint",
    "gatewayUrl",
];

/// What the script reads, for the reader.
const READS: [&str; 7] = [
    "API Management: platform, tier, units, zones, network, addresses, host names, custom properties, locations",
    "virtual networks with their subnets, network security groups with their rules, route tables, public IP addresses",
    "autoscale settings: limits and rules, without notifications",
    "A and CNAME records: names, without values",
    "resource locks: names and levels, without notes",
    "for each instance: network status, self-hosted gateways (names), peak of the Capacity metric in the last 7 days",
    "not read: secrets, certificates, keys, tags, e-mail addresses, names of people, role assignments, APIs, policies",
];

/// The script.
pub fn collect(options: &CollectOptions) -> String {
    match options.shell.unwrap_or(Shell::Bash) {
        Shell::Bash => in_bash(&options.scope),
        Shell::Powershell => in_powershell(&options.scope),
    }
}

/// The instance that is named; the name alone would not be unique.
fn named(scope: &CollectScope) -> Option<(&str, &str)> {
    let name = scope.name.as_deref().filter(|name| !name.is_empty())?;
    let group = scope.resource_group.as_deref().filter(|group| !group.is_empty())?;
    Some((name, group))
}

/// What a query lists, the query in one line, and the `JMESPath` expression that leaves out the rest.
struct GraphQuery {
    kind: &'static str,
    query: String,
    /// Removes free text that Resource Graph can't leave out: people describe rules in their own words.
    only: Option<String>,
}

/// The parts of a rule that are read: everything but its description.
const RULE: [&str; 14] = [
    "priority",
    "direction",
    "access",
    "protocol",
    "sourceAddressPrefix",
    "sourceAddressPrefixes",
    "sourceApplicationSecurityGroups",
    "sourcePortRange",
    "sourcePortRanges",
    "destinationAddressPrefix",
    "destinationAddressPrefixes",
    "destinationApplicationSecurityGroups",
    "destinationPortRange",
    "destinationPortRanges",
];

fn queries(scope: &CollectScope) -> [GraphQuery; 3] {
    let service = SERVICE.map(|name| format!("'{name}', properties.{name}")).join(", ");
    let instance = match named(scope) {
        Some((name, group)) => format!(" and name =~ {} and resourceGroup =~ {}", literal(name), literal(group)),
        None => String::new(),
    };
    let kind = if instance.is_empty() { "resources" } else { "around" };
    let rule = RULE.map(|name| format!("{name}: properties.{name}")).join(", ");
    [
        GraphQuery {
            kind,
            query: format!(
                "resources | where type in~ ('microsoft.network/virtualnetworks', 'microsoft.network/routetables', 'microsoft.network/publicipaddresses', 'microsoft.insights/autoscalesettings') or (type =~ 'microsoft.apimanagement/service'{instance}) | extend properties = case(type =~ 'microsoft.apimanagement/service', pack({service}), type =~ 'microsoft.network/virtualnetworks', pack('subnets', properties.subnets), type =~ 'microsoft.network/routetables', pack('routes', properties.routes, 'subnets', properties.subnets), type =~ 'microsoft.network/publicipaddresses', pack('ipAddress', properties.ipAddress, 'dnsSettings', properties.dnsSettings), pack('enabled', properties.enabled, 'targetResourceUri', properties.targetResourceUri, 'profiles', properties.profiles)) | project id, name, type, location, resourceGroup, subscriptionId, sku, zones, properties | order by id asc"
            ),
            only: None,
        },
        GraphQuery {
            kind: "rules",
            query: "resources | where type =~ 'microsoft.network/networksecuritygroups' | project id, name, type, location, resourceGroup, subscriptionId, properties = pack('subnets', properties.subnets, 'securityRules', properties.securityRules) | order by id asc".to_owned(),
            only: Some(format!(
                "{{\"$skipToken\": \"$skipToken\", \"data\": data[].{{id: id, name: name, type: type, properties: {{subnets: properties.subnets, securityRules: properties.securityRules[].{{name: name, properties: {{{rule}}}}}}}}}}}"
            )),
        },
        GraphQuery {
            kind: "records",
            query: "dnsresources | where type in~ ('microsoft.network/privatednszones/a', 'microsoft.network/privatednszones/cname', 'microsoft.network/dnszones/a', 'microsoft.network/dnszones/cname') | project id, name, type | order by id asc".to_owned(),
            only: None,
        },
    ]
}

/// A literal of the query language that nothing can end early: a verbatim string, in which only a quote is doubled.
fn literal(text: &str) -> String {
    format!("@'{}'", in_line(text).replace('\'', "''"))
}

/// The content of a JSON string, without its quotes.
fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or_default().to_owned()
}

fn heading(scope: &CollectScope) -> String {
    let what = match named(scope) {
        Some((name, group)) => format!("the API Management instance {} in {}", in_line(name), in_line(group)),
        None => "every API Management instance of a subscription".to_owned(),
    };
    let reads: Vec<String> = READS.iter().map(|line| format!("#   {line}")).collect();
    format!(
        "# Reads {what} with everything that a migration plan asks, and prints JSON.\n# It needs the Azure CLI, signed in as a reader, and changes nothing. It reads:\n{}\n# Paste the output into the planner, or save it: … > collected.json",
        reads.join("\n")
    )
}

fn in_bash(scope: &CollectScope) -> String {
    let subscription = match scope.subscription_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => bash(Some(&json(id)), ""),
        None => "$(az account show --query id --output tsv) || exit 1".to_owned(),
    };
    let ids = match named(scope) {
        Some((name, group)) => format!(
            "az apim show --name {} --resource-group {} --subscription \"$subscription\" --query id --output tsv",
            bash(Some(name), ""),
            bash(Some(group), "")
        ),
        None => "az resource list --resource-type Microsoft.ApiManagement/service --subscription \"$subscription\" --query '[].id' --output tsv".to_owned(),
    };
    let queries: Vec<String> = queries(scope)
        .iter()
        .map(|GraphQuery { kind, query, only }| {
            let only = only.as_ref().map(|only| format!(" {}", bash(Some(only), ""))).unwrap_or_default();
            format!("graph {kind} {}{only}", bash(Some(&json(query)), ""))
        })
        .collect();
    format!(
        r#"#!/usr/bin/env bash
{heading}
set -u
subscription={subscription}

# part KIND SCOPE COMMAND...: prints what the command answers, with its kind and its scope.
part() {{
  local kind=$1 scope=$2 answer
  shift 2
  if answer=$("$@" --output json) && [ -n "$answer" ]; then
    printf '{{"type":"apim-plan/collected","of":"%s","scope":"%s","value":%s}}\n' "$kind" "$scope" "$answer"
  else
    printf 'not read: %s of %s\n' "$kind" "$scope" >&2
  fi
}}

# graph KIND QUERY [ONLY]: a query to Resource Graph, page by page.
graph() {{
  local token='' body answer next
  while :; do
    body=$(printf '{{"subscriptions":["%s"],"query":"%s","options":{{"resultFormat":"objectArray","$top":1000%s}}}}' "$subscription" "$2" "$token")
    if ! answer=$(az rest --method post --url '/providers/Microsoft.ResourceGraph/resources?api-version={GRAPH_VERSION}' \
      --headers 'Content-Type=application/json' --body "$body" --query "${{3:-@}}" --output json); then
      printf 'not read: %s\n' "$1" >&2
      return
    fi
    printf '{{"type":"apim-plan/collected","of":"%s","scope":"/subscriptions/%s","value":%s}}\n' "$1" "$subscription" "$answer"
    next=$(printf '%s' "$answer" | sed -n 's/.*"$skipToken": *"\([^"]*\)".*/\1/p')
    [ -n "$next" ] || return
    token=$(printf ',"$skipToken":"%s"' "$next")
  done
}}

{queries}
part locks "/subscriptions/$subscription" az lock list --subscription "$subscription" --query '[].{{id: id, name: name, type: type, level: level}}'

{ids} | tr -d '\r' | while IFS= read -r id; do
  part networkStatus "$id" az rest --method get --url "$id/networkstatus?api-version={API_VERSION}" \
    --query '[].{{location: location, networkStatus: {{connectivityStatus: networkStatus.connectivityStatus[].{{name: name, status: status, resourceType: resourceType, isOptional: isOptional}}}}}}' </dev/null
  part gateways "$id" az rest --method get --url "$id/gateways?api-version={API_VERSION}" \
    --query '{{value: value[].{{id: id, name: name, type: type}}}}' </dev/null
  part capacity "$id" az monitor metrics list --resource "$id" --metrics Capacity --aggregation Maximum --interval PT1H \
    --offset 7d --filter "Location eq '*'" </dev/null
done
"#,
        heading = heading(scope),
        queries = queries.join("\n"),
    )
}

fn in_powershell(scope: &CollectScope) -> String {
    let subscription = match scope.subscription_id.as_deref().filter(|id| !id.is_empty()) {
        Some(id) => powershell(Some(id), ""),
        None => "az account show --query id --output tsv".to_owned(),
    };
    let ids = match named(scope) {
        Some((name, group)) => format!(
            "az apim show --name {} --resource-group {} --subscription $subscription --query id --output tsv",
            powershell(Some(name), ""),
            powershell(Some(group), "")
        ),
        None => "az resource list --resource-type Microsoft.ApiManagement/service --subscription $subscription --query '[].id' --output tsv".to_owned(),
    };
    let queries: Vec<String> = queries(scope)
        .iter()
        .map(|GraphQuery { kind, query, .. }| format!("Read-Graph '{kind}' {}", powershell(Some(query), "")))
        .collect();
    format!(
        r#"{heading}
$subscription = {subscription}
if (-not $subscription) {{ throw 'Sign in first: az login' }}

# Prints an answer with its kind and its scope.
function Write-Part([string] $Kind, [string] $Scope, [object] $Answer) {{
  $json = $Answer -join "`n"
  if ($json) {{
    '{{"type":"apim-plan/collected","of":' + ($Kind | ConvertTo-Json) + ',"scope":' + ($Scope | ConvertTo-Json) + ',"value":' + $json + '}}'
  }} else {{
    [Console]::Error.WriteLine("not read: $Kind of $Scope")
  }}
}}

# A query to Resource Graph, page by page. The body is a file: Windows would change its quotes.
function Read-Graph([string] $Kind, [string] $Query) {{
  $options = @{{ resultFormat = 'objectArray'; '$top' = 1000 }}
  $file = [IO.Path]::GetTempFileName()
  try {{
    do {{
      $body = @{{ subscriptions = @($subscription); query = $Query; options = $options }} | ConvertTo-Json -Depth 5
      [IO.File]::WriteAllText($file, $body)
      $answer = az rest --method post --url '/providers/Microsoft.ResourceGraph/resources?api-version={GRAPH_VERSION}' --headers 'Content-Type=application/json' --body "@$file" --output json
      $page = ($answer -join "`n") | ConvertFrom-Json
      # People describe rules in their own words: that is not read.
      foreach ($rule in @($page.data.properties.securityRules)) {{
        if ($rule) {{ $rule.properties.PSObject.Properties.Remove('description') }}
      }}
      Write-Part $Kind "/subscriptions/$subscription" ($page | ConvertTo-Json -Depth 30 -Compress)
      $token = $page.'$skipToken'
      $options['$skipToken'] = $token
    }} while ($token)
  }} finally {{
    Remove-Item -LiteralPath $file
  }}
}}

{queries}
$locks = az lock list --subscription $subscription --query '[].{{id: id, name: name, type: type, level: level}}' --output json
Write-Part 'locks' "/subscriptions/$subscription" $locks

foreach ($id in @({ids})) {{
  $answer = az rest --method get --url "$id/networkstatus?api-version={API_VERSION}" --query '[].{{location: location, networkStatus: {{connectivityStatus: networkStatus.connectivityStatus[].{{name: name, status: status, resourceType: resourceType, isOptional: isOptional}}}}}}' --output json
  Write-Part 'networkStatus' $id $answer
  $answer = az rest --method get --url "$id/gateways?api-version={API_VERSION}" --query '{{value: value[].{{id: id, name: name, type: type}}}}' --output json
  Write-Part 'gateways' $id $answer
  $answer = az monitor metrics list --resource $id --metrics Capacity --aggregation Maximum --interval PT1H --offset 7d --filter "Location eq '*'" --output json
  Write-Part 'capacity' $id $answer
}}
"#,
        heading = heading(scope),
        queries = queries.join("\n"),
    )
}
