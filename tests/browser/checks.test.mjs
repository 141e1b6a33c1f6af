// The checks themselves: each of them refuses a page that is wrong in its way.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROW, launch, visit } from "./browser.mjs";
import { accessible, fits, prints, textsApart } from "./checks.mjs";
import { CASES, open } from "./desk.mjs";

let browser;
let desk;
before(async () => {
  browser = await launch();
  desk = await open(CASES.well);
});
after(async () => {
  await browser.close();
  await desk.end();
});

const printed = (page, where) => prints(page, where, 9);

for (const [name, inside, check] of [
  ["a wide line", `<p>${"wide".repeat(99)}</p>`, fits],
  ["texts over each other", `<svg><text y="20">one</text><text y="22">two</text></svg>`, textsApart],
  ["a field without a label", `<input id="nameless">`, accessible],
  ["a line cut off on paper", `<div id="cut"><p>${"wide".repeat(99)}</p></div>`, printed],
]) {
  test(`${name} is found`, async () => {
    const { page, finish } = await visit(browser, desk, { viewport: NARROW });
    await check(page, "as it is");
    await page.evaluate((html) => {
      document.querySelector("main").insertAdjacentHTML("beforeend", html);
      // The desk allows no style in its pages' text.
      document.getElementById("cut")?.style.setProperty("overflow", "hidden");
    }, inside);
    await assert.rejects(check(page, "spoilt"), assert.AssertionError);
    await finish();
  });
}

for (const [name, act] of [
  ["a warning on the console", () => console.warn("careful")],
  ["an error in a page", () => setTimeout(() => nowhere())],
  ["a request elsewhere", () => fetch("http://127.0.0.2:9/").catch(() => {})],
  ["a place that is not there", () => fetch("nowhere")],
]) {
  test(`${name} is found`, async () => {
    const { page, finish, findings } = await visit(browser, desk);
    await page.evaluate(act);
    for (let n = 0; n < 50 && findings.length === 0; n += 1) await page.waitForTimeout(20);
    await assert.rejects(finish(), assert.AssertionError);
  });
}
