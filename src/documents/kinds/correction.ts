import { dateInVietnam, type CalendarDate } from '@/domain';
import type { PartyDocument } from '../form';
import { contextOf } from '../minutes/context';
import { dateText, lowerFirst, onTheWall, phrase, sentence, sentences } from '../minutes/format.vi';
import { comrade } from '../minutes/phrases.vi';
import { documentOf, headOf, point, signer, subjectOf, text, type KindInput } from './input';
import { correction as say, foot } from './phrases.vi';

/** Correction (đính chính) of closed minutes: every one that was made, with its reason, by whom and when. The minutes stay as they are. */
export function correctionForm(input: KindInput): PartyDocument | null {
  const { meeting } = input;
  const all = meeting.corrections.filter((one) => phrase(one.text) !== '');
  if (all.length === 0) return null;
  const ctx = contextOf(input);
  const dayOfLast: CalendarDate = onTheWall(all.at(-1)?.at ?? null)?.date ?? input.today;
  const closed = meeting.closedAt === null ? '' : dateText(dateInVietnam(meeting.closedAt));
  const subject = subjectOf(meeting);
  return documentOf({
    head: headOf(input, dayOfLast),
    on: dayOfLast,
    title: say.title,
    subject: say.subject(subject),
    blocks: [
      text(say.opening({ subject, closed }), true),
      ...all.flatMap((one, index) => {
        const who = ctx.name(one.by);
        const [first = '', ...rest] = sentences(one.text);
        const reason = phrase(one.reason);
        const by = sentence(say.by(who === '' ? '' : comrade(who), dateText(onTheWall(one.at)?.date)));
        return [
          ...(all.length === 1 ? [] : [point(say.nth(String(index + 1)))]),
          text(sentence(say.text(lowerFirst(first)))),
          ...rest.map((line) => text(line)),
          ...(reason === '' ? [] : [text(sentence(say.reason(lowerFirst(reason))))]),
          ...(by === '' ? [] : [text(by)]),
        ];
      }),
      text(say.rest),
    ],
    left: signer(foot.clerk, ctx.name(meeting.clerkId)),
    right: signer(foot.chair, ctx.name(meeting.chairId)),
  });
}
