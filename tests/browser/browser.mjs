// A chat of its own for each test: the program on a free port, and pages in Chromium. withChat is the page with a bot
// that only echoes, withKintsugi the real program.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { makeFolder, start } from "../system/program.mjs";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/// The echoing program on a free port; `more`: its arguments after the port.
async function startEcho(more) {
  const program = spawn(process.env.KINTSUGI_CHAT, ["0", ...more], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(program.stdout, "data");
  const end = async () => {
    program.kill("SIGTERM");
    if (program.exitCode === null) await once(program, "exit");
  };
  return { address: String(line).trim(), end, clean() {} };
}

/// The real program with the people of the demo and an empty database.
async function startKintsugi(language) {
  const folder = makeFolder(language);
  const { url, end } = await start(folder);
  return { address: `${url}/console`, end: () => end("SIGTERM"), clean: folder.remove };
}

/// Runs `use(chat)` with a fresh program; fails if a page complained.
async function withPages({ address, end, clean }, use) {
  const contexts = [];
  const complaints = [];
  try {
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
    await end();
    clean();
  }
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
}

export const withChat = async (use, ...more) => withPages(await startEcho(more), use);
export const withKintsugi = async (language, use) => withPages(await startKintsugi(language), use);

/// Keeps a picture of the page in the folder that KINTSUGI_PICTURES names, for people to look at.
export async function picture(page, name) {
  const folder = process.env.KINTSUGI_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

export const closeBrowser = () => browser.close();
