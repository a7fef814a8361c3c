// The main job in the browser, with the real program: a complaint becomes a case, and the community sees its progress.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, phone, picture, withKintsugi } from "./browser.mjs";

after(closeBrowser);

const complaint = `张姐 09:05
你们这个月又扣了我两次钱!我妈的药钱都没了,客服让我等15个工作日,
再不解决我就发小红书了。订单 88421907,手机 19900000000`;

const log = (page) => page.getByRole("log");
const lastCard = (page) => page.locator(".card").last();

async function say(page, words) {
  const composer = page.getByRole("textbox", { name: /写消息|Write/ });
  await composer.fill(words);
  await composer.press("Enter");
}

/// Says it and waits for the answer.
async function hear(page, words, answer) {
  await say(page, words);
  await log(page).getByText(answer).last().waitFor();
}

async function press(page, label) {
  await page.locator(".card").getByRole("button", { name: label }).last().click();
}

test("a complaint becomes a case, and a second page sees the community's card appear", () =>
  withKintsugi("zh-CN", async ({ openAs }) => {
    const lin = await openAs(/林可/);
    const abu = await openAs(/阿布/, phone);
    await abu.getByRole("button", { name: "打开会话列表" }).click();
    await abu.getByRole("button", { name: /会员3群/ }).click();
    await picture(abu, "phone-community-before");
    assert.equal(await abu.locator(".card").count(), 0);

    await hear(lin, complaint, "已开案 K-1001");
    await picture(lin, "desktop-receipt");
    assert.equal(await lin.locator(".card", { hasText: "19900000000" }).count(), 0, "cards mask the number");
    await press(lin, /看话术/);
    await log(lin).getByText("可给的两个选择").waitFor();
    await hear(lin, "已联系 张姐,两次重复扣款是我们的错,我来盯", "首次真人回应");
    await press(lin, /生气/);
    await log(lin).getByText("火气 3→2").waitFor();
    await hear(lin, "方案 先行垫付,明天18点前到账", "方案已记");
    await hear(lin, "原因 重复扣款", "已关联 R-1");
    await hear(lin, "征求同意 K-1001", "我想匿名讲给群里的朋友");
    await hear(lin, "她说:可以,别提我妈", "附加条件已变成规则");
    await hear(lin, "预览 K-1001", "P-1(预览)");
    await picture(lin, "desktop-preview");
    await press(lin, /送审/);
    await log(lin).getByText("已送审").waitFor();
    for (const name of [/王敏/, /陈斯/]) {
      const reviewer = await openAs(name);
      await lastCard(reviewer).getByText("审核 P-1").waitFor();
      await picture(reviewer, `desktop-review-${name.source}`);
      await press(reviewer, /通过/);
      await log(reviewer).getByText(/[12]\/2/).waitFor();
    }
    await hear(lin, "发布 P-1", "过 60 秒发到「会员3群」");

    const card = abu.locator('.card[data-kind="community"]');
    await card.waitFor({ timeout: 90_000 }); // a minute is left to change one's mind
    assert.match(await card.innerText(), /一位朋友遇到「重复扣款」/);
    assert.doesNotMatch(await card.innerText(), /张姐|药|88421907|K-1001|林可/);
    assert.equal(await card.locator("svg, .seam").count() > 0, true, "the golden seam shows the step");
    await picture(abu, "phone-community");
    await card.getByRole("button", { name: /我也遇到/ }).click();
    await picture(lin, "desktop-published");
  }));

test("the same page in English, on a phone", () =>
  withKintsugi("en", async ({ openAs }) => {
    const maya = await openAs(/Maya/, { ...phone, locale: "en-US" });
    await hear(maya, "Second double charge this month! If this isn't fixed I'm posting it. order 88421907", "Opened K-1001");
    await picture(maya, "phone-receipt-english");
    await press(maya, /script/);
    await log(maya).getByText("Two things to offer").waitFor();
    await picture(maya, "phone-script-english");
    const wide = await maya.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, "nothing is wider than the phone");
  }));
