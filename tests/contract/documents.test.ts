import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRIBUTION_KINDS, MARKS, MEETING_KINDS, readMeeting, stepsOf, type Fields, type Json } from '@/domain';
import { assembleMinutes, finalMinutes, mergeMinutes, minutesContent, type Audience, type FinalMinutes, type MinutesInput } from '@/documents';
import { fields, INTERNAL, november, SECRETS } from '../fixtures/november-meeting';

const AUDIENCES: readonly Audience[] = ['cell', 'committee'];

const minutesOf = (input: MinutesInput): FinalMinutes => finalMinutes(mergeMinutes(assembleMinutes(input), input.meeting.minutes));
const page = (minutes: FinalMinutes): string =>
  [minutes.title, minutes.subject, ...minutes.sections.map((section) => `\n# ${section.part} · ${section.heading} [${section.id}]\n${section.text}`)].join('\n') + '\n';
const withFields = (changed: Record<string, Json>): MinutesInput => ({ ...november, meeting: readMeeting('november', { ...fields, ...changed }) });
const sectionText = (input: MinutesInput, id: string): string | undefined => minutesOf(input).sections.find((section) => section.id === id)?.text;

describe('minutes of a whole meeting', () => {
  it('[MIN-1] [MIN-5] reads as the cell would write it', async () => {
    await expect(page(minutesOf(november))).toMatchFileSnapshot('../fixtures/november-minutes.txt');
  });

  it('[MIN-3] reads the same for the committee, less what is internal', async () => {
    await expect(page(minutesOf({ ...november, audience: 'committee' }))).toMatchFileSnapshot('../fixtures/november-minutes-committee.txt');
  });

  it('[MIN-2] [MIN-3] keeps the secrets of the self-criticism from both, and internal notes from the committee', () => {
    expect(JSON.stringify(fields)).toContain(SECRETS[0]);
    for (const audience of AUDIENCES) for (const secret of SECRETS) expect(page(minutesOf({ ...november, audience }))).not.toContain(secret);
    expect(page(minutesOf(november))).toContain(INTERNAL);
    expect(page(minutesOf({ ...november, audience: 'committee' }))).not.toContain(INTERNAL);
  });

  it('[PAPER-4] a resolution reviewed stands with the tasks looked back at, for the committee too', () => {
    const reviewed = withFields({
      'paper/review.p1': { title: 'Nghị quyết chuyên đề về số hóa hồ sơ', number: '05-NQ/CB', percent: 80 },
      'paper/review.p1/result': 'đã số hóa 400/500 hồ sơ',
      'paper/summary.p2': { title: 'Phương hướng, nhiệm vụ năm 2026', number: '', percent: null },
    });
    for (const audience of AUDIENCES) {
      const text = sectionText({ ...reviewed, audience }, 'step-tk-nd-03') ?? '';
      expect(text).toContain('Sơ kết nghị quyết số 05-NQ/CB: chuyên đề về số hóa hồ sơ; mức độ hoàn thành 80%; kết quả: đã số hóa 400/500 hồ sơ.');
      expect(text).toContain('Tổng kết nghị quyết: Phương hướng, nhiệm vụ năm 2026.');
    }
  });

  it('[MIN-6] the text for the fingerprint is the same for the same records, and another when a letter changes', () => {
    const content = minutesContent(minutesOf(november));
    expect(minutesContent(minutesOf(november))).toBe(content);
    expect(minutesContent(minutesOf(withFields({ conclusion: 'Khác.' })))).not.toBe(content);
    expect(content).toBe(content.normalize('NFC'));
  });
});

describe('minutes of a meeting that is not all there', () => {
  it('[MIN-1] an empty record gives a title, a subject and not one empty heading', () => {
    const minutes = minutesOf({ ...november, meeting: readMeeting('x', {}), reviewedTasks: [], newTasks: [], frame: null });
    expect(minutes.title).toBe('BIÊN BẢN');
    expect(minutes.sections.map((section) => section.id)).toEqual(['time']);
  });

  it('[MIN-1] a count that does not add up is said, not decided', () => {
    expect(sectionText(withFields({ 'vote/v2': { ...(fields['vote/v2'] as object), yes: 20 } }), 'votes')).toContain('chưa xác định kết quả');
  });

  it('[MIN-1] a vote that failed says what it needed', () => {
    expect(sectionText(withFields({ 'vote/v2': { ...(fields['vote/v2'] as object), yes: 13, no: 11, other: 0 } }), 'votes')).toContain(
      'không được thông qua (cần ít nhất 14 phiếu tán thành)',
    );
  });

  it('[MIN-2] criticism spoken in the open discussion is counted, not told', () => {
    const text = sectionText(withFields({ 'con/c9': { memberId: 'm05', kind: 'criticism', at: '2026-11-24T08:03:00.000Z', stepId: 'tk-nd-07' }, 'con/c9/text': SECRETS[0] }), 'step-tk-nd-07');
    expect(text).not.toContain(SECRETS[0]);
    expect(text).toContain('Có 01 lượt ý kiến phê bình');
  });

  it('[MIN-1] a step left out is named with its reason; the reason of a restricted one stays in the cell', () => {
    const text = sectionText(
      withFields({ 'step/tk-nd-04/done': null, 'step/tk-nd-04/note': '', 'step/tk-nd-04/skipped': 'hết giờ', 'step/tk-nd-08/done': null, 'step/tk-nd-08/skipped': SECRETS[0] }),
      'exceptions',
    );
    expect(text).toContain('Không thực hiện phần “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”; lý do: hết giờ.');
    expect(text).toContain('Không thực hiện phần “Tự phê bình và phê bình; biểu dương, nhắc nhở”.');
    expect(text).not.toContain(SECRETS[0]);
  });
});

/** Text as people type and paste it: tone marks, marks at the ends, empty, many lines, control characters. */
const typed = fc.oneof(
  fc.constantFrom('', ' ', '.', '; .', 'Nhất trí với chi ủy', 'đề nghị bổ sung;', '- việc một\n- việc hai', 'a\u0000b\u200bc', 'Kê\u0301t luận', '"Sửa"', '…', '\r\n\r\n', '12', 'toString', 'constructor'),
  fc.array(fc.constantFrom('việc', 'chi bộ', 'đảng viên', 'Ấ', 'ữ', '\n', 'xong.', '“', '<b>', '&', '🙂'), { maxLength: 12 }).map((words) => words.join(' ')),
);
/** What a record may hold where something else belongs. */
const junk: fc.Arbitrary<Json> = fc.oneof(typed, fc.constantFrom<Json>('', 0, -3, 1e9, true, [], {}, 'xyz'), fc.double());
const stepIds = [...stepsOf(november.procedure).map((step) => step.id), '', 'step-of-no-pack'];
const instant = fc.oneof(fc.constantFrom('', 'hôm qua', '2026-11-24T07:05:00.000Z'), fc.integer({ min: 0, max: 6 * 3600 }).map((s) => new Date(Date.UTC(2026, 10, 24, 6) + s * 1000).toISOString()));
const roster = fc.subarray([...november.meeting.roster]).map((entries) => entries.map((entry, index) => (index % 7 === 3 ? { ...entry, name: '' } : entry)) as unknown as Json);

const extra = fc.record(
  {
    kind: fc.oneof(fc.constantFrom(...MEETING_KINDS), fc.constant('constructor')),
    date: fc.constantFrom('2026-02-05', '2026-11-24', '2026-13-40', '', 'mai'),
    roster,
    startedAt: instant,
    endedAt: instant,
    place: typed,
    agenda: typed,
    conclusion: typed,
    weakness: typed,
    dues: fc.record({ paid: fc.oneof(fc.nat(40), fc.constant(Number.NaN)), note: typed }, { requiredKeys: [] }),
    readBack: fc.record({ at: instant, amendments: typed }, { requiredKeys: [] }),
    'att/m02': fc.record({ kind: fc.constantFrom(...MARKS), reason: typed, time: fc.constantFrom('14:20', '25:99', '') }, { requiredKeys: ['kind'] }),
    'att/m04': fc.record({ kind: fc.constantFrom(...MARKS), reason: fc.constantFrom('sick', 'toString'), time: fc.constant('14:20') }, { requiredKeys: ['kind'] }),
    'con/z': fc.record({ memberId: fc.constantFrom('m01', 'nobody', ''), kind: fc.constantFrom(...CONTRIBUTION_KINDS, 'hasOwnProperty'), at: instant, stepId: fc.constantFrom(...stepIds) }, { requiredKeys: [] }),
    'con/z/text': typed,
    'vote/z': fc.record({ yes: fc.oneof(fc.nat(30), fc.constant(Number.NaN)), no: fc.nat(3), other: fc.nat(3), base: fc.nat(30), inRoom: fc.nat(30), decision: fc.constantFrom('admission', 'toString'), stepId: fc.constantFrom(...stepIds), at: instant }, { requiredKeys: [] }),
    'vote/z/question': typed,
    'guest/z': fc.record({ name: typed, role: typed }, { requiredKeys: [] }),
    'doc/z': fc.record({ number: typed, title: typed }, { requiredKeys: [] }),
    'step/tk-nd-08/note': typed,
    'step/tk-nd-09/note': typed,
    'step/tk-nd-04/skipped': typed,
    'prep/override/READY-2': typed,
    'prep/override/toString': typed,
    'score/hd42-1': fc.record({ points: fc.oneof(fc.double(), fc.nat(9)), reason: typed }, { requiredKeys: [] }),
    'minutes/conclusion': fc.record({ text: typed, basis: typed }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** A meeting of which fields are missing, of another shape, or cut short. */
const partial: fc.Arbitrary<Fields> = fc
  .tuple(fc.subarray(Object.keys(fields)), fc.dictionary(fc.constantFrom(...Object.keys(fields).filter((name) => name !== 'roster' && name !== 'procedure')), junk, { maxKeys: 4 }), extra)
  .map(([kept, broken, more]) => ({ ...Object.fromEntries(kept.map((name) => [name, fields[name] as Json])), ...broken, ...(more as Record<string, Json>) }));

describe('minutes of any meeting', () => {
  it('[MIN-1] never say undefined, null, NaN or a gap, have no empty section, and end every line like a sentence', () => {
    fc.assert(
      fc.property(partial, fc.constantFrom(...AUDIENCES), (given, audience) => {
        const input: MinutesInput = { ...november, meeting: readMeeting('x', given), audience, reviewedTasks: november.reviewedTasks.map((task) => ({ ...task, due: null })) };
        const draft = assembleMinutes(input);
        const text = page(finalMinutes(mergeMinutes(draft, {})));
        expect(page(minutesOf(input))).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
        expect(text).not.toMatch(/undefined|null|NaN|Infinity|\{\{|\[object|function|Invalid/);
        // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b]| {2}|\( |\(\)|: ?[;,.]|, ?[,;.]/);
        expect(text).toBe(text.normalize('NFC'));
        for (const section of draft.sections) {
          expect(section.heading).not.toBe('');
          for (const line of section.text.split('\n')) expect(line).toMatch(/^([-+] )?\S.*[.!?…:;](["”»)])?$/u);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('[MIN-2] [MIN-3] show what is open, and never to anybody what is restricted, nor to the committee what is internal', () => {
    const marker = { open: 'CHỮMỞ', internal: 'CHỮTRONG', restricted: 'CHỮKÍN' } as const;
    const reach = (stepId: string): keyof typeof marker => stepsOf(november.procedure).find((step) => step.id === stepId)?.sensitivity ?? (stepIds.indexOf(stepId) < stepIds.length - 2 ? 'open' : 'restricted');
    const anyStep = fc.constantFrom(...stepIds);
    const contribution = fc.record({ stepId: anyStep, kind: fc.constantFrom(...CONTRIBUTION_KINDS), memberId: fc.constantFrom('m01', 'm02', 'm03', 'nobody') });
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 8 }), fc.array(anyStep, { maxLength: 6 }), fc.array(anyStep, { maxLength: 3 }), (spoken, noted, voted) => {
        const secret: Record<string, Json> = {};
        let open = false;
        spoken.forEach((c, i) => {
          const kind = c.kind === 'criticism' ? 'restricted' : reach(c.stepId);
          open ||= kind === 'open';
          secret[`con/s${i}`] = { ...c, at: `2026-11-24T08:00:0${i}.000Z` };
          secret[`con/s${i}/text`] = marker[kind];
        });
        for (const stepId of noted) {
          secret[`step/${stepId}/note`] = marker[reach(stepId)];
          if (reach(stepId) !== 'open') secret[`step/${stepId}/skipped`] = marker[reach(stepId)];
        }
        voted.forEach((stepId, i) => {
          secret[`vote/s${i}`] = { stepId, decision: 'other', yes: 3, no: 0, other: 0, base: 3, inRoom: 3, at: '' };
          secret[`vote/s${i}/question`] = marker[reach(stepId)];
        });
        const cellDraft = assembleMinutes(withFields(secret));
        // The hand edits every section over the cell's own text: none of it may take what is internal to the committee.
        const edits = Object.fromEntries(cellDraft.slots.map((slot) => [`minutes/${slot.id}`, { text: cellDraft.sections.find((s) => s.id === slot.id)?.text ?? '', basis: '' }]));
        const cellText = page(minutesOf(withFields({ ...secret, ...edits })));
        const committeeText = page(minutesOf({ ...withFields({ ...secret, ...edits }), audience: 'committee' }));
        for (const text of [cellText, committeeText, JSON.stringify(cellDraft)]) expect(text).not.toContain(marker.restricted);
        expect(committeeText).not.toContain(marker.internal);
        for (const text of [cellText, committeeText]) expect(open && !text.includes(marker.open)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
