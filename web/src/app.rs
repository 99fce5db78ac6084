//! The frame around the views: what every one of them has.

use std::rc::Rc;

use apim_plan::model::PlanRequest;
use yew::prelude::*;

use crate::components::{Header, Sprite};
use crate::hooks::use_planning;
use crate::pages::{CapacityPage, FleetPage, PlanPage, ReferencePage};
use crate::platform;
use crate::share::{self, Place, View};
use crate::state::{Action, Answers, Origin, Planned};
