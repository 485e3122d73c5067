import type { ClosedMinutes } from '@/domain';
import { Heading, Stack, type Level } from '@/ui';

/** Paragraphs and items of one section: a line that begins with "- " or "+ " is an item. */
export function SectionText({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <p key={index} className={/^[-+] /.test(line) ? 'mw-item' : undefined}>{line}</p>
  ));
}

/** The minutes to be read. */
export function MinutesText({ minutes, level = 3 }: { minutes: ClosedMinutes; level?: Level }) {
  return (
    <Stack lang="vi">
      <p><strong>{minutes.title}</strong><br />{minutes.subject}</p>
      {minutes.sections.map(({ id, heading, text }) => (
        <div key={id}>
          <Heading level={level}>{heading}</Heading>
          <SectionText text={text} />
        </div>
      ))}
    </Stack>
  );
}
