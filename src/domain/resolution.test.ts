import { describe, expect, it } from 'vitest';
import { lifeFlow } from './life-flow';
import { readPaper } from './paper';
import { carriedThrough, paperProgress, resolutionsPassed, resolutionTitle, reviewsAt, type HeldLine } from './resolution';
import { readMeeting } from './read-meeting';
import { readTask } from './task';
import type { Fields } from './records';

const paper = (id: string, fields: Fields) => readPaper(id, { kind: 'thematicResolution', issuedOn: '2026-01-10', title: id, ...fields })!;
const meeting = (fields: Fields = {}) => readMeeting('m', { kind: 'regular', date: '2026-11-24', ...fields });

describe('reviews of resolutions', () => {
  it('[PAPER-4] a meeting takes up what is overdue or due within a month, and keeps what was held at it', () => {
    const papers = [
      paper('late', { reviewOn: '2026-06-01' }),
      paper('month', { summaryOn: '2026-12-24' }),
      paper('later', { reviewOn: '2026-12-25' }),
      paper('held', { reviewOn: '2026-06-01', reviewedOn: '2026-06-02' }),
      paper('here', { reviewOn: '2026-11-30', reviewedOn: '2026-11-24', reviewedIn: 'm' }),
      paper('undone', { reviewOn: '2026-11-25', reviewedIn: 'm' }),
      paper('rules', { kind: 'workingRules', reviewOn: '2026-06-01' }),
      paper('unissued', { issuedOn: '2026-12-01', reviewOn: '2026-12-10' }),
    ];
    expect(reviewsAt(papers, meeting()).map(({ paper: { id }, what, held }) => [id, what, held])).toEqual([['late', 'review', false], ['undone', 'review', false], ['here', 'review', true], ['month', 'summary', false]]);
    expect(reviewsAt(papers, meeting({ kind: 'cellCommittee' }))).toEqual([]);
  });

  it('[PAPER-4] the meeting’s record holds what a review found', () => {
    const read = meeting({ 'paper/summary.p': { title: 'Chuyển đổi số', number: '05-NQ/CB', percent: 80 }, 'paper/summary.p/result': 'đạt', 'paper/review.q': { title: 'X' } }).paperReviews;
    expect(read).toEqual([{ id: 'review.q', what: 'review', title: 'X', number: '', percent: null, result: '' }, { id: 'summary.p', what: 'summary', title: 'Chuyển đổi số', number: '05-NQ/CB', percent: 80, result: 'đạt' }]);
  });

  it('[PAPER-5] only resolutions that the cell passed become documents', () => {
    const vote = (decision: string, yes: number) => ({ decision, yes, no: 10 - yes, other: 0, base: 10, inRoom: 10, at: '2026-11-24T08:00:00.000Z', stepId: 's' });
    const votes = { 'vote/a': vote('resolution', 8), 'vote/b': vote('resolution', 5), 'vote/c': vote('conclusion', 10) };
    expect(resolutionsPassed(meeting(votes)).map(({ id }) => id)).toEqual(['a']);
    expect(resolutionsPassed(meeting({ ...votes, kind: 'committee' }))).toEqual([]);
  });

  it('[PAPER-5] a vote on letting a member leave the Party is no resolution of the register', () => {
    const { decision } = lifeFlow({ kind: 'leaving', reason: '' });
    const votes = { 'vote/a': { decision, yes: 10, no: 0, other: 0, base: 10, inRoom: 10, at: '2026-11-24T08:00:00.000Z', stepId: 's' } };
    expect(decision).toBe('leaving');
    expect(resolutionsPassed(meeting(votes))).toEqual([]);
  });

  it('[PAPER-5] the title is the question without what was done with it', () => {
    expect(resolutionTitle('Thông qua nghị quyết lãnh đạo nhiệm vụ tháng 12 năm 2026.')).toBe('Nghị quyết lãnh đạo nhiệm vụ tháng 12 năm 2026');
    expect(resolutionTitle(' Biểu quyết thông qua toàn văn dự thảo Nghị quyết về chuyển đổi số; ')).toBe('Nghị quyết về chuyển đổi số');
    expect(resolutionTitle('Nghị quyết năm')).toBe('Nghị quyết năm');
  });
});

describe('tasks of resolutions, and tasks carried over', () => {
  const task = (fields: Fields) => readTask('t', { createdAt: '2026-09-05T08:00:00.000Z', state: 'open', ...fields });
  const held = (id: string, date: string, kind = 'regular', state = 'closed'): HeldLine => ({ id, date, kind, state });

  it('[TASK-4] the share done is of the resolution’s own tasks; dropped ones are not asked for', () => {
    const tasks = [task({ paperId: 'p', state: 'done' }), task({ paperId: 'p' }), task({ paperId: 'p' }), task({ paperId: 'p', state: 'dropped' }), task({ paperId: 'q', state: 'done' }), task({})];
    expect(paperProgress(tasks, 'p')).toEqual({ done: 1, all: 3, percent: 33 });
    expect(paperProgress(tasks, 'r')).toEqual({ done: 0, all: 0, percent: null });
  });

  it('[TASK-3] an open task is carried through the meetings of the row that gave it', () => {
    const directory = [held('n', '2026-12-05', 'regular', 'planned'), held('v', '2026-11-05', 'combined'), held('cu2', '2026-11-01', 'cellCommittee'), held('th', '2026-10-20', 'thematic'), held('o', '2026-10-05'), held('cu', '2026-10-01', 'cellCommittee'), held('s', '2026-09-05')];
    const through = (fields: Fields, givenOn = '2026-09-05') => carriedThrough(task(fields), givenOn, directory);
    expect(through({ meetingId: 's' })).toBe(2);
    expect(through({ meetingId: 'cu' })).toBe(1);
    expect(through({ meetingId: 'th' })).toBe(1);
    expect(through({}, '2026-10-05')).toBe(1);
    expect(through({ meetingId: 's', state: 'done' })).toBe(0);
  });
});
