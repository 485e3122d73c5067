import { expect, it } from 'vitest';
import { readMeeting, type Json } from '@/domain';
import { allDocumentRules } from '@/packs/documents';
import { closed, inputOf, planned, sample } from '../../../tests/fixtures/documents';
import { fields, INTERNAL } from '../../../tests/fixtures/november-meeting';
import { layoutOn, type PartyDocument } from '../form';
import { outwardMinutes } from '../outward';
import { DOCUMENT_KINDS, documentsOf, makeForm } from './index';
import { numberLine } from './input';

const words = (form: PartyDocument | null): string => JSON.stringify(form);
const november = (changed: Record<string, Json>) => inputOf('november', { ...fields, ...changed });

it('[FORM-1] a document has the layout of its day', () => {
  expect(layoutOn('2026-05-26').id).toBe('2018');
  expect(layoutOn('2026-05-27').id).toBe('2026');
  expect(layoutOn('2010-01-01').id).toBe('2018');
  expect(makeForm('minutes', november({ date: '2026-04-24' }))?.layout.id).toBe('2018');
  expect(makeForm('minutes', closed)?.layout.id).toBe('2026');
});

it('[FORM-2] a number has no colon, a zero before one figure, and a gap while there is none', () => {
  expect(numberLine('NQ', 5)).toBe('Số 05-NQ/CB');
  expect(numberLine('NQ', 12)).toBe('Số 12-NQ/CB');
  expect(numberLine('KL')).toBe('Số …-KL/CB');
  expect(makeForm('resolution', { ...closed, number: 3 })?.head).toEqual({ superior: 'Đảng ủy Sở Xây dựng', cell: 'Chi bộ Trung tâm Kiểm định Xây dựng', number: 'Số 03-NQ/CB', placeDate: 'Thanh Hóa, ngày 24 tháng 11 năm 2026' });
});

it('[FORM-3] the secretary signs, or the deputy who chaired; for the cell or its committee', () => {
  const signed = (input = closed) => makeForm('resolution', input)?.foot?.right;
  expect(signed()).toMatchObject({ label: 'T/M CHI BỘ', under: 'BÍ THƯ', name: 'Trịnh Xuân Hòa' });
  expect(signed(november({ chairId: 'm04' }))).toMatchObject({ label: 'T/M CHI BỘ', under: 'PHÓ BÍ THƯ', name: 'Phạm Thị Cúc' });
  expect(signed({ ...closed, cell: { ...closed.cell, signFor: 'cellCommittee' } })).toMatchObject({ label: 'T/M CHI ỦY', under: 'BÍ THƯ' });
  expect(words(makeForm('notice', inputOf('x', { ...fields, kind: 'cellCommittee', procedure: { id: 'cellCommittee.hd42-2025', version: 1 } })))).toContain('T/M CHI ỦY');
});

it('[FORM-4] an extract holds what was chosen, word for word, from the copy that may leave the cell', () => {
  const extract = sample('extract');
  for (const id of ['conclusion', 'tasks']) {
    for (const line of closed.outward.sections.find((section) => section.id === id)!.text.split('\n')) expect(words(extract)).toContain(JSON.stringify(line));
  }
  expect(words(extract)).not.toContain('Kết quả biểu quyết');
  const all = words(makeForm('extract', closed, { sections: closed.minutes.sections.map(({ id }) => id) }));
  expect(words(sample('minutes'))).toContain(INTERNAL);
  expect(all).not.toContain(INTERNAL);
});

it('[FORM-5] offers what the records and the rules of the day allow', () => {
  const offered = (changed: Record<string, Json>, scored = true) => documentsOf(readMeeting('x', { ...fields, ...changed }), allDocumentRules, scored);
  expect(offered({})).toEqual(['notice', 'invitation', 'programme', 'attendance', 'ballot', 'minutes', 'extract', 'resolution', 'conclusion', 'scoreSheet']);
  expect(offered({ date: '2025-11-24' })).not.toContain('notice');
  expect(offered({ date: '2025-11-24' })).not.toContain('conclusion');
  expect(offered({ date: '2025-11-24' })).toContain('invitation');
  expect(offered({ kind: 'cellCommittee' }, false)).toEqual(['notice', 'invitation', 'programme', 'attendance', 'ballot', 'minutes', 'extract']);
  expect(documentsOf(planned.meeting, allDocumentRules, true)).toEqual(['notice', 'invitation', 'programme', 'thematicPlan', 'thematicOutline', 'attendance', 'ballot', 'scoreSheet']);
  expect(documentsOf(closed.meeting, allDocumentRules, true)).toEqual(['notice', 'invitation', 'programme', 'attendance', 'minutes', 'extract', 'resolution', 'conclusion', 'scoreSheet', 'counting', 'correction']);
});

it('[FORM-6] a resolution and a conclusion leave out what internal steps hold; a counting record does not name what a restricted one voted on', () => {
  const marked = (stepId: string, sensitivity: 'internal' | 'restricted') => ({
    ...closed,
    procedure: { ...closed.procedure, phases: closed.procedure.phases.map((phase) => ({ ...phase, steps: phase.steps.map((step) => (step.id === stepId ? { ...step, sensitivity } : step)) })) },
  });
  const [ahead, proposal, asked] = ['Hoàn thành kế hoạch kiểm định năm 2026 trước', 'máy quét tài liệu', 'Nguyễn Văn Kiên'];
  expect(words(makeForm('resolution', closed))).toContain(ahead);
  expect(words(makeForm('resolution', marked('tk-nd-05', 'internal')))).not.toContain(ahead);
  expect(words(makeForm('conclusion', closed))).toContain(proposal);
  expect(words(makeForm('conclusion', marked('tk-nd-07', 'internal')))).not.toContain(proposal);
  expect(words(makeForm('counting', closed))).toContain(asked);
  expect(words(makeForm('counting', marked('tk-kt-03', 'restricted')))).not.toContain(asked);
});

it('[FORM-8] a resolution or conclusion that was voted down does not say that it was passed', () => {
  const vote = (decision: string, yes: number) => ({ decision, stepId: 'tk-kt-03', yes, no: 24 - yes, other: 0, base: 27, inRoom: 24, at: '2026-11-24T08:36:00.000Z' });
  for (const kind of ['resolution', 'conclusion'] as const) {
    const told = (...yes: number[]) => words(makeForm(kind, november({ 'vote/v2': null, ...Object.fromEntries(yes.map((n, at) => [`vote/w${at}`, vote(kind, n)])) })));
    expect(told(13)).toContain('này chưa được Chi bộ biểu quyết thông qua: có 13/27 đồng chí');
    expect(told(13)).toContain('cần ít nhất 14; chưa được ban hành.');
    expect(told(0)).toContain('này chưa được Chi bộ biểu quyết thông qua');
    expect(told(13)).not.toContain('này được Chi bộ biểu quyết thông qua');
    expect(told(13, 20)).toContain('này được Chi bộ biểu quyết thông qua với 20/27');
    expect(told(20, 13)).toContain('này được Chi bộ biểu quyết thông qua với 20/27');
    expect(told()).toContain('này được Chi bộ biểu quyết thông qua với …/…');
  }
});

it('[FORM-9] an invitation tells guests time, place and theme, neither the reason nor the agenda; members are told all of it', () => {
  const [reason, item, theme] = ['Xem xét kỷ luật đồng chí Nguyễn Thúy Nga', 'Biểu quyết kỷ luật đồng chí Nga', 'Nêu gương trong công việc'];
  const input = inputOf('x', { kind: 'extraordinary', date: '2026-12-01', time: '14:00', place: 'Phòng họp tầng 2', procedure: { id: 'regular.hd05-duk-2021', version: 1 }, reason, agenda: item, theme });
  for (const told of [reason, item]) {
    expect(words(makeForm('notice', input))).toContain(told);
    expect(words(makeForm('invitation', input))).not.toContain(told);
  }
  for (const told of ['14 giờ 00 phút', 'Phòng họp tầng 2', theme]) expect(words(makeForm('invitation', input))).toContain(told);
});

it('[FORM-10] a cell without chi ủy is not spoken to as if it had one', () => {
  const without = { hasCommittee: false, signFor: 'cellCommittee' } as const;
  for (const input of [closed, planned]) {
    for (const kind of ['notice', 'invitation', 'programme', 'thematicPlan', 'resolution', 'conclusion'] as const) {
      expect(`${kind} ${/chi ủy(?! viên)/iu.exec(words(makeForm(kind, { ...input, cell: { ...input.cell, ...without } })))?.[0] ?? ''}`).toBe(`${kind} `);
    }
  }
  expect(words(makeForm('resolution', { ...closed, cell: { ...closed.cell, ...without } }))).toContain('bí thư theo dõi, đôn đốc');
  expect(words(makeForm('resolution', closed))).toContain('chi ủy theo dõi, đôn đốc');
});

it('never says undefined, null or NaN, nor leaves a sentence open, also when next to nothing is known', () => {
  const bare = { ...inputOf('bare', { kind: 'regular', date: '2026-11-24', procedure: { id: 'regular.hd05-duk-2021', version: 1 } }), cell: { ...closed.cell, name: '', superior: '', placeName: '' } };
  for (const input of [bare, closed, planned, november({ roster: [], chairId: null, agenda: '', place: '', 'guest/g1': null, conclusion: '' })]) {
    for (const kind of DOCUMENT_KINDS) {
      const form = makeForm(kind, input);
      expect(`${kind} ${/undefined|null|NaN|\[object/.exec(words(form)?.replaceAll('"head":null', '').replaceAll('"foot":null', '').replace(/^null$/, ''))?.[0] ?? ''}`).toBe(`${kind} `);
      const texts = (form?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
      expect(texts.filter((text) => !/[.!?:;…]["”»)]?$/u.test(text)).map((text) => `${kind}: ${text}`)).toEqual([]);
    }
  }
});

it('composes the same document of the same records', () => {
  for (const kind of DOCUMENT_KINDS) expect(words(sample(kind))).toBe(words(sample(kind)));
});

it('[FORM-12] a resolution and a conclusion take over what the hand wrote into the minutes', () => {
  const edited = november({
    'minutes/conclusion': { basis: '' }, 'minutes/conclusion/text': 'Đồng chí chủ trì kết luận như sau:\nSửa tay: hoàn thành trước ngày 15/12.',
    'minutes/tasks': { basis: '' }, 'minutes/tasks/text': 'Chi bộ giao việc như sau:\n- Đồng chí Hà: sửa tay phân công.',
    'minutes/step-tk-nd-05': { basis: '' }, 'minutes/step-tk-nd-05/text': '- Phương hướng sửa tay.',
  });
  for (const kind of ['resolution', 'conclusion'] as const) {
    const form = makeForm(kind, edited)!;
    expect(words(form), kind).toContain('Sửa tay: hoàn thành trước ngày 15/12.');
    expect(words(form), kind).toContain('- Đồng chí Hà: sửa tay phân công.');
    expect(words(form), kind).not.toContain('Đồng chí chủ trì kết luận như sau');
    expect(form.blocks.filter((block) => block.kind === 'table' && block.columns.some(({ head }) => head === 'Kết quả')).length, kind).toBe(kind === 'resolution' ? 1 : 0);
  }
  expect(words(makeForm('resolution', edited))).toContain('- Phương hướng sửa tay.');
  expect(words(makeForm('resolution', edited))).not.toContain('Tổ chức kiểm điểm, xếp loại đảng viên cuối năm');
  // A section that holds more than the note does not take its place: what was said at the step is not the cell's resolution.
  expect(words(makeForm('resolution', november({ 'minutes/step-tk-nd-03': { basis: '' }, 'minutes/step-tk-nd-03/text': 'Ai đó phát biểu.' })))).not.toContain('Ai đó phát biểu');
  expect(words(makeForm('conclusion', november({ 'minutes/conclusion': { basis: '' }, 'minutes/conclusion/text': '' })))).toContain('……');
});

it('[FORM-12] of closed minutes, documents say what was closed, whatever became of a task since', () => {
  const open = inputOf('november', fields);
  const final = open.minutes;
  const closedAt = '2026-11-24T10:00:00.000Z';
  const later = (meeting: typeof open.meeting) => {
    const records = { ...open, meeting, reviewedTasks: open.reviewedTasks.map((task) => (task.state === 'open' ? { ...task, state: 'done' as const, doneOn: '2027-01-05', result: 'VỀ SAU' } : task)), newTasks: open.newTasks.map((task) => ({ ...task, what: 'việc đổi về sau' })) };
    return { ...records, outward: outwardMinutes(records, meeting.minutes, meeting.final) };
  };
  const shut = later(readMeeting('november', { ...fields, final: final as unknown as Json, closedAt }));
  for (const kind of ['resolution', 'conclusion', 'extract'] as const) {
    const told = words(makeForm(kind, shut, { sections: ['conclusion', 'tasks', 'step-tk-nd-03'] }));
    expect(told, kind).not.toMatch(/đổi về sau|VỀ SAU/);
    for (const line of final.sections.find(({ id }) => id === 'tasks')!.text.split('\n')) expect(told, kind).toContain(JSON.stringify(line));
  }
  expect(words(makeForm('resolution', later(open.meeting)))).toMatch(/[đĐ]ổi về sau/);
  expect(shut.outward.sections.map(({ id }) => id)).toEqual(open.outward.sections.map(({ id }) => id));
  expect(words(makeForm('extract', shut, { sections: final.sections.map(({ id }) => id) }))).not.toContain(INTERNAL);
});

it('[FORM-12] what is told less of outside is never taken from the closed minutes', () => {
  const final = closed.minutes;
  const outward = outwardMinutes(closed, {}, final);
  const tellers = 'Tạ Quang Minh (tổ trưởng)';
  expect(words(final as never)).toContain(tellers);
  expect(words(outward as never)).not.toContain(tellers);
  expect(outward).toEqual(closed.outward);
});
