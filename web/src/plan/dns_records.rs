use apim_plan::{ChangedBy, DnsRecordChange, RegionName};
use yew::prelude::*;

use crate::planned::{PlanPart, Planned, recommended};

/// Properties of [`DnsRecords`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DnsRecordsProps {
    /// The records of the recommended path.
    pub records: PlanPart<Vec<DnsRecordChange>>,
}

impl DnsRecordsProps {
    /// The records of a plan.
    pub fn of(plan: &Planned) -> Self {
        Self { records: plan.part(|plan| Some(&recommended(plan)?.dns_records)) }
    }
}

/// Every host name that the recommended path moves, as a table to copy.
#[component]
pub fn DnsRecords(props: &DnsRecordsProps) -> Html {
    let records = props.records.get().map(Vec::as_slice).unwrap_or_default();
    if records.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section" id="dns" aria-labelledby="dns-title">
            <h2 id="dns-title">{ "DNS records" }</h2>
            <table class="table table--dns reflow" role="table" data-table="dns">
                <caption class="sr">{ "Host names that change, who updates them, and the minute by which clients must follow" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        for title in ["Location", "Host name", "Type", "Now", "After", "Changed by", "Due by minute"] {
                            <th role="columnheader" scope="col">{ title }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (at, record) in records.iter().enumerate() {
                        { line(at, record) }
                    }
                </tbody>
            </table>
        </section>
    }
}

fn line(at: usize, record: &DnsRecordChange) -> Html {
    let location = record.location.as_ref().map_or("", RegionName::as_str);
    let by = match record.changed_by {
        ChangedBy::Platform => "the platform",
        ChangedBy::You => "you",
    };
    let due = record.due_minute.map(|minute| minute.to_string()).unwrap_or_default();
    html! {
        <tr role="row" key={at} data-changed-by={by}>
            <td role="cell" data-label="Location">{ location }</td>
            <th role="rowheader" scope="row"><code>{ &record.name }</code></th>
            <td role="cell" data-label="Type">{ record.record_type }</td>
            <td role="cell" data-label="Now">{ &*record.now }</td>
            <td role="cell" data-label="After">{ &*record.then }</td>
            <td role="cell" data-label="Changed by">{ by }</td>
            <td role="cell" class="num" data-label="Due by minute">{ due }</td>
        </tr>
    }
}
