// Makes the pictures of docs/desk.md: the demonstration case, in light colours.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { NARROW, go, launch, visit } from "./browser.mjs";
import { CASES, open, start } from "./desk.mjs";
import { CHEAPEST_QUERY } from "./places.mjs";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const BYTES_MAX = 200_000;
const SHOWN = { width: 1120, height: 780 };

const PICTURES = [
  ["desk", "desk", SHOWN],
  ["matrix", "matrix", SHOWN],
  ["clashes", `clashes?${CHEAPEST_QUERY}`, SHOWN],
  ["packages", "frontier", { ...SHOWN, height: 960 }],
  ["text", "text", SHOWN],
  ["rehearse", "rehearse?plays.orvane=linear&plays.lethia=conceder&rounds=30&turn=41", { ...SHOWN, height: 960 }],
  ["phone", "matrix", NARROW],
];

/** Keeps what a page shows. */
async function keep(page, name) {
  const file = path.join(IMAGES, `desk-${name}.png`);
  const bytes = await page.screenshot({ path: file });
  assert.ok(bytes.length < BYTES_MAX, `${file} has ${bytes.length} bytes`);
  console.log(`${file}: ${Math.ceil(bytes.length / 1000)} kB`);
}

/** The page without a case, in a lobby where one was begun before. */
async function keepStart(browser) {
  const lobby = await start();
  try {
    const { page, finish } = await visit(browser, lobby, { colorScheme: "light", viewport: SHOWN });
    await page.locator("#template-mediation").check();
    await page.locator("button", { hasText: "Make it and open its desk" }).click();
    await page.goto(`${lobby.origin}/start`);
    // The folder of a test means nothing to its readers.
    await page.locator(".path").evaluate((path) => (path.textContent = "mediation.yaml"));
    await keep(page, "start");
    await finish();
  } finally {
    await lobby.end();
  }
}

const desk = await open(CASES.sella);
const browser = await launch();
try {
  await mkdir(IMAGES, { recursive: true });
  const { page, finish } = await visit(browser, desk, { colorScheme: "light" });
  for (const [name, place, viewport] of PICTURES) {
    await page.setViewportSize(viewport);
    await go(page, place);
    await keep(page, name);
  }
  await finish();
  await keepStart(browser);
} finally {
  await browser.close();
  await desk.end();
}
