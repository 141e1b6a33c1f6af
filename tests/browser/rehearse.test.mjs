// A round is rehearsed at the desk: the course is the command's, and every turn can be looked at.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROW, WIDE, answered, choose, go, launch, visit } from "./browser.mjs";
import { CASES, open, run } from "./desk.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Rows of a table of turns as texts of its cells. */
async function rows(table) {
  return table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
}

test("a round is rehearsed as the command holds it, and each turn is looked at", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await choose(page, "rehearse");
  const plays = (name) => page.getByLabel(name, { exact: true });
  // The first two sides take part, until somebody says otherwise.
  assert.equal(await plays("Orvane").inputValue(), "boulware");
  assert.equal(await plays("Meridia").inputValue(), "");
  await plays("Orvane").selectOption({ label: "Gives way early" });
  await plays("Lethia").selectOption({ label: "Gives way steadily" });
  await page.getByLabel("Rounds at most").fill("30");
  await page.getByRole("button", { name: "Rehearse" }).click();
  const lead = page.locator("p.lead");
  await lead.waitFor();

  const seats = ["--seat", "orvane=conceder", "--seat", "lethia=linear"];
  const held = await run(["talks", "run", desk.file, "--order", "orvane,lethia", ...seats, "--rounds", "30", "--json"]);
  assert.equal(held.code, 0, held.out);
  const talks = JSON.parse(held.out);
  await page.locator("summary", { hasText: /^All \d+ turns$/ }).click();
  const shown = await rows(page.locator("details table"));
  const names = { orvane: "Orvane", lethia: "Lethia" };
  const told = talks.course.map((act, at) => [
    `${at + 1}. ${names[act.by]} ${act.action === "offer" ? "tables" : "accepts"}`,
    String(act.round),
    String(act.worth.orvane),
    String(act.worth.lethia),
  ]);
  assert.deepEqual(shown, told);
  const end = talks.end.agreed ? `Agreed in round ${talks.end.round}.` : /^No deal/;
  assert.match(await lead.innerText(), new RegExp(end));

  // Back to a turn: what each side would take then, and a proposal that can be tried and kept.
  await page.locator("details table a", { hasText: /^5\. / }).click();
  await page.locator("h2", { hasText: "After turn 5 of" }).waitFor();
  assert.equal(await page.locator("tr[aria-current=step]").first().innerText().then((row) => row.split(".")[0]), "5");
  await page.locator("nav.steps a[rel=next]").click();
  await page.locator("h2", { hasText: "After turn 6 of" }).waitFor();
  assert.equal(await page.locator("li", { hasText: /would take|would not take/ }).count(), 2);
  await page.locator("nav.steps a", { hasText: "To the end" }).click();
  await page.locator("h2", { hasText: `After turn ${talks.course.length} of ${talks.course.length}` }).waitFor();
  await page.locator("a.button", { hasText: "Look at this package" }).first().click();
  await page.locator("table.tried").waitFor();
  await page.locator("a.button", { hasText: "As a what-if" }).click();
  await answered(page);
  assert.match(page.url(), /what-if\?/);

  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    await go(page, "rehearse?plays.orvane=conceder&plays.lethia=linear&rounds=30&turn=6");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${viewport.width} px: ${wide} px too wide`);
  }
  await finish();
  await desk.end();
});

test("a side rehearses against what it supposes, and nothing of others is in sight", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await page.goto(`${desk.origin}/v/lethia/rehearse?plays.orvane=linear&plays.lethia=linear`);
  await page.locator("p.lead", { hasText: "needs the preferences of two sides" }).waitFor();
  assert.equal(await page.locator("table, .picture").count(), 0);
  await finish();
  await desk.end();

  const text = `format: winset-case/1
id: toll
title: A toll
parties: [{id: north, name: North, no_deal: 1}, {id: south, name: South}]
points: [{id: toll, title: Toll, options: [{id: low, label: Low}, {id: middle, label: Middle}, {id: high, label: High}]}]
preferences: {north: {toll: {scores: [0, 2, 3]}}}
assumptions:
  - {id: s, by: north, about: south, no_deal: 1, scores: {toll: {scores: [3, 2, 0]}}}
`;
  const own = await open({ name: "toll.yaml", text }, ["--as", "north"]);
  const visited = await visit(browser, own);
  await visited.page.goto(`${own.origin}/v/north/rehearse?plays.north=linear&plays.south=linear&rounds=20`);
  await visited.page.locator("p.lead", { hasText: "Agreed in round" }).waitFor();
  await visited.page.locator(".assumed").first().waitFor();
  await visited.finish();
  await own.end();
});

test("what is wrong with a rehearsal is said, and the form keeps the rest", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await go(page, "rehearse?plays.orvane=bulware&plays.lethia=linear");
  await page.locator(".trouble[role=alert]", { hasText: "bulware" }).waitFor();
  assert.equal(await page.getByLabel("Lethia", { exact: true }).inputValue(), "linear");
  await go(page, "rehearse?plays.orvane=linear&rounds=0");
  const alerts = page.locator(".trouble[role=alert]");
  assert.equal(await alerts.count(), 2);
  await finish();
  await desk.end();
});
