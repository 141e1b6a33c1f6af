// A desk without a case: a case is begun, imported and opened again by forms alone.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { NARROW, WIDE, answered, launch, visit, writeDown } from "./browser.mjs";
import { accessible, fits } from "./checks.mjs";
import { run, start } from "./desk.mjs";

const PAGE_BYTES_MAX = 300_000;
const PARTIES = ["Northern Port Authority", "Southern Fleet", "Council of the Coast"];
const POINTS = [
  ["Who assigns berths", "the northern office\na joint office\nin turn"],
  ["Fee per ship", "none; 5,000; 10,000"],
  ["Pilots", "northern\nsouthern\nmixed crews"],
  ["Dredging", "shared\nby use"],
  ["Night traffic", "allowed\nforbidden\nby permit"],
  ["Fishing season", "six weeks; ten weeks"],
  ["Disputes", "a panel of three\nthe courts"],
  ["Duration", "two years\nfive years\nten years"],
];

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A test in a lobby of its own. */
function at(name, options, todo, args = []) {
  test(name, async () => {
    const desk = await start(args);
    try {
      const visited = await visit(browser, desk, options);
      await todo(visited.page, desk);
      await visited.finish();
    } finally {
      await desk.end();
    }
  });
}

/** The page is fit to be shown: wide and narrow, light and dark. */
async function shown(page, where) {
  const bytes = Buffer.byteLength(await page.content());
  assert.ok(bytes < PAGE_BYTES_MAX, `${where} has ${bytes} bytes`);
  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    await fits(page, `${where} at ${viewport.width} px`);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await accessible(page, `${where}, ${viewport.width} px, ${colorScheme}`);
    }
  }
}

/** Writes the harbour down in the form, eight points and three parties. */
async function harbour(page) {
  await page.locator("main a", { hasText: "Write it down" }).click();
  await page.locator("#title").fill("Use of the harbour");
  for (const [n, name] of PARTIES.entries()) await page.locator(`#party${n + 1}`).fill(name);
  await page.locator("#short1").fill("NPA");
  await page.locator("#role3").selectOption("ally");
  await page.locator("button", { hasText: "More points" }).click();
  assert.equal(await page.locator("#party1").inputValue(), PARTIES[0]);
  for (const [n, [title, outcomes]] of POINTS.entries()) {
    await page.locator(`#point${n + 1}`).fill(title);
    await page.locator(`#options${n + 1}`).fill(outcomes);
  }
}

const create = (page) => page.locator(".actions button").click();

at("a case of eight points is begun without a script", { javaScriptEnabled: false }, async (page, desk) => {
  assert.ok(page.url().endsWith("/start"));
  await harbour(page);
  await create(page);
  await page.waitForURL("**/case/1/v/mediator/desk");
  assert.equal(await page.locator("header .case").innerText(), "Use of the harbour");
  await page.locator("header nav a[href$='/matrix']").click();
  assert.equal(await page.locator("table.matrix tbody tr").count(), POINTS.length);
  assert.ok(existsSync(path.join(desk.folder, "use-of-the-harbour.yaml")));
  // And from there to another.
  await page.locator("header a", { hasText: "Another case" }).click();
  await page.locator("label", { hasText: "Water for two valleys" }).click();
  await page.locator("button", { hasText: "Make it and open its desk" }).click();
  await page.waitForURL("**/case/2/v/mediator/desk");
  await page.goto(`${desk.origin}/start`);
  assert.deepEqual(await page.locator(".recent button").allInnerTexts(), [
    "Water for two valleys",
    "Use of the harbour",
  ]);
  await page.locator(".recent button", { hasText: "harbour" }).click();
  await page.waitForURL("**/case/3/v/mediator/desk");
});

at("from the start to a first verdict, with no file seen", {}, async (page, desk) => {
  await harbour(page);
  await create(page);
  await page.waitForURL("**/case/1/v/mediator/desk");
  await answered(page);
  const base = page.url().replace(/desk$/, "");
  const to = (place) => page.goto(base + place);
  const labelled = (label) => page.getByLabel(label, { exact: true });

  // The one party with scores: the first way to settle each point is worth most to it.
  await to("case");
  await page.locator("main a", { hasText: `worth to ${PARTIES[0]}` }).click();
  const points = page.locator("fieldset.scores");
  for (let n = 0; n < POINTS.length; n += 1) {
    const numbers = points.nth(n).locator('input[name*=".s."]');
    const ways = await numbers.count();
    for (let k = 0; k < ways; k += 1) await numbers.nth(k).fill(String(ways - k));
  }
  await writeDown(page);
  await page.locator(".entry-list > li", { hasText: PARTIES[0] }).locator("a", { hasText: "Change" }).first().click();
  await labelled("What it has without a deal, on its own scale").fill("18");
  await writeDown(page);

  // Two without scores say what they accept.
  for (const [party, point, way] of [
    [PARTIES[1], "Fee per ship", "none"],
    [PARTIES[2], "Pilots", "mixed crews"],
  ]) {
    await to("edit?list=lines");
    await labelled("Whose it is").selectOption({ label: party });
    await labelled("Point").selectOption({ label: point });
    await page.locator("button", { hasText: "Continue" }).click();
    const row = page.locator("fieldset.rows .row-of").first();
    await row.getByLabel(way, { exact: true }).check();
    await row.locator("input.number").fill("0");
    await page.locator("#said.fits").waitFor();
    await writeDown(page);
  }

  await to("edit?list=ratification");
  await labelled("Name").fill("Assembly of the coast");
  await labelled("Ratifies for").selectOption({ label: PARTIES[2] });
  await labelled("Seats").first().fill("21");
  await page.locator(".codes summary").click();
  const fishing = page.locator(".codes dt", { hasText: "Fishing season" });
  const code = await fishing.locator("button").innerText();
  const way = await fishing.locator("xpath=following-sibling::dd[1]").locator("button").first().innerText();
  const blocs = page.locator("fieldset.rows").first().locator(".row-of");
  for (const [n, [name, seats, accepts]] of [
    ["fishers", "12", `${code} = ${way}`],
    ["shippers", "9", ""],
  ].entries()) {
    const fields = blocs.nth(n).locator("input:not([type=hidden])");
    await fields.nth(0).fill(name);
    // Its code, the second field, is made from its name.
    await fields.nth(2).fill(seats);
    await fields.nth(3).fill(accepts || `${code} = ${way}`);
  }
  const rule = page.locator("fieldset.rows").nth(1).locator(".row-of").first().locator("input:not([type=hidden])");
  await rule.nth(0).fill("majority");
  await rule.nth(1).fill("11");
  await page.locator("#said.fits").waitFor();
  await writeDown(page);

  await to("desk");
  await answered(page);
  const said = await page.locator("main .verdict").innerText();
  const counted = /([\d,]+) of ([\d,]+) packages (?:is|are) acceptable/.exec(said);
  assert.ok(counted, said);
  const { out } = await run(["solve", path.join(desk.folder, "use-of-the-harbour.yaml"), "--json"]);
  const answer = JSON.parse(out.split("\n").find((line) => line.startsWith("{")));
  assert.equal(answer.overlap.packages, counted[1].replaceAll(",", ""));
});

at("mistakes stand at their fields, and nothing typed is lost", {}, async (page) => {
  await harbour(page);
  await page.locator("#party2").fill(PARTIES[0].toUpperCase());
  await page.locator("#options8").fill("one");
  await page.locator("#file").fill("../elsewhere");
  await create(page);
  await page.locator(".trouble", { hasText: "3 things stand in the way" }).waitFor();
  assert.equal(await page.locator("[aria-invalid]").count(), 3);
  await shown(page, "the form with mistakes");
  await page.locator(".trouble a").nth(1).click();
  assert.ok(await page.locator("#options8").evaluate((field) => field === document.activeElement || location.hash === "#options8"));
  for (const [n, [title, outcomes]] of POINTS.slice(0, 7).entries()) {
    assert.equal(await page.locator(`#point${n + 1}`).inputValue(), title);
    assert.equal(await page.locator(`#options${n + 1}`).inputValue(), outcomes);
  }
  await page.locator("#party2").fill(PARTIES[1]);
  await page.locator("#options8").fill(POINTS[7][1]);
  await page.locator("#file").fill("");
  await create(page);
  await page.waitForURL("**/case/1/v/mediator/desk");
  await answered(page);
  await shown(page, "the desk of a new case");
});

at("Enter sends the form, and the keys reach every field", {}, async (page) => {
  await shown(page, "the start");
  await page.goto(new URL("/start/new", page.url()).href);
  await shown(page, "the empty form");
  await page.locator("#title").focus();
  await page.keyboard.press("Enter");
  await page.locator(".trouble", { hasText: "3 things stand in the way" }).waitFor();
  await page.locator("#title").focus();
  const reached = [];
  for (let n = 0; n < 5; n += 1) {
    reached.push(await page.evaluate(() => document.activeElement.id));
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(reached, ["title", "party1", "short1", "role1", "party2"]);
});

at("a matrix is read with every guess, and written after a yes", {}, async (page, desk) => {
  const matrix = path.join(desk.folder, "matrix.csv");
  await writeFile(matrix, "Issue,Option,North,South\nFee,low,5,1\nFee,high,1,5\nTerm,short,2,3\nTerm,long,4,1\n");
  await page.locator("#upload").setInputFiles(matrix);
  await page.locator("button", { hasText: "Read it" }).click();
  await page.locator("main li", { hasText: "CSV!C1" }).waitFor();
  await shown(page, "what a file says");
  await page.locator("button", { hasText: "Back" }).click();
  assert.ok(page.url().endsWith("/start"));
  assert.ok(!existsSync(path.join(desk.folder, "matrix.yaml")));
  await page.locator("#upload").setInputFiles(matrix);
  await page.locator("button", { hasText: "Read it" }).click();
  await page.locator("#title").fill("Talks of May");
  await page.locator("button", { hasText: "Yes" }).click();
  await page.waitForURL("**/case/1/v/mediator/desk");
  assert.match(await readFile(path.join(desk.folder, "matrix.yaml"), "utf8"), /Talks of May/);
});

at(
  "the same from right to left",
  {},
  async (page) => {
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    await shown(page, "the start in Arabic");
    await page.locator("main a.button").click();
    await create(page);
    await page.locator(".trouble a").first().waitFor();
    await shown(page, "the form in Arabic");
  },
  ["--language", "ar"],
);
