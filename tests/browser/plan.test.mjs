// Plans and exchanges on the desk: what the command says, in pictures and in words.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { NARROW, WIDE, choose, go, launch, visit } from "./browser.mjs";
import { accessible } from "./checks.mjs";
import { CASES, open, run } from "./desk.mjs";

const PLAN = `format: winset-case/1
id: bridge
title: The bridge at Low Ford
as_of: 2031-03-14
parties: [{id: north, name: North, short: NOR}, {id: south, name: South, short: SOU}]
points: [{id: toll, title: Toll, options: [{id: shared, label: Shared}, {id: free, label: Without}]}]
phases:
  - {id: P1, name: Hand-over, day: 10, opens_when: [observers on the bridge], rollback: [shots fired]}
plan:
  signed: 2031-04-01
  bounds: {north: 6, south: 6}
  items:
    - {id: east, title: East bank, owner: north, phase: P1, days: 7, verify: 3, values: {north: 6, south: 8}}
    - {id: west, title: West bank, owner: south, phase: P1, days: 7, verify: 3, values: {north: 8, south: 6}}
    - {id: vote, title: The vote, owner: south, after: [east], days: 1, latest: 80}
`;

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function fits(page, what) {
  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${what} at ${viewport.width} px: ${wide} px too wide`);
    await accessible(page, `${what}, ${viewport.width} px`);
  }
}

test("a plan is shown as the command works it out, and a delay moves it", async () => {
  const desk = await open({ name: "bridge.yaml", text: PLAN });
  const { page, finish } = await visit(browser, desk);
  await choose(page, "plan");
  const told = await run(["phases", desk.file, "--json"]);
  assert.equal(told.code, 0, told.out);
  const { plan } = JSON.parse(told.out);
  const lead = await page.locator(".verdict .lead").first().innerText();
  assert.equal(lead, `It can be carried out in ${plan.schedule.rounds.length} rounds and ${plan.schedule.duration_days} days.`);
  const rows = await page.locator("h3", { hasText: "Items and their days" }).locator("xpath=following::table[1]/tbody/tr").evaluateAll((all) =>
    all.map((row) => [row.cells[0].querySelector("bdi").textContent, row.cells[2].firstChild.textContent.trim(), row.cells[3].firstChild.textContent.trim()]));
  const titles = { east: "East bank", west: "West bank", vote: "The vote" };
  const items = plan.schedule.items.map((item) => [titles[item.item], String(item.begins), String(item.verified)]);
  assert.deepEqual(rows.sort(), items.sort());
  // The picture has the items and both sides' exposure, and says all of it.
  const described = await page.locator("figure.picture svg > desc").first().innerHTML();
  for (const words of ["North: East bank", "Hand-over: opens when observers on the bridge", "North has given without return"]) {
    assert.ok(described.includes(words), described);
  }
  // By keyboard alone an item is made late.
  await page.locator("#late").focus();
  await page.keyboard.type("East");
  await page.keyboard.press("Tab");
  await page.keyboard.type("20");
  await page.keyboard.press("Enter");
  await page.locator(".slid", { hasText: "begins on day" }).waitFor();
  const late = await run(["phases", desk.file, "--late", `east=${await page.locator("#days").inputValue()}`, "--json"]);
  const moved = JSON.parse(late.out).plan.delays[0].moved;
  assert.equal(await page.locator(".slid li", { hasText: "begins on day" }).count(), moved.length);
  const file = page.waitForEvent("download");
  await page.locator("figcaption a", { hasText: "SVG" }).click();
  assert.match(await readFile(await (await file).path(), "utf8"), /<svg/);
  await fits(page, "plan");
  // South is not shown what giving costs North.
  await page.goto(`${desk.origin}/v/south/plan`);
  await page.locator(".verdict", { hasText: "Values not shown to you: North." }).waitFor();
  assert.ok(!(await page.content()).includes("North has given without return"));
  await finish();
  await desk.end();
});

test("dates that contradict each other are told, with the trust that is needed", async () => {
  const desk = await open({ name: "bridge.yaml", text: PLAN.replace("latest: 80", "latest: 15") });
  const { page, finish } = await visit(browser, desk);
  await choose(page, "plan");
  await page.locator(".verdict.closed", { hasText: "dates contradict each other" }).waitFor();
  const rules = await page.locator("h3", { hasText: "Rules that contradict" }).locator("xpath=following::ol[1]/li").allInnerTexts();
  assert.ok(rules.length >= 2 && rules.some((rule) => rule.includes("The vote")), rules.join("\n"));
  await page.locator("h3", { hasText: "How much trust is needed" }).waitFor();
  await fits(page, "contradiction");
  await finish();
  await desk.end();
});

test("an exchange is shown with its runs, which can be kept", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await choose(page, "plan");
  const told = await run(["exchange", desk.file, "--json"]);
  const json = JSON.parse(told.out);
  await page.locator("h3", { hasText: "Calendar of runs" }).waitFor();
  assert.ok((await page.locator("body").innerText()).includes("Tessaly"));
  assert.ok(told.out.includes("Tessaly") && json);
  const months = page.locator("details", { hasText: "still to go" });
  const last = months.last();
  await last.locator("summary").focus();
  await page.keyboard.press("Enter");
  const cells = await last.locator("tbody tr").last().locator("td").allInnerTexts();
  // After the last run nobody is still to go.
  assert.deepEqual(cells.slice(-2), ["0", "0"]);
  const table = page.waitForEvent("download");
  await page.locator("a", { hasText: "The runs as a table" }).click();
  const csv = await readFile(await (await table).path(), "utf8");
  assert.match(csv, /rail-corridor/);
  const calendar = page.waitForEvent("download");
  await page.locator("a", { hasText: "The runs as a calendar" }).click();
  assert.match(await readFile(await (await calendar).path(), "utf8"), /BEGIN:VEVENT/);
  await fits(page, "exchange");
  await go(page, "plan");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("form.row").first().isVisible().catch(() => false), false);
  await finish();
  await desk.end();
});
