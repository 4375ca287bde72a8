// Walk through talking pictures in a real browser; prints one JSON line per finding or count.
//   node walk.cjs CHROMIUM FOLDER_WITH_NODE_MODULES OUT_FOLDER page.html ...
"use strict";
const path = require("path");
const fs = require("fs");
const { pathToFileURL } = require("url");
const [chromium, modules, out, ...pages] = process.argv.slice(2);
const playwright = require(path.join(modules, "playwright-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const SIZES = { desktop: { width: 1366, height: 768 }, phone: { width: 320, height: 640 } };
const SERIOUS = ["serious", "critical"];
const say = (row) => console.log(JSON.stringify(row));

async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const own = pathToFileURL(file).href;
  const left = [];
  await context.route("**/*", (route) => {
    const address = route.request().url();
    if (address.split("#")[0] === own || address.startsWith("data:")) { return route.continue(); }
    left.push(address);
    return route.abort();
  });
  const complaints = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) { complaints.push(message.text()); } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push("dialog " + dialog.message()); dialog.dismiss(); });
  await page.goto(own);
  return { context, page, left, complaints };
}

async function judged(page) {
  if (!await page.evaluate("typeof axe !== 'undefined'")) { await page.evaluate(axe + ";undefined"); }
  const result = await page.evaluate("axe.run(document, {resultTypes: ['violations']})");
  const found = result.violations.filter((v) => SERIOUS.includes(v.impact));
  return { rules: result.passes.length, found: found.map((v) => `${v.id}: ${v.nodes[0].target} (${v.nodes.length}) ${(v.nodes[0].any[0] || {}).message || ""}`) };
}

async function looked(browser, file, scheme, size) {
  const name = path.basename(file, ".html");
  const { context, page, left, complaints } = await opened(browser, file, { viewport: SIZES[size], colorScheme: scheme, reducedMotion: "reduce" });
  const faults = [];
  let rules = 0;
  const look = async (what) => {
    const verdict = await judged(page);
    rules += verdict.rules;
    faults.push(...verdict.found.map((one) => `${what}: ${one}`));
    const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (wide > 0) { faults.push(`${what}: ${wide} px wider than the window`); }
    await page.screenshot({ path: path.join(out, `${name}-${size}-${scheme}-${what}.png`) });
  };
  await look("start");
  if (await page.locator("#wie-1").count()) {
    await page.locator("#wie-1").check();
    await look("persona");
  }
  if (await page.locator("#doel-1").count()) {
    await page.evaluate("location.hash = 'doel-1'");
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await look("goal");
  }
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  if (wide > 0) { faults.push(`letters twice as large: ${wide} px wider than the window`); }
  say({ page: name, walk: `axe ${size} ${scheme}`, rules, faults, left, complaints });
  await context.close();
}

async function tabTo(page, what, most = 120) {
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(`(() => { const a = document.activeElement; return a && a.matches(${JSON.stringify(what)}); })()`);
    if (there) {
      const seen = await page.evaluate("(() => { const a = document.activeElement, s = getComputedStyle(a.matches('input') ? a.nextElementSibling : a); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 1; })()");
      if (!seen) { throw new Error(`no ring around ${what}`); }
      return n + 1;
    }
  }
  throw new Error(`Tab never comes to ${what}`);
}

const sure = (fact, words) => { if (!fact) { throw new Error(words); } };

async function walked(browser, file, size, script) {
  const name = path.basename(file, ".html");
  const { context, page, left, complaints } = await opened(browser, file, { viewport: SIZES[size], javaScriptEnabled: script, reducedMotion: "reduce" });
  const faults = [];
  const visible = (what) => page.locator(what).first().isVisible();
  try {
    await tabTo(page, ".skip", 1);
    await tabTo(page, ".pick");
    await page.keyboard.press("ArrowRight");
    sure(await page.locator("#wie-1").isChecked(), "the arrow key chooses no persona");
    sure(await visible("#verhaal-1"), "the story of the persona stays shut");
    const lit = await page.locator(".spot.lit-1 .here.on-1").count();
    sure(lit > 0 && await visible(".spot.lit-1 .here.on-1"), "no place lights up");
    if (script) { sure((await page.locator("#gezegd").textContent()).includes(String(lit)), "the choice is not told"); }
    await tabTo(page, "#plek-1 a");
    if (script) {
      await page.keyboard.press("ArrowRight");
      sure(await page.evaluate("document.activeElement.matches('#plek-2 a')"), "the arrow key does not go to the next place");
    } else {
      await tabTo(page, "#plek-2 a", 1);
    }
    await page.keyboard.press("Enter");
    await page.waitForTimeout(60);
    sure(await visible("#doel-2"), "the goal stays shut");
    sure(!await visible("#doel-1"), "another goal opens too");
    if (script) { sure(await page.evaluate("document.activeElement.matches('#doel-2 h3')"), "the goal is not where one reads on"); }
    await tabTo(page, "#doel-2 summary", 12);
    await page.keyboard.press("Enter");
    sure(await visible("#advies-2-1 dl"), "the advice stays shut");
    await page.keyboard.press("Enter");
    sure(!await visible("#advies-2-1 dl"), "the advice does not close");
    if (script) {
      await page.keyboard.press("Escape");
    } else {
      await tabTo(page, "#doel-2 .back", 40);
      await page.keyboard.press("Enter");
    }
    await page.waitForTimeout(60);
    sure(!await visible("#doel-2"), "the goal does not close");
    if (script) {
      sure(await page.evaluate("document.activeElement.matches('#plek-2 a')"), "one is not back where one came from");
      await page.reload();
      sure(await page.locator("#wie-1").isChecked(), "the chosen persona is forgotten");
    }
  } catch (error) {
    faults.push(error.message.split("\n")[0]);
  }
  say({ page: name, walk: `keyboard ${size}${script ? "" : " without script"}`, faults, left, complaints });
  await context.close();
}

async function printed(browser, file, script) {
  const name = path.basename(file, ".html");
  const { context, page, left, complaints } = await opened(browser, file, { javaScriptEnabled: script, colorScheme: "dark" });
  const pdf = path.join(out, `${name}${script ? "" : "-no-script"}.pdf`);
  await page.pdf({ path: pdf, preferCSSPageSize: true, tagged: true });
  say({ page: name, walk: `print${script ? "" : " without script"}`, pdf, faults: [], left, complaints });
  await context.close();
}

(async () => {
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: FLAGS });
  for (const file of pages) {
    const name = path.basename(file, ".html");
    if (name.startsWith("control")) {
      await looked(browser, file, "light", "desktop");
      continue;
    }
    for (const scheme of ["light", "dark"]) {
      for (const size of Object.keys(SIZES)) { await looked(browser, file, scheme, size); }
    }
    if (name.startsWith("example")) {
      for (const size of Object.keys(SIZES)) {
        for (const script of [true, false]) { await walked(browser, file, size, script); }
      }
      for (const script of [true, false]) { await printed(browser, file, script); }
    } else {
      await printed(browser, file, true);
    }
  }
  await browser.close();
})().catch((error) => { console.error(error); process.exit(3); });
