// The record on the desk: entries, choices, and a report that a person reads into it.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { NARROW, WIDE, choose, go, launch, visit } from "./browser.mjs";
import { accessible } from "./checks.mjs";
import { CASES, open, run } from "./desk.mjs";

const REPORT = `HILLTOP, March 14, 2031 — “The bridge stays open,” said Anna Lowe, envoy of Orvane.

At least 12 people were detained at the ford.
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

test("the record lists what the command lists, and each entry says all of it", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  await choose(page, "record");
  const count = async () => Number((await page.locator("p.lead").first().innerText()).replace(/\D/g, ""));
  const listed = async (...args) => JSON.parse((await run(["record", "list", desk.file, ...args, "--json"])).out).entries.length;
  assert.equal(await count(), await listed());
  await page.locator("summary", { hasText: "Choose entries" }).click();
  await page.getByLabel("Kind", { exact: true }).selectOption({ label: "Incidents" });
  await page.locator("button", { hasText: "Show" }).click();
  await page.waitForURL(/kind=incident/);
  assert.equal(await count(), await listed("--kind", "incident"));
  await fits(page, "record");
  await page.locator("ol.entries a").first().click();
  await page.locator("dt", { hasText: "Who may see it" }).waitFor();
  await page.locator("dt", { hasText: "Alleged to have done it" }).waitFor();
  await fits(page, "entry");
  await go(page, "record?since=2031-02-30");
  await page.locator("#says-since").waitFor();
  assert.equal(await page.locator("#since").getAttribute("aria-invalid"), "true");
  await finish();
  await desk.end();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a report is read into the record, ${javaScriptEnabled ? "by keyboard" : "without JavaScript"}`, async () => {
    const desk = await open(CASES.sella);
    const { page, finish } = await visit(browser, desk, { javaScriptEnabled });
    await go(page, "report");
    await page.locator("#text").fill(REPORT);
    await page.locator("#name").fill("The Ford Herald");
    await page.locator("button", { hasText: "Read it" }).click();
    const mark = page.locator("a.marked", { hasText: "The bridge stays open" }).first();
    await mark.waitFor();
    await page.locator("p", { hasText: "Nothing of this is on record yet." }).waitFor();
    if (javaScriptEnabled) await fits(page, "report");
    // From the marked words to the proposal.
    await mark.focus();
    await page.keyboard.press("Enter");
    const target = await page.evaluate(() => window.location.hash.slice(1));
    const proposal = page.locator(`#${target}`);
    assert.match(await proposal.innerText(), /The bridge stays open/);
    await proposal.locator("summary").focus();
    await page.keyboard.press("Enter");
    const confirm = proposal.locator("button", { hasText: "Look at it" });
    await confirm.click();
    // Who spoke for whom is for a person to say; what stood in the form is still there.
    const says = page.locator(`#${target} .wrong`);
    await says.first().waitFor();
    assert.match(await says.first().innerText(), /it is missing \(a party\)/);
    const again = page.locator(`#${target}`);
    assert.match(await again.getByLabel("The words").inputValue(), /The bridge stays open/);
    if (javaScriptEnabled) await fits(page, "report with a mistake");
    await again.getByLabel("Who said it").selectOption({ index: 1 });
    await again.locator("button", { hasText: "Look at it" }).click();
    await page.locator("dl.readers").waitFor();
    const before = await run(["record", "list", desk.file, "--json"]);
    assert.ok(!before.out.includes("The bridge stays open"), "nothing is entered unconfirmed");
    await page.locator("button", { hasText: "Write down" }).click();
    await page.locator(".added a").click();
    await page.locator(".lead", { hasText: "The bridge stays open" }).waitFor();
    const after = await run(["record", "list", desk.file, "--json"]);
    assert.ok(after.out.includes("The bridge stays open"));
    // The narrowest of readers: the public sees nothing of it.
    const told = await run(["record", "list", desk.file, "--as", "public", "--json"]);
    assert.ok(!told.out.includes("The bridge stays open"));
    await finish();
    await desk.end();
  });
}

test("a file is read as a text is, and what is no text is told", async () => {
  const desk = await open(CASES.sella);
  const { page, finish } = await visit(browser, desk);
  const html = path.join(desk.folder, "herald.html");
  await writeFile(html, "<!doctype html><title>Herald</title><p>“We go home,” said Anna Lowe.</p>");
  await go(page, "report");
  await page.locator("#file").setInputFiles(html);
  await page.locator("button", { hasText: "Read it" }).click();
  await page.locator("mark", { hasText: "We go home" }).waitFor();
  const binary = path.join(desk.folder, "picture.txt");
  await writeFile(binary, Buffer.from([0xff, 0xfe, 0x00]));
  await go(page, "report");
  await page.locator("#file").setInputFiles(binary);
  await page.locator("button", { hasText: "Read it" }).click();
  await page.locator(".trouble", { hasText: "not text in UTF-8" }).waitFor();
  await finish();
  await desk.end();
});
