//! Starts the page in the browser.

fn main() {
    apim_plan_web::start();
}
