//! Codes for links: whole, anonymous, short, and honest about damage.

#![expect(clippy::expect_used, reason = "tests say what they expect")]

mod common;

use apim_plan::link::{DecodeError, decode, encode};
use apim_plan::{PlanRequest, read_request};
use proptest::prelude::*;

/// What a code may hold of a request.
fn anonymous(mut request: PlanRequest) -> PlanRequest {
    (request.name, request.resource_group, request.subscription_id, request.as_of) = (None, None, None, None);
    for location in &mut request.locations {
        location.precreated_ip = None;
    }
    request
}

proptest! {
    #[test]
    fn what_goes_in_comes_out_without_names_and_addresses(request in common::requests()) {
        prop_assert_eq!(decode(&encode(&request)), Ok(anonymous(request)));
    }

    #[test]
    fn a_code_is_of_signs_that_no_address_bar_changes(request in common::requests()) {
        let code = encode(&request);
        prop_assert!(code.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-._~".contains(&sign)), "{}", code);
    }

    #[test]
    fn a_code_that_was_cut_short_is_damaged(request in common::requests(), cut in 1..20_usize) {
        let code = encode(&request);
        let short = &code[..code.len().saturating_sub(cut)];
        prop_assert!(decode(short).is_err(), "{short}");
    }

    #[test]
    fn a_changed_sign_does_not_pass_for_another_answer(request in common::requests(), at in any::<prop::sample::Index>()) {
        let mut code = encode(&request).into_bytes();
        let at = at.index(code.len());
        let sign = code.get_mut(at).expect("an index within");
        *sign = if *sign == b'x' { b'y' } else { b'x' };
        let changed = String::from_utf8(code).expect("letters");
        prop_assert!(decode(&changed).is_err(), "{changed}");
    }

    #[test]
    fn nothing_makes_it_panic(text in "1?[a-zA-Z0-9._~_-]{0,60}|.{0,40}") {
        let _ = decode(&text);
    }
}

#[test]
fn a_link_stays_short() {
    let request = read_request(
        r#"{"tier":"premium","platform":"stv1","vnet":"internal","modifyInstance":true,"customDomains":true,
            "customDomainRecord":"a","dnsChangeMinutes":25,"firewall":"rules","ipDependencies":true,"downtimeAllowed":false,
            "newSubnet":true,"autoscale":{"minimum":4,"maximum":10,"step":1},"goals":{"surviveZoneLoss":true},
            "locations":[{"name":"West Europe","units":4,"unitsNeeded":4,"subnet":{"prefix":27,"availableAddresses":20}},
                         {"name":"North Europe","units":2,"unitsNeeded":2,"subnet":{"prefix":28}}]}"#,
    )
    .expect("a request");
    insta::assert_snapshot!(encode(&request), @"1b-hc-mi-ujyk-wl25m-xnyoypnsyx_y4z10A1.B_Cy.E__F~westeurope~G4H4P_Q27R20..F~northeurope~G2H2P_Q28...VxM");
}

#[test]
fn fields_may_come_in_any_order() {
    // As codes had them before they followed the order of the questionnaire.
    let sorted = "1x_z10y4A1.k-wjyl25pnm-xB_Cy.nyE__F~westeurope~P_R20Q27.G4H4.F~northeurope~P_Q28.G2H2..oysyc-mb-hi-udAQ";
    let request = decode(sorted).expect("a request");
    assert_ne!(encode(&request), sorted);
    assert_eq!(decode(&encode(&request)), Ok(request));
}

#[test]
fn a_code_of_another_version_says_so() {
    assert_eq!(decode("2abc"), Err(DecodeError::Version));
    assert_eq!(decode(""), Err(DecodeError::Damaged));
    assert_eq!(decode("hello"), Err(DecodeError::Damaged));
}

#[test]
fn names_stay_out_even_of_a_code_that_was_made_by_hand() {
    let request =
        PlanRequest { name: Some("apim-orders-prod".into()), subscription_id: Some("0000".into()), ..PlanRequest::default() };
    let code = encode(&request);
    assert_eq!(code, encode(&PlanRequest::default()));
}
