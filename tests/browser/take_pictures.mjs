// The pictures of the README, taken of the demo: node tests/browser/take_pictures.mjs <kintsugi> <folder>

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [program, folder] = process.argv.slice(2);
const pictures = [
  ["zh-CN", "console.png", "林可"],
  ["en", "console-en.png", "Maya"],
];

/// Starts the demo and answers with its address once the story was played.
async function playDemo(language) {
  const demo = spawn(program, ["demo", "--port", "0", "--lang", language], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: demo.stdout })) {
    const address = /http:\/\/\S+\/console/.exec(line);
    if (address) return { demo, address: address[0] };
  }
  throw new Error("the demo ended early");
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const [language, name, person] of pictures) {
  const { demo, address } = await playDemo(language);
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, locale: language });
  await page.goto(address);
  await page.getByRole("button", { name: person }).click();
  const receipt = page.locator('.card[data-kind="intake_receipt"]').first();
  await receipt.waitFor();
  await receipt.evaluate((card) => card.scrollIntoView({ block: "center" }));
  await page.screenshot({ path: join(folder, name) });
  demo.kill("SIGTERM");
}
await browser.close();
