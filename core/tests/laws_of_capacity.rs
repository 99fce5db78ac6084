//! Laws that the capacity plan of every request keeps.

mod common;

use apim_plan::api::read_request;
use proptest::prelude::*;

proptest! {
    /// The random requests are requests: written and read again they are the same.
    #[test]
    fn a_request_survives_being_written(request in common::requests()) {
        let json = serde_json::to_string(&request).expect("a request can be written");
        prop_assert_eq!(read_request(&json).expect("and read"), request);
    }
}
