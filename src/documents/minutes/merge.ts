import { canonicalJson, type EditedSection } from '@/domain';
import { lines } from './format.vi';
import type { FinalMinutes, MergedMinutes, MergedSection, MinutesDraft } from './types';

const tidy = (text: unknown): string => lines(text).join('\n');

/**
 * [MIN-4] Puts the edits by hand (field `minutes/<sectionId>`) in the place of what the records give, and tells which of
 * them began from other records than there are now. A section emptied by hand is left out. A section that the records no
 * longer give keeps the hand's words. An edit of a section that was trimmed for the audience does not count: it was made
 * over the whole text.
 */
export function mergeMinutes(draft: MinutesDraft, edits: Readonly<Record<string, EditedSection>>): MergedMinutes {
  const sections: MergedSection[] = [];
  const changed: string[] = [];
  const generated = new Map(draft.sections.map((section) => [section.id, section.text]));
  for (const slot of draft.slots) {
    const text = generated.get(slot.id) ?? '';
    const edit = slot.trimmed ? undefined : edits[slot.id];
    const edited = edit !== undefined && typeof edit.text === 'string';
    const basisChanged = edited && tidy(edit.basis) !== tidy(text);
    if (basisChanged) changed.push(slot.id);
    const shown = edited ? tidy(edit.text) : text;
    if (shown !== '') sections.push({ ...slot, text: shown, generated: text, edited, basisChanged });
  }
  return { title: draft.title, subject: draft.subject, sections, changed };
}

/** The minutes as they are closed: plain sections, nothing else. */
export function finalMinutes(merged: MergedMinutes): FinalMinutes {
  return {
    title: merged.title,
    subject: merged.subject,
    sections: merged.sections.map(({ id, part, heading, text }) => ({ id, part, heading, text })),
  };
}

/** [MIN-6] The text that the fingerprint (SHA-256) of closed minutes is taken over, as UTF-8: canonical JSON, so that every device agrees. */
export const minutesContent = (minutes: FinalMinutes): string =>
  canonicalJson({ title: minutes.title, subject: minutes.subject, sections: minutes.sections.map((section) => ({ ...section })) });
