// Every page of several cases: it comes, fits wide and narrow screens, and prints.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROW, WIDE, choose, go, launch, visit } from "./browser.mjs";
import { fits, prints, textsApart } from "./checks.mjs";
import { CASES, open } from "./desk.mjs";
import { everywhere, menu } from "./places.mjs";

// Names and sentences of the other direction, with text of this one in between.
const RIGHT_TO_LEFT = {
  name: "souk.yaml",
  text: `# Two stalls at a market. Invented; CC0-1.0.
format: winset-case/1
id: souk
title: "اتفاق السوق"
languages: [ar]
parties:
  - {id: north, name: "الدكان الشمالي", short: "شمال", no_deal: {score: 2}}
  - {id: south, name: "South Stall", short: STH, no_deal: {score: 2}}
points:
  - id: hours
    title: "ساعات العمل"
    options:
      - {id: h1, label: "من 8 إلى 12", text: "يعمل الدكان من الساعة 8 إلى 12."}
      - {id: h2, label: "من 8 إلى 18 (all day)", text: "يعمل الدكان طول النهار."}
  - id: rent
    title: "الإيجار"
    options: [{id: r1, label: "100"}, {id: r2, label: "200"}]
preferences:
  north: {hours: {weight: 1, scores: [1, 3]}, rent: {weight: 1, scores: [2, 0]}}
  south: {hours: {weight: 1, scores: [3, 1]}, rent: {weight: 1, scores: [0, 2]}}
lines:
  - {id: N-hours, owner: north, point: hours, ladder: [{accept: [h2], cost: 0}, {accept: [h1, h2], cost: 2}]}
  - {id: S-hours, owner: south, point: hours, ladder: [{accept: [h1], cost: 0}, {accept: [h1, h2], cost: 3}]}
offers:
  - {seq: 1, date: 2031-01-01, by: north, package: {hours: h2, rent: r1}}
  - {seq: 2, date: 2031-01-02, by: south, package: {hours: h1, rent: r2}}
`,
};

/** Sheets of A4 that no page of a desk needs. */
const SHEETS_MAX = 16;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, source, direction] of [
  ["the demonstration case", CASES.sella, "ltr"],
  ["a case with an overlap", CASES.well, "ltr"],
  ["a case with a vote and a law", CASES.mill, "ltr"],
  ["a case in Arabic", RIGHT_TO_LEFT, "rtl"],
]) {
  test(`every page of ${name}`, async () => {
    const desk = await open(source);
    const { page, finish } = await visit(browser, desk);
    try {
      for (const place of await menu(page)) {
        await choose(page, place);
        assert.equal(await page.locator("header nav [aria-current=page]").count(), 1, place);
        assert.equal(await page.locator("h1").count(), 1, place);
        assert.equal(await page.locator("html").getAttribute("dir"), direction, place);
      }
      for (const place of await everywhere(page, source === CASES.sella)) {
        await go(page, place);
        await textsApart(page, place);
        for (const viewport of [WIDE, NARROW]) {
          await page.setViewportSize(viewport);
          await fits(page, `${place} at ${viewport.width} px`);
        }
        await page.setViewportSize(WIDE);
        await prints(page, place, SHEETS_MAX);
      }
    } finally {
      await desk.end();
    }
    await finish();
  });
}
