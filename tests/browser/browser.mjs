// A chat of its own for each test: the program on a free port, and pages in Chromium.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/// Runs `use(chat)` with a fresh program (`more`: its arguments after the port); fails if a page complained.
export async function withChat(use, ...more) {
  const program = spawn(process.env.KINTSUGI_CHAT, ["0", ...more], { stdio: ["ignore", "pipe", "inherit"] });
  const contexts = [];
  const complaints = [];
  try {
    const [line] = await once(program.stdout, "data");
    const address = String(line).trim();
    const open = async (options = {}, where = address) => {
      const context = await browser.newContext({ ...desktop, locale: "zh-CN", ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(5000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        const expected = message.text().includes("Failed to load resource") || message.text().includes("ERR_");
        if (message.type() === "error" && !expected) complaints.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(new URL(address).origin)) complaints.push(`reached for ${request.url()}`);
      });
      await page.goto(where);
      return page;
    };
    const openAs = async (name, options) => {
      const page = await open(options);
      await page.getByRole("button", { name }).click();
      await page.getByRole("log").waitFor();
      return page;
    };
    await use({ address, open, openAs });
  } finally {
    for (const context of contexts) await context.close();
    program.kill("SIGTERM");
    await once(program, "exit");
  }
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}

export const closeBrowser = () => browser.close();
