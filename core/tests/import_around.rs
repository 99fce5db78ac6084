//! Resources around an instance answer questions about it, in any order and nesting.
//!
//! The fixtures follow the public documentation: rows of Resource Graph
//! (<https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language>), the REST specifications of virtual
//! networks, network security groups, route tables, autoscale settings, locks, metrics and the network status
//! (<https://github.com/Azure/azure-rest-api-specs>), and the flattened output of the Azure CLI.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use apim_plan::import::{Imported, import_text, read};
use insta::assert_snapshot;
use rstest::rstest;

fn fixture(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/import").join(name);
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Every answer with its position, and what is known beyond the answers.
fn told(text: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut told = String::new();
    for imported in import_text(text)? {
        writeln!(told, "{} [{}]", imported.request.name.as_deref().unwrap_or("?"), imported.source)?;
        for read in &imported.read {
            writeln!(told, "  {} = {}  <- {}", read.field, read.value, read.from)?;
        }
        for warning in &imported.warnings {
            writeln!(told, "  ! {warning}")?;
        }
        for location in &imported.extras.locations {
            let network = location.network.clone().unwrap_or_default();
            for port in &network.ports {
                let id: &str = port.port.into();
                writeln!(
                    told,
                    "  {} {id}: {:?} by {} ({}) {}",
                    network.subnet.as_deref().unwrap_or("?"),
                    port.state,
                    port.rule,
                    port.priority,
                    port.ports.join(" ")
                )?;
            }
        }
        for resource in &imported.extras.resources {
            writeln!(told, "  + {} {} at {}", resource.kind, resource.name.as_deref().unwrap_or("-"), resource.at)?;
        }
        for left in imported.not_read.iter().filter(|left| left.path.is_empty()) {
            writeln!(told, "  - {}", left.why)?;
        }
    }
    Ok(told)
}

#[test]
fn what_collect_prints_answers_most_questions() -> Result<(), Box<dyn std::error::Error>> {
    assert_snapshot!("around-collected", told(&fixture("collected.json"))?);
    Ok(())
}

#[test]
fn outputs_of_the_command_line_are_joined_in_any_order() -> Result<(), Box<dyn std::error::Error>> {
    assert_snapshot!("around-cli", told(&fixture("cli-one-after-another.json"))?);
    Ok(())
}

/// The order of the documents and of the rows does not matter.
#[test]
fn the_order_of_resources_does_not_matter() -> Result<(), Box<dyn std::error::Error>> {
    let documents: Vec<serde_json::Value> =
        serde_json::Deserializer::from_str(&fixture("collected.json")).into_iter().collect::<Result<_, _>>()?;
    let answers = |documents: &[serde_json::Value]| -> Result<_, Box<dyn std::error::Error>> {
        let text: String = documents.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n");
        Ok(import_text(&text)?.into_iter().map(|imported| imported.request).collect::<Vec<_>>())
    };
    let expected = answers(&documents)?;
    for turn in 1..documents.len() {
        let mut turned = documents.clone();
        turned.rotate_left(turn);
        for document in &mut turned {
            if let Some(rows) = document.pointer_mut("/value/data").and_then(serde_json::Value::as_array_mut) {
                rows.rotate_left(turn);
            }
        }
        assert_eq!(answers(&turned)?, expected, "{turn}");
    }
    Ok(())
}

#[test]
fn an_instance_with_everything_around_it_survives_the_way_through_javascript() -> Result<(), Box<dyn std::error::Error>> {
    let imported = import_text(&fixture("collected.json"))?;
    let again: Vec<Imported> = serde_json::from_str(&serde_json::to_string(&imported)?)?;
    assert_eq!(again, imported);
    Ok(())
}

/// One resource of another instance, or of none, answers nothing and is counted.
#[test]
fn resources_of_others_are_counted_and_answer_nothing() -> Result<(), Box<dyn std::error::Error>> {
    let alone = read(&fixture("az-show.json"))?;
    let other = fixture("collected.json").replace("rg-net-weu", "rg-elsewhere");
    let network = other.split("\n{").nth(1).map(|rest| format!("{{{rest}")).unwrap_or_default();
    let both = read(&format!("{}\n{network}", fixture("az-show.json")))?;
    assert_eq!(both.instances.first().map(|one| &one.request), alone.instances.first().map(|one| &one.request));
    Ok(())
}

/// `terraform show -json` of a state, a state file, and a plan with `azapi`.
#[rstest]
#[case("terraform-show.json")]
#[case("terraform.tfstate")]
#[case("terraform-plan.json")]
#[case("snake-case.json")]
#[case("powershell-enums.json")]
fn other_tools_are_read(#[case] name: &str) -> Result<(), Box<dyn std::error::Error>> {
    assert_snapshot!(format!("around-{name}"), told(&fixture(name))?);
    Ok(())
}

#[test]
fn both_forms_of_a_terraform_state_give_the_same_answers() -> Result<(), Box<dyn std::error::Error>> {
    let requests =
        |name: &str| import_text(&fixture(name)).map(|read| read.into_iter().map(|one| one.request).collect::<Vec<_>>());
    assert_eq!(requests("terraform-show.json")?, requests("terraform.tfstate")?);
    Ok(())
}

#[test]
fn a_list_of_tiers_is_no_list_of_instances() {
    assert_eq!(import_text(&fixture("skus.json")).map(|read| read.len()), Ok(0));
}
