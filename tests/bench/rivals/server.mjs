// The rivals' side of the line, in a process of its own: PouchDB's HTTP server, a counterpart for RxDB's HTTP replication, and one that
// only takes and gives. PORT, DATA_DIR, PAGES. RxDB's keeps what it gets in memory: no rival is billed for a server's disk but PouchDB,
// whose server is its own.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const { DATA_DIR = '.', PAGES = '.' } = process.env;
const app = express();
app.use('/bench', express.static(PAGES));

const Stored = PouchDB.defaults({ prefix: join(DATA_DIR, 'pouch-') });
app.use('/pouch', expressPouchdb(Stored, { mode: 'minimumForPouchDB', logPath: join(DATA_DIR, 'pouch.log'), inMemoryConfig: true }));

/** One list a name: documents in the order they came, the latest of each id. */
const lists = new Map();
const listOf = (name) => {
  if (!lists.has(name)) lists.set(name, { seq: 0, docs: new Map() });
  return lists.get(name);
};
app.post('/rx/:name/push', express.json({ limit: '100mb' }), (request, response) => {
  const list = listOf(request.params.name);
  const conflicts = [];
  for (const { newDocumentState: doc, assumedMasterState: assumed } of request.body) {
    const now = list.docs.get(doc.id);
    if (now && (!assumed || now.doc.rev !== assumed.rev)) conflicts.push(now.doc);
    else {
      list.docs.delete(doc.id);
      list.docs.set(doc.id, { seq: (list.seq += 1), doc });
    }
  }
  response.json(conflicts);
});
app.get('/rx/:name/pull', (request, response) => {
  const { after = '0', limit = '1000' } = request.query;
  const fresh = [...listOf(request.params.name).docs.values()].filter(({ seq }) => seq > Number(after)).slice(0, Number(limit));
  response.json({ documents: fresh.map(({ doc }) => doc), checkpoint: { seq: fresh.at(-1)?.seq ?? Number(after) } });
});

app.post('/plain/:name', express.raw({ limit: '200mb', type: () => true }), async (request, response) => {
  const file = await open(join(DATA_DIR, `plain-${request.params.name}`), 'w');
  await file.writeFile(request.body);
  await file.sync();
  await file.close();
  response.json({ ok: true });
});
app.get('/plain/:name', (request, response) => response.sendFile(join(DATA_DIR, `plain-${request.params.name}`), { dotfiles: 'allow' }));

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
