/** `npm run packs -- check FILE…`: what is wrong with a pack file, by line and column; `-- table`: every rule and every line of the packs. */
import { readFileSync } from 'node:fs';
import { faultsOf } from './check';
import { table } from './table';

const [command, ...files] = process.argv.slice(2);
if (command === 'check' && files.length > 0) process.exitCode = files.map(check).every(Boolean) ? 0 : 1;
else if (command === 'table') console.log(table(process.cwd()));
else {
  console.log('Cách dùng: npm run packs -- check TỆP…, hoặc npm run packs -- table');
  process.exitCode = 2;
}

function check(file: string): boolean {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.log(`${file}: không đọc được tệp này.`);
    return false;
  }
  const faults = faultsOf(text);
  for (const { line, column, message } of faults) console.log(`${file}:${line}:${column} ${message}`);
  console.log(faults.length === 0 ? `${file}: dùng được.` : `${file}: ${faults.length} chỗ cần sửa.`);
  return faults.length === 0;
}
