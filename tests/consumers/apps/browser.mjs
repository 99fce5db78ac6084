import { answers } from "./answers.mjs";

window.answer = answers;
