/** What was written and what was acknowledged, and whether what is found later does justice to it. */
import { markOf, sentencesIn } from './words';

export class Ledger {
  /** Whole sentences as the hand meant them, by mark. */
  readonly meant = new Map<string, string>();
  /** As much of each as the screen said was saved, or a book's write came back for. */
  readonly saved = new Map<string, string>();
  /** The marks of the roll, in the order they were tapped, by name; and how many of them were said to be saved. */
  readonly tapped = new Map<string, string[]>();
  readonly savedTaps = new Map<string, number>();

  mean(text: string): string {
    this.meant.set(markOf(text)!, text);
    return text;
  }

  tap(name: string, reason: string): void {
    this.tapped.set(name, [...(this.tapped.get(name) ?? []), reason]);
  }

  /** A screen that said “Đã lưu”, or a text that a book took. */
  acknowledge(text: string, marks: readonly string[] = []): void {
    for (const found of sentencesIn(text)) {
      const mark = markOf(found)!;
      if (found.length > (this.saved.get(mark)?.length ?? 0)) this.saved.set(mark, found);
    }
    for (const shown of marks) {
      const at = this.#tapOn(shown);
      if (at) this.savedTaps.set(at.name, Math.max(at.count, this.savedTaps.get(at.name) ?? 0));
    }
  }

  get acknowledged(): number {
    return this.saved.size + this.savedTaps.size;
  }

  /** Those of them that were typed and tapped on the screen. */
  get byHand(): number {
    return [...this.saved.keys()].filter((mark) => mark.startsWith('m')).length + this.savedTaps.size;
  }

  /** What these texts lack of what was acknowledged, or have in another form than it was written. */
  missing(texts: readonly string[]): string[] {
    const there = new Map(texts.map((text) => [markOf(text), text]));
    return [...this.saved].flatMap(([mark, saved]) => {
      const found = there.get(mark);
      if (found === undefined) return [`“${saved}” is not there`];
      return found.startsWith(saved) && this.meant.get(mark)?.startsWith(found) ? [] : [`“${saved}” became “${found}”`];
    });
  }

  /** What stands there more than once. */
  doubled(texts: readonly string[]): string[] {
    const marks = texts.map((text) => markOf(text)).filter((mark) => mark !== null);
    return [...new Set(marks.filter((mark, index) => marks.indexOf(mark) !== index))].map((mark) => `${mark} stands there more than once`);
  }

  /** Names whose mark on the roll is older than what was acknowledged. */
  missingTaps(shown: readonly string[]): string[] {
    const there = new Map(shown.map((text) => this.#tapOn(text)).filter((tap) => tap !== null).map(({ name, count }) => [name, count]));
    return [...this.savedTaps].flatMap(([name, count]) => ((there.get(name) ?? 0) >= count ? [] : [`the mark of ${name} was saved ${count} times, there is number ${there.get(name) ?? 0}`]));
  }

  /** Which of the taps on a name a row of the roll shows. Reasons take turns, so the latest that fits is meant. */
  #tapOn(shown: string): { name: string; count: number } | null {
    for (const [name, reasons] of this.tapped) {
      if (!shown.includes(name)) continue;
      const count = reasons.findLastIndex((reason) => shown.toLowerCase().includes(reason.toLowerCase())) + 1;
      return count > 0 ? { name, count } : null;
    }
    return null;
  }
}
