// The same without JavaScript: everything can be read, and every form can be sent.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { NARROW, WIDE, answered, choose, go, launch, visit } from "./browser.mjs";
import { fits } from "./checks.mjs";
import { CASES, open } from "./desk.mjs";
import { CHEAPEST, everywhere, menu } from "./places.mjs";

let browser;
let desk;
before(async () => {
  browser = await launch();
  desk = await open(CASES.sella);
});
after(async () => {
  await browser.close();
  await desk.end();
});

function at(name, todo) {
  test(name, async () => {
    const visited = await visit(browser, desk, { javaScriptEnabled: false });
    await todo(visited.page);
    await visited.finish();
  });
}

at("every page is read without a script", async (page) => {
  for (const place of await menu(page)) await choose(page, place);
  for (const place of await everywhere(page, true)) {
    await go(page, place);
    assert.equal(await page.locator("h1").count(), 1, place);
    for (const viewport of [NARROW, WIDE]) {
      await page.setViewportSize(viewport);
      await fits(page, `${place} at ${viewport.width} px without a script`);
    }
  }
});

at("sliders are sent by a button", async (page) => {
  await choose(page, "clashes");
  for (const [line, step] of Object.entries(CHEAPEST)) {
    await page.locator(`[id="step.${line}"]`).focus();
    for (let n = 0; n < step; n += 1) await page.keyboard.press("ArrowRight");
  }
  await page.locator("form.sliders noscript button, form.sliders button").click();
  await page.locator("#slid .lead", { hasText: ": 240 packages in the overlap" }).waitFor();
  assert.equal(await page.locator(".clash-list > li.put-out").count(), 14);
  await page.locator("a", { hasText: "See the packages" }).click();
  await page.locator(".lead", { hasText: "240 packages" }).waitFor();
});

at("what-ifs are compared without a script", async (page) => {
  await choose(page, "what-if");
  const branch = page.locator("fieldset.branch").first();
  await branch.locator("summary", { hasText: "What a party also accepts" }).click();
  await page.locator('[id="b1.step.ORV-territory"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("main button", { hasText: "Compare" }).click();
  await page.locator("table.compare").waitFor();
  assert.match(await page.locator("#says1 li").innerText(), /also accepts/);
});

at("an offer is entered without a script", async (page) => {
  await go(page, "offer?by=compact");
  // A statement speaks of the points that are chosen; it is shown as others will read it, then written.
  await page.locator('[name="point.territory"]').selectOption("t1");
  await page.locator("button", { hasText: "See who will read what" }).click();
  await page.locator("dl.readers").waitFor();
  await page.locator("button", { hasText: "Write down" }).click();
  await page.waitForURL("**/matrix");
  await answered(page);
  const cell = page.locator("table.matrix tbody tr").first().locator("td[data-head*=Compact]");
  assert.match(await cell.innerText(), /Full return to the pre-war border/);
  assert.ok(existsSync(`${desk.file}.journal`));
});
