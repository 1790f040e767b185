import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parseYaml } from '../../src/yaml/parse.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { copied, edit, shouze, small } from './harness.ts';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const path = '.pre-commit-hooks.yaml';
const { value } = parseYaml({ name: path, text: readFileSync(path, 'utf8') });
const hooks = (value ? plainOf(value) : []) as readonly Hook[];
const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
};

/** What the framework asks of a hook: https://pre-commit.com/#new-hooks */
test('hooks have what the framework needs, each an id of its own', () => {
  expect(new Set(hooks.map(({ id }) => id)).size).toBe(3);
  for (const hook of hooks)
    expect(hook).toEqual({
      id: expect.stringMatching(/^shouze-[a-z]+$/u),
      name: expect.any(String),
      description: expect.any(String),
      entry: expect.any(String),
      language: 'node',
      files: expect.any(String),
      pass_filenames: false,
    });
});

test.each(hooks.map(({ id, entry, files }) => [id, entry, files] as const))(
  '%s: %s runs a command of the package, and fails where a file is wrong',
  async (_, entry, files) => {
    const [program = '', ...args] = entry.split(' ');
    expect(bin).toHaveProperty(program);
    const folder = copied(small);
    for (const command of ['init --quiet', 'add .', 'commit --quiet --message first'])
      spawnSync('git', [
        '-C',
        folder,
        '-c',
        'user.name=t',
        '-c',
        'user.email=t@e',
        ...command.split(' '),
      ]);
    const { path: changed, from, to } = wrong(args[0] ?? '');
    expect(changed).toMatch(new RegExp(files, 'u'));
    const before = await shouze(...args, '--rulebook', folder);
    edit(folder, changed, from, to);
    const after = await shouze(...args, '--rulebook', folder);
    // the small rulebook has warnings
    expect(after.code).toBeGreaterThan(before.code);
  },
);

/** An edit that a command is there to find. */
function wrong(command: string) {
  const path = 'parameters/limit.yaml';
  if (command === 'fmt') return { path, from: 'unit: money', to: 'unit: money  ' };
  return { path, from: 'unit: money', to: 'unit: mony' };
}
