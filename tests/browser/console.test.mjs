// What people do on the page of the web chat.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, phone, withChat } from "./browser.mjs";

after(closeBrowser);

const composer = (page) => page.getByRole("textbox", { name: /写消息|Write/ });
const card = (page, kind) => page.locator(`.card[data-kind="${kind}"]`);

async function say(page, words) {
  await composer(page).fill(words);
  await composer(page).press("Enter");
}

test("a pasted complaint becomes a card, its button the next one", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    await page.getByRole("button", { name: "填入一个例子" }).click();
    await page.getByRole("button", { name: "发送" }).click();
    await card(page, "intake_receipt").waitFor();
    await page.locator('.state[data-state="sent"]').waitFor();
    assert.equal(await page.locator("#empty").isVisible(), false);

    const script = card(page, "intake_receipt").getByRole("button", { name: "1 看话术" });
    await script.click();
    await card(page, "coach").waitFor();
    assert.match(await script.evaluate((button) => getComputedStyle(button, "::after").content), /✓/);
    await script.click(); // an older card stays usable
    await page.waitForFunction(() => document.querySelectorAll('.card[data-kind="coach"]').length === 2);
  }));

test("everything works by keyboard alone", () =>
  withChat(async ({ open }) => {
    const page = await open();
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    await page.getByRole("button", { name: /林可/ }).waitFor();
    await page.keyboard.press("Tab"); // language
    await page.keyboard.press("Tab"); // the people, one stop
    assert.match(await focused(), /^林可/);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(), /^周航/);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("log").waitFor();
    await page.locator("#words:focus").waitFor();

    await page.keyboard.type("第一行");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("第二行也很长，长到像一段抱怨");
    await page.keyboard.press("Enter");
    await card(page, "intake_receipt").waitFor();
    assert.equal(await page.locator(".said").textContent(), "第一行\n第二行也很长，长到像一段抱怨");

    await page.keyboard.press("Shift+Tab"); // back from the composer: the buttons of the last card
    assert.match(await focused(), /看话术/);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(), /改级别/);
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(ring, "solid");
    await page.keyboard.press("Enter");
    await card(page, "coach").waitFor();

    await page.keyboard.press("Control+k");
    await page.locator("#words:focus").waitFor();
    await page.locator("#conversations [aria-current]").focus();
    await page.keyboard.press("ArrowDown");
    assert.match(await focused(), /^KOE 团队/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "KOE 团队" }).waitFor();
    await page.locator("#words:focus").waitFor();
  }));

test("an input method's Enter does not send", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    await composer(page).fill("nihao");
    await composer(page).evaluate((words) =>
      words.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
    );
    assert.equal(await composer(page).inputValue(), "nihao");
    assert.equal(await page.locator(".said").count(), 0);
  }));

test("several people talk at once, and nobody hears what is not for them", () =>
  withChat(async ({ openAs }) => {
    const lin = await openAs(/林可/);
    const zhou = await openAs(/周航/);
    const abu = await openAs(/阿布/);
    assert.equal(await abu.getByRole("button", { name: /KOE 团队/ }).count(), 0);

    await lin.getByRole("button", { name: /KOE 团队/ }).click();
    await say(lin, "谁有空看一眼 K-1042？");
    await zhou.locator(".place[data-unread]").waitFor();
    assert.match(await zhou.title(), /^\(1\)/);
    await zhou.getByRole("button", { name: /KOE 团队/ }).click();
    await zhou.getByText("谁有空看一眼").waitFor();
    assert.equal(await zhou.locator(".place[data-unread]").count(), 0);
    assert.equal(await zhou.locator(".card").count(), 0); // nobody addressed the bot

    await say(zhou, "@金缮 看 K-1042 到哪一步了，谁在跟进它");
    await card(lin, "intake_receipt").waitFor();
    assert.equal(await abu.locator(".place[data-unread]").count(), 0);
  }));

test("a message that did not arrive is sent again as the same one", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    const events = [];
    let answer = "abort";
    await page.route("**/console/say", async (route) => {
      events.push(route.request().postDataJSON().event);
      if (answer === "abort") return route.abort();
      if (answer === "lose") {
        await route.fetch(); // arrives, but its answer is lost
        return route.abort();
      }
      return route.continue();
    });
    await page.clock.install();
    await say(page, "有人投诉");
    for (let i = 0; i < 4; ++i) {
      await page.waitForTimeout(50);
      await page.clock.runFor(5000);
    }
    const failed = page.locator('.state[data-state="failed"]');
    await failed.waitFor();
    answer = "lose";
    await page.getByRole("button", { name: "再发一次" }).click();
    await page.locator('.state[data-state="sent"]').waitFor(); // the event told
    answer = "pass";
    await page.clock.runFor(5000);
    await page.reload();
    await page.locator(".said").waitFor();
    assert.equal(await page.locator(".said").count(), 1);
    assert.equal(new Set(events).size, 1);
    assert.ok(events.length >= 5);
  }));

test("what was missed while offline is there after reconnecting", () =>
  withChat(async ({ openAs }) => {
    const zhou = await openAs(/周航/);
    const lin = await openAs(/林可/);
    for (const page of [zhou, lin]) await page.getByRole("button", { name: /KOE 团队/ }).click();
    await zhou.getByText("我来。").waitFor();
    await zhou.route("**/console/live*", (route) => route.abort());
    await zhou.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // listens anew, in vain
    await zhou.getByText("正在重连").waitFor();
    await say(lin, "断线时说的话");
    await lin.locator('.state[data-state="sent"]').waitFor();
    await zhou.unroute("**/console/live*");
    await zhou.getByText("断线时说的话").waitFor({ timeout: 15_000 });
    await zhou.locator("#banner").waitFor({ state: "hidden" });
    assert.equal(await zhou.getByText("断线时说的话").count(), 1);
  }));

test("on a phone the list is out of the way until it is asked for", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/, phone);
    await page.getByRole("button", { name: "填入一个例子" }).tap();
    await page.getByRole("button", { name: "发送" }).tap();
    await card(page, "intake_receipt").waitFor();
    assert.equal(await page.locator("#list").isVisible(), false);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.getByRole("button", { name: "打开会话列表" }).tap();
    await page.getByRole("button", { name: /会员 3 群/ }).tap();
    await page.getByRole("list", { name: "第 2 步，共 4 步：处理中" }).waitFor();
    assert.equal(await page.locator("#list").isVisible(), false);
  }));

test("the page speaks the reader's language and changes it at once", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/Maya/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.getByText("Paste what the user complained about").waitFor();
    await page.getByRole("button", { name: "切换到中文" }).click();
    await page.getByText("把用户抱怨的那段话").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    await page.reload();
    await page.getByText("把用户抱怨的那段话").waitFor();
  }));

test("a long paste is comfortable, one too long is said so before sending", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    const height = () => composer(page).evaluate((words) => words.getBoundingClientRect().height);
    const small = await height();
    await composer(page).fill("一行\n".repeat(200));
    assert.ok((await height()) > 4 * small);
    assert.ok((await height()) <= 0.45 * 800);
    await composer(page).fill("金".repeat(20_001));
    await page.getByRole("alert").filter({ hasText: "20,001" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "发送" }).isDisabled(), true);
    await composer(page).press("Enter");
    assert.equal(await page.locator(".said").count(), 0);
  }));

test("what people write is text, never markup", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    const nasty = '<img src=x onerror="document.title=1"><b>不是粗体</b>';
    await say(page, nasty);
    await page.locator(".said").waitFor();
    assert.equal(await page.locator(".said").textContent(), nasty);
    assert.equal(await page.locator(".said *").count(), 0);
  }));

test("a quoted card goes along with the answer", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    await page.getByRole("button", { name: /会员 3 群/ }).click();
    await card(page, "community").hover();
    await page.getByRole("button", { name: "回复", exact: true }).click();
    await page.getByText("回复：金缮 208").waitFor();
    const request = page.waitForRequest("**/console/say");
    await say(page, "到哪了");
    assert.equal((await request).postDataJSON().reply_to, "1");
    assert.equal(await page.locator("#quote").isVisible(), false);
    await card(page, "refusal").waitFor(); // the bot felt addressed
  }));

test("words to copy land on the clipboard", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/, { permissions: ["clipboard-read", "clipboard-write"] });
    await say(page, "1");
    await page.getByRole("button", { name: "复制" }).click();
    await page.getByRole("button", { name: "已复制" }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^张姐，?,?一个月里/);
  }));

test("a tab stays who it was, changes person when asked, and is asked anew when its session is over", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    await page.reload();
    await page.locator("#me", { hasText: "林可" }).waitFor();
    await page.getByRole("button", { name: "换人" }).click();
    await page.getByRole("button", { name: /阿布/ }).click();
    await page.locator("#me", { hasText: "阿布" }).waitFor();
    await page.evaluate(() => sessionStorage.setItem("token", "forged.1.abu"));
    await page.reload();
    await page.getByText("登录已过期").waitFor();
  }));

test("where people need a link, it signs them in and leaves no trace in the address", () =>
  withChat(async ({ address, open }) => {
    const stranger = await open({}, address.split("#")[0]);
    await stranger.getByRole("heading", { name: "请用登录链接打开" }).waitFor();
    assert.equal(await stranger.locator(".person").count(), 0);
    const lin = await open();
    await lin.locator("#me", { hasText: "林可" }).waitFor();
    assert.equal(new URL(lin.url()).hash, "");
  }, "link"));

test("a screen reader finds its way", () =>
  withChat(async ({ openAs }) => {
    const page = await openAs(/林可/);
    await say(page, "1");
    await card(page, "coach").waitFor();
    await page.getByRole("navigation", { name: "会话" }).waitFor();
    await page.getByRole("log", { name: "消息" }).waitFor();
    await page.getByRole("toolbar", { name: /选项：|选项:/ }).waitFor();
    await page.getByRole("figure", { name: "可以直接发的话" }).waitFor();
    assert.equal(await page.locator("#log").getAttribute("aria-live"), "polite");
    const nameless = await page
      .locator("button:visible")
      .evaluateAll((all) => all.filter((each) => !each.textContent.trim() && !each.ariaLabel).length);
    assert.equal(nameless, 0);
  }));
