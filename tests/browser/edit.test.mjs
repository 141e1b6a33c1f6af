// The case changes in the middle of talks, by the pages of the desk alone.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { answered, choose, go, launch, visit, writeDown } from "./browser.mjs";
import { CASES, open, run } from "./desk.mjs";
import { MENU } from "./places.mjs";
import { typedIn } from "./workbook.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** The entry of a list whose title holds the text. */
function entry(page, text) {
  return page.locator(".entry-list > li", { hasText: text });
}

async function field(page, label) {
  return page.getByLabel(label, { exact: true });
}

test("a point is added, an option split, a party renamed, an offer withdrawn", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);

  await choose(page, "case");
  await page.locator("a", { hasText: "Add a point" }).click();
  await (await field(page, "Title")).fill("Fishing in the lake");
  const options = page.locator("fieldset.rows .row-of");
  await options.nth(0).getByLabel("Option").fill("Closed to both");
  // What the case says of it stands there while it is typed.
  await page.locator("#said.fits").waitFor();
  await options.nth(1).getByLabel("Option").fill("Shared by season");
  await page.locator("#said.fits", { hasText: "Shared by season" }).waitFor();
  assert.match(await writeDown(page), /Everybody\s+The mediator adds the point “Fishing in the lake”/);
  await entry(page, "Fishing in the lake").waitFor();

  await entry(page, "Northern pockets").locator("a", { hasText: "Change" }).click();
  const rows = page.locator("fieldset.rows .row-of");
  const exchanged = rows.filter({ has: page.locator('input[value="Exchange of pockets"]') });
  await exchanged.getByLabel("Option").fill("Exchange of pockets, the north first");
  const blank = rows.nth(3);
  await blank.getByLabel("Option").fill("Exchange of pockets, all at once");
  await writeDown(page);
  await entry(page, "Exchange of pockets, the north first · Hold in place · Exchange of pockets, all at once").waitFor();

  await entry(page, "Coastal Compact").locator("a", { hasText: "Change" }).first().click();
  await (await field(page, "Name")).fill("Compact of the Coast");
  await (await field(page, "Short code")).fill("coast");
  await writeDown(page);
  await entry(page, "Compact of the Coast").first().waitFor();

  await go(page, "offer?by=lethia");
  await page.locator('[name="point.line"]').selectOption("l1");
  await page.locator("#visibility").selectOption("public");
  await writeDown(page);
  await choose(page, "history");
  const said = page.locator(".acts > li", { hasText: "Republic of Lethia states in offer" });
  await said.locator("button", { hasText: "Take back" }).click();
  await page.locator("button", { hasText: "Write down" }).click();
  await page.locator(".acts .rests", { hasText: "taken back" }).waitFor();
  await answered(page);

  for (const view of ["mediator", "coast", "lethia", "public"]) {
    await page.goto(`${desk.origin}/v/${view}/desk`);
    await answered(page);
    for (const place of MENU) {
      await go(page, place);
      assert.equal(await page.locator(".trouble").count(), 0, `${view} ${place}`);
    }
  }
  const verified = await run(["journal", "verify", desk.file]);
  assert.equal(verified.code, 0, verified.out);
  assert.match(verified.out, /5 acts|5 lines/);

  // The week before, by its day.
  const day = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${desk.origin}/v/mediator/at/${day}/case`);
  await page.locator(".past", { hasText: day }).waitFor();
  const then = await page.locator("main").innerText();
  assert.ok(!then.includes("Fishing in the lake") && then.includes("Coastal Compact"));
  assert.equal(await page.locator(".entry-acts").count(), 0);
  await page.locator(".past a").click();
  await entry(page, "Fishing in the lake").waitFor();
  await finish();
  await desk.end();
});

test("an open page follows the case, and nothing that is being written is lost", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await choose(page, "matrix");
  await page.waitForTimeout(300);
  const amended = await run(["amend", desk.file, "--set", "points.line.title=Pockets in the north"]);
  assert.equal(amended.code, 0, amended.out);
  const news = page.locator(".news", { hasText: "rewords the point “Northern pockets”" });
  await news.waitFor();
  await page.locator("table.matrix", { hasText: "Pockets in the north" }).waitFor();
  // An address that is typed while the page renews itself would be overtaken.
  await answered(page);

  await go(page, "edit?list=points&at=line");
  await (await field(page, "Title")).fill("My own title");
  await run(["amend", desk.file, "--set", "points.plant.title=The dam"]);
  await page.locator(".news", { hasText: "The dam" }).waitFor();
  assert.equal(await (await field(page, "Title")).inputValue(), "My own title");
  page.once("dialog", (dialog) => dialog.accept());
  await page.locator(".news button").click();
  await answered(page);

  // What changes while no page is open is told on the next one, once.
  await go(page, "clashes");
  await answered(page);
  await page.goto("about:blank");
  await run(["amend", desk.file, "--set", "points.monitoring.title=Who watches"]);
  await page.goto(`${desk.origin}/v/mediator/matrix`);
  const watched = page.locator(".news", { hasText: "Who watches" });
  await watched.waitFor();
  // It stands when the page has renewed itself for its answers.
  await answered(page);
  await page.waitForTimeout(500);
  assert.equal(await watched.count(), 1);
  await go(page, "matrix");
  await page.waitForTimeout(500);
  assert.equal(await page.locator(".news").count(), 0);
  await finish();
  await desk.end();
});

test("a form that does not fit comes back filled, and a draft of it is kept in words", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await choose(page, "case");
  await page.locator("a", { hasText: "Add a condition" }).click();
  await (await field(page, "Whose it is")).selectOption({ label: "Republic of Lethia" });
  const phrase = page.locator("input.phrase");
  await phrase.fill("if territory = t9 then vote = v2");
  await page.locator("#says-f-rule li", { hasText: "t9" }).waitFor();
  await page.locator("button", { hasText: "See who will read what" }).click();
  assert.equal(await phrase.inputValue(), "if territory = t9 then vote = v2");
  await phrase.fill("if territory = ");
  await page.locator("summary", { hasText: "short codes" }).click();
  await phrase.focus();
  await page.keyboard.press("End");
  await page.locator(".codes dd button", { hasText: /^t3$/ }).click();
  await page.keyboard.type(" then vote = v2");
  await (await field(page, "Cost of dropping it, by the owner's own estimate")).fill("3");
  await page.locator("#said.fits").waitFor();
  const read = await writeDown(page);
  assert.match(read, /the condition/);
  await finish();
  await desk.end();
});

/** Two parties get their own sheets, fill in a score each, and send them back. */
async function journey(fill) {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  const folder = await mkdtemp(path.join(tmpdir(), "winset-sheets-"));
  await choose(page, "history");
  for (const [party, to] of [["orvane", "13"], ["lethia", "11"]]) {
    const own = await fill(desk, folder, party, to);
    const read = await run(["sheet", "read", own, "--onto", desk.file, "--yes"]);
    assert.equal(read.code, 0, read.out);
    const name = { orvane: "Federation of Orvane", lethia: "Republic of Lethia" }[party];
    await page.locator(".news", { hasText: `is worth to ${name.split(" ").at(-1)}` }).waitFor();
    await page.locator(".acts > li", { hasText: `is worth to ${name.split(" ").at(-1)}` }).waitFor();
    await answered(page);
  }
  const acts = page.locator(".acts > li", { hasText: "is worth to" });
  assert.equal(await acts.count(), 2);
  assert.match(await acts.nth(0).innerText(), /Republic of Lethia changes/);
  assert.match(await acts.nth(1).innerText(), /Federation of Orvane changes/);
  await rm(folder, { recursive: true, force: true });
  await finish();
  await desk.end();
}

async function written(desk, party, own) {
  const done = await run(["sheet", "write", desk.file, "--as", party, "-o", own]);
  assert.equal(done.code, 0, done.out);
}

test("two parties fill their own workbooks, and the desk shows what moved", () =>
  journey(async (desk, folder, party, to) => {
    const own = path.join(folder, `${party}.xlsx`);
    await written(desk, party, own);
    await writeFile(own, typedIn(await readFile(own), "Scores", ["territory", "t1"], party, to));
    return own;
  }));

test("two parties fill their own tables, and the desk shows what moved", () =>
  journey(async (desk, folder, party, to) => {
    const own = path.join(folder, party);
    await written(desk, party, own);
    const file = path.join(own, (await readdir(own)).find((name) => /^scores/i.test(name)));
    const lines = (await readFile(file, "utf8")).split("\n");
    const at = lines.findIndex((line) => /(^|,)t1,/.test(line));
    assert.ok(at > 0, lines.slice(0, 6).join("\n"));
    lines[at] = lines[at].replace(/[^,\r]*(\r?)$/, `${to}$1`);
    await writeFile(file, lines.join("\n"));
    return own;
  }));
