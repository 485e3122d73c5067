import { describe, expect, it } from 'vitest';
import { readMeeting } from './read-meeting';

describe('readMeeting', () => {
  it('keeps what is typed in a field of its own, and still reads what was written whole', () => {
    const meeting = readMeeting('m', {
      'score/a': { points: 3 },
      'score/a/reason': 'vì vậy',
      'score/b': { points: 4, reason: 'cũ' },
      'score/c/reason': 'chưa có điểm',
      'minutes/time': { basis: 'gốc', text: 'cũ' },
      'minutes/time/text': '',
      'minutes/dues': { basis: 'gốc', text: 'nguyên' },
      readBack: { at: '2026-01-01T00:00:00Z', amendments: 'cũ' },
      'readBack/amendments': 'mới',
    });
    expect(meeting.scores).toEqual({ a: { points: 3, reason: 'vì vậy' }, b: { points: 4, reason: 'cũ' } });
    // An emptied section is an edit too: it leaves the section out.
    expect(meeting.minutes).toEqual({ time: { basis: 'gốc', text: '' }, dues: { basis: 'gốc', text: 'nguyên' } });
    expect(meeting.readBack).toEqual({ at: '2026-01-01T00:00:00Z', amendments: 'mới' });
  });

  it('does not take a vote being prepared, or a correction being typed, for one that was made', () => {
    const meeting = readMeeting('m', {
      'voteDraft/s1': { decision: 'other', yes: 2, no: 1, other: 0 },
      'voteDraft/s1/question': 'Có đồng ý không?',
      'corrections/new/text': 'đang gõ',
      'corrections/k1': { at: '2026-01-01T00:00:00Z', text: 'đúng là 24', reason: 'ghi nhầm', by: 'a' },
    });
    expect(meeting.votes).toEqual([]);
    expect(meeting.voteDrafts['s1']).toEqual({ decision: 'other', yes: 2, no: 1, other: 0 });
    expect(meeting.corrections.map((one) => one.text)).toEqual(['đúng là 24']);
  });

  it('counts a guest or document only once something is typed, and takes dues without a count', () => {
    const meeting = readMeeting('m', {
      'guest/1': { at: '2026-01-01T00:00:02Z' },
      'guest/1/name': 'Lê Thị Hồng',
      'guest/2': { at: '2026-01-01T00:00:01Z' },
      'doc/1': { at: '2026-01-01T00:00:01Z' },
      'doc/2': { number: '50-CT/TW', title: 'cũ' },
      'dues/note': 'đóng trong tuần',
    });
    expect(meeting.guests).toEqual([{ id: '1', name: 'Lê Thị Hồng', role: '' }]);
    expect(meeting.documents).toEqual([{ id: '2', number: '50-CT/TW', title: 'cũ' }]);
    expect(meeting.dues).toEqual({ paid: null, note: 'đóng trong tuần' });
    expect(readMeeting('m', { dues: { paid: 27, note: 'cũ' } }).dues).toEqual({ paid: 27, note: 'cũ' });
    expect(readMeeting('m', {}).dues).toBeNull();
  });

  it("reads the chair's answer to a proposal", () => {
    const head = { memberId: 'a', kind: 'proposal', at: '2026-01-01T00:00:00Z', stepId: 's' };
    const { contributions } = readMeeting('m', { 'con/1': head, 'con/1/text': 'máy quét', 'con/1/outcome': 'up', 'con/1/answer': 'sẽ hỏi', 'con/2': head });
    expect(contributions.map(({ text, outcome, answer }) => ({ text, outcome, answer }))).toEqual([
      { text: 'máy quét', outcome: 'up', answer: 'sẽ hỏi' },
      { text: '', outcome: null, answer: '' },
    ]);
  });
});
