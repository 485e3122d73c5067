/** What is written while things are killed: sentences that can be told apart, and found again wherever they went. */
import { randomFrom, type Random } from '../sync/simulation/random';

const WORDS = ['nhất trí', 'đề nghị', 'kiểm tra', 'hồ sơ', 'buồng bệnh', 'trực đêm', 'hằng tuần', 'phân công', 'báo cáo', 'chi ủy', 'đảng viên', 'kết quả', 'khắc phục', 'thái độ', 'phục vụ', 'tháng sau'];

/** The mark of a sentence: who wrote it (`m` the phone with a screen, `k` the other), and its number. */
const MARK = /\b[mk]\d+\b/;

/** A sentence with a mark of its own at its head and a full stop at its end. */
export function sentence(mark: string, random: Random): string {
  const words = Array.from({ length: 2 + random.below(8) }, () => random.pick(WORDS));
  return `${mark} ${words.join(' ')}.`;
}

/** The mark of a sentence, or of its beginning; null for other text. */
export const markOf = (text: string): string | null => MARK.exec(text)?.[0] ?? null;

/** Every sentence, or beginning of one, that stands in a text at the start of a line. */
export const sentencesIn = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line.search(MARK) === 0);

/** A stream of chance of its own for each part of a run, so that one part's draws do not shift the other's. */
export const streamOf = (seed: number, part: number): Random => randomFrom((seed * 31 + part) >>> 0);
