// What holds for every page, whatever it shows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The document is not wider than its window; what is wider scrolls in a box of its own. */
export async function fits(page, where) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    const named = out.slice(0, 5).map((e) => `${e.tagName}.${e.className}`);
    return `${root.scrollWidth} of ${root.clientWidth} px: ${named.join(", ")}`;
  });
  assert.equal(wide, null, `${where} is too wide`);
}

/** No two texts of a picture lie over each other. */
export async function textsApart(page, where) {
  const over = await page.evaluate(() => {
    const found = [];
    for (const svg of document.querySelectorAll("main svg")) {
      const texts = [...svg.querySelectorAll("text")]
        .filter((text) => text.textContent.trim())
        .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      texts.forEach((a, n) => {
        for (const b of texts.slice(n + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (across > 1 && down > 1) {
            found.push(`"${a.said}" and "${b.said}": ${across.toFixed(1)} x ${down.toFixed(1)} px`);
          }
        }
      });
    }
    return found;
  });
  assert.deepEqual(over, [], `${where}: texts of pictures overlap`);
}

/** axe finds nothing. */
export async function accessible(page, where, tags = TAGS) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (values) => {
    const result = await window.axe.run(document, {
      runOnly: { type: "tag", values },
      resultTypes: ["violations"],
    });
    return result.violations.map((violation) => {
      const nodes = violation.nodes.slice(0, 3).map((node) => `${node.target}: ${node.failureSummary}`);
      return `${violation.impact} ${violation.id} (${violation.nodes.length}): ${nodes.join(" | ")}`;
    });
  }, tags);
  assert.deepEqual(found, [], `${where}: axe`);
}

/** On paper nothing is wider than the sheet, and it comes in a sane number of pages. */
export async function prints(page, where, pagesMax) {
  const window = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  // 180 mm between the margins of A4, at 96 dots to the inch.
  await page.setViewportSize({ width: 680, height: 1009 });
  await fits(page, `${where} on paper`);
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const cuts = /auto|scroll|hidden|clip/.test(style.overflowX) && element.clientWidth > 1;
        return cuts && !element.closest("svg") && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
  assert.deepEqual(clipped, [], `${where}: clipped on paper`);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-", where);
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 1 && pages <= pagesMax, `${where}: ${pages} pages on paper`);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(window);
}
