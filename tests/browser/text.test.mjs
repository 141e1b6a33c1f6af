// The page with the text, and files that other programs open. What is not served yet is skipped.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { NARROW, WIDE, go, launch, visit } from "./browser.mjs";
import { accessible, fits } from "./checks.mjs";
import { CASES, open, run } from "./desk.mjs";
import { served } from "./places.mjs";

// Some package; whether it is acceptable does not matter to its text.
const PACKAGE =
  "package?p=t3,l3,c2,m3,g2,a2,f3,w3,x2,d1,n3,s1,z2,q2,r3,j3,k3,v3,o3,e2";
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
  const links = new Map();
  for (const place of ["text", PACKAGE]) {
    if (!(await served(page, place))) continue;
    await go(page, place);
    const found = await page.locator("a[href*='.docx']").evaluateAll((all) => all.map((a) => a.href));
    for (const href of found) if (!links.has(href)) links.set(href, place);
  }
  if (links.size === 0) return t.skip("no page offers a DOCX");
  if (!existsSync(SOFFICE)) return t.skip("LibreOffice is not installed");
  for (const [href, place] of links) {
    await go(page, place);
    const { pathname, search } = new URL(href);
    const downloading = page.waitForEvent("download");
    await page.locator(`a[href="${pathname}${search}"]`).first().click();
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

test("the whole case is one file that loads nothing", async (t) => {
  const { page } = visited;
  if (!(await served(page, "export/case.html"))) return t.skip("the desk does not serve it");
  await go(page, "desk");
  const link = page.locator("a[href$='/export/case.html']");
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const file = path.join(desk.folder, "case.html");
  await download.saveAs(file);
  const context = await browser.newContext({ viewport: WIDE });
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("console", (message) => asked.push(message.text()));
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(file).href);
  assert.deepEqual(asked, [pathToFileURL(file).href]);
  assert.equal(await alone.locator(".clash-list > li").count(), 14);
  for (const viewport of [WIDE, NARROW]) {
    await alone.setViewportSize(viewport);
    await fits(alone, `the whole case at ${viewport.width} px`);
  }
  await accessible(alone, "the whole case", ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
  await context.close();
});

test("nothing was amiss on the way", () => visited.finish());
