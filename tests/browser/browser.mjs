// The browser, and pages that are watched: whatever a page should not do is a finding.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const ANSWERED_MS_MAX = 90_000;
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Debian's Chromium; CHROMIUM names another. */
export function launch() {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}

/**
 * A page at a desk, past the token. `options` are those of a browser context; `findings` collects
 * what is wrong, and `finish` fails if there is any.
 */
export async function visit(browser, desk, options = {}) {
  const context = await browser.newContext({ viewport: WIDE, acceptDownloads: true, ...options });
  const findings = [];
  const say = (what) => findings.push(what);
  context.on("console", (message) => {
    if (message.text().startsWith("htmx:sendAbort")) {
      // Who follows a link leaves a request behind; htmx says so in two lines. That is no finding.
      if (findings.at(-1)?.startsWith("console error: htmx:afterRequest")) findings.pop();
    } else if (["error", "warning"].includes(message.type())) {
      say(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => say(`page error: ${error.error()}`));
  context.on("request", (request) => {
    if (!request.url().startsWith(`${desk.origin}/`)) say(`request elsewhere: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) say(`status ${response.status()}: ${response.url()}`);
  });
  const page = await context.newPage();
  page.on("websocket", (socket) => say(`web socket: ${socket.url()}`));
  page.setDefaultTimeout(15_000);
  await page.goto(desk.url);
  await answered(page);
  const finish = async () => {
    await context.close();
    assert.deepEqual(findings, []);
  };
  return { context, page, findings, finish };
}

/** Waits until the desk has worked out every answer and shows them. */
export async function answered(page) {
  const working = page.locator("body[data-working]");
  await working.waitFor({ state: "detached", timeout: ANSWERED_MS_MAX });
}

/** Goes to an address of this view, such as `clashes?step.A=1`; the whole page has come with 200. */
export async function go(page, place) {
  const base = /\/v\/[^/]+\//.exec(page.url())[0];
  const response = await page.goto(new URL(place, new URL(base, page.url())).href);
  assert.equal(response.status(), 200, place);
  await answered(page);
}

/** Goes to a page by its entry in the menu. */
export async function choose(page, place) {
  const entry = page.locator(`header nav a[href$="/${place}"]`);
  const [response] = await Promise.all([page.waitForNavigation(), entry.click()]);
  assert.equal(response.status(), 200, place);
  await answered(page);
}

/** Looks at who will read what of an act, and writes it down; gives what each will read. */
export async function writeDown(page) {
  await page.locator("button", { hasText: "See who will read what" }).click();
  await page.locator("dl.readers").waitFor();
  const read = await page.locator("dl.readers").innerText();
  await page.locator("button", { hasText: "Write down" }).click();
  await page.locator("h1").waitFor();
  await answered(page);
  return read;
}
