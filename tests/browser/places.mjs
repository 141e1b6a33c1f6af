// The pages of a desk, and what a test can skip while it is not served.

import { go } from "./browser.mjs";

/** Where the entries of the menu lead. */
export const MENU = ["desk", "case", "matrix", "clashes", "frontier", "text", "package", "what-if", "rehearse", "plan", "record", "history"];

/** The cheapest opening of the demonstration case, as the fields of the sliders. */
export const CHEAPEST = {
  "ORV-territory": 1,
  "LET-territory": 1,
  "ORV-ceasefire": 2,
  "ORV-forces": 1,
  "LET-plant": 1,
  "ORV-assets": 1,
};

/** The same as a query. */
export const CHEAPEST_QUERY = Object.entries(CHEAPEST)
  .map(([line, step]) => `step.${line}=${step}`)
  .join("&");

/** Whether this view serves the place; 404 means that it does not, whatever else is a fault. */
export async function served(page, place) {
  const base = new URL(/^.*\/v\/[^/]+\//.exec(page.url())[0]);
  const response = await page.context().request.get(new URL(place, base).href, {
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  if (response.ok()) return true;
  if (response.status() === 404) return false;
  throw new Error(`${place}: status ${response.status()}`);
}

/** Those entries of the menu that are served. */
export async function menu(page) {
  return (await served(page, "text")) ? MENU : MENU.filter((place) => place !== "text");
}

/** Every page: those of the menu, those below them, and those with something filled in. */
export async function everywhere(page, demonstration) {
  const places = [...(await menu(page)), "offer", "argument", "report", "record?kind=incident&since=2031-02-30"];
  await go(page, "matrix");
  places.push(await relative(page.locator("table.matrix tbody th a").first()));
  await go(page, "frontier");
  const found = page.locator("main ol a[href*='/package?']");
  if (await found.count()) places.push(await relative(found.first()));
  if (demonstration) {
    places.push(`clashes?${CHEAPEST_QUERY}`);
    places.push("what-if?b1.step.ORV-territory=1&b2.drop.NONE=1");
    places.push("package?o.territory=t3", "edit?list=points&at=territory", "edit?list=lines&at=ORV-territory");
    places.push("rehearse?plays.orvane=linear&plays.lethia=conceder&rounds=12&turn=9");
    places.push("edit?list=ratification", "edit?list=links", "edit?list=preferences&at=orvane");
  }
  return places;
}

async function relative(link) {
  return (await link.getAttribute("href")).replace(/^\/v\/[^/]+\//, "");
}
