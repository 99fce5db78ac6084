use apim_plan::Tier;
use apim_plan::fleet::Weekday;
use strum::IntoEnumIterator;

use super::rows::compute;
use super::*;

fn imported(json: &str) -> Imported {
    let request = apim_plan::read_request(json).unwrap_or_else(|error| unreachable!("{error}"));
    Imported { request, ..Imported::default() }
}

fn table() -> FleetRows {
    of_five(&FleetOptions::default())
}

fn of_five(options: &FleetOptions) -> FleetRows {
    let premium = |name: &str, vnet: &str, region: &str| {
        imported(&format!(
            r#"{{"name":"{name}","tier":"premium","platform":"stv1","vnet":"{vnet}","locations":[{{"name":"{region}","units":2}}]}}"#
        ))
    };
    let all = [
        premium("orders-prod", "internal", "West Europe"),
        premium("orders-dev", "external", "West Europe"),
        imported(r#"{"name":"gateway-eu","tier":"standardV2","locations":[{"name":"francecentral"}]}"#),
        imported(r#"{"name":"mobile","tier":"premium","platform":"stv2.1","vnet":"external"}"#),
        imported(r#"{"tier":"basic"}"#),
    ];
    compute(&all, options).unwrap_or_else(|| unreachable!("there are instances"))
}

fn names(table: &FleetRows, filter: &RowFilter, order: RowOrder) -> Vec<String> {
    arrange(table, filter, order).into_iter().filter_map(|at| table.row(at)?.name.clone()).collect()
}

#[test]
fn rows_are_found_by_all_words_of_name_group_or_region() {
    let table = table();
    let found = |text: &str| names(&table, &RowFilter { text: text.to_owned(), ..RowFilter::default() }, RowOrder::default());
    assert_eq!(found("orders PROD"), ["orders-prod"]);
    assert_eq!(found("west europe"), ["orders-dev", "orders-prod"]);
    assert_eq!(found("France"), ["gateway-eu"]);
    assert_eq!(found("nothing"), [""; 0]);
}

#[test]
fn every_chip_shows_as_many_rows_as_it_counts() {
    let table = table();
    for show in Show::iter() {
        let filter = RowFilter { show, ..RowFilter::default() };
        let rows = arrange(&table, &filter, RowOrder::default()).len();
        assert_eq!(u32::try_from(rows), Ok(show.count(&table)), "{show:?}");
    }
}

#[test]
fn rows_without_a_value_come_last_either_way() {
    let table = table();
    for descending in [false, true] {
        let order = RowOrder { by: Column::Down, descending };
        let down: Vec<_> = arrange(&table, &RowFilter::default(), order)
            .into_iter()
            .map(|at| table.row(at).and_then(|row| row.downtime_minutes))
            .collect();
        let first_without = down.iter().position(Option::is_none).unwrap_or(down.len());
        assert!(down.iter().skip(first_without).all(Option::is_none), "{down:?}");
    }
}

#[test]
fn every_order_keeps_every_row() {
    let table = table();
    for by in Column::iter() {
        for descending in [false, true] {
            let mut places = arrange(&table, &RowFilter::default(), RowOrder { by, descending });
            places.sort_unstable();
            assert_eq!(places, [0, 1, 2, 3, 4], "{by:?}");
        }
    }
}

#[test]
fn pressing_a_head_twice_turns_the_order_round() {
    let order = RowOrder::default().pressed(Column::Down);
    assert_eq!(order, RowOrder { by: Column::Down, descending: false });
    assert_eq!(order.pressed(Column::Down), RowOrder { by: Column::Down, descending: true });
    assert_eq!(order.pressed(Column::Down).pressed(Column::Path), RowOrder { by: Column::Path, descending: false });
}

fn after(state: FleetState, actions: impl IntoIterator<Item = FleetAction>) -> FleetState {
    actions.into_iter().fold(state, |state, action| FleetState::clone(&Rc::new(state).reduce(action)))
}

#[test]
fn coming_back_keeps_the_answers_that_were_changed_in_the_plan() {
    let read = Rc::from([imported(r#"{"name":"a"}"#), imported(r#"{"name":"b"}"#)]);
    let changed = Rc::new(imported(r#"{"name":"b","tier":"premium"}"#).request);
    let state = after(
        FleetState::default(),
        [FleetAction::Read(read, "x.json".into()), FleetAction::Open(1), FleetAction::Back(changed)],
    );
    assert_eq!(state.opened, None);
    assert_eq!(state.chosen, Some(1));
    assert_eq!(state.instance(1).and_then(|imported| imported.request.tier), Some(Tier::Premium));
    assert_eq!(state.instance(0).and_then(|imported| imported.request.tier), None);
}

type ScheduleChange = fn(Schedule) -> FleetAction;

fn scheduled(state: FleetState, changes: &[ScheduleChange]) -> FleetState {
    changes.iter().fold(state, |state, change| {
        let action = change(state.schedule.clone());
        after(state, [action])
    })
}

#[test]
fn days_and_hours_make_a_calendar() {
    let state = scheduled(
        FleetState::default(),
        &[
            |draft| draft.write(ScheduleField::First, &"2026-12-01".into()),
            |draft| draft.write(ScheduleField::Zone, &"Europe/Amsterdam".into()),
            |draft| draft.write(ScheduleField::Simultaneous, &"2".into()),
            |draft| draft.turn(Weekday::Thursday),
            |draft| draft.turn(Weekday::Tuesday),
        ],
    );
    assert_eq!(state.problem, None);
    let calendar = state.options.calendar.as_ref();
    let days = calendar.and_then(|calendar| calendar.windows.first()).map(|window| window.weekdays.clone());
    assert_eq!(days, Some(vec![Weekday::Tuesday, Weekday::Thursday]));
    assert_eq!(state.options.simultaneous.map(std::num::NonZeroU32::get), Some(2));
}

#[test]
fn a_window_that_is_too_short_is_said_at_its_end_and_is_nobody_s_decision() {
    let read = |to: ScheduleChange| {
        let state = scheduled(
            FleetState::default(),
            &[
                |draft| draft.write(ScheduleField::First, &"2026-12-01".into()),
                |draft| draft.turn(Weekday::Saturday),
                |draft| draft.write(ScheduleField::From, &"20:00".into()),
                to,
            ],
        );
        assert_eq!(state.problem, None);
        of_five(&state.options)
    };
    let (long, short) = (
        read(|draft| draft.write(ScheduleField::To, &"23:00".into())),
        read(|draft| draft.write(ScheduleField::To, &"20:10".into())),
    );
    assert_eq!(long.problem(), None);
    assert!(short.waves.is_empty());
    assert_eq!(Show::NeedDecision.count(&short), Show::NeedDecision.count(&long));
    let problem = short.problem();
    assert_eq!(problem.as_ref().map(|problem| problem.path.as_str()), Some(ScheduleField::To.path()));
    let message = "A migration of 45 minutes fits in no window: the longest window is 10 minutes.";
    assert_eq!(problem.map(|problem| problem.message).as_deref(), Some(message));
}

#[test]
fn days_without_runs_are_days_and_ranges() {
    let with = |freezes: ScheduleChange| {
        let first: ScheduleChange = |draft| draft.write(ScheduleField::First, &"2026-12-01".into());
        scheduled(FleetState::default(), &[first, |draft| draft.turn(Weekday::Monday), freezes])
    };
    let good = with(|draft| draft.write(ScheduleField::Freezes, &"2026-12-20 to 2027-01-03 ,2027-04-02, ".into()));
    assert_eq!(good.problem, None);
    // As it was typed: a field that loses its last space cannot be written into.
    assert_eq!(good.schedule.text(ScheduleField::Freezes), "2026-12-20 to 2027-01-03 ,2027-04-02, ");
    let freezes = good.options.calendar.iter().flat_map(|calendar| &calendar.freezes);
    let told: Vec<String> = freezes.map(|freeze| format!("{} {}", freeze.from, freeze.to)).collect();
    assert_eq!(told, ["2026-12-20 2027-01-03", "2027-04-02 2027-04-02"]);
    let problems = [
        with(|draft| draft.write(ScheduleField::Freezes, &"2027-04-02, Christmas".into())),
        with(|draft| draft.write(ScheduleField::Freezes, &"2027-01-03 to 2026-12-20".into())),
        with(|draft| draft.write(ScheduleField::Freezes, &"2026-01-01 to 2099-01-01".into())),
    ]
    .map(|state| state.problem.filter(|problem| problem.path == ScheduleField::Freezes.path()).map(|problem| problem.message));
    assert_eq!(
        problems.each_ref().map(Option::as_deref),
        [
            Some("“Christmas” is not valid. Enter dates such as 2026-12-24, or 2026-12-20 to 2027-01-03, separated by commas."),
            Some("“2027-01-03 to 2026-12-20” ends before it starts."),
            Some("The calendar has no window on any other day."),
        ]
    );
}

#[test]
fn a_wrong_field_is_named_and_the_last_good_options_stay() {
    let good = scheduled(FleetState::default(), &[|draft| draft.write(ScheduleField::Simultaneous, &"3".into())]);
    let state = scheduled(good.clone(), &[|draft| draft.write(ScheduleField::Simultaneous, &"many".into())]);
    assert_eq!(state.problem.map(|problem| problem.path), Some(ScheduleField::Simultaneous.path().to_owned()));
    assert_eq!(state.options, good.options);
    let state = scheduled(
        FleetState::default(),
        &[
            |draft| draft.write(ScheduleField::First, &"2026-12-01".into()),
            |draft| draft.turn(Weekday::Monday),
            |draft| draft.write(ScheduleField::From, &"8pm".into()),
        ],
    );
    assert_eq!(state.problem.map(|problem| problem.path), Some(ScheduleField::From.path().to_owned()));
}
