//! What the instance is: names, tier, platform and dates.

use crate::domain::{PlatformVersion, Tier};

use super::super::node::Node;
use super::super::shape::NotReadKind;
use super::super::words;
use super::ServiceReader;
use super::id::parse_id;
use super::keys::{KeyedValue, KnownFields, ResourceKey};

impl ServiceReader {
    pub(super) fn names(&mut self, fields: &KnownFields<'_>) {
        const WHY: &str = "not a valid instance name";
        let slot = fields.get(ResourceKey::Id);
        let id = slot.and_then(|slot| slot.node.text()).and_then(parse_id);
        let id_path = slot.map(|slot| slot.path()).unwrap_or_default();
        // A child's name starts with the names of its parents; an instance has none.
        if let Some((name, tail, by_default)) =
            self.word(fields.get(ResourceKey::Name), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("name", &tail, name.clone(), by_default);
            self.out.request.name = Some(name);
        } else if let Some(name) = id.as_ref().and_then(|id| id.name).and_then(words::name) {
            self.found("name", &id_path, name.to_owned(), false);
            self.out.request.name = Some(name.to_owned());
        }
        if let Some(group) = id.as_ref().and_then(|id| id.group).and_then(words::name) {
            self.found("resourceGroup", &id_path, group.to_owned(), false);
            self.out.request.resource_group = Some(group.to_owned());
        } else if let Some((group, tail, by_default)) =
            self.word(fields.get(ResourceKey::ResourceGroup), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("resourceGroup", &tail, group.clone(), by_default);
            self.out.request.resource_group = Some(group);
        }
        if let Some(subscription) = id.as_ref().and_then(|id| id.subscription).and_then(words::name) {
            self.found("subscriptionId", &id_path, subscription.to_owned(), false);
            self.out.request.subscription_id = Some(subscription.to_owned());
        } else if let Some((subscription, tail, by_default)) =
            self.word(fields.get(ResourceKey::Subscription), |text| words::name(text).map(str::to_owned), WHY)
        {
            self.found("subscriptionId", &tail, subscription.clone(), by_default);
            self.out.request.subscription_id = Some(subscription);
        }
    }

    pub(super) fn what_it_is(&mut self, fields: &KnownFields<'_>) {
        if let Some((tier, tail, by_default)) = self.tier(fields) {
            self.found("tier", &tail, <&str>::from(tier), by_default);
            self.out.request.tier = Some(tier);
        }
        if let Some((platform, tail, by_default)) = self.platform(fields) {
            self.found("platform", &tail, platform.as_str(), by_default);
            self.out.request.platform = Some(platform);
        }
        if let Some((state, ..)) = self.word(fields.get(ResourceKey::State), words::state, "not a state that Azure documents") {
            self.out.extras.provisioning_state = Some(state.into());
            if state != "Succeeded" {
                self.out.warnings.push(format!("The state of the instance is {state}: the properties can still change.").into());
            }
        }
    }

    pub(super) fn tier(&mut self, fields: &KnownFields<'_>) -> Option<(Tier, String, bool)> {
        const WHY: &str = "not a tier";
        let slot = fields.get(ResourceKey::Sku)?;
        let stated = self.stated(Some(slot))?;
        // `PsApiManagementSku` of the module Az.ApiManagement, as ConvertTo-Json writes it.
        if let Node::Int(number) = stated.node {
            let tier = match number {
                1 => Some(Tier::Developer),
                2 => Some(Tier::Standard),
                3 => Some(Tier::Premium),
                4 => Some(Tier::Basic),
                5 => Some(Tier::Consumption),
                6 => Some(Tier::Isolated),
                _ => None,
            };
            return match tier {
                Some(tier) => Some((tier, slot.path(), stated.by_default)),
                None => self.word(Some(slot), words::tier, WHY),
            };
        }
        let Node::Map(_) = stated.node else { return self.word(Some(slot), words::tier, WHY) };
        let tail = format!("{}.name", slot.path());
        let name = stated.node.get("name")?;
        let named = self.stated_at(name, &tail)?;
        let tier = named.node.text().and_then(words::tier);
        if tier.is_none() {
            self.unreadable(&tail, WHY);
        }
        Some((tier?, tail, named.by_default || stated.by_default))
    }

    pub(super) fn platform(&mut self, fields: &KnownFields<'_>) -> Option<(PlatformVersion, String, bool)> {
        let slot = fields.get(ResourceKey::Platform);
        self.says_platform |= slot.is_some_and(|slot| !slot.node.is_blank());
        let undetermined = |text: &str| text.trim().eq_ignore_ascii_case("undetermined");
        if let Some(slot) = slot
            && slot.node.text().is_some_and(undetermined)
        {
            self.unreadable(&slot.path(), "Azure returned undetermined; read it again when no operation is in progress");
            return None;
        }
        self.word(slot, words::platform, "not a documented platform")
    }

    pub(super) fn dates(&mut self, fields: &KnownFields<'_>) {
        const WHY: &str = "not a date and time in ISO form";
        let system = fields.get(ResourceKey::SystemData);
        let within = |name: &'static str| {
            let slot = system?;
            slot.node.get(name).map(|node| KeyedValue { node, within: slot.key, key: name })
        };
        let created = fields.get(ResourceKey::Created).filter(|slot| !slot.node.is_blank()).or_else(|| within("createdAt"));
        if let Some((day, tail, by_default)) = self.word(created, words::day, WHY) {
            self.found("createdOn", &tail, day.to_string(), by_default);
            self.out.request.created_on = Some(day);
        }
        if let Some((day, tail, by_default)) = self.word(within("lastModifiedAt"), words::day, WHY) {
            self.found("updatedOn", &tail, day.to_string(), by_default);
            self.out.request.updated_on = Some(day);
        }
        if let Some(slot) =
            system.filter(|slot| slot.node.get("createdBy").is_some() || slot.node.get("lastModifiedBy").is_some())
        {
            self.not_read(&format!("{}.createdBy", slot.path()), "a secret or a person's name; dropped", NotReadKind::Private);
        }
    }
}
