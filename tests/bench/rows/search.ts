/** Searching five years on a slow phone: making the texts ready and asking once, against a scan that makes them ready at every question. */
import type { SearchBench } from '../pages/search';
import { newProfile, startPhone } from '../phone';
import type { Row } from '../report';
import { startSites } from '../site';
import { summarize } from '../stats';

const ROUNDS = 9;
const QUESTIONS = ['chi uy ra soat', 'sắp xếp', '"quy che phoi hop"', 's', 'khong co trong so'];

export async function search(): Promise<Row> {
  const servers = await startSites();
  const profile = newProfile();
  const phone = await startPhone(profile.dir);
  try {
    await phone.page.goto(`${servers.app.url}/bench/search.html`);
    await phone.page.waitForFunction(() => 'bench' in window);
    const call = (name: keyof SearchBench, query = ''): Promise<number> =>
      phone.page.evaluate(([what, text]) => (window as unknown as { bench: Record<string, (text: string) => number> }).bench[what]!(text), [name, query] as const);
    const letters = await call('make');
    const times: Record<'first' | 'fold' | 'find' | 'scan' | 'index' | 'ask', number[]> = { first: [], fold: [], find: [], scan: [], index: [], ask: [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      const of = { fold: await call('fold'), index: await call('index') };
      for (const question of QUESTIONS) {
        const [find, ask, scan] = [await call('find', question), await call('ask', question), await call('scan', question)];
        if (round < 0) continue;
        times.find.push(find);
        times.ask.push(ask);
        times.scan.push(scan);
        times.first.push(of.fold + find);
      }
      if (round < 0) continue;
      times.fold.push(of.fold);
      times.index.push(of.index);
    }
    const side = (label: string, name: keyof typeof times): Row['measured'] => ({ label, ms: summarize(times[name]) });
    return {
      name: 'search',
      title: `five years of a cell's texts, ${Math.round(letters / 1000)} thousand letters`,
      measured: side('texts made ready, and one question', 'first'),
      reference: side('a scan that makes them ready each time', 'scan'),
      ratio: summarize(times.first).median / summarize(times.scan).median,
      goal: 'p95 under 300 ms',
      parts: [side('texts made ready', 'fold'), side('each further question', 'find'), side('MiniSearch: index made', 'index'), side('MiniSearch: a question', 'ask')],
      notes: [],
    };
  } finally {
    await phone.close();
    profile.remove();
    await servers.stop();
  }
}
