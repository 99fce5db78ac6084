import { init, plan } from "apim-plan/asset";

window.answer = async (requests) => {
  await init();
  return requests.map((request) => plan(request));
};
