/** No raw error, no English, no empty value may reach the eye or a screen reader. */
import type { Page } from 'playwright-core';

/** Product names and what a secretary reads in other programs in these very words. */
const ALLOWED = /Lưu thành \(Save As\)|“Excel Workbook \(\.xlsx\)”|Excel|Word|XXXXX-XXXXX|Android|iPhone|\bPC\b|\bQR\b|\bwifi\b|HCB|\S*\.(xlsx|xls|docx|pdf|jpg|vn)\b/gi;

/** English words that no Vietnamese text holds, and what leaks when a value is missing or an error is printed as it came. */
const FOREIGN = [
  /\bundefined\b/, /\bnull\b/, /\bNaN\b/, /\[object/, /\{\{|\}\}/, /Invalid Date/,
  /\b\w*(Error|Exception)\b/, /\bat \w+ \(/, /https?:\/\/(?!127\.0\.0\.1)/,
  /\b(the|and|with|from|this|that|your|you|please|try|again|not|cannot|could|should|must|error|errors|failed|failure|invalid|unknown|unexpected|missing|required|loading|saving|saved|save|delete|remove|cancel|close|submit|search|open|closed|meeting|member|members|task|tasks|server|network|offline|online|request|response|timeout|storage|quota|exceeded|database|password|passcode|sync|device|devices|settings|report|reports|yes|undo|retry|done|next|back)\b/i,
  // A key whose words are missing shows as itself.
  /\b[a-z][a-zA-Z]+(:[a-z][a-zA-Z]+)?(\.[a-z][a-zA-Z]+)+\b/,
] as const;

/** What is read on the page, by eye or ear, that no Vietnamese reader should meet. */
export async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        const parent = node.parentElement;
        if (parent && !parent.closest('script, style, [lang=en], [translate=no], .cm-code') && parent.checkVisibility()) said.push(node.data);
      } else if (node instanceof Element && !node.closest('[lang=en]')) {
        for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'aria-roledescription']) {
          const value = node.getAttribute(name);
          if (value) said.push(value);
        }
      }
    }
    return said;
  });
  return texts
    .map((text) => text.replace(ALLOWED, ' ').trim())
    .flatMap((text) => FOREIGN.flatMap((pattern) => { const found = pattern.exec(text)?.[0]; return found === undefined ? [] : [`“${found}” in “${text.slice(0, 120)}”`]; }));
}
