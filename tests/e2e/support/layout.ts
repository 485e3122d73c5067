/** What a hand and an eye meet: widths, targets, and whether anything lies over a control. Measured in the page. */
import type { Page } from 'playwright-core';

/** Everything that takes a tap, as the thing that is really tapped: the label of a box that is drawn by it. */
const CONTROLS = 'a[href], button, input:not([type=hidden], [type=file]), select, textarea, summary, [role=button], [tabindex="0"]';

/** Wider than the screen: the page itself, or the open sheet. Empty when nothing is. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const wide: string[] = [];
    if (root.scrollWidth > innerWidth) wide.push(`page is ${root.scrollWidth} wide on a screen of ${innerWidth}`);
    for (const dialog of document.querySelectorAll('dialog[open]')) {
      if (dialog.scrollWidth > dialog.clientWidth) wide.push(`sheet is ${dialog.scrollWidth} wide in ${dialog.clientWidth}`);
    }
    if (wide.length > 0) {
      const edge = (element: Element): boolean => element.getBoundingClientRect().right > innerWidth + 1 && element.closest('.ui-table-box, .ui-hidden') === null;
      const worst = [...document.querySelectorAll('main *, dialog[open] *, header *, nav *')].filter((element) => edge(element) && ![...element.children].some(edge));
      wide.push(...worst.slice(0, 3).map((element) => `beyond the edge: ${element.outerHTML.slice(0, 120)}`));
    }
    return wide;
  });
}

/** Lines of a list that break their words although more than a third of the list beside them is empty. */
export function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.ui-list-row')].flatMap((row) => {
      const line = row.parentElement!;
      const box = row.getBoundingClientRect();
      const beside = [...line.children].filter((other) => other !== row && other.getBoundingClientRect().top < box.bottom && other.getBoundingClientRect().bottom > box.top);
      const taken = box.width + beside.reduce((sum, other) => sum + other.getBoundingClientRect().width, 0);
      const letters = Number.parseFloat(getComputedStyle(row).fontSize);
      return box.width > 0 && box.height > 5 * letters && taken < line.clientWidth * 0.66 ? [`${Math.round(box.width)} of ${line.clientWidth}: ${row.textContent}`] : [];
    }),
  );
}

/** Smaller than 48 CSS pixels either way. A link inside a line of text is as high as its line, by the rule's own exception. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const seen = new Set<Element>();
    const small: string[] = [];
    for (const control of scope.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.ui-hidden, .ui-skip, [inert]')) continue;
      const label = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type) ? control.closest('label') : null;
      const target = label ?? control;
      if (seen.has(target)) continue;
      seen.add(target);
      const style = getComputedStyle(target);
      if (target.matches('a[href]') && style.display === 'inline' && target.parentElement?.textContent?.trim() !== target.textContent?.trim()) continue;
      const { width, height } = target.getBoundingClientRect();
      // Half a pixel is rounding.
      if (width < 47.5 || height < 47.5) small.push(`${Math.round(width)}x${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`);
    }
    return small;
  }, CONTROLS);
}

/**
 * Controls that cannot be brought from under what lies over them: by hand (scrolled to the middle), or by keyboard (scrolled just
 * into view, as the browser does for what takes the focus).
 */
export function covered(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const dialogs = document.querySelectorAll<HTMLElement>('dialog[open]');
    const scope = dialogs[dialogs.length - 1] ?? document.body;
    const scroller = dialogs[dialogs.length - 1] ?? document.scrollingElement ?? document.documentElement;
    const at = scroller.scrollTop;
    const hidden: string[] = [];
    const isOver = (target: Element, x: number, y: number): boolean => {
      // A message goes by itself, and has a button to close it.
      const top = document.elementsFromPoint(x, y).find((element) => element.closest('.ui-toasts') === null || target.closest('.ui-toasts') !== null);
      return !(top && (target.contains(top) || top.contains(target)));
    };
    for (const control of scope.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.ui-hidden, .ui-skip, [inert]')) continue;
      if (control.matches(':disabled')) continue;
      const target = control.closest('label') ?? control;
      const middle = (): readonly [number, number] => {
        const box = target.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      };
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (isOver(target, ...middle())) hidden.push(`by hand: ${target.outerHTML.slice(0, 120)}`);
      for (const [name, far] of [['up', 1e6], ['down', 0]] as const) {
        scroller.scrollTop = far;
        target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const box = target.getBoundingClientRect();
        const [high, low] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
        const rows = [0.15, 0.5, 0.85].map((part) => high + (low - high) * part);
        const x = Math.min(innerWidth - 1, box.left + box.width / 2);
        if (rows.every((y) => isOver(target, x, y))) hidden.push(`by keyboard, from ${name}: ${target.outerHTML.slice(0, 120)}`);
      }
    }
    scroller.scrollTop = at;
    return [...new Set(hidden)];
  }, CONTROLS);
}
