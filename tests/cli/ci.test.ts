import { execFile, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { load } from 'js-yaml';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { forges, type Forge } from '../../src/cli/ci-files.ts';
import { extra } from '../diff/harness.ts';
import { copied, edit, put, shouze, small, temporary } from './harness.ts';

const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];

function git(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, ...program };
  return spawnSync('git', ['-C', folder, ...own, ...args], { encoding: 'utf8', env });
}

/** How the command is called where it is not installed. */
const program = { SHOUZE: `${process.execPath} ${resolve('bin/shouze.js')}` };

const rule = 'stages/work/decide/TST-001-under-test.yaml';

/** A clone with the small rulebook on `main` of its remote, on a branch of its own, and the files for a forge. */
async function repository(forge: Forge) {
  const folder = join(copied(small), '..');
  for (const [path, text] of Object.entries(extra)) put(join(folder, 'rules'), path, text);
  const remote = join(temporary(), 'bank', 'rulebook.git');
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'first');
  spawnSync('git', ['clone', '--quiet', '--bare', folder, remote]);
  git(folder, 'remote', 'add', 'origin', remote);
  git(folder, 'fetch', '--quiet', 'origin');
  git(folder, 'switch', '--quiet', '--create', 'limit');
  const spy = vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const ran = await shouze('new', 'ci', '--for', forge, '--rulebook', join(folder, 'rules'));
  spy.mockRestore();
  expect([ran.code, ran.err]).toEqual([0, '']);
  return folder;
}

/** What a pipeline runs, but for what it installs. */
function commandsOf(forge: Exclude<Forge, 'pre-commit'>, folder: string): readonly string[] {
  const read = (path: string) => load(readFileSync(join(folder, path), 'utf8')) as never;
  const of = {
    github: () => {
      const { jobs } = read('.github/workflows/shouze.yml') as Github;
      return jobs.rulebook.steps.flatMap(({ run }) => run ?? []);
    },
    gitlab: () => {
      const { rulebook } = read('.gitlab-ci.yml') as Gitlab;
      return [...rulebook.script, ...rulebook.after_script];
    },
    gitee: () => {
      const { stages } = read('.workflow/shouze.yml') as Gitee;
      return stages.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands));
    },
  };
  const all = of[forge]();
  const installs = all.filter((command) => command.startsWith('npm install --global shouze@'));
  expect(installs).toHaveLength(1);
  return all.filter((command) => !installs.includes(command));
}

interface Github {
  readonly jobs: { readonly rulebook: { readonly steps: readonly { readonly run?: string }[] } };
}

interface Gitlab {
  readonly rulebook: {
    readonly script: readonly string[];
    readonly after_script: readonly string[];
    readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
  };
}

interface Gitee {
  readonly stages: readonly {
    readonly steps: readonly { readonly commands: readonly string[] }[];
  }[];
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

/** A forge that keeps the comments of one merge request. */
async function forgeServer() {
  const comments: { id: number; body: string }[] = [{ id: 1, body: 'of a person' }];
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await textOf(request);
    const { method = '', url = '', headers } = request;
    const data = text === '' ? {} : (JSON.parse(text) as { body?: string; access_token?: string });
    const [path = '', query = ''] = url.split('?');
    const token =
      headers['private-token'] ??
      headers.authorization ??
      data.access_token ??
      new URLSearchParams(query).get('access_token') ??
      '';
    asked.push({ method, url: path, token: String(token), body: data.body ?? '' });
    if (method === 'POST') comments.push({ id: comments.length + 1, body: data.body ?? '' });
    else if (method !== 'GET') {
      const one = comments.find(({ id }) => path.endsWith(`/${id}`));
      if (one) one.body = data.body ?? '';
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(comments));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, comments, asked };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Runs a line of a pipeline as it does, without stopping this process: the forge is here. */
async function sh(command: string, folder: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ readonly code: number; readonly said: string }>((done) => {
    const options = { cwd: folder, env: { ...process.env, ...program, ...env } };
    execFile('sh', ['-e', '-c', command], options, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });
}

/** What each forge tells its jobs. */
function environmentOf(url: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    github: {
      GITHUB_BASE_REF: 'main',
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: 'bank/rulebook',
      SHOUZE_REQUEST: '7',
      SHOUZE_FORGE: 'github',
    },
    gitlab: {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: 'origin/main',
      CI_API_V4_URL: url,
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '7',
    },
    gitee: { GITEE_BRANCH: 'main', GITEE_API_URL: url, GITEE_PULL_ID: '7' },
  };
}

const paths = {
  github: ['/repos/bank/rulebook/issues/7/comments', '/repos/bank/rulebook/issues/comments/2'],
  gitlab: ['/projects/3/merge_requests/7/notes', '/projects/3/merge_requests/7/notes/2'],
  gitee: ['/repos/bank/rulebook/pulls/7/comments', '/repos/bank/rulebook/pulls/comments/2'],
} as const;

describe.each(['github', 'gitlab', 'gitee'] as const)('a pipeline of %s', (forge) => {
  test('tells a change, and fails where a case or the version is left behind', async () => {
    const folder = await repository(forge);
    const { url, comments, asked } = await forgeServer();
    const env = { ...environmentOf(url)[forge], SHOUZE_TOKEN: 'a token', SHOUZE_LANG: 'en' };
    const commands = commandsOf(forge, folder);
    const run = async () => {
      const codes: number[] = [];
      let said = '';
      for (const command of commands) {
        // eslint-disable-next-line no-await-in-loop -- one after the other, as a job does
        const ran = await sh(command, folder, env);
        codes.push(ran.code);
        said += ran.said;
      }
      return { worst: Math.max(...codes), said };
    };

    edit(folder, 'rules/parameters/limit.yaml', 'value: 200', 'value: 180');
    git(folder, 'commit', '--quiet', '-a', '-m', 'lower');
    const bad = await run();
    expect(bad.worst).toBe(1);
    expect(bad.said).toContain('TST-001 At the limit');
    expect(bad.said.includes('::error file=rules/')).toBe(forge === 'github');
    expect(comments).toHaveLength(2);
    expect(comments[1]?.body).toMatch(/^<!-- shouze -->\n## A small rulebook for tests 1\.0\.0/u);
    expect(comments[1]?.body).toContain('1 fails');

    const cases = rule.replace('.yaml', '.cases.yaml');
    edit(folder, `rules/${cases}`, 'amount: 200 }', 'amount: 180 }');
    edit(folder, 'rules/rulebook.yaml', 'version: 1.0.0', 'version: 1.1.0');
    git(folder, 'commit', '--quiet', '-a', '-m', 'mend');
    const good = await run();
    expect([good.worst, good.said.includes('::error')]).toEqual([0, false]);
    expect(comments).toHaveLength(2);
    expect(comments[1]?.body).toContain('1.0.0 → 1.1.0');
    expect(asked.map(({ method, url: path }) => [method, path])).toEqual([
      ['GET', paths[forge][0]],
      ['POST', paths[forge][0]],
      ['GET', paths[forge][0]],
      [forge === 'gitlab' ? 'PUT' : 'PATCH', paths[forge][1]],
    ]);
    for (const { token } of asked) expect(token.replace('Bearer ', '')).toBe('a token');

    const made = globSync('*', { cwd: join(folder, 'shouze-out') }).toSorted();
    expect(made).toEqual([
      'comment.md',
      'lint.gitlab.json',
      'lint.sarif',
      'test.junit.xml',
      '新旧对照表.docx',
    ]);
    if (forge === 'gitlab') {
      const { reports } = (load(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8')) as Gitlab)
        .rulebook.artifacts;
      for (const path of Object.values(reports)) expect(existsSync(join(folder, path))).toBe(true);
    }
  }, 240_000);
});

test('without a token no comment is written, and nothing fails', async () => {
  const folder = await repository('gitlab');
  const ran = await sh('sh ci/shouze-comment.sh gitlab none.md', folder, {});
  expect([ran.code, ran.said]).toEqual([0, expect.stringContaining('SHOUZE_TOKEN')]);
});

describe('before a commit', () => {
  test('a bad rule is refused with what is wrong, a sound one taken', async () => {
    const folder = await repository('pre-commit');
    git(folder, 'config', 'core.hooksPath', '.githooks');
    put(folder, 'notes.txt', 'no rule');
    git(folder, 'add', '.');
    expect(git(folder, 'commit', '-m', 'notes').status).toBe(0);

    edit(folder, `rules/${rule}`, '  <= limit', '  <= limits');
    const unknown = git(folder, 'commit', '-a', '-m', 'slip');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain(`rules/${rule}:11:6`);
    expect(unknown.stderr).toContain('feel/unknown-name');

    edit(folder, `rules/${rule}`, '  <= limits', '  < limit');
    const failing = git(folder, 'commit', '-a', '-m', 'stricter');
    expect(failing.status).toBe(1);
    expect(failing.stderr).toContain('TST-001 At the limit');
    expect(git(folder, 'log', '--format=%s').stdout).toBe('notes\nfirst\n');

    edit(folder, `rules/${rule}`, '  < limit', '  <= limit + 0');
    expect(git(folder, 'commit', '-a', '-m', 'the same').status).toBe(0);
    expect(git(folder, 'log', '-1', '--format=%s').stdout).toBe('the same\n');
  }, 120_000);

  test('the first commit is compared with nothing', async () => {
    const folder = await repository('pre-commit');
    rmSync(join(folder, '.git'), { recursive: true });
    git(folder, 'init', '--quiet');
    git(folder, 'config', 'core.hooksPath', '.githooks');
    git(folder, 'add', '.');
    const { status, stderr } = git(folder, 'commit', '-m', 'all');
    expect([status, stderr]).toEqual([0, '']);
  }, 60_000);
});

test.each(globSync(['ci/*.sh', 'ci/pre-commit']))('%s is shell', (path) => {
  expect(spawnSync('sh', ['-n', path], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

describe('what is there', () => {
  test.each(forges)(
    'is no matter for %s where it is the same, and is left where not',
    async (forge) => {
      const folder = await repository(forge);
      const spy = vi.spyOn(process, 'cwd').mockReturnValue(folder);
      onTestFinished(() => spy.mockRestore());
      const again = ['new', 'ci', '--for', forge, '--rulebook', join(folder, 'rules')];
      expect((await shouze(...again)).code).toBe(0);
      const other = await shouze(...again, '--package', './vendor/shouze.tgz');
      const names = forge !== 'pre-commit';
      expect(other.code).toBe(names ? 2 : 0);
    },
  );

  test('nothing is written where no rulebook or no repository is', async () => {
    const [folder, elsewhere] = [temporary(), resolve(small)];
    const spy = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    onTestFinished(() => spy.mockRestore());
    const outside = await shouze('new', 'ci', '--for', 'github');
    expect([outside.code, outside.err]).toEqual([2, expect.stringContaining('git init')]);
    git(folder, 'init', '--quiet');
    const none = await shouze('new', 'ci', '--for', 'github', '--rulebook', elsewhere);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('--rulebook')]);
    expect((await shouze('new', 'ci', '--for', 'svn')).err).toContain('gitlab');
    expect(globSync('**/*.yml', { cwd: folder })).toEqual([]);
  });
});
