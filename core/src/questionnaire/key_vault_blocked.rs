//! Is Azure Key Vault blocked from the subnet? Rules out the same subnet.

use super::prelude::*;

pub(super) static QUESTION: Question = Question {
    field: Field::named("keyVaultBlocked"),
    group: Group::Subnets,
    label: "Is Key Vault blocked from these subnets?",
    short: "Key Vault blocked",
    help: "Yes requires another subnet.",
    find_out: &[
        FindOut::Command(r#"az network nsg rule list --nsg-name "$NSG" --resource-group "$GROUP" --include-default -o table"#),
        FindOut::Portal("Network security group > Outbound security rules"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(key_vault_blocked),
    weight: Weight::Counted(Counted {
        open: "whether Key Vault is blocked from the current subnet",
        matters: |case| case.may_be_changed() && case.may_be_injected() && case.tier_can_be_injected(),
        unneeded: |case| case.is_outside().then_some("Applies only to instances in a virtual network."),
        sway: Sway::Alternatives {
            turn: 9,
            answers: &[
                Alternative {
                    answer: Answer::YesNo(true),
                    condition: "If Key Vault is blocked from the current subnet",
                    effect: wish!(key_vault_blocked = true),
                },
                Alternative {
                    answer: Answer::YesNo(false),
                    condition: "If Key Vault is reachable from the current subnet",
                    effect: wish!(key_vault_blocked = false),
                },
            ],
        },
    }),
};
