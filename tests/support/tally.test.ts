import { describe, expect, it } from 'vitest';
import { add, closingLine, NOTHING, tallyOf, type VitestReport } from './tally';

const report = (over: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...over,
});

describe('the closing line of npm test', () => {
  it('sums the projects', () => {
    const unit = tallyOf(report({ numPassedTests: 5, numPendingTests: 1 }), 0);
    const e2e = tallyOf(report({ numPassedTests: 2, numFailedTests: 1 }), 1);
    expect(closingLine(add(unit, e2e))).toBe('7 passed, 1 failed, 1 skipped');
    expect(closingLine(NOTHING)).toBe('0 passed, 0 failed');
  });

  it('counts a file that could not be loaded as a failure', () => {
    const files = [{ status: 'failed', assertionResults: [] }, { status: 'passed', assertionResults: [{ status: 'passed' }] }];
    expect(tallyOf(report({ numPassedTests: 1, testResults: files }), 1).failed).toBe(1);
  });

  it('does not count a failing test twice because its file failed', () => {
    const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(tallyOf(report({ numFailedTests: 1, testResults: files }), 1).failed).toBe(1);
  });

  it('is a failure when vitest ended badly or left no report', () => {
    expect(tallyOf(report({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(tallyOf(null, 0).failed).toBe(1);
  });
});
