use apim_plan_web::components::{SourceNotes, SourceNotesProps, Sprite, capacity::*};
use apim_plan_web::state::Planned;
use std::rc::Rc;
use yew::prelude::*;

fn request(n: usize) -> apim_plan::model::PlanRequest {
    let json = match n {
        0 => {
            r#"{"name":"apim-orders-prod","tier":"premium","platform":"stv1","vnet":"internal","autoscale":{"minimum":4,"maximum":10,"step":1},"goals":{"surviveZoneLoss":true,"surviveRegionLoss":false},"locations":[{"name":"West Europe","units":4,"unitsNeeded":4,"subnet":{"prefix":27}},{"name":"North Europe","units":2,"unitsNeeded":2,"subnet":{"prefix":28}}]}"#
        }
        1 => {
            r#"{"tier":"premium","platform":"stv2","vnet":"none","locations":[{"name":"West Europe","units":31,"zones":{"kind":"redundant","zones":3}},{"name":"UK West","units":1},{"name":"East US","units":3,"zones":{"kind":"automatic"}}]}"#
        }
        2 => {
            r#"{"tier":"developer","platform":"stv1","vnet":"external","locations":[{"name":"West Europe","units":1,"subnet":{"prefix":29}}]}"#
        }
        _ => "{}",
    };
    apim_plan::api::read_request(json).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn shots() {
    for n in 0..4 {
        let request = Rc::new(request(n));
        let plan = Planned::new(apim_plan::api::plan(&request), "2026-11-21".parse().ok());
        let mut losses = Losses::default();
        if n == 0 {
            losses.zones = Rc::new([(request.locations[0].name.clone(), 2)].into_iter().collect());
        }
        if n == 1 {
            losses.region = Some(request.locations[0].name.clone());
        }
        let view = yew::LocalServerRenderer::<CapacityView>::with_props(CapacityViewProps {
            request,
            plan: plan.clone(),
            losses,
            on_loss: Callback::noop(),
        })
        .hydratable(false)
        .render()
        .await;
        let sprite = yew::LocalServerRenderer::<Sprite>::new().hydratable(false).render().await;
        let notes =
            yew::LocalServerRenderer::<SourceNotes>::with_props(SourceNotesProps { plan }).hydratable(false).render().await;
        std::fs::create_dir_all("/tmp/shots").unwrap();
        std::fs::write(format!("/tmp/shots/capacity-{n}.html"), format!("<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>x</title><link rel=stylesheet href=/work/wt/web2/www/styles/tokens.css><link rel=stylesheet href=/work/wt/web2/www/styles/page.css><link rel=stylesheet href=/work/wt/web2/www/styles/views.css><body>{sprite}<main class=plan>{view}</main>{notes}")).unwrap();
    }
}
