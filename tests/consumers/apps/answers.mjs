// What every consumer does: it answers the requests, and prints or returns the answers.
import { init, plan, PlanError } from "apim-plan";

export async function answers(requests) {
  await init();
  return requests.map((request) => {
    try {
      return plan(request);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return { error: { path: error.path, message: error.message } };
    }
  });
}
