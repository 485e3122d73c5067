/** The rule table, as Markdown: what the code keeps and what the packs say, each with its source, how sure it is, and the test that proves it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppraisalRules, DocumentRules, Frame, Procedure } from '@/domain';
import { rulesOf } from '../rules';
import { filesUnder } from '../source';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const rowOf = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => [rowOf(head), rowOf(head.map(() => '---')), ...rows.map(rowOf)].join('\n');

/** The whole table of the project under `root`. */
export function table(root: string): string {
  const packs = filesUnder(root, 'src/packs').filter((file) => file.endsWith('.json'));
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const parts = [
    '# Rules',
    tableOf(['rule', 'text', 'source', 'confidence', 'where', 'tests'], rulesOf(root).map(({ id, text, source, confidence, file, line, tests }) => [id, text, source, confidence, `${file}:${line}`, tests.join(', ')])),
  ];
  for (const file of packs) {
    const pack = read(file) as Procedure | Frame | DocumentRules | AppraisalRules;
    const lines =
      'phases' in pack
        ? pack.phases.flatMap(({ steps }) => steps.map((step) => ({ ...step, more: step.required ? 'required' : '' })))
        : 'types' in pack
          ? pack.types.map((type) => ({ ...type, more: `${type.code}${type.cellMayIssue ? '' : ', not by a cell'}` }))
          : 'forms' in pack
            ? pack.forms.flatMap((form) => [form, ...form.sections.map((section) => ({ ...section, id: `${form.id} ${section.id}` }))].map((line) => ({ ...line, more: '' })))
            : pack.groups.flatMap(({ criteria }) => criteria.map((criterion) => ({ ...criterion, more: `${criterion.max}${criterion.evidenceKey ? `, ${criterion.evidenceKey}` : ''}` })));
    parts.push(
      `## ${pack.id}, version ${pack.version}: ${pack.basis} (${pack.status})`,
      tableOf(['line', 'text', '', 'source', 'confidence', 'remark'], lines.map(({ id, label, more, source, evidence, sourceNote }) => [id, label, more, source.join(' '), evidence, sourceNote ?? ''])),
    );
  }
  return parts.join('\n\n');
}
