// axe-core on every page: wide and narrow, light and dark, in both directions.

import { after, before, test } from "node:test";
import { NARROW, WIDE, go, launch, visit } from "./browser.mjs";
import { accessible } from "./checks.mjs";
import { CASES, open } from "./desk.mjs";
import { everywhere } from "./places.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const language of ["en", "ar"]) {
  test(`axe finds nothing in any page, ${language}`, async () => {
    const desk = await open(CASES.sella, ["--language", language]);
    const { page, finish } = await visit(browser, desk);
    try {
      for (const place of await everywhere(page, true)) {
        await go(page, place);
        for (const viewport of [WIDE, NARROW]) {
          await page.setViewportSize(viewport);
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            await accessible(page, `${place}, ${viewport.width} px, ${colorScheme}, ${language}`);
          }
        }
      }
    } finally {
      await desk.end();
    }
    await finish();
  });
}
