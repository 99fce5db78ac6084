//! The list of locations: each keeps its identity, and with it what is half typed, when it moves.

use std::rc::Rc;

use apim_plan::questionnaire::Kind;
use apim_plan::{Location, RegionName};
use yew::AttrValue;

use super::AnswersState;

/// The identity of a location on the page.
pub type Key = u32;

/// Which way a location moves in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the primary.
    Up,
    /// Away from it.
    Down,
}

/// The id of the button that adds a location.
pub const ADD_LOCATION: &str = "add-location";

/// The id of a control of a location.
pub fn location_id(key: Key, control: &str) -> String {
    format!("r{key}-{control}")
}

impl AnswersState {
    /// The locations with their identities.
    pub fn locations(&self) -> impl Iterator<Item = (Key, &Location)> {
        self.keys.iter().copied().zip(&self.request.locations)
    }

    /// The location with that identity.
    pub fn location(&self, key: Key) -> Option<&Location> {
        self.locations().find(|(each, _)| *each == key).map(|(_, location)| location)
    }

    pub(super) fn change_at(&mut self, key: Key, what: impl FnOnce(&mut Location)) {
        let Some(at) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        self.change(|request| {
            if let Some(location) = request.locations.get_mut(at) {
                what(location);
            }
        });
    }

    pub(super) fn add_location(&mut self, name: &str) {
        let Some(name) = RegionName::new(name) else {
            return;
        };
        let key = self.next_key;
        self.next_key = key.saturating_add(1);
        self.keys = self.keys.iter().copied().chain([key]).collect();
        self.change(|request| request.locations.push(Location::new(name)));
        self.saw_locations();
        // On to the first number of the new location.
        let control = self
            .questionnaire
            .of_location
            .iter()
            .find_map(|question| if let Kind::Number(number) = &question.kind { Some(number.control) } else { None });
        if let Some(control) = control {
            self.look_at(location_id(key, control));
        }
    }

    pub(super) fn name_location(&mut self, key: Key, name: &AttrValue) {
        if let Some(name) = RegionName::new(name) {
            self.change_at(key, |location| location.name = name);
            self.saw_locations();
        }
    }

    pub(super) fn remove_location(&mut self, key: Key) {
        let Some(at) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        self.keys = self.keys.iter().copied().filter(|each| *each != key).collect();
        self.change(|request| drop(request.locations.remove(at)));
        Rc::make_mut(&mut self.drafts).retain(|blank, _| blank.target.location != Some(key));
        self.saw_locations();
        // The button is gone: on to the next location's, or to the one that adds.
        let next = self.keys.get(at).or_else(|| self.keys.last());
        self.look_at(next.map_or_else(|| ADD_LOCATION.to_owned(), |key| location_id(*key, "remove")));
    }

    pub(super) fn move_location(&mut self, key: Key, way: Way) {
        let Some(from) = self.keys.iter().position(|each| *each == key) else {
            return;
        };
        let to = match way {
            Way::Up => from.checked_sub(1),
            Way::Down => Some(from + 1).filter(|to| *to < self.keys.len()),
        };
        let Some(to) = to else {
            return;
        };
        let mut keys = self.keys.to_vec();
        keys.swap(from, to);
        self.keys = keys.into();
        self.change(|request| request.locations.swap(from, to));
        // At either end the button that was pressed is no longer there: the other one is.
        let last = self.keys.len() - 1;
        let button = match way {
            Way::Up if to == 0 => "down",
            Way::Up => "up",
            Way::Down if to == last => "up",
            Way::Down => "down",
        };
        self.look_at(location_id(key, button));
    }
}
