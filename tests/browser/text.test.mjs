// The page with the text, and files that other programs open. What is not served yet is skipped.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { NARROW, WIDE, go, launch, visit } from "./browser.mjs";
import { accessible, fits } from "./checks.mjs";
import { CASES, open, run } from "./desk.mjs";
import { served } from "./places.mjs";

const SOFFICE = "/usr/bin/soffice";

let browser;
let desk;
let visited;
before(async () => {
  browser = await launch();
  desk = await open(CASES.sella);
  visited = await visit(browser, desk);
});
after(async () => {
  await browser.close();
  await desk.end();
});

test("the text opens", async (t) => {
  const { page } = visited;
  if (!(await served(page, "text"))) return t.skip("the desk does not serve the text");
  await go(page, "text");
  assert.equal(await page.locator("h1").count(), 1);
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    await fits(page, `text at ${viewport.width} px`);
    await accessible(page, `text at ${viewport.width} px`);
  }
  await page.setViewportSize(WIDE);
});

test("LibreOffice opens every DOCX that a page offers", async (t) => {
  const { page } = visited;
  const links = new Set();
  for (const place of ["text", "desk", "matrix", "clashes", "frontier"]) {
    if (!(await served(page, place))) continue;
    await go(page, place);
    const found = await page.locator("a[href*='.docx']").evaluateAll((all) => all.map((a) => a.href));
    found.forEach((href) => links.add(href));
  }
  if (links.size === 0) return t.skip("no page offers a DOCX");
  if (!existsSync(SOFFICE)) return t.skip("LibreOffice is not installed");
  for (const href of links) {
    if (!(await served(page, href))) {
      t.diagnostic(`not served: ${new URL(href).pathname}`);
      continue;
    }
    const downloading = page.waitForEvent("download");
    await page.locator(`a[href="${new URL(href).pathname}${new URL(href).search}"]`).first().click();
    const file = path.join(desk.folder, "text.docx");
    await (await downloading).saveAs(file);
    const profile = `-env:UserInstallation=file://${desk.folder}/office`;
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", desk.folder, file];
    const { code, out } = await run(args, SOFFICE);
    assert.equal(code, 0, out);
    assert.ok(existsSync(path.join(desk.folder, "text.pdf")), out);
  }
});

test("tables are saved as CSV", async (t) => {
  const { page } = visited;
  for (const place of ["matrix", "clashes"]) {
    await go(page, place);
    const link = page.locator("a[href$='.csv']");
    if (!(await link.count()) || !(await served(page, await link.getAttribute("href")))) {
      t.diagnostic(`the desk does not serve ${place}.csv`);
      continue;
    }
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.match(download.suggestedFilename(), /\.csv$/);
  }
});

test("nothing was amiss on the way", () => visited.finish());
