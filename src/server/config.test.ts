import { describe, expect, it } from 'vitest';
import { SettingError, readConfig } from './config';
import { openContext } from './open';

describe('[START-3] settings', () => {
  it('have defaults that work on this machine alone', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual({
      port: 8787, host: '127.0.0.1', dataDir: './data', databaseUrl: undefined, organisation: undefined, publicUrl: undefined, trustProxy: false, logLevel: 'warn', filesPerCell: 500_000_000, keepEnded: 30, metricsToken: undefined,
    });
  });

  it('are read from the environment', () => {
    const env = { PORT: '0', HOST: '::', DATA_DIR: '/var/so', DATABASE_URL: 'postgres://u@h/d', PUBLIC_URL: 'https://So.example.vn/', TRUST_PROXY: '127.0.0.1, 10.0.0.0/8', LOG_LEVEL: 'info', FILES_PER_CELL: '0' };
    expect(readConfig(env)).toMatchObject({ port: 0, host: '::', dataDir: '/var/so', databaseUrl: 'postgres://u@h/d', publicUrl: 'https://so.example.vn', trustProxy: '127.0.0.1, 10.0.0.0/8', logLevel: 'info', filesPerCell: 0 });
    expect(readConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(true);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'no host'],
    ['DATABASE_URL', 'mysql://here'],
    ['DATABASE_URL', 'here'],
    ['ORG_FILE', '/nowhere.json'],
    ['PUBLIC_URL', 'so.example.vn'],
    ['PUBLIC_URL', 'https://so.example.vn/so'],
    ['PUBLIC_URL', 'ftp://so.example.vn'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '1'],
    ['FILES_PER_CELL', '2 GB'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(SettingError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('a database that does not answer is named, its password is not', async () => {
    const opening = openContext({ dataDir: '', databaseUrl: 'postgres://me:hidden@127.0.0.1:1/so' }, 0);
    await expect(opening).rejects.toThrow(/^DATABASE_URL: .*ECONNREFUSED/);
    await expect(opening).rejects.not.toThrow(/hidden/);
  });

  it('a folder that cannot be made is named', async () => {
    await expect(openContext({ dataDir: 'package.json/data', databaseUrl: undefined })).rejects.toThrow(/^DATA_DIR: /);
    await expect(openContext({ dataDir: 'package.json', databaseUrl: undefined })).rejects.toThrow(/^DATA_DIR: /);
  });
});
