// The desk by keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NARROW, WIDE, go, launch, visit } from "./browser.mjs";
import { CASES, open } from "./desk.mjs";
import { everywhere } from "./places.mjs";

const STOPS_MAX = 600;

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

/** What has the focus: whether it is seen, and a mark on it. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // The parts of a date are stops of one element.
    const first = !element.hasAttribute("data-reached") || element === window.lastStop;
    window.lastStop = element;
    element.setAttribute("data-reached", "");
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    // The links of pictures are drawn by the browser's own ring or underlined.
    const drawn = element.closest("svg") !== null;
    return {
      first,
      what: `${element.tagName}#${element.id} ${element.textContent.trim().slice(0, 30)}`,
      seen: (outlined || drawn) && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });
}

test("the first key leads past the menu", async () => {
  const { page, finish } = await visit(browser, desk);
  await go(page, "matrix");
  await page.keyboard.press("Tab");
  const skip = page.locator("a.skip");
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  const box = await skip.boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0, "the skip link is seen");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
  await finish();
});

test("the tab key reaches everything, and shows where it is", async () => {
  const { page, finish } = await visit(browser, desk);
  for (const place of await everywhere(page, false)) {
    for (const viewport of [WIDE, NARROW]) {
      await page.setViewportSize(viewport);
      await go(page, place);
      const hidden = [];
      for (let n = 0; n < STOPS_MAX; n += 1) {
        await page.keyboard.press("Tab");
        const now = await focused(page);
        if (!now || !now.first) break;
        if (!now.seen) hidden.push(now.what);
      }
      assert.deepEqual(hidden, [], `${place}: the focus is not seen`);
      const missed = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
          .filter((e) => e.type !== "hidden" && !e.hasAttribute("data-reached"))
          // What a closed list holds is reached once it is open.
          .filter((e) => e.checkVisibility())
          .map((e) => `${e.tagName}#${e.id} ${e.textContent.trim().slice(0, 30)}`),
      );
      assert.deepEqual(missed, [], `${place}: not reached`);
    }
  }
  await finish();
});

test("arrow keys move sliders and say where they stand", async () => {
  const { page, finish } = await visit(browser, desk);
  await go(page, "clashes");
  const slider = page.locator('[id="step.ORV-ceasefire"]');
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await slider.inputValue(), "2");
  await page.locator(".slid", { hasText: "Cost 3 in all" }).waitFor();
  await page.keyboard.press("Home");
  await page.locator(".slid", { hasText: "Cost 0 in all" }).waitFor();
  await page.keyboard.press("End");
  await page.locator(".slid", { hasText: "Cost 8 in all" }).waitFor();
  assert.ok(await slider.evaluate((s) => s === document.activeElement), "the focus stays");
  await finish();
});
