// What a mediator does at the desk, on the demonstration case.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { NARROW, answered, choose, go, launch, visit } from "./browser.mjs";
import { prints } from "./checks.mjs";
import { CASES, open, run } from "./desk.mjs";
import { CHEAPEST, menu } from "./places.mjs";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

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

/** A test with a page of its own. */
function at(name, todo, options) {
  test(name, async () => {
    const visited = await visit(browser, desk, options);
    await todo(visited.page);
    await visited.finish();
  });
}

/** The overlap is open: 240 packages for 19, and every clash is resolved. */
async function opened(page) {
  const lead = page.locator("#slid .lead");
  await lead.filter({ hasText: /^After \d+ steps: 240 packages in the overlap$/ }).waitFor();
  assert.match(await page.locator("#slid .slid").innerText(), /Cost 19 in all, added up from each party’s own estimate · Orvane 12 · Lethia 7/);
  assert.match(await page.locator("#slid .slid").innerText(), /none of the clashes listed is left/);
  assert.equal(await page.locator(".clash-list > li").count(), 14);
  assert.equal(await page.locator(".clash-list > li.put-out").count(), 14);
}

/** What a click on the link saves. */
async function saved(page, link) {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { name: download.suggestedFilename(), file: await download.path() };
}

at("the first page is the report's: the same words, and one sheet of paper", async (page) => {
  const said = await page.locator("main").innerText();
  assert.match(said, /no package is acceptable to all 4 parties: each of the 183,458,856,960 is ruled out/);
  const folder = await mkdtemp(path.join(tmpdir(), "winset-report-"));
  const { code, out } = await run(["report", desk.file, "-o", path.join(folder, "r.html"), "--json"]);
  assert.equal(code, 0, out);
  const { report } = JSON.parse(out);
  assert.deepEqual(await page.locator(".verdict p").allInnerTexts(), report.sentences);
  const asked = report.decisions.map(({ short, full, parts }) => [`${short}. ${full}`, ...parts].join("\n"));
  assert.deepEqual(await page.locator(".decisions > ol > li").allInnerTexts(), asked);
  const points = Object.values(report.points).map(({ status, note }) => [status, note].filter(Boolean).join(", "));
  assert.deepEqual(await page.locator(".strip .note").allInnerTexts(), points);
  await prints(page, "desk", 1);
  assert.match(said, /1 agreed\s+\[ \] 15 bracketed\s+✕ 4 blocked/);
  // What is left out has no box to tick.
  assert.equal(await page.locator(".boxes li").count(), 8);
  assert.match(await page.locator("#due ~ p").innerText(), /^and \d+ more$/);
});

at("a click in the matrix leads to the point", async (page) => {
  await choose(page, "matrix");
  await page.locator("table.matrix tbody th a", { hasText: "Kessin dam" }).click();
  await page.waitForURL("**/point/plant");
  assert.match(await page.locator("h1").innerText(), /^11\. Kessin dam and power station$/);
  await page.locator("nav.steps a[rel=next]").click();
  await page.waitForURL("**/point/strikes");
});

at("sliders open the overlap, by keys and by pointer", async (page) => {
  await choose(page, "clashes");
  await page.evaluate(() => (window.sameDocument = true));
  const { "LET-plant": last, ...others } = CHEAPEST;
  for (const [line, step] of Object.entries(others)) {
    await page.locator(`[id="step.${line}"]`).focus();
    for (let n = 0; n < step; n += 1) await page.keyboard.press("ArrowRight");
    const here = page.locator(`[id="step.${line}-words"] .here small`);
    assert.match(await here.innerText(), /^cost \d+, its own estimate$/);
  }
  await page.locator("#slid .lead", { hasText: "no overlap" }).waitFor();
  await page.locator(".slid", { hasText: "Cost 16 in all" }).waitFor();
  const slider = page.locator('[id="step.LET-plant"]');
  assert.equal(await slider.getAttribute("max"), String(last));
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width - 5, box.y + box.height / 2);
  await opened(page);
  assert.ok(await page.evaluate(() => window.sameDocument), "the page was loaded again");
  // The address keeps where the sliders stand.
  await page.reload();
  await opened(page);
});

at("the buttons apply openings", async (page) => {
  await choose(page, "clashes");
  await page.locator("#cheapest").click();
  await page.waitForURL("**/clashes?**");
  await answered(page);
  await opened(page);
  for (const [line, step] of Object.entries(CHEAPEST)) {
    assert.equal(await page.locator(`[id="step.${line}"]`).inputValue(), String(step), line);
  }
  await page.locator("#nobody-alone").click();
  await page.locator(".slid", { hasText: "Cost 21 in all, added up from each party’s own estimate · Orvane 9 · Lethia 7 · The Coastal Compact 5" }).waitFor();
  assert.match(await page.locator("#slid .lead").innerText(), /: [\d,]+ packages in the overlap$/);
});

at("what-ifs stand side by side, are dragged and saved, and the page keeps up", async (page) => {
  await choose(page, "what-if");
  await page.evaluate(() => (window.sameDocument = true));
  await page.locator("#name1").fill("Opening");
  const branch = (n) => page.locator("fieldset.branch").nth(n - 1);
  await branch(1).locator("summary", { hasText: "What a party also accepts" }).click();
  for (const [line, step] of Object.entries(CHEAPEST)) {
    await page.locator(`[id="b1.step.${line}"]`).focus();
    for (let n = 0; n < step; n += 1) await page.keyboard.press("ArrowRight");
  }
  await branch(2).locator("summary", { hasText: "Change what a party has without a deal" }).click();
  await page.locator('[id="b2.set.orvane.no_deal"]').fill("560");
  await page.locator("table.compare thead th", { hasText: "Variant 2" }).waitFor();
  const row = page.locator("table.compare tbody tr").first();
  await row.locator("td", { hasText: "240" }).waitFor();
  assert.deepEqual(await row.locator("td").allInnerTexts(), ["none", "240", "none"]);
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  assert.match(page.url(), /b1\.step\.ORV-territory=1/);
  assert.equal(await page.locator("#says1 li").count(), 6);
  const { name, file } = await saved(page, branch(1).locator("a[download]"));
  assert.equal(name, "Opening.yaml");
  const { code, out } = await run(["what-if", desk.file, "--overlay", file]);
  assert.equal(code, 0, out);
  assert.match(out, /240/);
  // One change is left out again by its own link.
  await page.locator("#says1 li a").first().click();
  await answered(page);
  assert.equal(await page.locator("#says1 li").count(), 5);
});

at("a wrong change is named where it stands", async (page) => {
  await go(page, "what-if?changes1=step%20ORV-teritory%3D1");
  assert.match(await page.locator("#says1 .trouble").innerText(), /ORV-territory/);
});

at("a package is tried point by point", async (page) => {
  await choose(page, "package");
  await page.locator("#o-1").selectOption({ label: "Legal cession" });
  await page.locator("#tried .blocked").first().waitFor();
  assert.match(await page.locator("#tried").innerText(), /nothing is acceptable to all/);
  await page.locator("summary", { hasText: "Begin from" }).click();
  await page.locator("details.starts a", { hasText: "nash" }).first().click();
  await answered(page);
  assert.match(await page.locator("#tried .lead").innerText(), /^Not acceptable/);
  await page.locator("#near", { hasText: "this package itself is" }).waitFor();
  await page.locator("summary", { hasText: "Begin from" }).click();
  await page.locator("details.starts a", { hasText: "What Federation of Orvane stands for" }).click();
  await answered(page);
  await page.locator("#near li").first().waitFor();
  await page.locator("#near a").click();
  await answered(page);
  assert.match(page.url(), /\/package\?p=/);
  await page.locator("#near", { hasText: "this package itself is" }).waitFor();
});

at("a package is opened from the frontier", async (page) => {
  await choose(page, "frontier");
  assert.match(await page.locator(".lead").innerText(), /^After \d+ steps: 240 packages in the overlap\. At the declared positions there is no overlap\.$/);
  await page.locator("main svg a[href*='/package?']").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/package?**");
  assert.equal(await page.locator(".treaty > li").count(), 20);
  assert.match(await page.locator("main").innerText(), /Federation of Orvane[\s\S]*Does not accept/);
});

at("pictures are saved as SVG and PNG", async (page) => {
  for (const place of ["clashes", "frontier"]) {
    await choose(page, place);
    const links = page.locator("figcaption a[download]");
    assert.ok((await links.count()) >= 2, place);
    for (let n = 0; n < 2; n += 1) {
      const { name, file } = await saved(page, links.nth(n));
      const bytes = await readFile(file);
      if (name.endsWith(".svg")) assert.match(bytes.toString("utf8"), /^<svg|^<\?xml/);
      else assert.deepEqual(bytes.subarray(0, 8), PNG, name);
    }
  }
});

at("a party sees nothing sealed of the others", async (page) => {
  await page.locator(".views summary").click();
  await page.locator(".views a", { hasText: "Federation of Orvane" }).click();
  await page.waitForURL(/\/v\/[^/]*orvane\//);
  const places = [...(await menu(page)), "offer", "argument", "point/territory", "point/forces"];
  // Demands that Orvane cannot know, and what the others have without a deal.
  const secret = [/LET-cap-needs-keepout/, /MER-guarantee-needs-vote/, /LET-forces/, /LET-plant/];
  secret.push(/(no.deal|without a deal)\D{0,40}\b(650|640|720)\b/i, /slow loss of ground/);
  for (const place of places) {
    await go(page, place);
    const source = await page.content();
    for (const what of secret) assert.doesNotMatch(source, what, `${place} as Orvane`);
    assert.match(await page.locator(".seen").innerText(), /Federation of Orvane/);
  }
  await go(page, "point/territory");
  const cells = (party) => page.locator(`td[data-head=${party}]`).allInnerTexts();
  assert.ok((await cells("Orvane")).every((text) => /worth/.test(text)));
  assert.ok((await cells("Lethia")).every((text) => !/worth/.test(text)));
});

at("the language changes to Arabic and back", async (page) => {
  await choose(page, "matrix");
  await page.locator(".languages button[lang=ar]").click();
  await page.locator("html[dir=rtl][lang=ar]").waitFor();
  assert.match(page.url(), /\/matrix$/);
  await choose(page, "clashes");
  // Pictures keep their direction.
  const side = await page.locator("main svg").first().evaluate((svg) => getComputedStyle(svg).direction);
  assert.equal(side, "ltr");
  await page.locator(".languages button[lang=en]").click();
  await page.locator("html[dir=ltr][lang=en]").waitFor();
});

at(
  "an offer is entered on a phone, and the matrix shows it",
  async (page) => {
    await choose(page, "matrix");
    await page.locator(".button", { hasText: "Enter an offer" }).click();
    await page.locator("#who").selectOption("lethia");
    await page.locator("button", { hasText: "Fill in what the public knows" }).click();
    await page.waitForURL("**/offer?*by=lethia");
    assert.equal(await page.locator('[name="point.territory"]').inputValue(), "t2");
    await page.locator('[name="point.territory"]').selectOption("t3");
    await page.locator("#note").fill("على ورق");
    await page.locator("button", { hasText: "See who will read what" }).click();
    // Who may see it is the party and the mediator, unless more is chosen.
    const everybody = page.locator("dl.readers dd").first();
    assert.match(await everybody.innerText(), /Nothing/);
    assert.ok(!existsSync(`${desk.file}.journal`));
    await page.locator("button", { hasText: "Write down" }).click();
    await page.waitForURL("**/matrix");
    await answered(page);
    const row = page.locator("table.matrix tbody tr").first();
    assert.match(await row.locator("td[data-head=Lethia]").innerText(), /t3/);
    assert.match(await page.locator("footer").innerText(), /journal of 1 line/);
    const journal = `${desk.file}.journal`;
    assert.ok(existsSync(journal), path.basename(journal));
    assert.match(await readFile(journal, "utf8"), /"t3"/);
    const { code, out } = await run(["status", desk.file]);
    assert.equal(code, 0, out);
    assert.match(out, /offer 6|6 offers/);
    assert.doesNotMatch(await readFile(desk.file, "utf8"), /seq: 6/);
  },
  { viewport: NARROW },
);
