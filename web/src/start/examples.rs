use yew::prelude::*;

use crate::ui::{Sign, icon};

/// Title, what it is about, and the link with its answers.
const EXAMPLES: [(&str, &str, &str); 4] = [
    (
        "Internal, no downtime acceptable",
        "Premium, two regions, forced tunneling",
        "#/plan?tier=premium&platform=stv1&vnet=internal&locations[0][name]=westeurope&locations[0][units]=4&locations[0][subnet][prefix]=27&locations[1][name]=northeurope&locations[1][units]=2&locations[1][subnet][prefix]=28&customDomains=true&customDomainRecord=a&dnsChangeMinutes=25&firewall=forcedTunnel&downtimeAllowed=false&newSubnet=true&goals[surviveZoneLoss]=true",
    ),
    (
        "Outside a virtual network",
        "Standard, one region, clients list the VIP address",
        "#/plan?tier=standard&platform=stv1&vnet=none&locations[0][name]=westeurope&locations[0][units]=2&customDomains=true&customDomainRecord=cname&ipDependencies=true",
    ),
    (
        "Already on stv2",
        "Premium, zones and autoscale",
        "#/capacity?tier=premium&platform=stv2&vnet=external&locations[0][name]=westeurope&locations[0][units]=3&locations[0][unitsNeeded]=2&goals[surviveZoneLoss]=true&autoscale[minimum]=3&autoscale[maximum]=9&autoscale[step]=3",
    ),
    ("Several instances", "A subscription, with waves and a calendar", "#/fleet"),
];

/// Plans to look at.
pub(super) fn examples() -> Html {
    html! {
        <section class="door" aria-labelledby="door-example">
            <div class="door__head">
                <h2 id="door-example">{ "Try an example" }</h2>
                <p>{ "Every answer can be changed." }</p>
            </div>
            <ul class="examples">
                for (title, about, link) in EXAMPLES {
                    <li key={title}><a href={link}><b>{ title }</b><small>{ about }</small>{ icon(Sign::Arrow) }</a></li>
                }
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::EXAMPLES;

    #[test]
    fn every_answer_of_an_example_is_read() {
        for (title, _, link) in EXAMPLES {
            let place = crate::route::read(link.trim_start_matches('#')).unwrap_or_default();
            let dropped = place.answers.map(|decoded| decoded.dropped).unwrap_or_default();
            assert_eq!(dropped, [], "{title}");
        }
    }
}
