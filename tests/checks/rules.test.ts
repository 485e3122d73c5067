import { expect, it } from 'vitest';
import { rules, rulesOf } from './rules';
import { inTree } from './tree';

const CODE = `/**
 * [ROLL-1] Who is marked counts, and
 * who is not does not. [ROLL-2] Late is there.
 * Source: facts.md §4 [V2] S21.
 */
export const x = 1;
`;

it('reads a rule with its words, source and confidence, and the tests that name it', () =>
  inTree({ 'src/domain/x.ts': CODE, 'src/domain/README.md': '- [ROLL-1] in short', 'src/domain/x.test.ts': "it('[ROLL-1] counts', () => {});" }, (root) => {
    expect(rulesOf(root)).toEqual([
      { id: 'ROLL-1', file: 'src/domain/x.ts', line: 2, text: 'Who is marked counts, and who is not does not.', source: 'facts.md §4 [V2] S21.', confidence: 'V2', tests: ['src/domain/x.test.ts'] },
      { id: 'ROLL-2', file: 'src/domain/x.ts', line: 3, text: 'Late is there.', source: 'facts.md §4 [V2] S21.', confidence: 'V2', tests: [] },
    ]);
  }));

it('finds a rule without a test, and a step without a source', () =>
  inTree(
    {
      'src/domain/x.ts': CODE,
      'tests/e2e/x.test.ts': "it('[ROLL-2]', () => {});",
      'src/packs/p.json': '{ "steps": [{ "id": "a", "label": "A", "actors": ["chair"], "evidence": "seen", "source": [] }, { "id": "b", "evidence": "seen", "source": ["S00"] }] }',
    },
    async (root) => {
      expect(await rules(root)).toEqual([
        { file: 'src/domain/x.ts', line: 2, message: '[ROLL-1] has no test that names it' },
        { file: 'src/packs/p.json', message: 'a has no source' },
      ]);
    },
  ));
